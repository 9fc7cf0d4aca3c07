package letter

import (
	"strconv"
	"strings"
)

// numbers in words, in the languages we read; what is not here is written in figures.
var numbers = func() map[string]int {
	m := map[string]int{}
	for _, words := range []string{
		"two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
		"zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
		"deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
		"dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
	} {
		for i, w := range strings.Fields(words) {
			m[w] = i + 2
		}
	}
	for w, n := range map[string]int{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
		"sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "soixante": 60, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100, "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100,
		"treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100} {
		m[w] = n
	}
	for tens, n := range map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90} {
		for one, k := range map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9} {
			m[tens+"-"+one] = n + k
		}
	}
	return m
}()

const adjectives = `((?:[\p{L}’'&/-]+,?\s+){0,5}?)`

var (
	orgClaim = lazy(`(?i)(?:^|[^\p{L}\d.,$€£#-])(\d{1,3}(?:[,.]\d{3})+|\d+|[\p{L}]+(?:-[\p{L}]+)?)\+?\s+` + adjectives +
		`(organi[sz]ations?|organi[sz]ational signatories|groups|ngos|nonprofits|non-profits|companies|businesses|unions|trade unions|associations|coalitions|networks|institutions|organisationen|verbände|vereine|initiativen|gruppen|unternehmen|entreprises|organizaciones|asociaciones|colectivos|empresas|entidades|organizações|organizzazioni|organisaties)\b`)
	personClaim = lazy(`(?i)(?:^|[^\p{L}\d.,$€£#-])(\d{1,3}(?:[,.]\d{3})+|\d+|[\p{L}]+(?:-[\p{L}]+)?)\+?\s+` + adjectives +
		`(individuals|persons|people|experts|academics|scholars|scientists|citizens|personalities|researchers|activists|artists|economists|einzelpersonen|personen|wissenschaftler(?:innen)?|personnalités|individus|chercheurs|personas|personalidades|individuos)\b`)
	claimContext = lazy(`(?i)(\bsign|cosign|co-sign|letter|statement|petition|endors|demand|\bcall(s|ed|ing)? (on|for|upon)|\burg(e|es|ed|ing)\b|\bjoin|oppos|undersigned|\bwe\b|\bask(s|ed)?\b|\bwarn|\bpush(es|ed)?\b|appeal|against|unterzeichn|fordern|appell|brief|wenden sich|signat|demandent|appellent|soussign|exig|firm|carta|piden|declaración|declaration)`)
	notSigners   = lazy(`(?i)(represent\w*|serv(e|es|ing)|memberships? of|made up of|network of|umbrella of|composed of|comprising|members in|von|vertritt)\s+((more|over|about|nearly|almost|mehr|über|plus|más)\s*(than|als|de)?\s*)?$`)
	notBetween   = lazy(`(?i)\b(of|in|and|by|the|to|are|were|have|has|our|their|million|billion|days|years|months|states|countries|percent)\b`)
)

// claimOf finds what a document says about the number of those who signed: a number before a word for organizations (or persons), in a
// title or sentence that speaks of signing, calling or demanding. The first organizations claimed count; persons count beside
// them in the same sentence, or where the sentence speaks of signing.
func claimOf(d *document) Claimed {
	if d.kind == kindProfile || d.kind == kindOther {
		return Claimed{}
	}
	if c := claimIn(string(d.title), true); c.Organizations != nil || c.Individuals != nil {
		return c
	}
	for i := range d.pieces {
		p := &d.pieces[i]
		if p.sort == cells || p.sort == item && !p.prose {
			continue
		}
		t := p.text()
		if !p.prose && len(p.lines) > 3 || len(t) > 1<<16 {
			continue
		}
		for _, s := range sentences(t) {
			if c := claimIn(t[s[0]:s[1]], false); c.Organizations != nil || c.Individuals != nil {
				return c
			}
		}
	}
	return Claimed{}
}

// hasNumber reports whether a text in lower case has a number, in figures or words.
func hasNumber(lower string) bool {
	if strings.ContainsAny(lower, "0123456789") {
		return true
	}
	for w := range strings.FieldsSeq(lower) {
		if _, ok := numbers[strings.Trim(w, ".,;:()“”\"")]; ok {
			return true
		}
	}
	return false
}

// claimStems are parts of the nouns of both patterns: without one of them neither can match.
var claimStems = strings.Split("organi group ngo profit compan business union associat coalition network institut verb verein initiat grupp unternehm entrepris asoc colectiv empresa entidad individ person people expert academic scholar scien citizen research activist artist econom wissensch chercheur", " ")

func claimIn(s string, title bool) (c Claimed) {
	if lower := strings.ToLower(s); s == "" || !hasNumber(lower) || !containsAny(lower, claimStems) || !title && !claimContext.MatchString(s) {
		return c
	}
	from, to := -1, -1
	note := func(start, end int) {
		if from < 0 || start < from {
			from = start
		}
		to = max(to, end)
	}
	if n, start, end, ok := firstClaim(orgClaim, s); ok {
		c.Organizations = &n
		note(start, end)
	}
	if n, start, end, ok := firstClaim(personClaim, s); ok && (c.Organizations != nil && (start-to < 60 && start > from || from-end < 60 && start < from) || signWord.MatchString(s) && c.Organizations == nil) {
		c.Individuals = &n
		note(start, end)
	}
	if from >= 0 {
		c.Text = Maybe(trim(s[from:to]))
	}
	return c
}

var signWord = lazy(`(?i)\b(signed|signatories|undersigned|co-?signed|unterzeichnet|signé|signataires|firmantes|firmad[ao])\b`)

func firstClaim(re *pattern, s string) (n, start, end int, ok bool) {
	for from := 0; from < len(s); {
		m := re.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return 0, 0, 0, false
		}
		word, between := s[from+m[2]:from+m[3]], s[from+m[4]:from+m[5]]
		value, known := claimNumber(word)
		if known && value >= 3 && value < 1_000_000 && !notBetween.MatchString(between) && !notSigners.MatchString(tail(s[:from+m[2]], 80)) && !(value >= 1990 && value <= 2100 && !strings.ContainsAny(word, ",.")) {
			return value, from + m[2], from + m[7], true
		}
		from += m[3]
	}
	return 0, 0, 0, false
}

func claimNumber(w string) (int, bool) {
	if w[0] >= '0' && w[0] <= '9' {
		n, err := strconv.Atoi(strings.NewReplacer(",", "", ".", "").Replace(w))
		return n, err == nil
	}
	n, ok := numbers[strings.ToLower(w)]
	return n, ok
}
