package about

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// RolePattern finds an office in a phrase; the longest alternatives come first. What stands before it is the organization ("Example CEO
// Jane Doe"), what stands after it the person or, after "of", the organization.
var RolePattern = text.Lazy("about.RolePattern", `(?i)\b(founder and chief executive officer|chief [a-z]+ officer|chief executive|executive director|managing director|(?:deputy |acting )?director[- ]general|(?:deputy |under[- ]?)?secretary[- ]general|inspector[- ]general|general secretary|ranking member|(?:deputy |vice |acting )?prime minister|(?:executive |senior )?vice[- ]president|attorney general|general counsel|(?:home |foreign |defen[cs]e |cabinet |state |chief )?(?:minister|secretary)|co-founder|founder|ceo|cto|coo|cfo|president|chancellor|senators?|representatives?|congress(?:man|woman)|governor|mayor|chair(?:man|woman|person)?|commissioner|director|speaker|ambassador|administrator|superintendent|chief justice|judge|justice|editor|publisher|`+
	`bundeskanzler(?:in)?|bundespräsident(?:in)?|bundesminister(?:in)?|ministerpräsident(?:in)?|minister(?:in)?|präsident(?:in)?|kommissar(?:in)?|vorstandsvorsitzende[rn]?|geschäftsführer(?:in)?|oberbürgermeister(?:in)?|bürgermeister(?:in)?|senator(?:in)?|abgeordnete[rn]?|`+
	`premi(?:er|ère) ministre|président(?:e)?(?: de la république)?|ministre|secrétaire général(?:e)?|directeur général|directrice générale|pdg|commissaire|maire|députée|député de|sénat(?:eur|rice)|presidenta?e?|primer ministro|ministr[oa]|secretari[oa] general|director(?:a)? general|alcald(?:e|esa)|canciller|comisari[oa]|`+
	`préf(?:et|ète)|sous-préf(?:et|ète)|rect(?:eur|rice)|bourgmestre|gobernador(?:a)?|prefeit[oa]|governador(?:a)?|vereador(?:a)?|sindac[oa]|prefett[oa]|burgemeester|landr(?:at|ätin)|staatssekretär(?:in)?|regierungsr(?:at|ätin)|statsminister(?:n)?)\b`)

var (
	titleBefore = text.Lazy("about.titleBefore", `(?i)^(?:(?:dear|to|an|à|a|al|para|the|le|la|les|el|los|den|die|das|der|dem|right|most|honou?rable|hon\.|hon[’']ble|shri|smt\.?|his|her|your|excellency|sehr geehrte[rs]?|liebe[rs]?|frau|herrn?|mr\.?|mrs\.?|ms\.?|mx\.?|dr\.?|prof\.?|professor|sir|madam|madame|monsieur|mesdames|messieurs|m\.|mme|señor(?:a|es)?|sr\.?|sra\.?|estimad[oa]s?|querid[oa]s?|chère?s?|cher|prezad[oa]s?|egregio|gentile|geachte|heer|mevrouw|respected|all|l['’]attention d[eu])(?:\s+|,\s*|$|:\s*))+`)
	letterTo    = text.Lazy("about.letterTo", `(?i)\b(?:open |joint |public |coalition |offener |offenen )*(?:letter|representation|appeal|brief|appell|lettre(?: ouverte)?|appel|carta(?: abierta)?)\s+(?:was |is |sent |addressed |directed |gesendet )*(?:to|an|à|au|aux|a|al|para)\s+((?:the |den |die |das )?[\p{Lu}][^.;:!?“”"]{2,120})`)
	nextPerson  = text.Lazy("about.nextPerson", `(?i)(?:,? (?:and|und|et|y|&) |, ?)(?:the )?(?:mr|mrs|ms|mx|dr|prof|sen|rep|sehr geehrte[rs]?|liebe[rs]?|chers?|chères?|estimad[oa]s?|senator|representative|president|secretary|chair|chairman|commissioner|minister|ceo|director|frau|herrn?|monsieur|madame|m\.|mme|señora?|sr|sra|speaker|leader|governor|mayor|members)\b`)
)

// addresseesOf finds to whom a document is addressed: the address above the greeting where its names agree with it or it has
// none, else the greeting, a line "To: ...", or, in a report, what follows "letter to".
func addresseesOf(d *Facts) []draft.Addressee {
	found := d.addressed()
	for i := range found {
		if found[i].Role == "" && found[i].Organization == "" && found[i].Name != "" {
			d.findOffice(&found[i])
		}
	}
	return found
}

