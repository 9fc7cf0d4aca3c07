package office

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
)

var docxMedium = medium.Medium{Name: "docx", Extensions: []string{"docx", "docm", "dotx"}, Is: HasPart("word/document.xml"), Read: readDOCX}

// readDOCX reads a Word document (ECMA-376). Line numbers are those of paragraphs, see flow. Tracked changes are read as if
// accepted: what was inserted is there, what was deleted is not.
func readDOCX(ctx context.Context, s medium.Source) (*document.Document, error) {
	name := s.Name
	if !IsZIP(s.Data) {
		return nil, graph.Errorf(graph.Invalid, "%s is named like a Word document and is none: save it as DOCX again, or give it the ending of what it is", name)
	}
	a, err := openArchive(name, s.Data)
	if err != nil {
		return nil, err
	}
	r := &docxReader{flow: newFlow(ctx, s), notes: map[string]string{}}
	if r.styles, err = docxStyles(ctx, a); err != nil {
		return nil, err
	}
	if r.lists, err = docxLists(ctx, a); err != nil {
		return nil, err
	}
	title, err := docxTitle(ctx, a)
	if err != nil {
		return nil, err
	}
	if err := r.setAside(a); err != nil {
		return nil, err
	}
	err = a.readPart(ctx, "word/document.xml", func(x *xmlReader, _ xml.StartElement) error {
		r.x = x
		return r.body(r.flow)
	})
	if err != nil {
		return nil, err
	}
	return r.paper(title), nil
}

// setAside reads the headers and footers, and keeps the notes and comments until their marks come.
func (r *docxReader) setAside(a *archive) error {
	for _, part := range []struct{ name, why string }{{"header", "in the header of the pages"}, {"footer", "in the footer of the pages"}} {
		seen := map[string]bool{}
		for i := 1; i <= 9; i++ { // Word makes up to three for each section
			err := a.readPart(r.ctx, "word/"+part.name+strconv.Itoa(i)+".xml", func(x *xmlReader, _ xml.StartElement) error {
				t, err := x.paragraphs()
				if !seen[t] {
					r.leaveOut(0, t, part.why)
				}
				seen[t] = true
				return err
			})
			if err != nil {
				return err
			}
		}
	}
	for _, kind := range []string{"footnote", "endnote", "comment"} {
		err := a.readPart(r.ctx, "word/"+kind+"s.xml", func(x *xmlReader, _ xml.StartElement) error {
			return x.children(func(e xml.StartElement) error {
				t, err := x.paragraphs()
				r.notes[kind+" "+attribute(e, "id")] = t
				return err
			}, nil)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func docxTitle(ctx context.Context, a *archive) (title string, err error) {
	err = a.readPart(ctx, "docProps/core.xml", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			t, err := x.allText()
			if e.Name.Local == "title" {
				title = t
			}
			return err
		}, nil)
	})
	return title, err
}

type docxReader struct {
	*flow
	x      *xmlReader
	styles map[string]docxStyle
	lists  docxNumbering
	notes  map[string]string // by kind and id
	merged *paragraph        // its mark was deleted: the next paragraph goes on with it
}

// body reads paragraphs and tables into f until the element that holds them ends.
func (r *docxReader) body(f *flow) error {
	return r.x.children(func(e xml.StartElement) error { return r.block(f, e) }, nil)
}

func (r *docxReader) block(f *flow, e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		return r.paragraph(f)
	case "tbl":
		return r.table(f)
	case "sectPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "Fallback":
		return r.x.skip()
	}
	return r.body(f) // body, sdt, ins, customXml, AlternateContent, ...
}

func (r *docxReader) table(f *flow) error {
	var rows []gridRow
	count := 0
	var row func(xml.StartElement) error
	row = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "tr":
			g := gridRow{}
			deleted := false
			var cell func(xml.StartElement) error
			cell = func(e xml.StartElement) error {
				switch e.Name.Local {
				case "tc":
					if count++; count > maxCells {
						return graph.Errorf(graph.TooLarge, "%s has a table of more than %d cells: split it", r.name, maxCells)
					}
					c, err := r.cell(f)
					g.cells = append(g.cells, c)
					return err
				case "trPr":
					return r.x.children(func(e xml.StartElement) error {
						g.header = g.header || e.Name.Local == "tblHeader" && isOn(e)
						deleted = deleted || e.Name.Local == "del"
						return r.x.skip()
					}, nil)
				case "sdt", "sdtContent", "ins", "customXml":
					return r.x.children(cell, nil)
				}
				return r.x.skip()
			}
			if err := r.x.children(cell, nil); err != nil || deleted || len(g.cells) == 0 {
				return err
			}
			rows = append(rows, g)
			return nil
		case "sdt", "sdtContent", "ins", "customXml":
			return r.x.children(row, nil)
		}
		return r.x.skip()
	}
	if err := r.x.children(row, nil); err != nil || len(rows) == 0 {
		return err
	}
	f.table(rows)
	return nil
}

func (r *docxReader) cell(f *flow) (gridCell, error) {
	c := gridCell{flow: f.cell(), span: 1}
	err := r.x.children(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return r.block(c.flow, e)
		}
		return r.x.children(func(e xml.StartElement) error {
			if e.Name.Local == "gridSpan" {
				c.span = min(max(1, integer(attribute(e, "val"))), maxColumns)
			}
			return r.x.skip()
		}, nil)
	}, nil)
	f.leave(c.flow)
	return c, err
}

// integer reads a number of an attribute; 0 where it is none.
func integer(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// isOn reads a switch, such as <w:b/> or <w:b w:val="0"/>.
func isOn(e xml.StartElement) bool {
	if rule.Off("office.isOn") {
		return false
	}
	switch strings.ToLower(attribute(e, "val")) {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
