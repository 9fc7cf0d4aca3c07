package intake

import (
	"regexp"
	"strings"
)

// sourceLine is a line that holds an address and nothing else, but for a word or two that say so: "Source: https://example.org/letter".
var sourceLine = regexp.MustCompile(`^(?:[\pL\pM ]{1,30}:\s*)?[<(\[]?(https?://[^\s<>()\[\]]+)[>)\]]?$`)

// Pasted makes a document of a text that a person pasted. Where she gives no address, one that stands by itself in the first line is where the
// text was published: who copies an article from a page often puts it there. The line stays in the text, so that all others keep their numbers.
func Pasted(name, text, address string) Document {
	if strings.TrimSpace(address) == "" {
		first, _, _ := strings.Cut(strings.TrimLeft(text, "\ufeff \t\r\n"), "\n")
		if m := sourceLine.FindStringSubmatch(strings.TrimSpace(first)); m != nil {
			address, _ = published(m[1]) // one that is none of a page is a line of the text as any other
		}
	}
	return Document{Name: name, Data: []byte(text), Published: address}
}
