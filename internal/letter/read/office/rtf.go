package office

import (
	"bytes"
	"context"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
)

// rtfMedium is Rich Text Format 1.9.1: what old word processors, mail programs and the simple editors of operating systems save.
var rtfMedium = medium.Medium{Name: "rtf", Extensions: []string{"rtf"}, Is: isRTF, Read: readRTF}

func isRTF(data []byte) bool {
	if rule.Off("office.isRTF") {
		return false
	}
	return bytes.HasPrefix(data, []byte(`{\rtf`))
}

const (
	maxGroups = 1000 // of braces within braces
	maxFonts  = 10000
)

// rtfGroup is what a brace keeps: at its end all is as it was before.
type rtfGroup struct {
	style  runStyle
	skip   bool
	part   rtfPart
	set    int // the character set of its font, a code page
	unused int // how many characters stand after one in Unicode, for programs that do not know it
	ignore bool
	target *rtfTarget // not nil: paragraphs of a text box end here
}

// rtfPart is what the text of a group is.
type rtfPart uint8

const (
	body   rtfPart = iota
	fonts          // the table of fonts
	styles         // the table of styles
	marker         // the printed bullet or number of an item
	title
	apart       // a header, footer, note, comment or deletion
	shapeName   // the name of a drawing's property
	shapeValue  // its value
	textBoxText // of a drawing
)

// rtfTarget is where paragraphs go: the document, or a text box in it.
type rtfTarget struct {
	flow  *flow
	para  *paragraph
	cell  *flow // of the row being read
	cells []gridCell
	rows  []gridRow
}

// rtfReader reads tokens one after the other; the stack is bounded, and nothing is kept of what it skips.
type rtfReader struct {
	*flow
	data   []byte
	at     int
	stack  []rtfGroup
	g      rtfGroup
	target *rtfTarget

	pending  []byte // bytes in the character set of g
	high     rune   // the first half of a surrogate pair
	unwanted int    // characters to pass over

	set             int         // the document's code page
	fontSets        map[int]int // by number
	font            int         // being defined, or chosen
	styleLevels     map[int]int // headings, by number
	style           int         // being defined
	inTable, header bool
	level           int
	indent          int
	marker          string
	words           strings.Builder // text of a part that is no body
	why             string          // of what stands apart
	property        string          // of a drawing
	heading         string          // what properties say is the title
	count           int             // cells of the table being read
	failed          error           // while text was written
}

// readRTF reads an RTF document. Line numbers are those of paragraphs, see flow.
func readRTF(ctx context.Context, s medium.Source) (*document.Document, error) {
	if !isRTF(s.Data) {
		return nil, graph.Errorf(graph.Invalid, "%s is named like an RTF document and is none: save it as RTF again, or give it the ending of what it is", s.Name)
	}
	r := &rtfReader{flow: newFlow(ctx, s), data: s.Data, set: 1252, fontSets: map[int]int{}, styleLevels: map[int]int{}}
	r.g = rtfGroup{unused: 1}
	r.target = &rtfTarget{flow: r.flow}
	for r.at < len(r.data) {
		if err := r.token(); err != nil {
			return nil, err
		}
		if r.failed != nil {
			return nil, r.failed
		}
	}
	if len(r.stack) > 0 {
		return nil, graph.Errorf(graph.Invalid, "%s is cut off: %d of its groups are not closed; download it again", s.Name, len(r.stack))
	}
	if err := r.endParagraph(false); err != nil {
		return nil, err
	}
	r.endTable()
	return r.paper(r.heading), nil
}

// token reads a brace, a control or a run of text.
func (r *rtfReader) token() error {
	switch c := r.data[r.at]; c {
	case '{':
		r.flush()
		r.at, r.unwanted = r.at+1, 0
		if len(r.stack) >= maxGroups {
			return graph.Errorf(graph.TooLarge, "%s has groups nested more than %d deep, as no document does: save it as DOCX", r.name, maxGroups)
		}
		r.stack = append(r.stack, r.g)
		r.g.target, r.g.ignore = nil, false
	case '}':
		r.flush()
		r.at, r.unwanted = r.at+1, 0
		return r.endGroup()
	case '\\':
		return r.control()
	case '\r', '\n':
		r.at++
	default:
		n := bytes.IndexAny(r.data[r.at:], "{}\\\r\n")
		if n < 0 {
			n = len(r.data) - r.at
		}
		for _, b := range r.data[r.at : r.at+n] {
			r.char(b)
		}
		r.at += n
	}
	return nil
}

// control reads a backslash and what belongs to it.
func (r *rtfReader) control() error {
	r.at++
	if r.at >= len(r.data) {
		return nil
	}
	c := r.data[r.at]
	if c < 'a' || c > 'z' {
		r.at++
		return r.symbol(c)
	}
	from := r.at
	for r.at < len(r.data) && r.data[r.at] >= 'a' && r.data[r.at] <= 'z' || r.at < len(r.data) && r.data[r.at] >= 'A' && r.data[r.at] <= 'Z' {
		r.at++
	}
	word := string(r.data[from:min(r.at, from+40)])
	value, given := r.number()
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	if word == "bin" {
		r.at = min(len(r.data), r.at+max(value, 0))
		return nil
	}
	if word == "u" {
		r.unicode(rune(value))
		return nil
	}
	r.flush()
	r.unwanted = 0
	return r.word(word, value, given)
}

// number reads the number of a control word.
func (r *rtfReader) number() (n int, given bool) {
	sign := 1
	if r.at+1 < len(r.data) && r.data[r.at] == '-' && r.data[r.at+1] >= '0' && r.data[r.at+1] <= '9' {
		sign, r.at = -1, r.at+1
	}
	for r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		if n < 1<<30 {
			n = 10*n + int(r.data[r.at]-'0')
		}
		given = true
		r.at++
	}
	return sign * n, given
}

// symbol reads a control of one character.
func (r *rtfReader) symbol(c byte) error {
	switch c {
	case '\'':
		if r.at+2 > len(r.data) {
			return nil
		}
		b := hex(r.data[r.at])<<4 | hex(r.data[r.at+1])
		r.at += 2
		r.char(b)
	case '{', '}', '\\':
		r.char(c)
	case '~':
		r.print("\u00a0")
	case '_':
		r.print("-")
	case '-':
		r.print("\u00ad")
	case '*':
		r.flush()
		r.g.ignore = true // unless its word is known
	case '\n', '\r':
		r.flush()
		return r.endParagraph(true)
	}
	return nil
}

func hex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 0
}
