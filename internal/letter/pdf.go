package letter

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/pdf"
)

// pdfMedia are PDF. The way from words at places to lines: pdfword.go makes words and rows; pdfmargin.go sets running heads, page numbers
// and footnotes aside; pdfgutter.go and pdfproof.go find the white space that parts columns, pdfregion.go puts columns into
// reading order, pdftable.go tells tables from them, pdfflow.go follows cells over pages; pdfstretch.go and pdfline.go see how a
// column is set and how wide it is, pdfheading.go what stands out; pdfwrap.go and pdfshape.go say of each line whether it goes on with
// the one above, and pdfdoubt.go decides, once signatories are known, what geometry left open; pdfblock.go reads persons' blocks.
//
// Lines are numbered through the document in reading order, page by page: first what was set aside at a page's head, then its
// text, then what was set aside at its foot. Boxes are x0, y0, x1, y1 in points from the page's top left corner.
var pdfMedia = []medium{{name: "pdf", extensions: []string{"pdf"}, is: pdf.Is, read: readPDF}}

func readPDF(ctx context.Context, name string, data []byte, limits Limits) (*paper, error) {
	d, err := pdf.Open(ctx, data, pdf.Limits{})
	if err != nil {
		return nil, graph.Errorf(graph.CodeOf(err), "%s: %s", name, graph.MessageOf(err))
	}
	defer d.Close()
	sheets := make([]pdfPage, d.Pages())
	words := 0
	for i := range sheets {
		p, err := d.Page(ctx, i)
		if err != nil {
			return nil, graph.Errorf(graph.CodeOf(err), "%s: %s", name, graph.MessageOf(err))
		}
		found, turned := pageWords(p)
		if words += len(found); words > 40*limits.Lines {
			return nil, graph.Errorf(graph.TooLarge, "%s has more than %d words: split it, or raise the limit", name, 40*limits.Lines)
		}
		sheets[i] = pdfPage{number: i + 1, width: p.Width, height: p.Height, rows: pageRows(found), turned: turned}
		if len(found) == 0 {
			images, err := d.Images(ctx, i)
			if err != nil {
				return nil, graph.Errorf(graph.CodeOf(err), "%s: %s", name, graph.MessageOf(err))
			}
			sheets[i].pictured = images.Count > 0
		}
	}
	if words == 0 && !slices.ContainsFunc(sheets, func(s pdfPage) bool { return s.pictured }) {
		return nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it, and no picture", name)
	}
	if words == 0 {
		return nil, graph.Errorf(graph.Unsupported, "%s has no text: its pages are pictures (scanned); run OCR (text recognition) on it, for "+
			"example with ocrmypdf, and use the PDF that this gives", name)
	}
	p := &paper{}
	if empty := emptyPages(sheets); empty != "" {
		p.warnings = append(p.warnings, fmt.Sprintf("%s of %s has no text and was not read: if it is scanned, run OCR (text recognition) on the PDF and read that one", empty, name))
	}
	if d.Repaired() {
		p.warnings = append(p.warnings, name+" is damaged; it was read as well as it could be, and parts may be missing")
	}
	setMarginsAside(sheets)
	if err := p.arrange(ctx, name, sheets); err != nil {
		return nil, err
	}
	return p, nil
}

// emptyPages names the pages that have pictures and no text: "page 2", "pages 2, 3".
func emptyPages(sheets []pdfPage) string {
	var pages []string
	for i := range sheets {
		if len(sheets[i].rows) == 0 && sheets[i].pictured {
			pages = append(pages, fmt.Sprint(sheets[i].number))
		}
	}
	switch len(pages) {
	case 0:
		return ""
	case 1:
		return "page " + pages[0]
	}
	return "each of the pages " + strings.Join(pages, ", ")
}

