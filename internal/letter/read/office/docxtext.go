package office

import (
	"encoding/xml"
	"strings"
)

// runStyle is how a run of text is set.
type runStyle struct{ bold, struck, hidden, raised bool }

// docxPara is a paragraph while its parts are read.
type docxPara struct {
	*paragraph
	flow    *flow
	style   runStyle // of the paragraph's style
	joined  bool     // its mark is deleted
	alt     string   // of the drawing being read
	altUsed bool
}

func (r *docxReader) paragraph(f *flow) error {
	p := docxPara{flow: f}
	if p.paragraph = r.merged; p.paragraph == nil {
		begun, err := f.begin()
		if err != nil {
			return err
		}
		p.paragraph = begun
	}
	r.merged = nil
	err := r.x.children(func(e xml.StartElement) error {
		if e.Name.Local == "pPr" {
			return r.paragraphStyle(&p)
		}
		return r.inline(&p, e)
	}, nil)
	if err != nil {
		return err
	}
	if p.joined {
		r.merged = p.paragraph
		return nil
	}
	f.end(p.paragraph)
	f.flush()
	return nil
}

// paragraphStyle reads what a paragraph says about itself: style, list, outline, indent.
func (r *docxReader) paragraphStyle(p *docxPara) error {
	list, depth, numbered := "", 0, false
	outline := -1
	err := r.x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			s := r.styles[attribute(e, "val")]
			p.style = runStyle{bold: s.bold, struck: s.struck, hidden: s.hidden}
			if !numbered {
				list, depth = s.list, s.depth
			}
			if outline < 0 {
				outline = s.outline
			}
		case "outlineLvl":
			outline = integer(attribute(e, "val")) + 1
		case "ind":
			for _, name := range []string{"left", "start"} {
				p.indent = max(p.indent, min(integer(attribute(e, name))/120, 60)) // twentieths of a point; some six points a character
			}
		case "numPr":
			numbered = true
			return r.x.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "ilvl":
					depth = integer(attribute(e, "val"))
				case "numId":
					list = attribute(e, "val")
				}
				return r.x.skip()
			}, nil)
		case "rPr":
			return r.x.children(func(e xml.StartElement) error {
				p.joined = p.joined || e.Name.Local == "del" || e.Name.Local == "moveFrom"
				return r.x.skip()
			}, nil)
		}
		return r.x.skip()
	}, nil)
	if outline >= 1 && outline <= 9 {
		p.level = outline
	}
	if list != "" && list != "0" && p.level == 0 {
		p.marker, p.depth = r.lists.marker(list, min(max(depth, 0), 8)), depth
	}
	return err
}

// inline reads a part of a paragraph: runs, and what wraps them.
func (r *docxReader) inline(p *docxPara, e xml.StartElement) error {
	switch e.Name.Local {
	case "r":
		return r.run(p)
	case "del", "moveFrom":
		t, err := r.x.allText()
		r.leaveOut(p.number, t, "deleted (a tracked change)")
		return err
	case "sdtPr", "sdtEndPr", "Fallback", "smartTagPr", "fldData", "rPr", "instrText":
		return r.x.skip()
	case "oMath", "oMathPara":
		return r.x.skip()
	}
	return r.x.children(func(e xml.StartElement) error { return r.inline(p, e) }, nil) // hyperlink, ins, smartTag, fldSimple, sdt
}

func (r *docxReader) run(p *docxPara) error {
	style := p.style
	var text strings.Builder
	err := r.x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rPr":
			return r.runProperties(&style)
		case "t":
			return r.x.children(nil, func(t []byte) { text.Write(t) })
		case "tab", "ptab":
			text.WriteByte('\t')
		case "br", "cr":
			text.WriteByte('\n')
		case "noBreakHyphen":
			text.WriteByte('-')
		case "footnoteReference", "endnoteReference", "commentReference":
			kind := strings.TrimSuffix(e.Name.Local, "Reference")
			r.leaveOut(p.number, r.notes[kind+" "+attribute(e, "id")], article[kind])
		case "drawing", "pict", "object", "AlternateContent":
			p.alt, p.altUsed = "", false
			return r.drawing(p, e)
		}
		return r.x.skip()
	}, nil)
	if err != nil || style.hidden {
		return err
	}
	t := text.String()
	if style.raised && isNoteMark(t) && p.shown > 0 {
		return nil
	}
	p.write(t, style.bold, style.struck)
	return nil
}

func (r *docxReader) runProperties(style *runStyle) error {
	return r.x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "rStyle":
			s := r.styles[attribute(e, "val")]
			style.bold, style.struck, style.hidden = style.bold || s.bold, style.struck || s.struck, style.hidden || s.hidden
		case "b":
			style.bold = isOn(e)
		case "strike", "dstrike":
			style.struck = isOn(e)
		case "vanish":
			style.hidden = isOn(e)
		case "vertAlign":
			style.raised = attribute(e, "val") == "superscript"
		}
		return r.x.skip()
	}, nil)
}

// drawing reads a picture's description as text of the paragraph, for walls of logos, and what text boxes hold.
func (r *docxReader) drawing(p *docxPara, e xml.StartElement) error {
	switch e.Name.Local {
	case "Fallback":
		return r.x.skip()
	case "docPr", "cNvPr", "shape":
		for _, name := range []string{"descr", "alt", "title"} {
			if p.alt == "" {
				p.alt = altText(attribute(e, name))
			}
		}
	case "pic", "imagedata":
		if err := r.x.children(func(e xml.StartElement) error { return r.drawing(p, e) }, nil); err != nil {
			return err
		}
		if p.alt != "" && !p.altUsed {
			p.picture(p.alt)
			p.altUsed = true
		}
		return nil
	case "txbxContent":
		box := p.flow.box()
		err := r.body(box)
		return err
	}
	return r.x.children(func(e xml.StartElement) error { return r.drawing(p, e) }, nil)
}
