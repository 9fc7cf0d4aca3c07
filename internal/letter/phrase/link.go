package phrase

import (
	"strings"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// link finds an address of the web with the brackets around it and the marks that set it off.
var link = text.Lazy("phrase.link", `[\s(\[<–—,;-]*(?:https?://|www\.)[^\s,;>)\]]+[>)\]]*[\s,;–—-]*`)

// CutLinks takes addresses of the web out of a record between commas: "Ann Lee, Quill Hosting, http://quill.example, web sites" becomes the record without
// it. Where nothing but one name stands before the address, what follows describes it (note). ok is false where a text has none, or
// where a sentence refers to it.
func CutLinks(s string) (record, note string, ok bool) {
	if rule.Off("phrase.CutLinks") || !strings.Contains(s, "://") && !strings.Contains(s, "www.") {
		return s, "", false
	}
	record = link.ReplaceAllString(s, ", ")
	m := link.FindStringIndex(s)
	if m == nil || text.WordCount(record) == 0 || IsSentence(s[:m[0]]) {
		return s, "", false
	}
	record = text.Trim(strings.Trim(text.Trim(record), ",;–—-"))
	name := text.Trim(strings.TrimRight(s[:m[0]], " ,;"))
	if name != "" && !strings.ContainsAny(name, ",;") && text.WordCount(name) <= 8 {
		return name, text.Trim(strings.Trim(link.ReplaceAllString(s[m[1]:], ", "), " ,;–—-")), true
	}
	return record, "", true
}