// arrange lays out each page twice: gutters that the first time were certain on some page are known the second time on all.
func (p *paper) arrange(ctx context.Context, name string, sheets []pdfPage) error {
	var known []gutter
	var laid []frame
	for range 2 {
		var seen []gutter
		laid = nil
		for i := range sheets {
			if ctx.Err() != nil {
				return cancelled(ctx, name)
			}
			s := &sheets[i]
			l := &layout{page: s.number, known: known}
			l.read(s.rows, 0, 1, 0)
			seen = append(seen, l.seen...)
			laid = append(laid, l.frames...)
		}
		known = seen
	}
	laid = followCells(splitStretches(laid))
	frames := map[int][]*frame{}
	all := make([]*frame, len(laid))
	for i := range laid {
		all[i] = &laid[i]
		at := cmp.Or(laid[i].printed, laid[i].page)
		frames[at] = append(frames[at], all[i])
	}
	texts := map[*frame][]*printedLine{}
	for _, l := range lineUp(all) {
		texts[l.frame] = append(texts[l.frame], l)
	}
	w := paperWriter{paper: p, said: map[string]bool{}}
	for i := range sheets {
		s := &sheets[i]
		w.page = s.number
		w.setAside(s, true)
		for _, f := range frames[s.number] {
			w.page = f.page
			w.frame(f, texts[f])
		}
		w.page = s.number
		w.setAside(s, false)
	}
	p.lines = dropLoneMarkers(p.lines)
	return nil
}

// paperWriter numbers lines and puts them on the paper.
type paperWriter struct {
	*paper
	page, number int
	said         map[string]bool // running heads, which are told of once
	head         []string        // of the last table
}

func (w *paperWriter) add(l line) {
	w.number++
	l.page, l.number = w.page, w.number
	w.lines = append(w.lines, l)
}

func (w *paperWriter) setAside(s *pdfPage, head bool) {
	for i := range s.aside {
		r := &s.aside[i].row
		if (r.base < s.height/2) == head {
			w.leave(r.text(), s.aside[i].why)
		}
	}
	if !head {
		for _, t := range s.turned {
			w.leave(t, "text in another direction than the page's")
		}
	}
}

func (w *paperWriter) leave(text, why string) {
	w.number++
	key := why + maskDigits(text)
	if text == "" || w.said[key] && why != whyFootnote {
		return
	}
	w.said[key] = true
	w.aside = append(w.aside, LeftOut{Line: w.number, Text: text, Why: why})
}

func (w *paperWriter) frame(f *frame, lines []*printedLine) {
	for i, t := range f.table {
		text := strings.Join(t.cells, " | ")
		if t.header && i == 0 {
			if text == strings.Join(w.head, " | ") {
				w.leave(text, "the head of a table, printed again")
				continue
			}
			w.head = t.cells
		}
		l := line{sort: cells, text: text, cells: t.cells, header: t.header, box: boxOfRows(t.rows)}
		if i == 0 && !t.header && w.head == nil {
			l.gap = 1
		}
		w.add(l)
	}
	for _, l := range lines {
		out := line{sort: l.sort, text: l.text, level: l.level, marker: l.marker, gap: l.gap, sign: l.sign, box: boxOfRows([]row{l.row})}
		if f.kind != centered {
			out.indent = max(0, int(math.Round((l.x0-f.left)/(0.5*l.row.size))))
		}
		w.add(out)
	}
}

func boxOfRows(rows []row) []float64 {
	box := []float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i := range rows {
		for k := range rows[i].words {
			w := &rows[i].words[k]
			box[0], box[1], box[2], box[3] = min(box[0], w.x0), min(box[1], w.y0), max(box[2], w.x1), max(box[3], w.y1)
		}
	}
	for i := range box {
		box[i] = math.Round(10*box[i]) / 10
	}
	return box
}

// boxOf is the box around printed lines: around all of them where they stand below each other, else around the first ones that do. nil
// where the medium has no boxes.
func boxOf(lines []line) []float64 {
	if len(lines) == 0 || len(lines[0].box) != 4 {
		return nil
	}
	box := append([]float64(nil), lines[0].box...)
	for _, l := range lines[1:] {
		b := l.box
		if l.page != lines[0].page || len(b) != 4 || b[0] > box[2] || b[2] < box[0] || b[1] < box[1] {
			break
		}
		box = []float64{min(box[0], b[0]), min(box[1], b[1]), max(box[2], b[2]), max(box[3], b[3])}
	}
	return box
}
