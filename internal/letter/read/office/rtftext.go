package office

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"undersigned/graph"
	"undersigned/internal/letter/text"
)

// symbolSet stands for fonts of signs, whose characters are none of a language; it is no code page.
const symbolSet = 2

// rtfSets are code pages by the number that a font has for them.
var rtfSets = map[int]int{2: symbolSet, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 850, 255: 850}

// codePages are what the numbers of code pages stand for.
var codePages = map[int]encoding.Encoding{437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866, 874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GB18030,
	949: korean.EUCKR, 950: traditionalchinese.Big5, 1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic}

// char takes a byte of text.
func (r *rtfReader) char(b byte) {
	if r.unwanted > 0 {
		r.unwanted--
		return
	}
	if !r.g.skip {
		r.pending = append(r.pending, b)
	}
}

// flush prints the bytes read, by the character set of their font.
func (r *rtfReader) flush() {
	if len(r.pending) == 0 {
		return
	}
	data := r.pending
	r.pending = r.pending[:0]
	set := r.g.set
	if set == 0 {
		set = r.set
	}
	e := codePages[set]
	switch {
	case set == symbolSet:
		r.write(strings.Map(func(c rune) rune {
			if c == ' ' {
				return c
			}
			return '•'
		}, string(data)))
		return
	case set == 65001 && utf8.Valid(data):
		r.write(string(data))
		return
	case e == nil:
		e = charmap.Windows1252
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = []byte(strings.ToValidUTF8(string(data), "\uFFFD"))
	}
	r.write(string(out))
}

// print prints a character that a control stands for.
func (r *rtfReader) print(s string) {
	r.flush()
	if r.unwanted > 0 {
		r.unwanted--
		return
	}
	if !r.g.skip {
		r.write(s)
	}
}

// unicode prints a character by its number, which is signed, and of two where it is beyond 16 bits.
func (r *rtfReader) unicode(c rune) {
	r.flush()
	r.unwanted = r.g.unused
	if c < 0 {
		c += 1 << 16
	}
	if c >= 0xF020 && c <= 0xF0FF { // of a font of signs
		c = '•'
	}
	if utf16.IsSurrogate(c) {
		if c < 0xDC00 {
			r.high = c
			return
		}
		c, r.high = utf16.DecodeRune(r.high, c), 0
	}
	if !r.g.skip && utf8.ValidRune(c) && c >= ' ' {
		r.write(string(c))
	}
}

// write adds text to the paragraph, or to the part that is read.
func (r *rtfReader) write(s string) {
	if r.g.skip || s == "" {
		return
	}
	switch r.g.part {
	case body:
	case fonts, textBoxText:
		return
	default:
		if r.words.Len() < 1<<16 {
			r.words.WriteString(s)
		}
		return
	}
	if r.g.style.hidden || r.g.style.raised && isNoteMark(s) && r.target.para != nil && r.target.para.shown > 0 {
		return
	}
	p, err := r.paragraph()
	if err != nil {
		r.failed = err
		return
	}
	p.write(s, r.g.style.bold, r.g.style.struck)
}

// paragraph is the one being read; it begins with its first text.
func (r *rtfReader) paragraph() (*paragraph, error) {
	if r.target.para == nil {
		p, err := r.target.flow.begin()
		if err != nil {
			return nil, err
		}
		r.target.para = p
	}
	return r.target.para, nil
}

// endParagraph ends a paragraph; one that was never begun is empty, and counts where its end is printed.
func (r *rtfReader) endParagraph(printed bool) error {
	if r.g.skip || r.g.part != body {
		if r.g.part == apart {
			r.words.WriteByte('\n')
		}
		return nil
	}
	t := r.target
	if t.para == nil && !printed {
		return nil
	}
	p, err := r.paragraph()
	if err != nil {
		return err
	}
	t.para = nil
	p.level, p.indent = r.level, r.indent
	if m := text.Trim(r.marker); m != "" && p.level == 0 {
		if len(m) > 12 || strings.Trim(m, "\ufffd·•o§ØüqnvÞà-–") == "" {
			m = "•"
		}
		p.marker, p.depth = m, 1
	}
	r.marker = ""
	if r.inTable {
		if t.cell == nil {
			t.cell = t.flow.cell()
		}
		t.cell.end(p)
		return nil
	}
	r.endTable()
	t.flow.end(p)
	t.flow.flush()
	return nil
}

// endCell ends a cell of a table.
func (r *rtfReader) endCell() error {
	r.inTable = true
	if err := r.endParagraph(true); err != nil || r.g.skip || r.g.part != body {
		return err
	}
	t := r.target
	if t.cell == nil {
		t.cell = t.flow.cell()
	}
	if r.count++; r.count > maxCells {
		return graph.Errorf(graph.TooLarge, "%s has a table of more than %d cells: split it", r.name, maxCells)
	}
	if len(t.cells) < maxColumns {
		t.cells = append(t.cells, gridCell{flow: t.cell, span: 1})
	}
	t.cell = nil
	return nil
}

// endRow ends a row of a table.
func (r *rtfReader) endRow() {
	t := r.target
	if len(t.cells) > 0 {
		t.rows = append(t.rows, gridRow{cells: t.cells, header: r.header})
	}
	t.cells, t.cell = nil, nil
}

// endTable prints the table that was read.
func (r *rtfReader) endTable() {
	t := r.target
	if len(t.cells) > 0 || t.cell != nil {
		if t.cell != nil {
			t.cells = append(t.cells, gridCell{flow: t.cell, span: 1})
		}
		r.endRow()
	}
	if len(t.rows) == 0 {
		return
	}
	rows := t.rows
	t.rows, r.count = nil, 0
	t.flow.table(rows)
	t.flow.flush()
}
