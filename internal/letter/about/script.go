package about

import (
	"strings"
	"unicode"

	"undersigned/internal/letter/document"
)

// scriptLanguage returns the language of a text whose script says it, with the letters that part languages of one script; "" for Latin and where
// scripts are mixed.
func scriptLanguage(p *document.Document) string {
	var latin, han, kana, hangul, arabic, persian, hebrew, greek, cyrillic, ukrainian, russian, bulgarian, all int
	for i := range p.Lines {
		for _, r := range p.Lines[i].Text {
			if !unicode.IsLetter(r) {
				continue
			}
			if all++; all > 20_000 {
				break
			}
			switch {
			case r < 0x250:
				latin++
			case r < 0x400:
				greek++
			case r < 0x530:
				cyrillic++
				switch {
				case strings.ContainsRune("іїєґІЇЄҐ", r):
					ukrainian++
				case strings.ContainsRune("ыэёЫЭЁ", r):
					russian++
				case r == 'ъ' || r == 'Ъ':
					bulgarian++
				}
			case r < 0x600:
				hebrew++
			case r < 0x780:
				arabic++
				if strings.ContainsRune("پچگژیک", r) {
					persian++
				}
			case unicode.In(r, unicode.Hiragana, unicode.Katakana):
				kana++
			case unicode.Is(unicode.Hangul, r):
				hangul++
			case unicode.Is(unicode.Han, r):
				han++
			}
		}
	}
	wide := 3 * (han + kana + hangul) // characters, each of which says as much as letters do
	switch all := all + wide; {
	case all < 20:
		return ""
	case 2*wide > all && hangul > han+kana:
		return "ko"
	case 2*wide > all && 20*kana > han+kana:
		return "ja"
	case 2*wide > all:
		return "zh"
	case 2*arabic > all && 25*persian > arabic:
		return "fa"
	case 2*arabic > all:
		return "ar"
	case 2*hebrew > all:
		return "he"
	case 2*greek > all:
		return "el"
	case 2*cyrillic > all && ukrainian > russian:
		return "uk"
	case 2*cyrillic > all && russian > 0 || 2*cyrillic > all && bulgarian == 0 && cyrillic > 100:
		return "ru"
	}
	return ""
}
