package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	signedNoun = `(?:letters?|statements?|petition|brief|declaration|appeal|open letter|call|resolution|manifesto|brief|appell|aufruf|erklärung|stellungnahme|lettre|déclaration|appel|tribune|carta|declaración|comunicado|manifiesto|llamamiento|lettera|appello|brief|verklaring)`
	groupNoun  = `(?:organi[sz]ations|groups|firms|clubs|startups|charities|publishers|libraries|universities|parties|associations|companies|businesses|ngos|nonprofits|non-profits|unions|networks|institutions|coalitions|advocates|organisationen|verbände|vereine|gruppen|unternehmen|organisations|associations|entreprises|syndicats|organizaciones|asociaciones|empresas|grupos|colectivos|entidades|organizações)`
	listWord   = `(?:include[sd]?|including|are|were|such as|like|among them|namely|sind|waren|darunter|wie|sont|étaient|dont|tels? que|telles? que|comme|notamment|figurent|figuraient|on trouve|on retrouve|on compte|se trouvent|gehören|gehörten|zählen|zählten|finden sich|befinden sich|son|incluyen|incluidas?|incluidos?|entre ell[oa]s|como|zijn|waaronder|sono|tra cui|são|entre as quais|:|—|–)`
)

// The sentences that name signatories. Each pattern ends where the list of names begins. They ask for a word of signing and,
// unless that word can mean nothing else, for a word for what was signed.
var (
	namesSigners = lazy(`(?i)\b(?:signatories|signees|signers|co-?signers|co-?signatories|endorsers|co-?sponsors|(?:erst|mit)?unterzeichn(?:er(?:n|innen)?|ende[nr]?)(?:[*:_]innen)?|signataires|firmantes|firmatari|signatários|ondertekenaars)\b[^.;:]{0,80}?(?:\b|\s)` + listWord + `(?:\s|$)`)
	namesGroups  = lazy(`(?i)\b` + groupNoun + `\s+(?:(?:that|which|who|die|qui|que)\s+)?(?:(?:have|has|had|also|are|haben|ont|han)\s+){0,2}(?:co-?)?(?:signing|signed|sign|endorsing|endorsed|supporting|joining|joined|backing|unterzeichne\w*|unterzeichnet|signé|signataires|firman|firmaron|firmado)\b[^.;:]{0,60}?(?:\b|\s)` + listWord + `(?:\s|$)`)
	signedBy     = lazy(`(?i)\b(?:co-?signed|signed|endorsed|co-?sponsored|unterzeichnet|mitunterzeichnet|unterstützt|signée?s?|cosignée?|firmad[ao]s?|suscrit[ao]s?|assinad[ao]|firmat[ao]|ondertekend)\s+(?:on\s+|jointly\s+|also\s+)?(?:by|von|durch|par|por|da|door)\s+`)
	groupsSent   = lazy(`(?i)\b` + groupNoun + `\b[^.;:]{0,40}?,?\s+(?:including|such as|led by|among them|darunter|dont|notamment|entre ell[oa]s|como)\s+`)
	sends        = lazy(`(?i)\b(sent|send|sending|wrote|delivered|co-?signed|signed|schickten|schrieben|ont (envoyé|adressé|écrit)|enviaron)\b[^.]{0,40}\b(letter|brief|lettre|carta)\b`)
	weUnder      = lazy(`(?i)^(?:we|the|wir|nous|nosotros|die|les|los)[^.;]{0,50}?(?:undersigned|signatory|signing|unterzeichne\w*|soussigné\w*|signataires|abajo firmantes|firmantes)[^.;,:—–(-]{0,40}[,:—–(-]\s*`)
	// "Joint statement of the companies A, B and C": its first words say whose it is.
	jointBy     = lazy(`(?i)^(?:this is\s+)?(?:an?|eine?|une?|the|die|la|le)?\s*(?:joint|common|gemeinsame[rsn]?|conjunt[oa])\s+(?:[\p{L}-]+\s+){0,2}?` + signedNoun + `\s+(?:of|from|by|von|der|des|de|del)\s+(?:(?:the|der|den|die|des|las|los)\s+)?(?:(?:[\p{L}\d-]+\s+){0,3}?[\p{L}-]*` + groupNoun + `\s+)?|^(?:une?|la|le)?\s*` + signedNoun + `\s+(?:commune?|conjointe?|collective?)\s+(?:de la|des|de|du)\s+(?:(?:[\p{L}\d-]+\s+){0,3}?` + groupNoun + `\s+)?`)
	filler      = lazy(`(?i)^(?:[\p{L}\d’'-]+\s+){0,6}?` + groupNoun + `(?:\s+and\s+individuals)?(?:\s+(?:that|which|who|die|qui|que|representing|from)\s[^,;:.]{3,80},)?\s*,?\s*` + listWord + `\s*`)
	hasNoun     = lazy(`(?i)\b` + signedNoun + `\b`)
	thisNoun    = lazy(`(?i)\b(?:this|the above|the present|our|diese[rmns]?|cette|ce|la présente|notre|esta|este|la presente|nuestra|nuestro|questa|deze)\s+(?:[\p{L}-]+\s+){0,2}` + signedNoun + `\b|^(?:co-?)?signed\b|^signée?s?\b|^unterzeichnet\b|^firmad[ao]\b`)
	signsAfter  = lazy(`(?i)^\s*,?\s*(?:(?:have|has|all|also|today|jointly|both|had|and others|haben|ont|han)\s+){0,3}(?:co-?)?(?:signed|endorsed|unterzeichnet|unterzeichneten|signé|firmaron|firmado)\b`)
	passive     = lazy(`(?i)\b(?:wurden?|wird|werden|ist|sind|worden)\b[^.;:]{0,60}?\b(?:von|durch)\s+`)
	passiveEnds = lazy(`(?i)^\s*,?\s*(?:(?:und|sowie)\s+(?:[\p{L}\d]+\s+){0,3}(?:weiteren?|anderen?)\s+(?:[\p{L}]+\s+){0,3})?(?:(?:gemeinsam|bereits|heute|auch|mit)\s+){0,2}(?:mit)?(?:unterzeichnet|unterschrieben|gezeichnet|getragen|unterstützt|initiiert)\b`)
	otherThing  = lazy(`(?i)\bsign\w*\s+(?:a|an|the|into|its|their)?\s*(?:[\p{L}-]+\s+){0,3}(contract|treaty|bill|law|agreement|executive order|deal)\b|\binto law\b|\b(vertrag|gesetz|contrat|contrato) `)
)

