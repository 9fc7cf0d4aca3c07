package about

import (
	"strings"
	"sync"
	"unicode/utf8"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Words for those who may sign, each in the forms that follow a number. Compounds count by their end ("Umweltverbände").
var (
	groupNouns  = lexicon.Set("about.groupNouns", "{organization counted}")
	groupEnds   = sync.OnceValue(func() []string { return lexicon.Organization.Words("counted-end") })
	personNouns = lexicon.Set("about.personNouns", "{person counted}")
	// between a number and its noun stand adjectives; these words say that the number belongs to something else.
	notBetween  = lexicon.Set("about.notBetween", "{numeral between}")
	vagueWords  = lexicon.Set("about.vagueWords", "{numeral vague}")
	ofWords     = lexicon.Set("about.ofWords", "{numeral of}")
	whoSign     = lexicon.Set("about.whoSign", "{cue who-sign}")
	besideWords = lexicon.Set("about.besideWords", "{numeral beside}")
)

var (
	claimContext = said{claimContextPattern, claimContextAbroad}
	notSigners   = lexicon.Pattern("about.notSigners", `(?i)({pattern not-signers})\s*(({pattern about-many})\s*({pattern than})?\s*)?$|(?:^|[^\p{L}]){cue gathers}\s+(?:[^\s.;:]+\s+){0,2}$`)
	longAgo      = said{longAgoPattern, longAgoAbroad}
	signWord     = said{signWordPattern, signWordAbroad}
	asOfNow      = said{asOfNowPattern, asOfNowAbroad}
	joins        = lexicon.Pattern("about.joins", `(?i)({pattern joins}|&)\s*(({pattern joined-many})\s+)?$`)
)

// claimOf finds what a document says about the number of those who signed: a number before a word for organizations (or persons), in a
// title or sentence that speaks of signing, calling or demanding. The title's claim counts first, then a sentence that says the
// number is the state of now, then the first sentence that claims organizations. Persons count beside them in the same sentence, or
// where the sentence speaks of signing.
func claimOf(d *Facts) draft.Claimed {
	if d.Kind == draft.KindProfile || d.Kind == draft.KindOther && !d.asks() {
		return draft.Claimed{}
	}
	var first, now draft.Claimed
	if c := ClaimIn(string(d.Title), true); c.Organizations != nil || c.Individuals != nil {
		first = c
	}
	listed := false
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if p.Sort == document.Cells || p.Sort == document.Item && !p.Prose {
			continue
		}
		t := p.Text()
		if i > len(d.Pieces)/2 && len(t) < 80 && aboutUs.MatchString(t) {
			break // below it publishers tell of themselves
		}
		if listed && p.Prose {
			continue // so they do below the list
		}
		listed = listed || i > 1 && !p.Prose && len(p.Lines) < 3 && cue.Of(&p.Lines[0]) == cue.Opens
		if !p.Prose && len(p.Lines) > 3 || len(t) > 1<<16 {
			continue
		}
		for _, s := range phrase.Sentences(t) {
			c := ClaimIn(t[s[0]:s[1]], false)
			if longAgo.MatchString(t[s[0]:s[1]]) {
				continue // another text was signed then
			}
			if c.Organizations == nil && d.Kind != draft.KindPetition && petitionWords.MatchString(t[s[0]:s[1]]) {
				continue // those who signed a petition did not sign this
			}
			if c.Organizations == nil && c.Individuals == nil {
				continue
			}
			if first.Organizations == nil && first.Individuals == nil {
				first = c
			}
			if now.Organizations == nil && signWord.MatchString(t[s[0]:s[1]]) && asOfNow.MatchString(t[s[0]:s[1]]) {
				now = c
			}
		}
	}
	if now.Organizations != nil && d.Kind != draft.KindPress && d.Kind != draft.KindNews {
		return now
	}
	return first
}

// hasNumber reports whether a text in lower case may have a number, in figures or words.
func hasNumber(lower string) bool {
	if rule.Off("about.hasNumber") {
		return false
	}
	if text.HasDigit(lower) {
		return true
	}
	for w := range strings.FieldsSeq(lower) {
		if phrase.IsNumeral(strings.Trim(w, ".,;:()“”\"")) {
			return true
		}
	}
	return false
}

// hasNoun reports whether a text in lower case has a word for those who may sign: without one there is no claim.
func hasNoun(lower string) bool {
	if rule.Off("about.hasNoun") {
		return false
	}
	for _, w := range phrase.SpokenWords(lower) {
		if w := neutral(w.Text); personNouns.Has(w) || groupNouns.Has(w) || hasEnd(w) {
			return true
		}
	}
	return false
}

// inContext reports whether a sentence speaks of what signatories do.
func inContext(s string) bool {
	return claimContext.MatchString(s)
}

// countedNoun is a number of signatories that a sentence claims.
type countedNoun struct {
	n, start, end int
	person        bool
}

