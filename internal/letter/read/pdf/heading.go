package pdf

import (
	"math"
	"slices"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

func sizeClass(l *printedLine) float64 { return math.Round(2*l.row.size) / 2 }

// findHeadings marks lines in larger or bold type as headings, the largest as level 1. What stands out and is no heading: a bold part of a
// paragraph, names in larger type, and bold names with a line or two of their own below.
func findHeadings(lines []*printedLine, ask medium.Words) {
	letters, usual, most := map[float64]int{}, 0.0, 0
	bold, all := 0, 0
	for _, l := range lines {
		n := len(l.text)
		if all += n; l.row.bold() {
			bold += n
		}
		if letters[sizeClass(l)] += n; letters[sizeClass(l)] > most {
			most, usual = letters[sizeClass(l)], sizeClass(l)
		}
	}
	emphatic := 3*bold < all
	var sizes []float64
	var strong []int // lines whose type is only bold
	lists := largeLists(lines)
	for i, l := range lines {
		switch {
		case l.marker != "":
		case sizeClass(l) >= 1.14*usual && text.WordCount(l.text) <= 25 && !lists[sizeClass(l)]:
			l.sort = document.Heading
			sizes = append(sizes, sizeClass(l))
		case emphatic && l.row.bold() && text.WordCount(l.text) <= 14 && l.row.size > 0.9*usual && alone(lines, i):
			strong = append(strong, i)
		}
	}
	slices.Sort(sizes)
	sizes = slices.Compact(sizes)
	for _, l := range lines {
		if l.sort == document.Heading {
			l.level = min(len(sizes)-slices.Index(sizes, sizeClass(l)), 6)
		}
	}
	names := boldNames(lines, strong, ask)
	for _, i := range strong {
		l := lines[i]
		if ask.Cue(&document.Line{Text: l.text, Sort: document.Heading}) || ask.Country(l.text) || len(strong) <= 8 && ask.Person(l.text) == 0 && !names[i] {
			l.sort, l.level = document.Heading, min(len(sizes)+1, 6)
		}
	}
}

// largeLists are the sizes in which lists are set: most lines of the size stand in runs that are longer than a heading.
func largeLists(lines []*printedLine) map[float64]bool {
	all, inRun := map[float64]int{}, map[float64]int{}
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].frame == lines[from].frame && sizeClass(lines[to]) == sizeClass(lines[from]) {
			to++
		}
		size := sizeClass(lines[from])
		if all[size] += to - from; to-from > 4 {
			inRun[size] += to - from
		}
		from = to
	}
	out := map[float64]bool{}
	for size, n := range inRun {
		out[size] = 2*n > all[size]
	}
	return out
}

// alone reports whether a bold line is not one of a bold paragraph.
func alone(lines []*printedLine, i int) bool {
	if rule.Off("pdf.alone") {
		return false
	}
	same := func(k int) bool {
		return k >= 0 && k < len(lines) && lines[k].frame == lines[i].frame && lines[k].row.bold()
	}
	return !(same(i-1) && same(i+1)) && !(same(i-1) && same(i-2)) && !(same(i+1) && same(i+2))
}

// boldNames are bold lines with one to three lines in plain type close below, if there are three or more of the kind at one left edge.
func boldNames(lines []*printedLine, strong []int, ask medium.Words) map[int]bool {
	at := map[float64][]int{}
	for _, i := range strong {
		below, k := 0, i+1
		for k < len(lines) && lines[k].frame == lines[i].frame && lines[k].row.bold() && distance(lines[k-1], lines[k]) < 1.6 {
			k++
		}
		for ; k < len(lines) && lines[k].frame == lines[i].frame && !lines[k].row.bold() && lines[k].marker == "" && distance(lines[k-1], lines[k]) < 1.6; k++ {
			below++
		}
		if below >= 1 && below <= 3 && !ask.Place(lines[i].text) {
			at[math.Round(lines[i].x0/4)] = append(at[math.Round(lines[i].x0/4)], i)
		}
	}
	out := map[int]bool{}
	for _, group := range at {
		for _, i := range group {
			out[i] = len(group) >= 3
		}
	}
	return out
}

// joinHeadings makes one line of a heading that is printed over several. Many words, or names with commas, are a paragraph in large type.
func joinHeadings(lines []*printedLine, ask medium.Words) []*printedLine {
	out := lines[:0:0]
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && goesOnAsHeading(lines[to-1], lines[to]) {
			to++
		}
		first := lines[from]
		s := first.text
		for _, l := range lines[from+1 : to] {
			s = text.Join(s, l.text)
		}
		if first.sort != document.Heading || text.WordCount(s) > 30 || ask.NameList(s) && to > from+1 {
			for _, l := range lines[from:to] {
				if l.sort == document.Heading {
					l.sort, l.level = document.Plain, 0
				}
			}
			out = append(out, lines[from:to]...)
			from = to
			continue
		}
		for _, l := range lines[from+1 : to] {
			first.row.words = append(slices.Clone(first.row.words), l.row.words...)
			first.row.base = l.row.base
		}
		first.text = s
		out = append(out, first)
		from = to
	}
	return out
}

func goesOnAsHeading(a, b *printedLine) bool {
	if rule.Off("pdf.goesOnAsHeading") {
		return false
	}
	return a.sort == document.Heading && b.sort == document.Heading && a.frame == b.frame && a.level == b.level && a.row.size == b.row.size && distance(a, b) < 1.45 &&
		room(a, b) != fitsSurely
}