// proseEntries finds the signatories that sentences name.
func proseEntries(d *document) []entry {
	var out []entry
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.sort == cells || p.sort == heading {
			continue
		}
		t := p.text()
		if !p.prose && !d.reports() && (p.sort != plain || !strings.HasSuffix(t, ".")) {
			continue
		}
		if len(t) > 1<<16 {
			continue // no paragraph of a letter is that long; keeps the work linear
		}
		for _, s := range sentences(t) {
			for _, n := range sentenceNames(t[s[0]:s[1]], d.addresses()) {
				at := s[0] + n.start
				l := p.lineAt(at)
				l.text = trim(t[s[0]:s[1]])
				out = append(out, entry{text: n.text, lines: []line{l}, unsure: n.unsure, paragraph: true, setting: setting{origin: sentence}})
			}
		}
	}
	return out
}

// reports reports whether the document tells of somebody else's letter.
func (d *document) reports() bool { return d.kind == kindNews || d.kind == kindPress }

// lineAt returns the line that byte at of the piece's text stands in.
func (p *piece) lineAt(at int) line {
	end := 0
	for i := range p.lines {
		if end += len(p.lines[i].text) + 1; at < end {
			return p.lines[i]
		}
	}
	return p.lines[len(p.lines)-1]
}

// signStems are parts of the words of signing in the patterns above.
var signStems = strings.Split("sent send wrote deliver schick schrieb envo écrit sign endors sponsor support join back unterz unterst firma firman sottosc suscr assin ondertek joint common gemeinsam conj commun collecti", " ")

// sentenceNames returns the names that a sentence says have signed; at least two, since one name is no list. A letter speaks of
// other letters too: own asks, where the word of signing could be about one of these, for "this letter" or its like.
func sentenceNames(s string, own bool) []span {
	if utf8.RuneCountInString(s) < 30 || !strings.ContainsAny(s, ",;") && !strings.Contains(s, " and ") {
		return nil
	}
	if !containsAny(strings.ToLower(s), signStems) {
		return nil
	}
	try := func(at int, needNoun bool) []span {
		if at < 0 || needNoun && (!hasNoun.MatchString(s) || own && !thisNoun.MatchString(s) || otherThing.MatchString(s)) {
			return nil
		}
		for range 3 { // "included 25 firms that need charts, including firms such as"
			m := filler.FindStringIndex(s[at:])
			if m == nil {
				break
			}
			at += m[1]
		}
		names, _ := listAt(s, at)
		if len(names) < 2 {
			return nil
		}
		return names
	}
	end := func(m []int) int {
		if m == nil {
			return -1
		}
		return m[1]
	}
	if m := jointBy.FindStringIndex(s); m != nil {
		if names, rest := listAt(s, m[1]); len(names) >= 3 && wordCount(rest) <= 12 {
			return names
		}
	}
	for _, c := range []struct {
		at   int
		noun bool
	}{{end(namesSigners.FindStringIndex(s)), false}, {end(namesGroups.FindStringIndex(s)), true}, {end(signedBy.FindStringIndex(s)), true}, {end(weUnder.FindStringIndex(s)), false}} {
		if names := try(c.at, c.noun); names != nil {
			return names
		}
	}
	// German puts the word of signing behind the names: "wurde von A, B und C unterzeichnet".
	for _, m := range passive.FindAllStringIndex(s) {
		names, rest := listAt(s, m[1])
		if len(names) >= 2 && passiveEnds.MatchString(rest) && hasNoun.MatchString(s) && (!own || thisNoun.MatchString(s)) && !otherThing.MatchString(s) {
			return names
		}
	}
	if m := groupsSent.FindStringIndex(s); m != nil && !own && sends.MatchString(s[m[1]:]) {
		if names := try(m[1], true); names != nil {
			return names
		}
	}
	if m := groupsSent.FindStringIndex(s); m != nil && !own {
		if names, rest := listAt(s, m[1]); len(names) >= 2 && signsAfter.MatchString(rest) && !otherThing.MatchString(s) {
			return names
		}
	}
	if names, rest := listAt(s, 0); len(names) >= 2 && signsAfter.MatchString(rest) && hasNoun.MatchString(rest) && (!own || thisNoun.MatchString(rest)) && !otherThing.MatchString(s) {
		return names
	}
	return nil
}

