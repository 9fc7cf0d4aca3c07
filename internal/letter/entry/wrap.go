package entry

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
)

// Entry is one signatory's printed text, wraps joined.
type Entry struct {
	Text        string
	Lines       []document.Line // as printed
	Again       []document.Line // a second printing
	Form        string          // the text of the second printing
	Unsure      bool            // the wrap was decided by less than certain signs
	Marked      bool            // it has a bullet or number, or a table row of its own
	Country     string
	Note        string
	Person      string // of a signature block: who signs
	Office      string // and her office
	Own         bool   // signs for herself
	Said        string // what stands below the person, as printed
	Struck      bool
	Sited       bool            // an address of the web stood in it
	Affiliation string          // a person's, where a column says it
	Why         string          // a column says that it is no signatory
	Doubts      []string        // of a table's first entry: what may be wrong with the whole
	Aside       []draft.LeftOut // and the columns that were put aside
	Order       int             // the line it is sorted by, where that is not its own first
	Paragraph   bool            // cut out of a list within a line
	Contested   float64         // how near another reading of its list came: 0 not at all, 1 even
	section.Setting
}

// wrapped decides for each line of a plain list whether it goes on with the line above: 2 surely, 1 by weaker signs, 0 not.
// Sure signs are open brackets, a dangling small word or mark, and a small word in lower case at the beginning. Weaker ones need a
// column that was too narrow for the next word, and an order of the alphabet that only the joined lines keep.
func wrapped(lines []document.Line) []int {
	n := len(lines)
	out := make([]int, n)
	if n < 2 {
		return out
	}
	commas, ands := 0, 0
	width := 0
	for i := range lines {
		t := lines[i].Text
		if strings.HasSuffix(t, ",") || strings.HasSuffix(t, ";") {
			commas++
		}
		if phrase.WithoutAnd(t) != t {
			ands++
		}
		width = max(width, utf8.RuneCountInString(t))
	}
	sure := 0
	for i := 1; i < n; i++ {
		if lines[i].Sign == document.Follows || bracketed(lines[i].Text) && !bracketed(lines[i-1].Text) && lines[i].Gap == 0 || phrase.GoesOn(lines[i-1].Text, lines[i].Text, 2*commas > n) {
			out[i] = 2
			sure++
		}
	}
	base, deep := lines[0].Indent, 0
	for i := range lines {
		if lines[i].Indent > base+1 {
			deep++
		}
	}
	for i := 1; i < n; i++ {
		// Continuation lines that are set in, where most lines are not and none is set out.
		if out[i] == 0 && lines[i].Sign != document.StandsOff && 10*deep < 4*n && lines[i].Indent > base+1 && lines[i].Indent < base+24 {
			out[i] = 2
			sure++
		}
	}
	// Brackets that stay open over several lines.
	open := 0
	for i := range lines {
		if i > 0 && open > 0 && out[i] == 0 {
			out[i] = 2
			sure++
		}
		open += strings.Count(lines[i].Text, "(") - strings.Count(lines[i].Text, ")")
		if open < 0 || i > 2 && out[i] == 2 && out[i-1] == 2 && out[i-2] == 2 {
			open = 0
		}
	}
	if wrapsBySign(lines, out) || n < 8 || sure < 2 || 20*sure < n {
		return out
	}
	inOrder, kept := phrase.Alphabetical(document.TextsOf(lines), out)
	for i := 1; i < n; i++ {
		if out[i] != 0 {
			continue
		}
		first, _, _ := strings.Cut(lines[i].Text, " ")
		forced := utf8.RuneCountInString(lines[i-1].Text)+1+utf8.RuneCountInString(first) > width-1
		if forced && kept >= 0.7 && !inOrder[i] {
			out[i] = 1
		}
	}
	return out
}

// joinWraps makes entries of the lines of a plain list.
func joinWraps(lines []document.Line, ctx section.Setting) []Entry {
	wraps := wrapped(lines)
	var out []Entry
	for i := range lines {
		if wraps[i] > 0 && len(out) > 0 && len(out[len(out)-1].Lines) < 6 {
			e := &out[len(out)-1]
			e.Text = text.Join(e.Text, lines[i].Text)
			e.Lines = append(e.Lines, lines[i])
			e.Unsure = e.Unsure || wraps[i] == 1
			continue
		}
		out = append(out, Entry{Text: lines[i].Text, Lines: lines[i : i+1 : i+1], Setting: ctx, Struck: lines[i].Struck})
	}
	return out
}

// bracketed reports whether a line is nothing but a remark in brackets on the name above: "(Chair: Jane Doe)".
func bracketed(t string) bool {
	return !rule.Off("entry.bracketed") && len(t) > 4 && t[0] == '(' && t[len(t)-1] == ')' && strings.Count(t, "(") == 1
}
