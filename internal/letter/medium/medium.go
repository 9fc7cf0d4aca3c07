package medium

import (
	"context"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/weights"
)

// Limits bound what one document may cost. A zero field means the default.
type Limits struct {
	Bytes int // size of the document; default MaxBytes
	Lines int // printed lines; default 200,000
	Rows  int // signatories; default 50,000

	Answers Answers // what a table does not say itself, beside what it may cost

	Fitted *weights.Set // by what tables and lists of persons are told; nil is what is built in
}

// MaxBytes is the default limit of a document's size.
const MaxBytes = 16 << 20

// DefaultLimits are wide enough for every letter we know of, and narrow enough for a service.
var DefaultLimits = Limits{Bytes: MaxBytes, Lines: 200_000, Rows: 50_000}

// WithDefaults returns the limits with the default for each that is not given.
func (l Limits) WithDefaults() Limits {
	if l.Bytes <= 0 {
		l.Bytes = DefaultLimits.Bytes
	}
	if l.Lines <= 0 {
		l.Lines = DefaultLimits.Lines
	}
	if l.Rows <= 0 {
		l.Rows = DefaultLimits.Rows
	}
	return l
}

// Medium turns bytes into printed lines. A new one is a package below read that defines it, and a word in the list of package letter.
type Medium struct {
	Name       string
	Extensions []string
	Is         func(data []byte) bool // whether the bytes say so themselves, whatever the name; nil where they cannot
	Read       func(ctx context.Context, s Source) (*document.Document, error)
	Open       func(ctx context.Context, s Source) (Reread, error)       // instead of Read, where unpacking is most of the work
	Draft      func(ctx context.Context, s Source) (*draft.Draft, error) // instead of Read, where nothing is left to understand
}

// Reread makes printed lines of what was unpacked; each call anew, and nothing of one is shared with another.
type Reread func(ctx context.Context) (*document.Document, error)

// Source is one document as its medium gets it.
type Source struct {
	Name   string // base name
	Data   []byte
	Limits Limits
	Ask    Words
}

// Words is what a medium may ask about words: it knows none itself. The answers order and group lines; none says who signed.
type Words interface {
	Cue(l *document.Line) bool               // whether the line says something about the lines around it
	Opens(l *document.Line) bool             // whether it announces signatories
	Sentence(s string) bool                  // whether it is running text
	NameList(s string) bool                  // whether it is several names
	Person(s string) int                     // how surely it names a person: 0, 1, 2
	Country(s string) bool                   // whether it is the name of a country
	Place(s string) bool                     // or of another place
	PageNumber(s string) bool                // "Page 3 of 5"
	Initial(s string) string                 // the letters that a name is sorted by
	Header(cells []string) bool              // whether a row names the columns of a table of signatories
	Headers(cells []string) int              // how many cells are such names
	Table(rows [][]string, header bool) bool // whether columns say different things of one signatory
	SideBySide(rows [][]string) bool         // whether the columns are one list
}

// Cancelled is the error of a reading that ctx ended.
func Cancelled(ctx context.Context, name string) error {
	return graph.Wrap(graph.Cancelled, context.Cause(ctx), "reading "+name+" was stopped before it was done")
}