func (d *Facts) addressed() []draft.Addressee {
	if d.Salutation >= 0 {
		greets := splitAddressees(greetingText(&d.Pieces[d.Salutation]))
		var named []draft.Addressee
		for _, g := range greets {
			if a := parseAddressee(g); a != (draft.Addressee{}) {
				named = append(named, a)
			}
		}
		if a, ok := d.addressLines(); ok {
			return []draft.Addressee{a}
		}
		if block := d.addressBlock(greets); len(block) > 0 {
			return block
		}
		if len(named) == 1 && named[0].Organization == "" {
			// The title or a line "To ..." often says more than "Dear Minister,".
			a := draft.Addressee{}
			if m := letterTo.FindStringSubmatch(string(d.Title)); m != nil {
				a = parseAddressee(clause(m[1]))
			} else if i := d.toLine(); i >= 0 && i < d.Salutation {
				a = parseAddressee(d.Pieces[i].Lines[0].Text)
			}
			if a.Role != "" && named[0].Role != "" && (a.Name == "" || named[0].Name == "" || a.Name == named[0].Name) {
				a.Name = cmp.Or(named[0].Name, a.Name)
				return []draft.Addressee{a}
			}
		}
		return orEmpty(named)
	}
	if i := d.toLine(); i >= 0 {
		return orEmpty(d.toAddressees(i))
	}
	if d.Kind == draft.KindProfile || d.Kind == draft.KindList {
		return []draft.Addressee{}
	}
	for i := range d.Pieces {
		if p := &d.Pieces[i]; p.Sort == document.Plain || p.Sort == document.Heading {
			if m := letterTo.FindStringSubmatch(p.Text()); m != nil {
				a := parseAddressee(clause(m[1]))
				if org := string(a.Organization); a.Role == "" && a.Name == "" && i != d.TitlePiece && !phrase.HasWord(org, lexicon.OrgWords) && len(bodiesIn(org)) == 0 {
					continue // what follows "letter to" may be anything, outside a title
				}
				if a != (draft.Addressee{}) {
					return []draft.Addressee{a}
				}
			}
		}
	}
	return []draft.Addressee{}
}

func orEmpty(a []draft.Addressee) []draft.Addressee {
	if a == nil {
		return []draft.Addressee{}
	}
	return a
}

// clause ends a phrase where the sentence goes on: at a verb or small word in lower case that is no part of a name or office.
func clause(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		bare := text.Fold(w)
		r, _ := utf8.DecodeRuneInString(w)
		if i > 0 && unicode.IsLower(r) && !lexicon.SmallWords[bare] && !lexicon.RoleWords[bare] && !lexicon.NameParticles[bare] || i > 0 && (bare == "on" || bare == "to" || bare == "and" || bare == "in" || bare == "a" || bare == "an" || bare == "from" || bare == "with" || bare == "by") {
			return withoutSmall(words[:i])
		}
	}
	return withoutSmall(words)
}

