package office

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"
)

// docxStyle is what a style says, its base styles included.
type docxStyle struct {
	base                 string
	outline              int // 1 to 9 for headings, -1 for none
	list                 string
	depth                int
	bold, struck, hidden bool
}

// docxStyles reads the styles. One that is based on others inherits from them; a chain that leads back to itself ends.
func docxStyles(ctx context.Context, a *archive) (map[string]docxStyle, error) {
	raw := map[string]docxStyle{}
	err := a.readPart(ctx, "word/styles.xml", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			if e.Name.Local != "style" {
				return x.skip()
			}
			s := docxStyle{outline: -1}
			id := attribute(e, "styleId")
			var walk func(xml.StartElement) error
			walk = func(e xml.StartElement) error {
				value := attribute(e, "val")
				switch e.Name.Local {
				case "name":
					if outline := headingName(value); outline > 0 {
						s.outline = outline
					}
				case "basedOn":
					s.base = value
				case "outlineLvl":
					s.outline = integer(value) + 1
				case "numId":
					s.list = value
				case "ilvl":
					s.depth = integer(value)
				case "b":
					s.bold = isOn(e)
				case "strike":
					s.struck = isOn(e)
				case "vanish":
					s.hidden = isOn(e)
				case "tblStylePr", "tblPr", "tcPr":
					return x.skip()
				}
				return x.children(walk, nil)
			}
			if err := x.children(walk, nil); err != nil {
				return err
			}
			raw[id] = s
			return nil
		}, nil)
	})
	if err != nil {
		return nil, err
	}
	out := make(map[string]docxStyle, len(raw))
	for id, s := range raw {
		base := s.base
		for range 12 { // Word itself allows ten
			b, known := raw[base]
			if !known {
				break
			}
			if s.outline < 0 {
				s.outline = b.outline
			}
			if s.list == "" {
				s.list, s.depth = b.list, b.depth
			}
			s.bold, s.struck = s.bold || b.bold, s.struck || b.struck
			base = b.base
		}
		out[id] = s
	}
	return out, nil
}

// headingName returns the level that a style's name tells. Names of built-in styles are English in every language of Word.
func headingName(name string) int {
	name = strings.ToLower(name)
	switch name {
	case "title":
		return 1
	case "subtitle":
		return 2
	}
	if level, ok := strings.CutPrefix(name, "heading "); ok {
		return integer(level)
	}
	return 0
}

// docxNumbering says how the lists of a document are marked, and counts.
type docxNumbering struct {
	levels map[string]map[int]docxLevel // abstract list -> depth
	lists  map[string]string            // list -> abstract list
	counts map[string]*[9]int
}

type docxLevel struct {
	bullet bool
	none   bool
	start  int
}

func docxLists(ctx context.Context, a *archive) (docxNumbering, error) {
	n := docxNumbering{levels: map[string]map[int]docxLevel{}, lists: map[string]string{}, counts: map[string]*[9]int{}}
	err := a.readPart(ctx, "word/numbering.xml", func(x *xmlReader, _ xml.StartElement) error {
		return x.children(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "abstractNum":
				levels := map[int]docxLevel{}
				n.levels[attribute(e, "abstractNumId")] = levels
				return x.children(func(e xml.StartElement) error {
					if e.Name.Local != "lvl" {
						return x.skip()
					}
					level := docxLevel{start: 1}
					depth := integer(attribute(e, "ilvl"))
					err := x.children(func(e xml.StartElement) error {
						switch value := attribute(e, "val"); e.Name.Local {
						case "numFmt":
							level.bullet, level.none = value == "bullet", value == "none"
						case "start":
							level.start = integer(value)
						}
						return x.skip()
					}, nil)
					levels[depth] = level
					return err
				}, nil)
			case "num":
				id := attribute(e, "numId")
				return x.children(func(e xml.StartElement) error {
					if e.Name.Local == "abstractNumId" {
						n.lists[id] = attribute(e, "val")
					}
					return x.skip()
				}, nil)
			}
			return x.skip()
		}, nil)
	})
	return n, err
}

// marker returns the bullet or number of the next item of a list. Numbers are decimal whatever the document prints (iv, d).
func (n docxNumbering) marker(list string, depth int) string {
	abstract := n.lists[list]
	level, known := n.levels[abstract][depth]
	if !known || level.bullet {
		return "•"
	}
	if level.none {
		return ""
	}
	c := n.counts[list]
	if c == nil {
		c = &[9]int{}
		n.counts[list] = c
	}
	if c[depth] == 0 {
		c[depth] = level.start - 1
	}
	c[depth]++
	for deeper := depth + 1; deeper < len(c); deeper++ {
		c[deeper] = 0
	}
	return strconv.Itoa(c[depth]) + "."
}