// ClaimIn reads the numbers of signatories that a sentence claims; title: it stands in a title, where no word of signing is needed.
func ClaimIn(s string, title bool) (c draft.Claimed) {
	if c = wideClaim(s, title); c.Organizations != nil || c.Individuals != nil {
		return c
	}
	if lower := strings.ToLower(s); s == "" || !hasNumber(lower) || !hasNoun(lower) || !title && !inContext(s) && cue.TopicsAbroad(s)&(cue.AboutSigning|cue.AboutSupport|cue.AboutPaper) == 0 {
		return c
	}
	var organizations, persons countedNoun
	ws := phrase.SpokenWords(s)
	for i := 0; i < len(ws); i++ {
		value, taken := phrase.NumberAt(ws, i)
		pair := value == 2 && i > 0 && whoSign.Has(ws[i-1].Text) // two are few, unless these sign
		if taken == 0 || value < 3 && !hasOther(ws, i+taken) && !pair || value >= 1_000_000 || strings.HasPrefix(s[ws[i].End:], "/") || s[ws[i].Start] == '(' || i > 0 && vagueWords.Has(ws[i-1].Text) && phrase.Scales()[ws[i].Text] > 0 {
			continue
		}
		noun, person := nounAfter(s, ws, i+taken)
		if noun < 0 || value >= 1990 && value <= 2100 && taken == 1 && len(ws[i].Text) == 4 || notSigners.MatchString(text.Tail(s[:ws[i].Start], 80)) {
			i += max(taken-1, 0)
			continue
		}
		found := countedNoun{value, ws[i].Start, ws[i].Start + len(strings.TrimRight(s[ws[i].Start:ws[noun].End], ".,;:!?)”\"")), person}
		if !person && hasOther(ws[:noun], i+taken) {
			found.n += namesBefore(s[:ws[i].Start])
		}
		switch {
		case found.n < 3 && !pair:
		case person && persons.n == 0:
			persons = found
		case !person && organizations.n == 0:
			organizations = found
		}
		i = noun
	}
	if organizations.n > 0 {
		c.Organizations = &organizations.n
		c.Text = draft.Maybe(text.Trim(s[organizations.start:organizations.end]))
	}
	beside := organizations.n > 0 && (persons.start-organizations.end < 60 && persons.start > organizations.start || organizations.start-persons.end < 60 && persons.start < organizations.start)
	if persons.n > 0 && (beside || organizations.n == 0 && signWord.MatchString(s)) {
		c.Individuals = &persons.n
		c.Text = draft.Maybe(text.Trim(s[persons.start:persons.end]))
		if organizations.n > 0 {
			c.Text = draft.Maybe(text.Trim(s[min(persons.start, organizations.start):max(persons.end, organizations.end)]))
		}
	}
	return c
}

// nounAfter finds the noun that a number counts: after at most five adjectives; -1 where something else stands there first.
func nounAfter(s string, ws []phrase.Spoken, from int) (at int, person bool) {
	if from > 0 && strings.HasSuffix(s[ws[from-1].Start:ws[from-1].End], ",") {
		return -1, false // a number of something before: "case 6991, filed by ..."
	}
	if from+1 < len(ws) && ofWords.Has(ws[from].Text) {
		if w := neutral(ws[from+1].Text); groupNouns.Has(w) || personNouns.Has(w) {
			from++ // "une vingtaine de collectifs", "peste 40 de organizații"
		}
	}
	for k := from; k < len(ws) && k < from+7; k++ {
		w := neutral(ws[k].Text)
		switch {
		case personNouns.Has(w):
			return k, true
		case groupNouns.Has(w) || hasEnd(w):
			// "50 trade unions and associations" counts the first noun; "20 groups fighting" too.
			return k, false
		case w == "" || notBetween.Has(w) || lexicon.SentenceWords.Has(w) && !our.Is(w) || w[0] >= '0' && w[0] <= '9':
			return -1, false
		}
		if k > from && strings.ContainsAny(s[ws[k-1].Start:ws[k-1].End], ".;:!?()") {
			return -1, false
		}
	}
	return -1, false
}

func hasEnd(w string) bool {
	if rule.Off("about.hasEnd") {
		return false
	}
	for _, end := range groupEnds() {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// neutral takes the marks of gender-neutral plurals out ("Wissenschaftler*innen", "chercheur·euses") and the article of "d’associations".
func neutral(w string) string {
	w = strings.TrimPrefix(strings.TrimPrefix(w, "d’"), "d'")
	if strings.ContainsAny(w, "*:_·•") {
		w = strings.Map(func(r rune) rune {
			if strings.ContainsRune("*:_·•", r) {
				return -1
			}
			return r
		}, w)
	}
	return w
}

// hasOther reports whether "other" stands within three words.
func hasOther(ws []phrase.Spoken, from int) bool {
	if rule.Off("about.hasOther") {
		return false
	}
	for k := from; k < len(ws) && k < from+3; k++ {
		if besideWords.Has(ws[k].Text) {
			return true
		}
	}
	return false
}

// namesBefore counts who signs beside the "other" ones: "Salt Union and 17 other groups" are eighteen, "A, B and 17 others" nineteen. At
// least one where the words before say that somebody joins them, none where nobody is named.
func namesBefore(before string) int {
	if !joins.MatchString(before) {
		return 0
	}
	parts := strings.Split(before, ", ")
	n := 1
	for i := len(parts) - 2; i >= 0; i-- {
		r, _ := utf8.DecodeRuneInString(parts[i])
		if !text.BeginsName(r) || text.WordCount(parts[i]) > 7 || phrase.IsSentence(parts[i]) {
			break
		}
		n++
	}
	return n
}
