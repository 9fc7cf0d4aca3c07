package letter

import (
	"strings"
)

// The kinds of documents (graph.Letter.Kind).
const (
	kindLetter    = "letter"
	kindStatement = "statement"
	kindPetition  = "petition"
	kindBrief     = "amicus-brief"
	kindPress     = "press-release"
	kindNews      = "news"
	kindProfile   = "profile"
	kindList      = "list"
	kindOther     = "other"
)

var (
	briefWords     = lazy(`(?i)\bamic(i|us) curiae\b`)
	pressWords     = lazy(`(?i)\b(press release|media release|news release|for immediate release|pressemitteilung|presseerklärung|medienmitteilung|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht)\b`)
	letterWords    = lazy(`(?i)\b(letter|brief an|offener brief|lettre|carta|lettera|brev|list otwarty|otevřený dopis)\b`)
	statementWords = lazy(`(?i)\b(statement|declaration|manifesto|resolution|appeal|open call|position paper|principles|call (for|to)|demands?|erklärung|stellungnahme|aufruf|appell|positionspapier|déclaration|manifeste|appel|communiqué|tribune|declaración|manifiesto|pronunciamiento|comunicado|llamamiento|declaração|manifesto|dichiarazione|appello|verklaring|uttalande|oświadczenie)\b`)
	petitionWords  = lazy(`(?i)\b(petition|pétition|petición|petição|petizione)\b`)
	undersigned    = lazy(`(?i)\b(undersigned|we,? the (following|signator|under)|unterzeichne(nden|r)|soussigné|abajo firmantes|sottoscritt|ondergetekenden)`)
	newsFurniture  = lazy(`(?i)(^read more|leave a reply|contributing editor|staff writer|click here to|newsletter|^by \p{Lu}\p{L}+ \p{Lu}|\bthe letter(’s|'s)? (reads|says|states|signees|signatories)\b|in an open letter to)`)
	pressFurniture = lazy(`(?i)^(###|-30-|(media |press )?contacts?:|for (more information|interviews?)|pressekontakt|contact presse)`)
)

// newsStems are parts of the phrases of newsFurniture.
var newsStems = strings.Split("read more|reply|editor|writer|click here|newsletter|the letter|open letter", "|")

// Words that speak for a kind, each counted where it stands outside quotation marks.
var (
	reportWords  = wordSet("said says told reported reportedly spokesperson spokesman spokeswoman reporter sagte laut berichtet déclaré selon dijo según according")
	profileWords = wordSet("headquartered headquarters multinational subsidiary subsidiaries hauptsitz founded gegründet")
	ownVoice     = wordSet("we our us wir unser unsere nous notre nos nosotros nuestra nuestro nuestras nuestros nós noi wij onze vi")
)

// kindOf decides what a document is. Order matters: a greeting makes a letter of what is headed "for immediate release"; a
// company profile quotes news; news quotes letters, whose words in quotation marks are not its own.
func kindOf(d *document) string {
	top := string(d.title)
	for i := range min(len(d.pieces), 4) {
		if t := d.pieces[i].text(); wordCount(t) < 30 {
			top += "\n" + t
		}
	}
	var prose, report, profile, own, news, press, names int
	under := false
	for i := range d.pieces {
		p := &d.pieces[i]
		t := p.text()
		lower := strings.ToLower(t)
		if pressFurniture.MatchString(t) {
			press++
		}
		if (containsAny(lower, newsStems) || strings.HasPrefix(lower, "by ")) && newsFurniture.MatchString(t) {
			news++
		}
		for _, phrase := range []string{"stock symbol", "valid as of", "annual revenue", "siège social"} {
			profile += min(1, strings.Count(lower, phrase))
		}
		under = under || containsAny(lower, []string{"undersigned", "we the", "we, the", "unterz", "soussign", "abajo", "sottoscr", "ondergetek"}) && undersigned.MatchString(t)
		if !p.prose {
			names += len(p.lines)
			continue
		}
		prose += wordCount(t)
		for w := range strings.FieldsSeq(withoutQuotes(lower)) {
			w = strings.Trim(w, ".,;:!?()\"'’")
			switch {
			case ownVoice[w]:
				own++
			case reportWords[w]:
				report++
			case profileWords[w]:
				profile++
			}
		}
	}
	greets, above := d.salutation >= 0, 0
	for i := range max(d.salutation, 0) {
		if d.pieces[i].prose {
			above += wordCount(d.pieces[i].text())
		}
	}
	switch {
	case briefWords.MatchString(top):
		return kindBrief
	case greets && above >= 40 && (pressWords.MatchString(top) || press > 0 || report > 0):
		return kindPress // a release that prints the letter below its own text
	case greets:
		return kindLetter
	case pressWords.MatchString(top):
		return kindPress
	case profile >= 3 || profile == 2 && own < 3:
		return kindProfile
	case report+3*news >= 3 && report+3*news > own:
		if press > 0 {
			return kindPress
		}
		return kindNews
	case petitionWords.MatchString(string(d.title)):
		return kindPetition
	case letterWords.MatchString(string(d.title)):
		return kindLetter
	case statementWords.MatchString(string(d.title)):
		return kindStatement
	case press > 0 && !under:
		return kindPress
	case under && (letterWords.MatchString(top) || d.toLine() >= 0):
		return kindLetter
	case under, own >= 4 && prose > 80:
		return kindStatement
	case d.toLine() >= 0 && own > 0:
		return kindLetter
	case prose < 60 && names >= 5:
		return kindList
	case report > 0 && prose > 80:
		return kindNews
	}
	return kindOther
}

var toPattern = lazy(`(?i)^(to|an|à|a|para|al|aan):\s*\S|^(to the (honou?rable|members|president|prime|minister|secretary|chair|governments?|heads)|an (den|die|das) |à l['’]attention|a la atención|(a la|al|au|à la) (?-i:\p{Lu}))`)

// toLine returns the piece that says to whom ("To: ..."), -1 where none in the upper part does.
func (d *document) toLine() int {
	for i := range min(len(d.pieces), 10) {
		if t := d.pieces[i].lines[0].text; toPattern.MatchString(t) && !isSentence(t) {
			return i
		}
	}
	return -1
}

// withoutQuotes returns the text outside quotation marks.
func withoutQuotes(t string) string {
	if !strings.ContainsAny(t, "“”\"«»„") {
		return t
	}
	var b strings.Builder
	last := 0
	for _, q := range quoteSpans(t) {
		b.WriteString(t[last:q[0]])
		b.WriteByte(' ')
		last = q[1]
	}
	b.WriteString(t[last:])
	return b.String()
}
