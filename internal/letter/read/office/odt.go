package office

import (
	"context"
	"encoding/xml"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
)

var odtMedium = medium.Medium{Name: "odt", Extensions: []string{"odt", "ott"}, Is: isODT, Read: readODT}

// isODT tells a text document from the other kinds of OpenDocument by what it holds: its main part has paragraphs for a body.
func isODT(data []byte) bool {
	if !IsZIP(data) {
		return false
	}
	a, err := openArchive("", data)
	if err != nil || a.parts["content.xml"] == nil {
		return false
	}
	p, err := a.open("mimetype")
	if err != nil || p == nil {
		return err == nil // some programs leave it out
	}
	defer p.Close()
	kind := make([]byte, 60)
	n, _ := p.Read(kind) // what cannot be read is not taken for an ODT
	return strings.HasPrefix(string(kind[:n]), "application/vnd.oasis.opendocument.text")
}

// readODT reads an OpenDocument text (ISO/IEC 26300). Line numbers are those of paragraphs, see flow.
func readODT(ctx context.Context, s medium.Source) (*document.Document, error) {
	name := s.Name
	if !IsZIP(s.Data) {
		return nil, graph.Errorf(graph.Invalid, "%s is named like an OpenDocument text and is none: save it as ODT again, or give it the ending of what it is", name)
	}
	a, err := openArchive(name, s.Data)
	if err != nil {
		return nil, err
	}
	if a.parts["content.xml"] == nil {
		return nil, graph.Errorf(graph.Invalid, "%s is damaged: it has no content; save it again", name)
	}
	r := &odtReader{flow: newFlow(ctx, s), styles: map[string]odtStyle{}, lists: map[string][]odtLevel{}}
	if err := a.readPart(ctx, "styles.xml", func(x *xmlReader, _ xml.StartElement) error {
		r.x = x
		return x.children(r.top, nil)
	}); err != nil {
		return nil, err
	}
	title, err := odtTitle(ctx, a)
	if err != nil {
		return nil, err
	}
	if err := a.readPart(ctx, "content.xml", func(x *xmlReader, _ xml.StartElement) error {
		r.x = x
		return x.children(r.top, nil)
	}); err != nil {
		return nil, err
	}
	return r.paper(title), nil
}

func odtTitle(ctx context.Context, a *archive) (title string, err error) {
	err = a.readPart(ctx, "meta.xml", func(x *xmlReader, _ xml.StartElement) error {
		var walk func(e xml.StartElement) error
		walk = func(e xml.StartElement) error {
			if e.Name.Local != "title" {
				return x.children(walk, nil)
			}
			t, err := x.allText()
			title = t
			return err
		}
		return x.children(walk, nil)
	})
	return title, err
}

type odtReader struct {
	*flow
	x      *xmlReader
	styles map[string]odtStyle // by family and name
	lists  map[string][]odtLevel
	list   []odtList // the lists around what is read, from the outermost
}

// odtList is a list being read.
type odtList struct {
	style string
	count int
	fresh bool // the item's first paragraph is still to come
}

// top reads the parts of a file: styles, page layouts with headers and footers, the body.
func (r *odtReader) top(e xml.StartElement) error {
	switch e.Name.Local {
	case "styles", "automatic-styles":
		return r.x.children(r.readStyle, nil)
	case "master-styles", "master-page":
		return r.x.children(r.top, nil)
	case "header", "footer":
		t, err := r.x.paragraphs()
		r.leaveOut(0, t, "in the "+e.Name.Local+" of the pages")
		return err
	case "body":
		return r.x.children(func(e xml.StartElement) error {
			if e.Name.Local != "text" {
				return graph.Errorf(graph.Unsupported, "%s is an OpenDocument file without a text (a %s): save it as a text, PDF or CSV", r.name, e.Name.Local)
			}
			return r.body(r.flow)
		}, nil)
	}
	return r.x.skip()
}

func (r *odtReader) body(f *flow) error {
	return r.x.children(func(e xml.StartElement) error { return r.block(f, e) }, nil)
}

func (r *odtReader) block(f *flow, e xml.StartElement) error {
	switch e.Name.Local {
	case "p", "h":
		return r.paragraph(f, e)
	case "list":
		return r.readList(f, e)
	case "table":
		return r.table(f)
	case "tracked-changes":
		return r.changes()
	case "annotation":
		return r.note(article["comment"])
	case "annotation-end", "sequence-decls", "variable-decls", "forms", "index-title-template", "soft-page-break":
		return r.x.skip()
	case "frame", "custom-shape", "rect", "g":
		p := &odtPara{flow: f}
		begun, err := f.begin()
		if err != nil {
			return err
		}
		p.paragraph = begun
		if err := r.frame(p); err != nil {
			return err
		}
		f.end(p.paragraph)
		f.flush()
		return nil
	}
	return r.body(f) // section, index bodies, ...
}

// changes sets aside what was deleted; its text is kept before the body.
func (r *odtReader) changes() error {
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		if e.Name.Local == "deletion" {
			return r.note("deleted (a tracked change)")
		}
		return r.x.children(walk, nil)
	}
	return r.x.children(walk, nil)
}

// note sets aside the text of a note, a comment or a deletion, whose mark stands in the paragraph begun last.
func (r *odtReader) note(why string) error {
	t, err := r.x.paragraphs()
	r.leaveOut(r.number, t, why)
	return err
}

func (r *odtReader) readList(f *flow, e xml.StartElement) error {
	l := odtList{style: attribute(e, "style-name")}
	if n := len(r.list); n > 0 && l.style == "" {
		l.style = r.list[n-1].style
	}
	r.list = append(r.list, l)
	at := len(r.list) - 1
	err := r.x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "list-item":
			if start := integer(attribute(e, "start-value")); start > 0 {
				r.list[at].count = start - 1
			}
			r.list[at].count++
			r.list[at].fresh = true
		case "list-header":
			r.list[at].fresh = false
		}
		return r.body(f)
	}, nil)
	r.list = r.list[:at]
	return err
}

func (r *odtReader) table(f *flow) error {
	var rows []gridRow
	count := 0
	outer := r.list
	r.list = nil
	defer func() { r.list = outer }()
	header := false
	var part func(e xml.StartElement) error
	part = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "table-header-rows":
			header = true
			err := r.x.children(part, nil)
			header = false
			return err
		case "table-rows", "table-row-group":
			return r.x.children(part, nil)
		case "table-row":
			g := gridRow{header: header}
			err := r.x.children(func(e xml.StartElement) error {
				if e.Name.Local != "table-cell" {
					return r.x.skip() // covered cells have no text of their own; the cell that covers them counts its span
				}
				if count++; count > maxCells {
					return graph.Errorf(graph.TooLarge, "%s has a table of more than %d cells: split it", r.name, maxCells)
				}
				c := gridCell{flow: f.cell(), span: min(max(1, integer(attribute(e, "number-columns-spanned")), integer(attribute(e, "number-columns-repeated"))), maxColumns)}
				err := r.body(c.flow)
				f.leave(c.flow)
				g.cells = append(g.cells, c)
				return err
			}, nil)
			if len(g.cells) > 0 {
				rows = append(rows, g)
			}
			return err
		}
		return r.x.skip()
	}
	if err := r.x.children(part, nil); err != nil || len(rows) == 0 {
		return err
	}
	f.table(rows)
	return nil
}
