package office

import (
	"cmp"
	"encoding/xml"
	"strconv"
	"strings"
	"undersigned/internal/letter/rule"
)

// odtStyle is what a style of paragraphs or of text says.
type odtStyle struct {
	base    string
	bold    string // "", "bold" or another weight
	struck  string // "", "none" or a kind of line
	hidden  bool
	raised  bool
	outline int
	list    string
}

// odtLevel is how one level of a list is marked.
type odtLevel struct {
	numbered, none bool
	start          int
}

// readStyle reads a style of any kind.
func (r *odtReader) readStyle(e xml.StartElement) error {
	switch e.Name.Local {
	case "style":
		s := odtStyle{base: attribute(e, "parent-style-name"), outline: integer(attribute(e, "default-outline-level")), list: attribute(e, "list-style-name")}
		key := attribute(e, "family") + " " + attribute(e, "name")
		if s.base != "" {
			s.base = attribute(e, "family") + " " + s.base
		}
		switch attribute(e, "name") {
		case "Title":
			s.outline = 1
		case "Subtitle":
			s.outline = 2
		}
		err := r.x.children(func(e xml.StartElement) error {
			if e.Name.Local == "text-properties" {
				s.bold = attribute(e, "font-weight")
				s.struck = attribute(e, "text-line-through-style")
				s.hidden = attribute(e, "display") == "none"
				at, _, _ := strings.Cut(attribute(e, "text-position"), " ")
				s.raised = at == "super" || integer(strings.TrimSuffix(at, "%")) > 0
			}
			return r.x.skip()
		}, nil)
		r.styles[key] = s
		return err
	case "list-style":
		name := attribute(e, "name")
		return r.x.children(func(e xml.StartElement) error {
			kind, isLevel := strings.CutPrefix(e.Name.Local, "list-level-style-")
			if depth := integer(attribute(e, "level")); isLevel && depth >= 1 && depth <= 10 {
				levels := r.lists[name]
				for len(levels) < depth {
					levels = append(levels, odtLevel{})
				}
				levels[depth-1] = odtLevel{numbered: kind == "number", none: kind == "number" && attribute(e, "num-format") == "", start: integer(attribute(e, "start-value"))}
				r.lists[name] = levels
			}
			return r.x.skip()
		}, nil)
	}
	return r.x.skip()
}

// style returns how a style of a family sets text, with what it inherits.
func (r *odtReader) style(family, name string) (out odtStyle) {
	key := family + " " + name
	for range 12 {
		s, known := r.styles[key]
		if !known {
			break
		}
		if out.bold == "" {
			out.bold = s.bold
		}
		if out.struck == "" {
			out.struck = s.struck
		}
		if out.outline == 0 {
			out.outline = s.outline
		}
		if out.list == "" {
			out.list = s.list
		}
		out.hidden, out.raised = out.hidden || s.hidden, out.raised || s.raised
		key = s.base
	}
	return out
}

func (s odtStyle) run(over runStyle) runStyle {
	if s.bold != "" {
		over.bold = s.bold == "bold" || integer(s.bold) >= 600
	}
	if s.struck != "" {
		over.struck = s.struck != "none"
	}
	over.hidden, over.raised = over.hidden || s.hidden, over.raised || s.raised
	return over
}

// odtPara is a paragraph while its parts are read.
type odtPara struct {
	*paragraph
	flow *flow
}

func (r *odtReader) paragraph(f *flow, e xml.StartElement) error {
	begun, err := f.begin()
	if err != nil {
		return err
	}
	p := &odtPara{begun, f}
	s := r.style("paragraph", attribute(e, "style-name"))
	if e.Name.Local == "h" {
		p.level = max(1, integer(attribute(e, "outline-level")))
	} else if s.outline > 0 {
		p.level = s.outline
	}
	if n := len(r.list); n > 0 && p.level == 0 {
		p.marker, p.depth = r.marker(), n-1
	}
	if err := r.runs(p, s.run(runStyle{})); err != nil {
		return err
	}
	f.end(p.paragraph)
	f.flush()
	return nil
}

// marker returns the bullet or number of a list item's first paragraph; "" for its others.
func (r *odtReader) marker() string {
	l := &r.list[len(r.list)-1]
	if !l.fresh {
		return ""
	}
	l.fresh = false
	levels := r.lists[l.style]
	if depth := len(r.list) - 1; depth < len(levels) {
		switch level := levels[depth]; {
		case level.none:
			return ""
		case level.numbered:
			return strconv.Itoa(l.count+max(level.start, 1)-1) + "."
		}
	}
	return "•"
}

// runs reads the content of a paragraph or of a span in it. White space is that of XML: runs of it are one blank.
func (r *odtReader) runs(p *odtPara, style runStyle) error {
	return r.x.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "span":
			return r.runs(p, r.style("text", attribute(e, "style-name")).run(style))
		case "s":
			if !style.hidden {
				p.write(strings.Repeat(" ", min(max(1, integer(attribute(e, "c"))), 200)), style.bold, style.struck)
			}
		case "tab":
			p.write("\t", style.bold, style.struck)
		case "line-break":
			p.write("\n", style.bold, style.struck)
		case "note":
			return r.note(cmp.Or(article[attribute(e, "note-class")], "a note"))
		case "annotation":
			return r.note(article["comment"])
		case "frame", "custom-shape", "rect", "g":
			return r.frame(p)
		case "ruby":
			return r.runs(p, style)
		case "ruby-text", "hidden-text", "hidden-paragraph", "script", "annotation-end":
		case "change", "change-start", "change-end", "bookmark", "bookmark-start", "bookmark-end", "soft-page-break":
		default:
			return r.runs(p, style) // links, fields, marks of indexes
		}
		return r.x.skip()
	}, func(t []byte) {
		text := strings.Join(strings.FieldsFunc(string(t), isXMLSpace), " ")
		if len(t) == 0 || style.hidden || style.raised && isNoteMark(text) && p.shown > 0 {
			return
		}
		if isXMLSpace(rune(t[0])) && !strings.HasSuffix(p.text.String(), " ") {
			text = " " + text
		}
		if isXMLSpace(rune(t[len(t)-1])) && len(t) > 1 && !strings.HasSuffix(text, " ") {
			text += " "
		}
		p.write(text, style.bold, style.struck)
	})
}

func isXMLSpace(r rune) bool {
	if rule.Off("office.isXMLSpace") {
		return false
	}
	return r == ' ' || r == '\t' || r == '\n' || r == '\r'
}

// frame reads a picture's description as text of the paragraph, for walls of logos, and what text boxes hold.
func (r *odtReader) frame(p *odtPara) error {
	alt, picture := "", false
	var walk func(e xml.StartElement) error
	walk = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "text-box":
			outer := r.list
			r.list = nil
			err := r.body(p.flow.box())
			r.list = outer
			return err
		case "p", "h", "list": // the text of a shape
			return r.block(p.flow.box(), e)
		case "image":
			picture = true
		case "title", "desc":
			t, err := r.x.allText()
			if t = altText(t); t != "" && (alt == "" || e.Name.Local == "title") {
				alt = t
			}
			return err
		}
		return r.x.children(walk, nil)
	}
	if err := r.x.children(walk, nil); err != nil {
		return err
	}
	if picture && alt != "" {
		p.picture(alt)
	}
	return nil
}