// listAt reads a list of names that begins at a byte of a sentence, until something is no name. rest is what follows.
func listAt(s string, at int) (names []span, rest string) {
	text := strings.TrimRight(s[at:], " .!?\"”")
	parts := splitNamesRaw(text)
	romance := strings.Count(text, " de ")+strings.Count(text, " des ")+strings.Count(text, " du ")+strings.Count(text, " del ") >= 2 // names with words in lower case
	for i, p := range parts {
		last := i == len(parts)-1
		body := p
		for _, c := range conjunctions {
			if strings.HasPrefix(body.text, c[1:]) {
				body.start += len(c) - 1
				body.text = body.text[len(c)-1:]
				last = true
				break
			}
		}
		head := nameHead(body.text)
		if i+1 < len(parts) && romance && head != "" && wordCount(body.text) <= 8 && !hasWord(body.text, sentenceWords) {
			head = withoutArticle(strings.TrimRight(body.text, " ,;:"))
		}
		if head == "" && len(names) > 0 && i+1 < len(parts) && ownSpelling(body.text) {
			head = body.text // "chartly"
		}
		if head == "" || moreOthers.MatchString(body.text) || greeting.MatchString(head) {
			return names, text[body.start:]
		}
		full := strings.TrimRight(body.text, " .,;:")
		complete := strings.HasSuffix(full, strings.TrimRight(head, "."))
		offset := strings.Index(body.text, head)
		body.start, body.text = body.start+offset, head
		body.end = body.start + len(head)
		// Without a comma before "and", the pair stands in the last part or before a clause.
		if left, right, ok := splitPair(body, len(names)); ok && (body.start-offset == p.start) && (last || !complete || i+1 < len(parts) && nameHead(parts[i+1].text) == "") {
			names = append(names, shift(left, at), shift(right, at))
		} else {
			names = append(names, shift(body, at))
		}
		if !complete {
			return names, text[body.end:]
		}
	}
	return names, ""
}

func shift(s span, by int) span {
	s.text = withoutArticle(trim(s.text))
	s.start += by
	s.end += by
	return s
}

// splitNamesRaw cuts at semicolons if there are any, else at commas, and joins legal forms and places; conjunctions stay.
func splitNamesRaw(text string) []span {
	if strings.Count(text, ";") >= 2 {
		return cutAt(text, ";")
	}
	var out []span
	for _, p := range cutAt(text, ",") {
		if n := len(out); n > 0 {
			low := strings.ToLower(strings.Trim(p.text, ". "))
			if corporateSuffix[low] || isPlace(p.text) {
				out[n-1].end = p.end
				out[n-1].text = text[out[n-1].start:p.end]
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// sentences returns the byte ranges of a paragraph's sentences. A full stop ends one where a blank and an upper-case letter follow and
// no abbreviation stands before it.
func sentences(t string) [][2]int {
	var out [][2]int
	start := 0
	for i := 0; i < len(t); i++ {
		if t[i] != '.' && t[i] != '?' && t[i] != '!' {
			continue
		}
		j := i + 1
		for j < len(t) && strings.ContainsRune("\"')]”’»", rune(t[j])) {
			j++
		}
		for strings.HasPrefix(t[j:], "”") || strings.HasPrefix(t[j:], "’") {
			j += len("”")
		}
		if j < len(t) && t[j] != ' ' {
			continue
		}
		k := j
		for k < len(t) && t[k] == ' ' {
			k++
		}
		next, _ := utf8.DecodeRuneInString(t[k:])
		if k < len(t) && unicode.IsLower(next) {
			continue
		}
		if t[i] == '.' && k < len(t) && mayAbbreviate(t[start:i]) && abbreviation.MatchString(tail(t[start:i+1], 12)) || t[i] == '.' && sentenceTitle(t[start:i]) {
			continue
		}
		out = append(out, [2]int{start, j})
		start, i = k, k-1
	}
	if start < len(t) {
		out = append(out, [2]int{start, len(t)})
	}
	return out
}

// mayAbbreviate reports whether the last word before a full stop is as short as abbreviations are, which spares running the pattern.
func mayAbbreviate(s string) bool {
	w := s[strings.LastIndexByte(s, ' ')+1:]
	return len(w) <= 6 || strings.Contains(w, ".")
}

func sentenceTitle(s string) bool {
	w := strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:])
	return honorifics[w] && w != "hon"
}
