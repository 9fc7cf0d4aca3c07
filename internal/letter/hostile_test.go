package letter

import (
	"context"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
)

// TestHostile reads texts made to be slow. Where work grew with the square of the input, one of these would run for
// minutes; each takes a fraction of a second.
func TestHostile(t *testing.T) {
	many := func(s string) string { return strings.Repeat(s, 1<<17/len(s)) }
	lead := "Dear Mayor,\n\nWe ask you to keep the pool. It is ours and always was.\n\n"
	for name, text := range map[string]string{
		"one line":         lead + "Signed by: " + many("Salt Union, "),
		"one line of ands": lead + "Signed by: " + many("Salt and Pier and "),
		"one sentence":     lead + "The letter was signed by " + many("Salt and Pier and ") + ".",
		"claims":           lead + many("we 1 group "),
		"open quotes":      lead + many("“„« "),
		"closed quotes":    lead + many("“a” \"b\" "),
		"brackets":         lead + "Signed by:\n\n" + many("Salt (\n"),
		"same name":        many("Salt Union\n")[:1<<16] + "\n" + lead + "Signed,\n\n" + many("Salt Union\n")[:1<<16],
		"one item":         lead + "Signed by:\n\n- Salt\n" + many("  and pier\n"),
		"inline lines":     lead + "Signed by:\n\n" + many("Salt Union; Pier; River;\n"),
		"dots":             lead + many(". "),
		"stars":            many("*a*_b_ "),
		"targets":          "Dear Castor CEO Jane Lind,\n\n" + many("Castor x (CX) "),
		"words":            many("a "),
		"columns":          lead + "Signed,\n\n" + many("Salt      Pier      River\n"),
		"marks":            lead + "Signed,\n\n" + "Salt" + many("*†"),
		"front matter":     "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: T\n---\n" + lead,
		"tables":           "Signed by:\n\n| a | b |\n|---|---|\n" + many("| Salt Union | Chile |\n"),
		"unclosed csv":     "organization\n\"" + many("Salt Union\n"),
		"salutations":      many("Dear Mr. Lind and Ms. Roe and "),
	} {
		for _, ext := range []string{".txt", ".md", ".csv"} {
			t.Run(name+ext, func(t *testing.T) {
				_, err := Extract(context.Background(), "x"+ext, []byte(text), medium.Limits{})
				if code := graph.CodeOf(err); code != "" && code != graph.TooLarge && code != graph.Invalid {
					t.Error(err)
				}
			})
		}
	}
}
