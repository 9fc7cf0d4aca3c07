package text

import (
	"strings"
	"unicode/utf8"
)

// Marks and figures of scripts that have others than ours: full-width ones, and those of Arabic.

var narrow = strings.NewReplacer("（", " (", "）", ") ", "，", ", ", "、", ", ", "；", "; ", "：", ": ", "／", " / ", "｜", " | ", "،", ", ", "؛", "; ", "\u3000", " ", "［", " (", "］", ") ", "〔", " (", "〕", ") ", "【", " (", "】", ") ")

// Narrow puts our commas, colons and brackets for those of other scripts, for patterns that ask for them. What stands between them stays as it is
// printed.
func Narrow(s string) string {
	if !beyondGreek(s) || !strings.ContainsAny(s, "（），、；：／｜،؛\u3000［］〔〕【】") {
		return s
	}
	s = narrow.Replace(s)
	for _, twice := range [][2]string{{"  ", " "}, {" ,", ","}, {" ;", ";"}, {" :", ":"}, {" )", ")"}} {
		s = strings.ReplaceAll(s, twice[0], twice[1])
	}
	return Trim(s)
}

// beyondGreek reports whether a text may have characters of Arabic, Chinese and the scripts between, by its bytes alone.
func beyondGreek(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xd8 && s[i] != 0xe2 { // which begins our dashes and quotation marks
			return true
		}
	}
	return false
}

// EndsColon reports whether a text ends with a colon, of any width.
func EndsColon(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

// CutColon cuts a text at its first colon that a blank follows, or at the first wide one, which needs none.
func CutColon(s string) (head, rest string, ok bool) {
	head, rest, ok = strings.Cut(s, ": ")
	if wide, after, found := strings.Cut(s, "："); found && (!ok || len(wide) < len(head)) {
		return wide, after, true
	}
	if i := strings.IndexByte(s, ':'); i > 0 && i+1 < len(s) && (!ok || i < len(head)) { // glued to a character that no blank stands before
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		if IsHan(before) && IsHan(after) {
			return s[:i], s[i+1:], true
		}
	}
	return head, rest, ok
}

// Digit returns the value of a figure: ours, a full-width one or one of Arabic or Persian; -1 for anything else.
func Digit(r rune) int {
	for _, zero := range []rune{'0', '０', '٠', '۰'} {
		if r >= zero && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

// HasDigit reports whether a text has a figure of any script.
func HasDigit(s string) bool {
	return strings.ContainsAny(s, "0123456789") || beyondGreek(s) && strings.IndexFunc(s, func(r rune) bool { return r >= 0x660 && Digit(r) >= 0 }) >= 0
}

// Figures puts ours for the figures of other scripts.
func Figures(s string) string {
	return strings.Map(func(r rune) rune {
		if n := Digit(r); n >= 0 {
			return rune('0' + n)
		}
		return r
	}, s)
}
