package section

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

var sponsored = text.Lazy("section.sponsored", `^([\p{L}-]+ )?sponsor|^(?:主辦|主办|協辦|协办|合辦|合办|承辦|承办|主催|共催|協賛|後援|주최|주관|후원)`)

// inlineLead cuts "Signed by: A, B and C" into the words that announce and the list.
func inlineLead(s string) (head, rest string, ok bool) {
	head, rest, ok = text.CutColon(s)
	if !ok || text.WordCount(head) > 10 || !strings.ContainsAny(rest, ",;") && phrase.WideSeparator(rest) == "" && text.WordCount(rest) > 8 && phrase.RareSeparator(rest) == "" || text.Trim(rest) == "" {
		return "", "", false
	}
	f := text.FoldLine(head)
	if !cue.Announces(f) || cue.Closing(f) {
		return "", "", false
	}
	if phrase.IsSentence(rest) {
		return "", "", false
	}
	return head, text.Trim(rest), true
}
