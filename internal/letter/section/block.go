package section

import (
	"undersigned/internal/letter/document"
)

// origin says why a block of lines is taken to be signatories.
type origin uint8

const (
	Announced  origin = iota // a heading or sentence says so
	AfterGreet               // it follows "Sincerely,"
	Trailing                 // it ends a letter, unannounced
	Repeated                 // it prints again what another block prints
	Letterhead               // it stands above the greeting
	Sentence                 // a sentence names them
	Shape                    // it looks like a list of signatories
)

// String names the origin.
func (o origin) String() string {
	return [...]string{"announced", "after the greeting", "at the end", "printed again", "letterhead", "sentence", "shape"}[o]
}

// Words says the origin in a sentence.
func (o origin) Words() string {
	return [...]string{"a heading or sentence announces it", "it follows the sign-off", "it ends a letter, and nothing announces it", "it prints again what another list prints", "it stands above the greeting, as a letterhead does",
		"a sentence names it", "nothing announces it; its lines are shaped like a list of signatories"}[o]
}

// Company says who the signatories of a block are, where a heading tells.
type Company uint8

const (
	Anyone Company = iota
	Organizations
	People
)

// Setting is what headings say about the lines below them.
type Setting struct {
	Origin  origin
	Company Company
	Country string
	Gone    bool // withdrawn signatures
}

// Block is a run of lines of signatories.
type Block struct {
	Lines []document.Line
	Sort  document.Sort
	List  bool   // names with separators between them
	One   bool   // its line is one of several that stand apart: one name each
	Name  string // it is this one name, cut out of its lines, with a second printing where there is one
	Again []document.Line
	Form  string
	Setting
	from origin // Trailing or Letterhead where the walk over headings passed it by
}
