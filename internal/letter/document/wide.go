package document

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/text"
)

// Markers of scripts that number otherwise: "１．", "（一）", "三、", "②", "٤-".

// wideMarker finds a number with figures or marks of other scripts at the beginning of a line. Chinese numerals need the comma or the brackets that
// make a number of them: "三一書店" is a name.
var wideMarker = text.Lazy("document.wideMarker", `^(?:[①-⑳㈠-㈩㊀-㊉]|（[0-9０-９一二三四五六七八九十]{1,4}）|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、．]|[0-9０-９]{1,4}[、．）]|[０-９]{1,4}[.)]|[0-9]{1,4}[.)]?\x{3000}|[٠-٩۰-۹]{1,4} ?[-–.)])`)

// cutWide takes such a number off a line.
func cutWide(s string) (marker, rest string) {
	r, _ := utf8.DecodeRuneInString(s)
	if r < 0x80 && r != '(' && (r < '0' || r > '9') {
		return "", s
	}
	m := wideMarker.FindStringIndex(s)
	if m == nil || m[1] == len(s) {
		return "", s
	}
	rest = text.Trim(s[m[1]:])
	if next, _ := utf8.DecodeRuneInString(rest); text.Digit(next) >= 0 && !strings.ContainsAny(s[:m[1]], "（）()、\u3000") {
		return "", s // "12．5": a figure
	}
	return text.Trim(s[:m[1]]), rest
}

// chineseDigits are the numerals that number lists.
const chineseDigits = "〇一二三四五六七八九"

// wideNumber returns the number of a marker without our figures, 0 for none.
func wideNumber(marker string) int {
	n, tens := 0, false
	for _, r := range marker {
		switch i := strings.IndexRune(chineseDigits, r); {
		case r >= '①' && r <= '⑳':
			return int(r-'①') + 1
		case r >= '㈠' && r <= '㈩':
			return int(r-'㈠') + 1
		case r >= '㊀' && r <= '㊉':
			return int(r-'㊀') + 1
		case r == '十':
			n, tens = max(n, 1)*10, true
		case i >= 0 && tens:
			n += i / utf8.RuneLen('一')
		case i >= 0:
			n = 10*n + i/utf8.RuneLen('一')
		case text.Digit(r) >= 0 && n < 100_000:
			n = 10*n + text.Digit(r)
		}
	}
	return n
}
