package about

import (
	"strings"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/text"
)

// languageOf returns the ISO 639-1 code of the language of a text, "" where too few words tell.
func languageOf(p *document.Document) string {
	if code := lexicon.LanguageCode(p.Meta.Language); code != "" {
		return code
	}
	if code := scriptLanguage(p); code != "" {
		return code
	}
	score := map[string]int{}
	total := 0
	for i := range p.Lines {
		for w := range strings.FieldsSeq(p.Lines[i].Text) {
			if total++; total > 4000 {
				break
			}
			for _, code := range lexicon.StopWords()[text.Fold(w)] {
				score[code]++
			}
		}
	}
	best, second := "", 0
	for _, code := range lexicon.Languages() {
		switch {
		case score[code] > score[best]:
			best, second = code, score[best]
		case score[code] > second:
			second = score[code]
		}
	}
	if short := total < 80 && score[best] == 3 && second <= 1; score[best] < 4 && !short || score[best] == second || 25*score[best] < min(total, 4000) {
		return lexicon.LanguageCode(p.Hints.Language) // pages often keep their template's, so the text is asked first
	}
	return best
}
