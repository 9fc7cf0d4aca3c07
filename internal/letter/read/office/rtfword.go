package office

import (
	"strconv"
	"strings"

	"undersigned/internal/letter/text"
)

// rtfSigns are words that stand for a character.
var rtfSigns = map[string]string{"tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2009", "zwj": "\u200d", "zwnj": "\u200c"}

// rtfApart are destinations whose text is set aside aloud.
var rtfApart = map[string]string{"header": "in the header of the pages", "headerl": "in the header of the pages", "headerr": "in the header of the pages", "headerf": "in the header of the pages",
	"footer": "in the footer of the pages", "footerl": "in the footer of the pages", "footerr": "in the footer of the pages", "footerf": "in the footer of the pages",
	"footnote": "a footnote", "annotation": "a comment"}

// rtfSkipped are destinations that hold no text of the letter's; those that begin with a star and are not known are skipped, too.
var rtfSkipped = text.Words("office.rtfSkipped", "colortbl info pict object objdata fldinst nonshppict shprslt listtable listoverridetable revtbl rsidtbl generator xe tc tcn txe rxe bkmkstart bkmkend private userprops "+
	"themedata colorschememapping latentstyles datastore xmlnstbl mmathPr ftnsep ftnsepc aftnsep aftnsepc template atnid atnauthor atndate atnref filetbl pnseclvl do")

// rtfKnown are destinations that are read though a star stands before them.
var rtfKnown = text.Words("office.rtfKnown", "shppict shpinst shptxt")

// word obeys a control word.
func (r *rtfReader) word(w string, value int, given bool) error {
	if sign := rtfSigns[w]; sign != "" {
		r.print(sign)
		return nil
	}
	on := !given || value != 0
	if r.destination(w) {
		return nil
	}
	switch w {
	case "par", "sect", "page", "column", "nestcell":
		return r.endParagraph(true)
	case "cell":
		return r.endCell()
	case "row":
		r.endRow()
	case "pard":
		r.inTable, r.level, r.indent = false, 0, 0
	case "intbl":
		r.inTable = true
	case "trowd":
		r.inTable, r.header = true, false
	case "trhdr":
		r.header = true
	case "outlinelevel":
		if value >= 0 && value < 9 {
			r.level = value + 1
		}
	case "s":
		if r.style = value; r.g.part == body {
			r.level = r.styleLevels[value]
		}
	case "li":
		r.indent = min(max(value, 0)/120, 60)
	case "plain":
		r.g.style = runStyle{}
	case "b":
		r.g.style.bold = on
	case "strike", "striked":
		r.g.style.struck = on
	case "v":
		r.g.style.hidden = on
	case "super":
		r.g.style.raised = on
	case "nosupersub", "sub":
		r.g.style.raised = false
	case "deleted":
		if on && r.g.part == body {
			r.g.part, r.why = apart, "deleted (a tracked change)"
		}
	case "uc":
		r.g.unused = min(max(value, 0), 16)
	case "ansicpg":
		r.set, r.g.set = value, value
	case "mac":
		r.set, r.g.set = 10000, 10000
	case "pc", "pca":
		r.set, r.g.set = 850, 850
	case "f":
		if r.font = value; r.g.part != fonts {
			r.g.set = r.set
			if set := r.fontSets[value]; set > 0 {
				r.g.set = set
			}
		}
	case "fcharset":
		if set := rtfSets[value]; set > 0 && r.g.part == fonts && len(r.fontSets) < maxFonts {
			r.fontSets[r.font] = set
		}
	}
	return nil
}

// destination begins a part of a document that is not its text, or not yet; false for any other word.
func (r *rtfReader) destination(w string) bool {
	starred := r.g.ignore
	r.g.ignore = false
	part := body
	switch w {
	case "fonttbl":
		part = fonts
	case "stylesheet":
		part = styles
	case "listtext", "pntext":
		part = marker
	case "title":
		if !r.g.skip {
			return false
		}
		r.g.skip, part = false, title // within the information, all else of which is skipped
	case "sn":
		r.g.skip, part = false, shapeName // within pictures, too, which are skipped
	case "sv":
		r.g.skip, part = false, shapeValue
	case "shptxt":
		r.g.part, r.g.skip = body, false
		r.g.target = r.target
		r.target = &rtfTarget{flow: r.target.flow.box()}
		return true
	default:
		if why := rtfApart[w]; why != "" && r.g.part == body && !r.g.skip {
			part, r.why = apart, why
			break
		}
		switch {
		case rtfSkipped.Has(w), starred && !rtfKnown.Has(w):
			r.g.skip = true
			return true
		case w == "shpinst":
			r.g.part = textBoxText
			return true
		}
		return false
	}
	if part != r.g.part {
		r.words.Reset()
	}
	r.g.part = part
	return true
}

// endGroup ends a group: what it says is used.
func (r *rtfReader) endGroup() error {
	if len(r.stack) == 0 {
		return nil
	}
	if r.g.target != nil {
		r.g.part, r.g.skip = body, false
		if err := r.endParagraph(false); err != nil {
			return err
		}
		r.endTable()
		r.target = r.g.target
	}
	ended := r.g
	r.g = r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	if ended.target != nil {
		return nil
	}
	if ended.part == styles && r.g.part == styles {
		name, _, _ := strings.Cut(strings.ToLower(text.Trim(r.words.String())), ";")
		if level, ok := strings.CutPrefix(name, "heading "); ok {
			if n, err := strconv.Atoi(level); err == nil && n > 0 && n <= 9 && len(r.styleLevels) < maxFonts {
				r.styleLevels[r.style] = n
			}
		}
		r.words.Reset()
		return nil
	}
	if ended.part == r.g.part {
		return nil
	}
	said := text.Trim(r.words.String())
	switch ended.part {
	case marker:
		r.marker = said
	case title:
		r.heading = said
	case shapeName:
		r.property = said
	case shapeValue:
		if alt := altText(said); r.property == "wzDescription" && alt != "" {
			p, err := r.paragraph()
			if err != nil {
				return err
			}
			p.picture(alt)
		}
	case apart:
		line := 0
		if p := r.target.para; p != nil {
			line = p.number
		}
		r.leaveOut(line, said, r.why)
	default:
		return nil
	}
	r.words.Reset()
	return nil
}
