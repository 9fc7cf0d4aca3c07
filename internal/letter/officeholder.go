package letter

import (
	"strings"
)

// organizationIn finds the organization in the rest of a person's entry: the part without an office or occupation; of "Director of the
// Some Institute" what follows "of", "at" or "for".
func organizationIn(rest string) string {
	parts := strings.FieldsFunc(rest, func(r rune) bool { return r == ',' || r == ';' || r == '(' || r == ')' })
	best := ""
	for _, part := range parts {
		part = trim(part)
		if part == "" || isPlace(part) || corporateSuffix[strings.ToLower(strings.Trim(part, "."))] {
			continue
		}
		if best != "" {
			break
		}
		own := saysOccupation(firstWords(part, 3))
		if !own && !saysOffice(firstWords(part, 4)) {
			if !department(part) {
				best = part
			}
			continue
		}
		best = employer(part, own)
	}
	return best
}

// employer finds the organization in "Director of the Some Institute", "CEO Some Company", "Vorsitzende des Vereins X": what follows the
// small word after the office, or the office itself. Offices name departments the same way ("Director of Policy"), and occupations fields
// ("Professor of Geography"): these are none.
func employer(part string, own bool) string {
	if m := officeOf.FindStringSubmatch(part); m != nil {
		if name := trim(m[1]); !department(name) && !isPlace(name) && (!own || hasWord(name, orgWords)) {
			return name
		}
		return ""
	}
	rest := part
	for {
		first, more, ok := strings.Cut(rest, " ")
		w := strings.ToLower(strings.Trim(first, ".,&"))
		if !ok || !roleWords[w] && !ownWords[w] && w != "" && w != "and" && w != "und" && w != "et" {
			break
		}
		rest = trim(more)
	}
	if rest == part || isLower(rest) || department(rest) || isPlace(rest) || !hasWord(rest, orgWords) && !strings.ContainsAny(rest, " .") {
		return ""
	}
	return rest
}

// department reports whether a text names nothing but fields of work: "Policy", "Public Affairs and Communications".
func department(s string) bool {
	for w := range strings.FieldsSeq(s) {
		w = foldWord(w)
		if w != "&" && w != "" && !topics[w] && !smallWords[w] && !departments[w] {
			return false
		}
	}
	return true
}

// trades are what a firm with a person's name does; companies are the forms of firms.
var (
	trades = wordSet(`photography photo photos music films film productions production studio studios design designs consulting consultants fitness media books records art arts coaching realty construction farm farms bakery salon yoga pottery jewelry crafts
entertainment publishing publications interactive creative creations solutions enterprises enterprise associates partners ventures capital illustration graphics video videos pictures engineering architects architecture therapy wellness catering events
ceramics woodworking gallery galleries bookstore books apparel clothing footwear brewing coffee foods catering cosmetics llp fotografie fotografien musik verlag film buchhandlung photographie éditions productions`)
	companies = wordSet("llc inc ltd gmbh corp llp plc sarl sas ag kg ohg ug")
)

var departments = wordSet(`policy public affairs legal advocacy campaigns campaigning programs programmes operations relations government governmental external international strategic strategy membership outreach marketing finance administration
information digital technology global national regional local social political services partnerships programming sales product engineering design legislation legislative litigation field external politik öffentlichkeitsarbeit kommunikation presse recht
finanzen forschung internationales affaires juridiques publiques relations institutionnelles sciences informatique teaching studies`)

var officeOf = lazy(`\b(?:at|for|bei der|beim|bei|vom|von der|von|des|der|für den|für die|für|im|de la|de l['’]|de l’|du|des|d['’]|de|chez|pour|of|del|della|dell['’]|da|do)(?: the)? ?((?:the )?[\p{Lu}\d].*)$`)

// saysOccupation reports whether a text says what a person is ("lecturer", "étudiante en droit"), saysOffice whether it says what she is in an
// organization ("President", "Sprecherin der Initiative").
func saysOccupation(s string) bool { return says(s, isOccupation) }

func saysOffice(s string) bool { return says(s, func(w string) bool { return roleWords[w] }) }

// says looks for a word in each part between commas. Behind a word such as "association" it counts only at the end of the part: "Center
// Director" is an office, "Observatoire citoyen des marées" none.
func says(s string, is func(string) bool) bool {
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(",;/()", r) }) {
		words := wordsOf(part)
		collective := false
		for i, w := range words {
			w = strings.ToLower(w)
			bare := strings.Trim(w, ".'’")
			if (is(w) || is(bare)) && (!collective || i == len(words)-1) {
				return true
			}
			collective = collective || collectives[bare] || compound(bare)
		}
	}
	return false
}

func isOccupation(w string) bool {
	if ownWords[w] {
		return true
	}
	for _, end := range ownEnds {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// collectives are the words for an organization itself.
var collectives = wordSet(`foundation institute institution union unions network networks coalition alliance association associations council committee center centre league club trust group groups partnership forum federation confederation congress collective
cooperative society school college university observatory stiftung verein verband bund netzwerk initiative bündnis gesellschaft gewerkschaft institut zentrum arbeitskreis arbeitsgemeinschaft forum rat gruppe universität hochschule bürgerinitiative fachschaft
fondation réseau syndicat mouvement collectif fédération confédération comité société ligue conseil observatoire université maison plateforme fundación asociación red sindicato movimiento colectivo federación liga observatorio universidad coordinadora`)
