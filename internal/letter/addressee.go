package letter

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rolePattern finds an office in a phrase; the longest alternatives come first. What stands before it is the organization ("Example CEO
// Jane Doe"), what stands after it the person or, after "of", the organization.
var rolePattern = lazy(`(?i)\b(founder and chief executive officer|chief [a-z]+ officer|chief executive|executive director|managing director|(?:deputy |acting )?director[- ]general|(?:deputy |under[- ]?)?secretary[- ]general|inspector[- ]general|general secretary|ranking member|(?:deputy |vice |acting )?prime minister|(?:executive |senior )?vice[- ]president|attorney general|general counsel|(?:home |foreign |defen[cs]e |cabinet |state |chief )?(?:minister|secretary)|co-founder|founder|ceo|cto|coo|cfo|president|chancellor|senators?|representatives?|congress(?:man|woman)|governor|mayor|chair(?:man|woman|person)?|commissioner|director|speaker|ambassador|administrator|superintendent|chief justice|judge|justice|editor|publisher|` +
	`bundeskanzler(?:in)?|bundespräsident(?:in)?|bundesminister(?:in)?|ministerpräsident(?:in)?|minister(?:in)?|präsident(?:in)?|kommissar(?:in)?|vorstandsvorsitzende[rn]?|geschäftsführer(?:in)?|oberbürgermeister(?:in)?|bürgermeister(?:in)?|senator(?:in)?|abgeordnete[rn]?|` +
	`premi(?:er|ère) ministre|président(?:e)?(?: de la république)?|ministre|secrétaire général(?:e)?|directeur général|directrice générale|pdg|commissaire|maire|députée|député de|sénat(?:eur|rice)|presidenta?e?|primer ministro|ministr[oa]|secretari[oa] general|director(?:a)? general|alcald(?:e|esa)|canciller|comisari[oa])\b`)

var (
	titleBefore = lazy(`(?i)^(?:(?:dear|to|an|à|a|al|para|the|le|la|les|el|los|den|die|das|der|dem|right|most|honou?rable|hon\.|hon[’']ble|shri|smt\.?|his|her|your|excellency|sehr geehrte[rs]?|liebe[rs]?|frau|herrn?|mr\.?|mrs\.?|ms\.?|mx\.?|dr\.?|prof\.?|professor|sir|madam|madame|monsieur|mesdames|messieurs|m\.|mme|señor(?:a|es)?|sr\.?|sra\.?|estimad[oa]s?|querid[oa]s?|chère?s?|cher|prezad[oa]s?|egregio|gentile|geachte|heer|mevrouw|respected|all|l['’]attention d[eu])(?:\s+|,\s*|$|:\s*))+`)
	letterTo    = lazy(`(?i)\b(?:open |joint |public |coalition |offener |offenen )*(?:letter|representation|appeal|brief|appell|lettre(?: ouverte)?|appel|carta(?: abierta)?)\s+(?:was |is |sent |addressed |directed |gesendet )*(?:to|an|à|au|aux|a|al|para)\s+((?:the |den |die |das )?[\p{Lu}][^.;:!?“”"]{2,120})`)
	nextPerson  = lazy(`(?i)(?:,? (?:and|und|et|y|&) |, ?)(?:the )?(?:mr|mrs|ms|mx|dr|prof|sen|rep|sehr geehrte[rs]?|liebe[rs]?|chers?|chères?|estimad[oa]s?|senator|representative|president|secretary|chair|chairman|commissioner|minister|ceo|director|frau|herrn?|monsieur|madame|m\.|mme|señora?|sr|sra|speaker|leader|governor|mayor|members)\b`)
)

// addresseesOf finds to whom a document is addressed: the address above the greeting where its names agree with it or it has
// none, else the greeting, a line "To: ...", or, in a report, what follows "letter to".
func addresseesOf(d *document) []Addressee {
	found := d.addressed()
	for i := range found {
		if found[i].Role == "" && found[i].Organization == "" && found[i].Name != "" {
			d.findOffice(&found[i])
		}
	}
	return found
}

func (d *document) addressed() []Addressee {
	if d.salutation >= 0 {
		greets := splitAddressees(greetingText(&d.pieces[d.salutation]))
		var named []Addressee
		for _, g := range greets {
			if a := parseAddressee(g); a != (Addressee{}) {
				named = append(named, a)
			}
		}
		if a, ok := d.addressLines(); ok {
			return []Addressee{a}
		}
		if block := d.addressBlock(greets); len(block) > 0 {
			return block
		}
		if len(named) == 1 && named[0].Organization == "" {
			// The title or a line "To ..." often says more than "Dear Minister,".
			a := Addressee{}
			if m := letterTo.FindStringSubmatch(string(d.title)); m != nil {
				a = parseAddressee(clause(m[1]))
			} else if i := d.toLine(); i >= 0 && i < d.salutation {
				a = parseAddressee(d.pieces[i].lines[0].text)
			}
			if a.Role != "" && named[0].Role != "" && (a.Name == "" || named[0].Name == "" || a.Name == named[0].Name) {
				a.Name = cmp.Or(named[0].Name, a.Name)
				return []Addressee{a}
			}
		}
		return orEmpty(named)
	}
	if i := d.toLine(); i >= 0 {
		return orEmpty(d.toAddressees(i))
	}
	if d.kind == kindProfile || d.kind == kindList {
		return []Addressee{}
	}
	for i := range d.pieces {
		if p := &d.pieces[i]; p.sort == plain || p.sort == heading {
			if m := letterTo.FindStringSubmatch(p.text()); m != nil {
				a := parseAddressee(clause(m[1]))
				if org := string(a.Organization); a.Role == "" && a.Name == "" && i != d.titlePiece && !hasWord(org, orgWords) && len(bodiesIn(org)) == 0 {
					continue // what follows "letter to" may be anything, outside a title
				}
				if a != (Addressee{}) {
					return []Addressee{a}
				}
			}
		}
	}
	return []Addressee{}
}

func orEmpty(a []Addressee) []Addressee {
	if a == nil {
		return []Addressee{}
	}
	return a
}

// clause ends a phrase where the sentence goes on: at a verb or small word in lower case that is no part of a name or office.
func clause(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		bare := foldWord(w)
		r, _ := utf8.DecodeRuneInString(w)
		if i > 0 && unicode.IsLower(r) && !smallWords[bare] && !roleWords[bare] && !nameParticles[bare] || i > 0 && (bare == "on" || bare == "to" || bare == "and" || bare == "in" || bare == "a" || bare == "an" || bare == "from" || bare == "with" || bare == "by") {
			return withoutSmall(words[:i])
		}
	}
	return withoutSmall(words)
}

