package pdf

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/text"
	"undersigned/internal/pdf"
)

// Media are PDF.
var Media = []medium.Medium{{Name: "pdf", Extensions: []string{"pdf"}, Is: pdf.Is, Open: openPDF}}

// unpacked is what the engine gives of a PDF: words at places, and nothing decided.
type unpacked struct {
	pages    []pdf.Page
	pictured []bool // pages that are pictures: without words, or with no more than a page number over a scan
	repaired bool
}

// pageNumberWords is how many words a page number has: "Page 3 of 12".
const pageNumberWords = 4

// openPDF unpacks a PDF, which is most of the work, and returns what puts its words in order.
func openPDF(ctx context.Context, s medium.Source) (medium.Reread, error) {
	failed := func(err error) error {
		return graph.Errorf(graph.CodeOf(err), "%s: %s", s.Name, graph.MessageOf(err))
	}
	d, err := pdf.Open(ctx, s.Data, pdf.Limits{})
	if err != nil {
		return nil, failed(err)
	}
	defer d.Close()
	u := unpacked{pages: make([]pdf.Page, d.Pages()), pictured: make([]bool, d.Pages())}
	words := 0
	for i := range u.pages {
		if u.pages[i], err = d.Page(ctx, i); err != nil {
			return nil, failed(err)
		}
		found, _ := pageWords(u.pages[i])
		if words += len(found); words > 40*s.Limits.Lines {
			return nil, graph.Errorf(graph.TooLarge, "%s has more than %d words: split it, or raise the limit", s.Name, 40*s.Limits.Lines)
		}
		if len(found) <= pageNumberWords {
			images, err := d.Images(ctx, i)
			if err != nil {
				return nil, failed(err)
			}
			u.pictured[i] = images.Count > 0 && (len(found) == 0 || images.Scan())
		}
	}
	u.repaired = d.Repaired()
	return func(ctx context.Context) (*document.Document, error) { return u.print(ctx, s) }, nil
}

// print makes printed lines of the words.
func (u *unpacked) print(ctx context.Context, s medium.Source) (*document.Document, error) {
	name := s.Name
	sheets := make([]pdfPage, len(u.pages))
	words := 0
	for i, p := range u.pages {
		found, turned := pageWords(p)
		words += len(found)
		sheets[i] = pdfPage{number: i + 1, width: p.Width, height: p.Height, rows: pageRows(found), turned: turned, pictured: u.pictured[i]}
	}
	if words == 0 && !slices.ContainsFunc(sheets, func(s pdfPage) bool { return s.pictured }) {
		return nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it, and no picture", name)
	}
	if words == 0 {
		return nil, graph.Errorf(graph.Unsupported, "%s has no text: its pages are pictures (scanned); run OCR (text recognition) on it, for "+
			"example with ocrmypdf, and use the PDF that this gives", name)
	}
	p := &document.Document{}
	if empty, is := emptyPages(sheets); empty != "" {
		p.Unread = append(p.Unread, is)
		p.Warnings = append(p.Warnings, fmt.Sprintf("%s of %s has no text and was not read: if it is scanned, run OCR (text recognition) on the PDF and read that one", empty, name))
	}
	if u.repaired {
		p.Warnings = append(p.Warnings, name+" is damaged; it was read as well as it could be, and parts may be missing")
		p.Unread = append(p.Unread, "the file is damaged, and parts may be missing")
	}
	setMarginsAside(sheets, s.Ask)
	if err := arrange(ctx, p, name, sheets, s.Ask); err != nil {
		return nil, err
	}
	return p, nil
}

// emptyPages names the pages that have pictures and no text: "page 2", "each of the pages 2, 3"; and says it in a sentence: "page 2 is a
// picture", "pages 2 and 3 are pictures".
func emptyPages(sheets []pdfPage) (names, sentence string) {
	var pages []string
	for i := range sheets {
		if sheets[i].pictured {
			pages = append(pages, fmt.Sprint(sheets[i].number))
		}
	}
	switch len(pages) {
	case 0:
		return "", ""
	case 1:
		return "page " + pages[0], "page " + pages[0] + " is a picture"
	}
	last := len(pages) - 1
	return "each of the pages " + strings.Join(pages, ", "), "pages " + strings.Join(pages[:last], ", ") + " and " + pages[last] + " are pictures"
}

// arrange lays out each page twice: gutters that the first time were certain on some page are known the second time on all.
func arrange(ctx context.Context, p *document.Document, name string, sheets []pdfPage, ask medium.Words) error {
	var known []gutter
	var laid []frame
	for range 2 {
		var seen []gutter
		laid = nil
		for i := range sheets {
			if ctx.Err() != nil {
				return medium.Cancelled(ctx, name)
			}
			s := &sheets[i]
			l := &layout{page: s.number, known: known, ask: ask}
			l.read(s.rows, 0, 1, 0)
			seen = append(seen, l.seen...)
			laid = append(laid, l.frames...)
		}
		known = seen
	}
	laid = followCells(splitStretches(laid, ask), ask)
	frames := map[int][]*frame{}
	all := make([]*frame, len(laid))
	for i := range laid {
		all[i] = &laid[i]
		at := cmp.Or(laid[i].printed, laid[i].page)
		frames[at] = append(frames[at], all[i])
	}
	texts := map[*frame][]*printedLine{}
	for _, l := range lineUp(all, ask) {
		texts[l.frame] = append(texts[l.frame], l)
	}
	w := paperWriter{Document: p, said: map[string]bool{}}
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
	p.Lines = document.DropLoneMarkers(p.Lines)
	return nil
}

// paperWriter numbers lines and puts them into the document.
type paperWriter struct {
	*document.Document
	page, number int
	said         map[string]bool // running heads, which are told of once
	head         []string        // of the last table
}

func (w *paperWriter) add(l document.Line) {
	w.number++
	l.Page, l.Number = w.page, w.number
	w.Lines = append(w.Lines, l)
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

func (w *paperWriter) leave(s, why string) {
	w.number++
	key := why + text.MaskDigits(s)
	if s == "" || w.said[key] && why != WhyFootnote {
		return
	}
	w.said[key] = true
	w.Aside = append(w.Aside, draft.LeftOut{Line: w.number, Text: s, Why: why})
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
		l := document.Line{Sort: document.Cells, Text: text, Cells: t.cells, Header: t.header, Box: boxOfRows(t.rows)}
		if i == 0 && !t.header && w.head == nil {
			l.Gap = 1
		}
		w.add(l)
	}
	for _, l := range lines {
		out := document.Line{Sort: l.sort, Text: l.text, Level: l.level, Marker: l.marker, Gap: l.gap, Sign: l.sign, Box: boxOfRows([]row{l.row})}
		if f.kind != centered {
			out.Indent = max(0, int(math.Round((l.x0-f.left)/(0.5*l.row.size))))
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