// withoutSmall joins words and drops the prepositions at their end.
func withoutSmall(words []string) string {
	for len(words) > 1 && lexicon.SmallWords[text.Fold(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.Join(words, " "), " ,")
}

func greetingText(p *document.Piece) string {
	t := p.Lines[0].Text
	for i := 1; i < len(p.Lines) && i < 4 && !strings.HasSuffix(t, ",") && !strings.HasSuffix(t, ":") && !phrase.IsSentence(p.Lines[i].Text); i++ {
		t += " " + p.Lines[i].Text
	}
	return strings.TrimRight(t, " ,:;!.-–—")
}

// bothSexes finds a greeting of ladies and gentlemen who are one group: "Mesdames et Messieurs les conseillers".
var bothSexes = text.Lazy("about.bothSexes", `(?i)^(?:mesdames|madame|señoras|senhoras|signore)(?:,| et| y| e| &) (messieurs|monsieur|señores|senhores|signori)\b`)

// splitAddressees cuts "Mr. Doe and Ms. Roe" before each title.
func splitAddressees(t string) []string {
	var out []string
	t = bothSexes.ReplaceAllString(t, "$1")
	for {
		m := nextPerson.FindStringIndex(t)
		if m == nil {
			return append(out, t)
		}
		out = append(out, strings.TrimRight(t[:m[0]], " ,"))
		rest := t[m[0]:]
		rest = strings.TrimLeft(rest, " ,")
		for _, c := range phrase.Conjunctions {
			rest = strings.TrimPrefix(rest, c[1:])
		}
		if len(rest) >= len(t) {
			return append(out, t)
		}
		t = rest
	}
}

// parseAddressee reads one phrase such as "Example CEO Jane Doe", "President Roe", "Members of Parliament".
func parseAddressee(s string) draft.Addressee {
	if a, ok := addresseeAbroad(s); ok {
		return a
	}
	full := text.Trim(strings.TrimRight(s, " ,:;."))
	s = text.Trim(titleBefore.ReplaceAllString(full, ""))
	if s == "" {
		return draft.Addressee{}
	}
	m := RolePattern.FindStringIndex(s)
	if m == nil {
		switch {
		case phrase.PersonCertainty(full) == 2 || phrase.PersonCertainty(s) == 2 || full != s && phrase.PersonCertainty(full) > 0 && !phrase.HasWord(s, lexicon.OrgWords):
			return draft.Addressee{Name: draft.Maybe(s)}
		case collective.MatchString(s):
			return draft.Addressee{Name: draft.Maybe(s), Organization: bodyOf(s)}
		case full != s && text.WordCount(s) == 1 && Greets(full):
			return draft.Addressee{Name: draft.Maybe(s)}
		}
		return draft.Addressee{Organization: draft.Maybe(s)}
	}
	if rest := s[m[1]:]; strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ") {
		return draft.Addressee{Organization: draft.Maybe(s)} // "Prime Minister's Office"
	}
	role := s[m[0]:m[1]]
	before, after := text.Trim(strings.TrimRight(s[:m[0]], " ,-–")), text.Trim(s[m[1]:])
	a := draft.Addressee{}
	before = strings.TrimSuffix(strings.TrimSuffix(before, "'s"), "’s")
	if phrase.PersonCertainty(before) > 0 && !phrase.HasWord(before, lexicon.OrgWords) && (strings.HasPrefix(after, ",") || after == "" || strings.HasPrefix(after, "of ")) {
		a.Name, before = draft.Maybe(before), ""
	}
	if ministry(role) && before != "" && text.WordCount(before) <= 4 && !phrase.HasWord(before, LegalForms) {
		role, before = before+" "+role, "" // "Environment Minister"
		if head, rest, ok := strings.Cut(role, " "); ok && lexicon.IsCountry(head) {
			role, before = rest, head
		}
	}
	a.Organization = draft.Maybe(before)
	for _, of := range []string{"of the ", "of ", "for ", "für ", "der ", "des ", "de la ", "du ", "de ", "del ", "von "} {
		if rest, ok := strings.CutPrefix(after, of); ok {
			if org, person, found := strings.Cut(rest, ", "); found {
				rest, after = org, person
			} else {
				after = ""
			}
			if text.IsLower(rest) || !ministry(role) {
				a.Organization = draft.Maybe(text.Trim(rest))
			} else {
				role += " " + of + text.Trim(rest)
			}
			break
		}
	}
	after = strings.Trim(after, " ,")
	a.Role = draft.Maybe(role)
	switch {
	case after == "":
	case phrase.PersonCertainty(after) > 0 || text.WordCount(after) <= 3 && !phrase.HasWord(after, lexicon.OrgWords) && !strings.Contains(after, ","):
		a.Name = draft.Maybe(titleBefore.ReplaceAllString(after, ""))
	case a.Organization == "":
		a.Organization = draft.Maybe(after)
	}
	return a
}

// ofBody divides a group from the body it belongs to.
var ofBody = text.Lazy("about.ofBody", `(?i)\s(?:of(?: the)?|der|des|de la|de l[’']|du|de las|del|do|da)\s+`)

