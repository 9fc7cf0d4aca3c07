package letter

import (
	"context"
	"strings"
	"testing"

	"undersigned/graph"
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
				_, err := Extract(context.Background(), "x"+ext, []byte(text), Limits{})
				if code := graph.CodeOf(err); code != "" && code != graph.TooLarge && code != graph.Invalid {
					t.Error(err)
				}
			})
		}
	}
}

// TestGuards asks that the stems of a guarded pattern miss nothing that the pattern matches: on every line of the fixtures
// and on phrases for each alternative.
func TestGuards(t *testing.T) {
	lines := strings.Split(`signed by|co-signers|signatories|list of organizations|respectfully submitted|endorsed by|supporters|sponsored by|groups that have joined|participating companies|member organizations|
additional organizations|joined by|the above letter was signed|amici curiae|list of amici|unterzeichner|unterschrieben von|unterstützt von|mitzeichner|gez|signataires|ont signé|soutenu par|firmantes|firman|suscriben|
organizaciones que apoyan|adhesiones|adhieren|respaldada por|assinam|subscrevem|signatários|firmatari|sottoscritto|ondertekend|undertecknare|underskrevet|undertegnet|allekirjoittajat|sygnatariusze|podpisani|podepsaní|signatáři|
sincerely|yours faithfully|best regards|in solidarity|thank you|mit freundlichen grüßen|hochachtungsvoll|cordialement|veuillez agréer mes salutations|sentiments|atentamente|saludos|atenciosamente|cordiali saluti|hoogachtend|
met vriendelijke groet|med vänlig hälsning|med venlig hilsen|med vennlig hilsen|z poważaniem|s pozdravem|affiliation for identification only|listed for identification|nur zur identifizierung|institutionelle zugehörigkeit|à titre indicatif|
solo para identificación|signs in an individual capacity|deceased|indicates a late signer|denotes`, "|")
	for _, f := range lines {
		f = foldLine(strings.TrimSpace(f))
		for i, g := range []guarded{opening, abroad, farewell, remark} {
			if g.pattern.MatchString(f) && !g.match(f) {
				t.Errorf("guard %d misses %q", i, f)
			}
		}
		if !announces(f) && !farewell.match(f) && !remark.match(f) {
			t.Errorf("%q is no cue at all", f)
		}
	}
}
