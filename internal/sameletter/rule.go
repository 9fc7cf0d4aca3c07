package sameletter

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
)

// ReportOf applies the written rule of a report: report is news or a press release, at least half of the organizations it names
// (equal after graph.Fold) sign the letter, and a passage of 8 words or more that it quotes stands in the letter's text. Words are compared without case,
// punctuation and line breaks. share is the part of the report's names that the letter has; quote the passage as the report
// quotes it. It never links two ordinary letters, nor a letter with itself.
func ReportOf(report, letter graph.Letter) (share float64, quote string, ok bool) {
	if report.ID == letter.ID || !reportKind(report.Kind) || reportKind(letter.Kind) || len(report.Quotes) == 0 {
		return 0, "", false
	}
	own, others := organizationKeys(report), organizationKeys(letter)
	if len(own) == 0 {
		return 0, "", false
	}
	shared := 0
	for key := range own {
		if others[key] {
			shared++
		}
	}
	share = float64(shared) / float64(len(own))
	if 2*shared < len(own) {
		return share, "", false
	}
	for _, d := range letter.Documents {
		if quote = quotedFrom(report.Quotes, d.Text); quote != "" {
			return share, quote, true
		}
	}
	return share, "", false
}

// Judgement is what the written rule says where ReportOf found a report: that one is a report of the other, by the rule, with the share and
// the words quoted as its reason.
func Judgement(report, letter string, share float64, quote string) graph.Judgement {
	if short := firstWords(quote, 12); len(strings.Fields(quote)) > 12 {
		quote = short + " …"
	} else {
		quote = short
	}
	return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, Relation: graph.ReportOf, By: graph.RuleSameLetter,
		A: graph.NameRef{Letter: report}, B: graph.NameRef{Letter: letter}, Score: share,
		Why: fmt.Sprintf("%.0f %% of its names stand in the letter, which it quotes: “%s”", 100*share, quote)})
}

func reportKind(kind string) bool { return kind == "news" || kind == "press-release" }

func organizationKeys(l graph.Letter) map[string]bool {
	keys := map[string]bool{}
	for i := range l.Signatures {
		if s := &l.Signatures[i]; s.Type == graph.TypeOrganization {
			if key := graph.Fold(s.Name); key != "" {
				keys[key] = true
			}
		}
	}
	return keys
}

// quotedFrom returns the first quotation of which graph.QuoteWords words in a row stand in the text. Editors shorten and
// change quotations, so the whole of it need not. Time is linear in both texts.
func quotedFrom(quotes []string, text string) string {
	words := foldedWords(text)
	runs := make(map[string]bool, len(words))
	for i := 0; i+graph.QuoteWords <= len(words); i++ {
		runs[strings.Join(words[i:i+graph.QuoteWords], " ")] = true
	}
	for _, q := range quotes {
		ws := foldedWords(q)
		for i := 0; i+graph.QuoteWords <= len(ws); i++ {
			if runs[strings.Join(ws[i:i+graph.QuoteWords], " ")] {
				return q
			}
		}
	}
	return ""
}

func firstWords(s string, n int) string {
	fields := strings.Fields(s)
	return strings.Join(fields[:min(n, len(fields))], " ")
}

// foldedWords returns the words of a text in lower case without punctuation; apostrophes and hyphens within words go.
func foldedWords(text string) []string {
	var out []string
	for w := range strings.FieldsSeq(norm.NFKC.String(text)) {
		w = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, w)
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}