// withoutSmall joins words and drops the prepositions at their end.
func withoutSmall(words []string) string {
	for len(words) > 1 && smallWords[foldWord(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.Join(words, " "), " ,")
}

func greetingText(p *piece) string {
	t := p.lines[0].text
	for i := 1; i < len(p.lines) && i < 4 && !strings.HasSuffix(t, ",") && !strings.HasSuffix(t, ":") && !isSentence(p.lines[i].text); i++ {
		t += " " + p.lines[i].text
	}
	return strings.TrimRight(t, " ,:;!.-–—")
}

// splitAddressees cuts "Mr. Doe and Ms. Roe" before each title.
func splitAddressees(t string) []string {
	var out []string
	for {
		m := nextPerson.FindStringIndex(t)
		if m == nil {
			return append(out, t)
		}
		out = append(out, strings.TrimRight(t[:m[0]], " ,"))
		rest := t[m[0]:]
		rest = strings.TrimLeft(rest, " ,")
		for _, c := range conjunctions {
			rest = strings.TrimPrefix(rest, c[1:])
		}
		if len(rest) >= len(t) {
			return append(out, t)
		}
		t = rest
	}
}

// parseAddressee reads one phrase such as "Example CEO Jane Doe", "President Roe", "Members of Parliament".
func parseAddressee(s string) Addressee {
	full := trim(strings.TrimRight(s, " ,:;."))
	s = trim(titleBefore.ReplaceAllString(full, ""))
	if s == "" {
		return Addressee{}
	}
	m := rolePattern.FindStringIndex(s)
	if m == nil {
		switch {
		case personCertainty(full) == 2 || personCertainty(s) == 2 || full != s && personCertainty(full) > 0 && !hasWord(s, orgWords):
			return Addressee{Name: Maybe(s)}
		case collective.MatchString(s):
			return Addressee{Name: Maybe(s), Organization: bodyOf(s)}
		case full != s && wordCount(s) == 1 && greeting.MatchString(full):
			return Addressee{Name: Maybe(s)}
		}
		return Addressee{Organization: Maybe(s)}
	}
	if rest := s[m[1]:]; strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") {
		return Addressee{Organization: Maybe(s)} // "Prime Minister's Office"
	}
	role := s[m[0]:m[1]]
	before, after := trim(strings.TrimRight(s[:m[0]], " ,-–")), trim(s[m[1]:])
	a := Addressee{}
	before = strings.TrimSuffix(strings.TrimSuffix(before, "'s"), "’s")
	if personCertainty(before) > 0 && !hasWord(before, orgWords) && (strings.HasPrefix(after, ",") || after == "" || strings.HasPrefix(after, "of ")) {
		a.Name, before = Maybe(before), ""
	}
	if ministry(role) && before != "" && wordCount(before) <= 4 && !hasWord(before, legalForms) {
		role, before = before+" "+role, "" // "Environment Minister"
		if head, rest, ok := strings.Cut(role, " "); ok && isCountry(head) {
			role, before = rest, head
		}
	}
	a.Organization = Maybe(before)
	for _, of := range []string{"of the ", "of ", "for ", "für ", "der ", "des ", "de la ", "du ", "de ", "del ", "von "} {
		if rest, ok := strings.CutPrefix(after, of); ok {
			if org, person, found := strings.Cut(rest, ", "); found {
				rest, after = org, person
			} else {
				after = ""
			}
			if isLower(rest) || !ministry(role) {
				a.Organization = Maybe(trim(rest))
			} else {
				role += " " + of + trim(rest)
			}
			break
		}
	}
	after = strings.Trim(after, " ,")
	a.Role = Maybe(role)
	switch {
	case after == "":
	case personCertainty(after) > 0 || wordCount(after) <= 3 && !hasWord(after, orgWords) && !strings.Contains(after, ","):
		a.Name = Maybe(titleBefore.ReplaceAllString(after, ""))
	case a.Organization == "":
		a.Organization = Maybe(after)
	}
	return a
}

