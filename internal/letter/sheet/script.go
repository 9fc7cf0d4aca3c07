package sheet

import (
	"strings"

	"undersigned/internal/letter/text"
)

var (
	// assigned finds what stands before data that a page loads as a script: "var signers =", "export default", "window.data = ", "callback(".
	assigned = text.Lazy("sheet.assigned", `^(?:\s|//[^\n]*\n|/\*(?s:.*?)\*/|['"]use strict['"];)*(?:(?:export\s+)?(?:var|let|const)\s+[\p{L}_$][\p{L}\d_$]*\s*(?::\s*[^=\n]{1,60})?=|export\s+default\b|(?:window|module|exports|self|globalThis|this)(?:\.[\p{L}_$][\p{L}\d_$]*)*\s*=|[\p{L}_$][\p{L}\d_$.]*\s*[=(])\s*(?:[\[{])`)
	// comment finds the comments of a script that stand on lines of their own.
	comment = text.Lazy("sheet.comment", `(?m)^[ \t]*//.*$`)
)

// withoutScript blanks out what makes a script of data, so that lines keep their numbers. is reports whether there was any.
func withoutScript(t string) (data string, is bool) {
	m := assigned.FindStringIndex(t[:min(len(t), 4096)])
	if m == nil {
		return t, false
	}
	blank := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r == '\n' {
				return r
			}
			return ' '
		}, s)
	}
	t = blank(t[:m[1]-1]) + t[m[1]-1:]
	end := strings.LastIndexAny(t, "]}")
	if end < 0 {
		return t, true
	}
	return comment.ReplaceAllStringFunc(t[:end+1], blank), true
}