// bodyOf finds the body of a group: "Members of the Example Council", "Example Council Members", "Fraktionen des Rates". A place
// after it ("in Geneva", "à Genève") is none of its name.
func bodyOf(group string) draft.Maybe {
	if m := ofBody.FindStringIndex(group); m != nil {
		body := text.Trim(group[m[1]:])
		for _, at := range []string{" in ", " à ", " en ", " at "} {
			body, _, _ = strings.Cut(body, at)
		}
		if r, _ := utf8.DecodeRuneInString(body); unicode.IsUpper(r) || text.WordCount(body) < 3 {
			return draft.Maybe(body)
		}
		return ""
	}
	for _, end := range []string{" members", " member states", " leaders", " delegates"} {
		if head := strings.TrimSuffix(strings.ToLower(group), end); head != strings.ToLower(group) && text.WordCount(head) > 1 {
			return draft.Maybe(group[:len(head)])
		}
	}
	return ""
}

func ministry(role string) bool {
	if rule.Off("about.ministry") {
		return false
	}
	role = strings.ToLower(role)
	return strings.Contains(role, "minist") || strings.Contains(role, "secretary") && !strings.Contains(role, "general")
}

// LegalForms are those of companies, without punctuation.
var LegalForms = text.Set("about.LegalForms", lexicon.LegalForm.Words("firm"))

var collective = text.Lazy("about.collective", `(?i)\b(members|member states|heads|ministers|ministries|governments?|negotiators|delegates|representatives|colleagues|friends|senators|leaders|officials|judges|mitglieder|fraktionen|regierungen|damen und herren|abgeordnete[nr]?|députés|gouvernements|négociateurs|membres|gobiernos|miembros|membros)\b|(?:^|\s)élus(?:\s|$)|\b(?:conseill(?:ers|ères)|ministres|maires|parlementaires|sénateurs|sénatrices|députées|concejal(?:es|as)|consejer[oa]s|diputad[oa]s|senador[ea]s|ministr[oa]s|deputad[oa]s|vereador[ea]s|ministri|consiglieri|deputati|senatori|sindaci|parlamentari|raadsleden|kamerleden|ratsmitglieder|stadträte)(?:\s|$)`)

// toAddressees reads "To: ..." and the lines below it.
func (d *Facts) toAddressees(i int) []draft.Addressee {
	p := &d.Pieces[i]
	t := p.Lines[0].Text
	if _, rest, ok := strings.Cut(t, ":"); ok && text.Trim(rest) != "" && len(t)-len(rest) < 6 {
		t = text.Trim(rest)
	}
	if len(p.Lines) > 1 {
		if a, ok := readAddress(p); ok && a.Name != "" {
			return []draft.Addressee{a}
		}
	}
	var out []draft.Addressee
	for _, g := range splitAddressees(strings.TrimRight(t, " ,:;.")) {
		if a := parseAddressee(g); a != (draft.Addressee{}) {
			out = append(out, a)
		}
	}
	return out
}

// findOffice looks for the office of somebody whom the greeting only names: the text often says "Example’s CEO Jane Doe" or "Jane Doe, CEO
// of Example".
func (d *Facts) findOffice(a *draft.Addressee) {
	name := string(a.Name)
	if text.WordCount(name) < 2 || collective.MatchString(name) {
		return
	}
	s := d.allText()
	for from := 0; ; {
		i := strings.Index(s[from:], name)
		if i < 0 {
			return
		}
		at := from + i
		from = at + len(name)
		if m := officeBefore.FindStringSubmatch(text.Tail(s[:at], 90)); m != nil {
			if o := parseAddressee(m[1]); o.Role != "" && o.Organization != "" {
				a.Role, a.Organization = o.Role, o.Organization
				return
			}
		}
		if m := officeAfter.FindStringSubmatch(s[from:min(len(s), from+120)]); m != nil {
			if o := parseAddressee(clause(m[1])); o.Role != "" && o.Organization != "" {
				a.Role, a.Organization = o.Role, o.Organization
				return
			}
		}
	}
}

var (
	officeBefore = text.Lazy("about.officeBefore", `((?:\p{Lu}[\p{L}\p{N}.&-]*\s+){0,3}\p{Lu}[\p{L}\p{N}.&-]*(?:[’']s)?\s+(?i:ceo|president|chief executive(?: officer)?|chair(?:man|woman)?|director|founder|chef|präsident(?:in)?|pdg|président(?:e)?))\s+$`)
	officeAfter  = text.Lazy("about.officeAfter", `^,\s+((?i:the )?(?i:ceo|president|chief executive(?: officer)?|chair(?:man|woman)?|director|founder)\s+of\s+[^.;!?]{3,90})`)
)
