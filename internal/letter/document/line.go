package document

import (
	"undersigned/internal/letter/text"
)

// BoxOf is the box around printed lines: around all of them where they stand below each other, else around the first ones that do. nil
// where the medium has no boxes.
func BoxOf(lines []Line) []float64 {
	if len(lines) == 0 || len(lines[0].Box) != 4 {
		return nil
	}
	box := append([]float64(nil), lines[0].Box...)
	for _, l := range lines[1:] {
		b := l.Box
		if l.Page != lines[0].Page || len(b) != 4 || b[0] > box[2] || b[2] < box[0] || b[1] < box[1] {
			break
		}
		box = []float64{min(box[0], b[0]), min(box[1], b[1]), max(box[2], b[2]), max(box[3], b[3])}
	}
	return box
}

// WrapSign is what geometry says of a line and the one above it.
type WrapSign uint8

const (
	NoSign    WrapSign = iota // the medium has no geometry, or it says nothing
	StandsOff                 // it begins a name: its first word would have had room above, or it stands apart
	MayFollow                 // its first word had no room above: it goes on, or the name above just filled the line
	Follows                   // it goes on with the line above
)

// Sort says what a printed line is by its marks, not by its words.
type Sort uint8

const (
	Plain   Sort = iota
	Heading      // marked as one
	Item         // with a bullet or number
	Cells        // a row of a table
)

// Line is one printed line without its markup.
type Line struct {
	Page, Number int
	Place        int    // which of the document's lines it is, from 0; several may share a number, as where a page's source has no line breaks
	Outside      bool   // it stands in a margin of its page: a footer, a side bar, a side column of a table that sets the page
	Picture      bool   // it is the text of a picture
	Link         bool   // all of it is a link
	Bold         bool   // all of it is set in bold; where that makes a heading of it, Sort says so, too
	Lead         string // the words at its beginning that are set in bold, where others follow that are not
	Card         int    // of which wall of cards or tiles it is, from 1; an item is a card's name, what is Below it its other lines; 0 for none
	List         int    // of which list by the markup it is an item, from 1; a list within a list is another one; 0 for none or not known
	Column       int    // in which column of a table that sets the page it stands, from 1; 0 for none or not known
	Below        bool   // it stands on its own line within an item, by a break of the author's
	Note         bool   // the markup says that this is a footnote
	Said         bool   // the markup says that this is among signatories
	Named        bool   // the markup says that this is an organization's name
	Text         string // as printed; no blanks at the ends
	Sort         Sort
	Level        int      // of a heading or of an item
	Gap          int      // blank lines before it
	Indent       int      // in characters
	Marker       string   // of an item: "•", "12.", "a)"
	Cells        []string // of a table row
	Header       bool     // a table's header row
	Struck       bool     // printed struck through
	Sign         WrapSign // where the medium knows where lines end
	Box          []float64
}

// TextsOf are the texts of lines.
func TextsOf(lines []Line) []string {
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = lines[i].Text
	}
	return out
}

// Printed returns lines as they are printed, with line breaks between them.
func Printed(lines []Line) string {
	t := lines[0].Text
	for i := 1; i < len(lines); i++ {
		t += "\n" + lines[i].Text
	}
	return t
}

// Adjoin reports whether lines begin right below others, and none stands between that was left out.
func Adjoin(above, below []Line) bool {
	n := below[0].Place - above[len(above)-1].Place
	return n == 0 || n == 1
}

// JoinLines makes one text of the lines of a wrapped name.
func JoinLines(lines []Line) string {
	t := lines[0].Text
	for i := 1; i < len(lines); i++ {
		t = text.Join(t, lines[i].Text)
	}
	return t
}