// ofBody divides a group from the body it belongs to.
var ofBody = lazy(`(?i)\s(?:of(?: the)?|der|des|de la|de l[’']|du|de las|del|do|da)\s+`)

// bodyOf finds the body of a group: "Members of the Example Council", "Example Council Members", "Fraktionen des Rates". A place
// after it ("in Geneva", "à Genève") is none of its name.
func bodyOf(group string) Maybe {
	if m := ofBody.FindStringIndex(group); m != nil {
		body := trim(group[m[1]:])
		for _, at := range []string{" in ", " à ", " en ", " at "} {
			body, _, _ = strings.Cut(body, at)
		}
		if r, _ := utf8.DecodeRuneInString(body); unicode.IsUpper(r) || wordCount(body) < 3 {
			return Maybe(body)
		}
		return ""
	}
	for _, end := range []string{" members", " member states", " leaders", " delegates"} {
		if head := strings.TrimSuffix(strings.ToLower(group), end); head != strings.ToLower(group) && wordCount(head) > 1 {
			return Maybe(group[:len(head)])
		}
	}
	return ""
}

func ministry(role string) bool {
	role = strings.ToLower(role)
	return strings.Contains(role, "minist") || strings.Contains(role, "secretary") && !strings.Contains(role, "general")
}

var legalForms = wordSet("inc llc ltd corp gmbh ag plc sa co")

var collective = lazy(`(?i)\b(members|member states|heads|ministers|ministries|governments?|negotiators|delegates|representatives|colleagues|friends|senators|leaders|officials|judges|mitglieder|fraktionen|regierungen|damen und herren|abgeordnete[nr]?|députés|gouvernements|négociateurs|membres|gobiernos|miembros|membros)\b|(?:^|\s)élus(?:\s|$)`)

// toAddressees reads "To: ..." and the lines below it.
func (d *document) toAddressees(i int) []Addressee {
	p := &d.pieces[i]
	t := p.lines[0].text
	if _, rest, ok := strings.Cut(t, ":"); ok && trim(rest) != "" && len(t)-len(rest) < 6 {
		t = trim(rest)
	}
	if len(p.lines) > 1 {
		if a, ok := readAddress(p); ok && a.Name != "" {
			return []Addressee{a}
		}
	}
	var out []Addressee
	for _, g := range splitAddressees(strings.TrimRight(t, " ,:;.")) {
		if a := parseAddressee(g); a != (Addressee{}) {
			out = append(out, a)
		}
	}
	return out
}
