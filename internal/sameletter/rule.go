package sameletter

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"undersigned/graph"
)

// Link is a report and the letter that it is about, by the written rule.
type Link struct {
	Report, Letter *graph.Letter
	Share          float64 // of the report's names that the letter has, too
	Quote          string  // a passage of the letter, as the report quotes it
}

// reportOf applies the written rule of a report: report is news or a press release, at least half of the organizations it names
// (equal after graph.Fold) sign the letter, and a passage of graph.QuoteWords words or more that it quotes stands in the letter's text. Words
// are compared without case, punctuation and line breaks. It never links two ordinary letters, nor a letter with itself.
func reportOf(report, letter *sketch) (Link, bool) {
	if report.letter.ID == letter.letter.ID || !report.reports() || !letter.quotable() {
		return Link{}, false
	}
	names, others, shared := report.names(), letter.names(), 0
	for key := range names {
		if others[key] {
			shared++
		}
	}
	if len(names) == 0 || 2*shared < len(names) {
		return Link{}, false
	}
	for _, d := range letter.letter.Documents {
		if quote := quotedFrom(report.letter.Quotes, d.Text); quote != "" {
			return Link{report.letter, letter.letter, float64(shared) / float64(len(names)), quote}, true
		}
	}
	return Link{}, false
}

// Judgement is what the rule says of a link: that one is a report of the other, with the share and the words quoted as its reason.
func (l Link) Judgement() graph.Judgement {
	quote := firstWords(l.Quote, 12)
	if len(strings.Fields(l.Quote)) > 12 {
		quote += " …"
	}
	return graph.NewJudgement(graph.Judgement{Verdict: graph.Same, Relation: graph.ReportOf, By: graph.RuleSameLetter,
		A: graph.NameRef{Letter: l.Report.ID}, B: graph.NameRef{Letter: l.Letter.ID}, Score: l.Share,
		Why: fmt.Sprintf("%.0f %% of its names stand in the letter, which it quotes: “%s”", 100*l.Share, quote)})
}

func reportKind(kind string) bool { return kind == "news" || kind == "press-release" }

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
