package entry

import (
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/weights"
)

// Lines with commas may be read in two ways: each as one signatory with what is said of her ("Ann Lee, River Watch, Engineer"), or all as one
// running list that breaks anywhere. What the lines have in common decides; no single line can.

// The features of a block of lines, in the order of their weights. All are shares of the lines.
const (
	rHead  = iota // what stands before the first comma could be a person
	rSure         // it surely is one
	rEven         // they have the most usual number of commas
	rRoom         // the next line's first word would have had room: the author ended the line
	rOpen         // they end with a separator
	rCross        // a name crosses the end of the line, if the list runs on
	readingCount
)

var asRecords = &weights.Model{Bias: -3.2, Weights: []float64{rHead: 2.4, rSure: 2, rEven: 1, rRoom: 1.6, rOpen: -8, rCross: .8}}

// records reports whether each line is a record of one person.
func records(lines []document.Line) bool {
	if rule.Off("entry.records") || len(lines) < 2 {
		return false
	}
	if len(lines) == 2 {
		for i := range lines { // two have little in common to go by: each says what she is
			w, ok := phrase.ReadPerson(phrase.CutMarks(lines[i].Text))
			if !ok || !w.Own && !w.Office && w.Organization == "" || strings.HasSuffix(lines[i].Text, ",") {
				return false
			}
		}
		return true
	}
	var f [readingCount]float64
	width := 0
	commas := map[int]int{}
	usual := 0
	for i := range lines {
		n := strings.Count(lines[i].Text, ",")
		if commas[n]++; n > 0 {
			usual = max(usual, commas[n])
		}
		width = max(width, utf8.RuneCountInString(lines[i].Text))
	}
	n := float64(len(lines))
	for i := range lines {
		t := lines[i].Text
		head, rest, _ := strings.Cut(t, ",")
		if c := phrase.PersonCertainty(phrase.CutMarks(head)); c > 0 && text.Trim(rest) != "" {
			f[rHead] += 1 / n
			f[rSure] += float64(c/2) / n
		}
		if strings.HasSuffix(t, ",") || i+1 < len(lines) && phrase.WithoutAnd(t) != t {
			f[rOpen] += 1 / n
		} else if i+1 < len(lines) {
			f[rCross] += 1 / n
		}
		if i+1 < len(lines) && utf8.RuneCountInString(t)+1+utf8.RuneCountInString(text.FirstWords(lines[i+1].Text, 1)) < width {
			f[rRoom] += 1 / n
		}
	}
	f[rEven] = float64(usual) / n
	return asRecords.Probability(f[:]) > .5
}

// officesFirst reports whether two columns hold what persons are and, beside it, their names, as Russian letters set them.
func officesFirst(rows [][]string) bool {
	if rule.Off("entry.officesFirst") {
		return false
	}
	both := 0
	for _, r := range rows {
		if len(r) == 2 && (phrase.SaysOffice(r[0]) || phrase.SaysOccupation(r[0])) && phrase.PersonCertainty(phrase.CutMarks(r[0])) < 2 && phrase.PersonCertainty(phrase.CutMarks(r[1])) == 2 {
			both++
		}
	}
	return both >= 2 && 10*both >= 8*len(rows)
}

// personRows reads lines that are set in columns, of which the first holds persons and the others say what they are. rows has the cells of each
// line. nil where the columns hold names of their own.
func personRows(lines []document.Line, rows [][]string, ctx section.Setting) []Entry {
	if rule.Off("entry.personRows") {
		return nil
	}
	first, sure, second, beside, named := 0, 0, 0, 0, 0
	base := lines[0].Indent
	for i := range lines {
		base = min(base, lines[i].Indent)
	}
	for i, r := range rows {
		if lines[i].Indent > base+8 {
			continue
		}
		first++
		if c := phrase.PersonCertainty(phrase.CutMarks(r[0])); c > 0 {
			second += c - 1
			sure++
		}
		if len(r) > 1 {
			beside++
			if phrase.PersonCertainty(phrase.CutMarks(r[1])) == 2 {
				named++
			}
		}
	}
	if first < 2 || 10*sure < 7*first || 2*second < sure || 2*beside < first || 4*named > beside {
		return nil
	}
	var out []Entry
	for i, r := range rows {
		if n := len(out); n > 0 && (lines[i].Indent > base+8 || len(r) == 1 && lexicon.SmallWords.Has(strings.ToLower(text.FirstWords(r[0], 1)))) {
			e := &out[n-1]
			if len(e.Lines) < 8 {
				e.Note = text.Join(e.Note, strings.Join(r, ", "))
				e.Lines = append(e.Lines, lines[i])
			}
			continue
		}
		e := Entry{Text: r[0], Lines: lines[i : i+1 : i+1], Marked: true, Setting: ctx}
		if len(r) > 1 {
			e.Note = strings.Join(r[1:], ", ")
		}
		out = append(out, e)
	}
	for i := range out {
		if e := &out[i]; e.Note != "" && phrase.PersonCertainty(phrase.CutMarks(e.Text)) > 0 {
			e.Text, e.Note = phrase.CutMarks(e.Text)+", "+e.Note, ""
		}
	}
	return out
}
