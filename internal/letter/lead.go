package letter

import "strings"

var sponsored = lazy(`^([\p{L}-]+ )?sponsor`)

// addresses reports whether the document speaks for its signatories, so that an unannounced list at its end is theirs.
func (d *document) addresses() bool {
	switch d.kind {
	case kindLetter, kindStatement, kindPetition, kindBrief:
		return true
	}
	return d.salutation >= 0
}

// inlineLead cuts "Signed by: A, B and C" into the words that announce and the list.
func inlineLead(text string) (head, rest string, ok bool) {
	head, rest, ok = strings.Cut(text, ": ")
	if !ok || wordCount(head) > 10 || !strings.ContainsAny(rest, ",;") && wordCount(rest) > 8 && rareSeparator(rest) == "" || trim(rest) == "" {
		return "", "", false
	}
	f := foldLine(head)
	if !announces(f) || closing(f) {
		return "", "", false
	}
	if isSentence(rest) {
		return "", "", false
	}
	return head, trim(rest), true
}
