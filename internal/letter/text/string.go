package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// StartsWithAny reports whether a text begins with one of heads.
func StartsWithAny(s string, heads []string) bool {
	for _, h := range heads {
		if strings.HasPrefix(s, h) {
			return true
		}
	}
	return false
}

// OneLine makes one blank of each run of white space, line ends included.
func OneLine(s string) string { return Trim(strings.Join(strings.Fields(s), " ")) }

// Tail returns the last n bytes of a text, or all of it.
func Tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[len(s)-n:]
}

// IsLower reports whether a text begins with a letter in lower case.
func IsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// WideGap is white space that sets columns.
var WideGap = Lazy("text.WideGap", `\t+|[ \x{a0}]{3,}|[ \x{a0}]*\x{3000}[ \x{a0}\x{3000}]+`)

// Collapse makes a printed line of text: runs of white space are one blank, three no-break spaces or more a tab (they set
// columns), and characters without width go.
func Collapse(s []byte) string {
	var b strings.Builder
	b.Grow(len(s))
	space, fixed := false, 0
	for _, r := range string(s) {
		switch r {
		case ' ', '\t', '\n', '\f', '\r', '\v', '\u2002', '\u2003', '\u2009', '\u202f', '\u2028', '\u2029', '\u0085':
			space = true
			continue
		case '\u00a0':
			space = true
			fixed++
			continue
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', 0:
			continue
		}
		if space && b.Len() > 0 {
			if fixed >= 3 {
				b.WriteByte('\t')
			} else {
				b.WriteByte(' ')
			}
		}
		space, fixed = false, 0
		b.WriteRune(r)
	}
	return b.String()
}

// WordBefore reports whether the byte before i is part of a word.
func WordBefore(t string, i int) bool { return i > 0 && isWordByte(t[i-1]) }

// WordAfter reports whether the byte at i is part of a word.
func WordAfter(t string, i int) bool { return i < len(t) && isWordByte(t[i]) }

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// CleanText drops soft hyphens, which show only where a line ends, and makes other line ends "\n".
func CleanText(s string) string {
	if strings.ContainsAny(s, "\u00ad\r\v\u2028\u2029\u2011\x00") {
		s = strings.NewReplacer("\u00ad", "", "\r\n", "\n", "\r", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n", "\u2011", "-", "\x00", "").Replace(s)
	}
	return strings.ToValidUTF8(s, "\uFFFD")
}

// MaskDigits makes every digit a 0, so that lines that differ by a number alone are equal.
func MaskDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s)
}

// CompareFloat returns -1, 0 or 1, as functions that sort ask.
func CompareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// WordCount counts what blanks divide, and in scripts without blanks about as many words.
func WordCount(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		n += wordsIn(w)
	}
	return n
}

// CutBrackets takes brackets off that enclose a text or are not closed.
func CutBrackets(t string) string {
	if strings.HasPrefix(t, "(") || strings.Count(t, ")") > strings.Count(t, "(") {
		t = strings.TrimSuffix(strings.TrimPrefix(t, "("), ")")
	}
	return Trim(t)
}

// IndentOf returns how far a line is set in, in characters; a tab counts four.
func IndentOf(s string) int {
	n := 0
	for _, r := range s {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// IsRule reports whether a line is drawn with characters: "-----", "* * *", "_____".
func IsRule(s string) bool {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune("-_=*~#—–· .", r) {
			return false
		}
		if r != ' ' {
			n++
		}
	}
	return n >= 3 || s == "—"
}

// Trim takes white space off both ends, zero-width and no-break spaces included.
func Trim(s string) string {
	return strings.Trim(s, " \t\n\v\f\r\u00a0\u200b\u200c\u200d\u2060\ufeff\u2002\u2003\u2009\u202f\u3000")
}

// FirstWords returns the first n words, with one blank between them.
func FirstWords(s string, n int) string {
	fields := strings.Fields(s)
	return strings.Join(fields[:min(n, len(fields))], " ")
}

// ContainsAny reports whether a text contains one of stems.
func ContainsAny(s string, stems []string) bool {
	for _, stem := range stems {
		if strings.Contains(s, stem) {
			return true
		}
	}
	return false
}

// Join joins two lines of one name. A hyphen that divides a word goes; one that is part of a name stays.
func Join(a, b string) string {
	if strings.HasSuffix(a, "\u00ad") {
		return strings.TrimSuffix(a, "\u00ad") + b
	}
	if strings.HasSuffix(a, "-") && !strings.HasSuffix(a, " -") {
		if r, _ := utf8.DecodeRuneInString(b); unicode.IsLower(r) {
			return strings.TrimSuffix(a, "-") + b
		}
		return a + b
	}
	return a + " " + b
}
