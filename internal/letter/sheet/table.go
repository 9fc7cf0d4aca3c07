package sheet

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/doubt"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

var tableExtensions = []string{"csv", "tsv"}

// IsTable says which names are tables whatever their bytes; workbooks are known by theirs.
func IsTable(name string) bool {
	return slices.Contains(tableExtensions, text.Extension(name))
}

// Table reads a CSV or TSV file, a workbook of Excel or OpenDocument, or a two-mode network file, of signatures, one row a signature, of one letter or of
// many. A row near the top (of a workbook's sheet, too) names the columns; case, blanks and punctuation in their names do not matter (see package table):
//
//   - organization (also: name, signatory, group, ...): who signed. Needed.
//   - letter (also: title, statement, campaign, ...): which letter. Without it all rows are one letter, named after the file, unless
//     dates or other columns say that they are several: then the error is a medium.Question.
//   - date (2021, 2021-05, 2021-05-06 or as printed), target, country, kind, note, status (listed, withdrawn, ...), type (organization or person).
//
// Instead of one row a signature, a row may hold one letter with all its signatories in a column "signed by", with semicolons
// between them, or an organization with a column of marks for each letter (a matrix). Our own exports of signatures are read back. Separator
// (comma, semicolon, tab, bar, or what "sep=" says), quoting, byte order mark and character set are detected. Columns with
// other names are kept in the evidence, which is the whole row. A row that cannot be read is left out, with the reason, and the others are
// read; where none can be, the error names row and column: Invalid for a missing column, an empty name, a date that is none; Conflict for two
// dates of one letter; TooLarge over a limit. Letters come in the order of their first row. What a workbook has beside, see readSheets.
func Table(ctx context.Context, name string, data []byte, limits medium.Limits) ([]graph.Letter, error) {
	letters, _, err := Read(ctx, name, data, limits)
	return letters, err
}

// Read is Table with what the user should know of the reading, in sentences.
func Read(ctx context.Context, name string, data []byte, limits medium.Limits) (letters []graph.Letter, warnings []string, err error) {
	drafts, ids, err := tableDrafts(ctx, text.BaseName(name), data, limits.WithDefaults())
	if err != nil {
		return nil, nil, err
	}
	letters = make([]graph.Letter, len(drafts))
	for i, d := range drafts {
		letters[i] = d.Record(ids[i], "")
	}
	return letters, drafts[0].Warnings, nil
}

// Extract reads a table as the Draft of a document: it must hold one letter, or the answers say which is wanted.
func Extract(ctx context.Context, s medium.Source) (*draft.Draft, error) {
	drafts, _, err := tableDrafts(ctx, s.Name, s.Data, s.Limits)
	if err != nil {
		return nil, err
	}
	if len(drafts) == 1 {
		return drafts[0], nil
	}
	q := medium.Question{About: medium.AskTitle, Text: "The table holds several letters. Which one is it?"}
	for _, d := range drafts {
		if s.Limits.Answers.Title != "" && string(d.Title) == s.Limits.Answers.Title {
			return d, nil
		}
		says := string(d.Title)
		if d.Date != "" {
			says += ", " + string(d.Date)
		}
		q.Choices = append(q.Choices, medium.Choice{Value: string(d.Title), Says: says + ": " + counted(len(d.Signatories), "signatory", "signatories")})
	}
	return nil, &graph.Error{Code: graph.Unsupported, Err: &q,
		Message: s.Name + " holds " + counted(len(drafts), "letter", "letters") + " and extract shows one: load the file, or cut it to one letter"}
}

// tableReader collects the letters of one table.
type tableReader struct {
	name, sha string
	limits    medium.Limits
	where     string // the name, and the sheet where there are several: for messages
	page      int    // of a workbook, the sheet from 1 where there are several; else 0
	read      *table.Reading
	header    []string // as printed
	persons   bool     // the sheet says that its rows are persons
	list      bool     // there is no header: the column of names was found by its look
	title     string   // of the letter, where the sheet's name is it
	byDate    bool     // each date is a letter
	edges     bool     // a list of who signed what is wanted, so that a column must say which letter
	order     table.DayOrder
	titles    map[string]string // letters that differ by case alone, each by the form that stands for all
	odd       map[string]string // dates of letters that one row says and all others contradict, and what these say
	names     map[string]bool   // the names that stand alone in a cell, folded
	drafts    []*draft.Draft
	ids       []string
	at        map[string]int
	warnings  []string
	unread    []string // what was not read, or only guessed, as sentences
	bad       []error  // rows that could not be read
	vague     []int    // rows whose date does not tell its day from its month
	several   []int    // rows whose cell was read as several names
	unsplit   []int    // rows whose cell may hold several names and was read as one
	rows      int
	written   int             // the line of the row that a letter has last
	left      []draft.LeftOut // of all sheets, told with the first letter
	comma     rune
	above     strings.Builder    // text before the first letter's
	texts     []*strings.Builder // of pointers: a Builder that was written to may not move
	lines     [][]document.Line  // the rows that each letter was read from
}

func tableDrafts(ctx context.Context, name string, data []byte, limits medium.Limits) ([]*draft.Draft, []string, error) {
	if len(data) > limits.Bytes {
		return nil, nil, graph.Errorf(graph.TooLarge, "%s has %d bytes and the limit is %d: split it, or raise the limit", name, len(data), limits.Bytes)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, nil, graph.Errorf(graph.Invalid, "%s is empty: there is no text in it", name)
	}
	sum := sha256.Sum256(data)
	return readTable(ctx, newReader(name, hex.EncodeToString(sum[:]), limits), data)
}

func newReader(name, sha string, limits medium.Limits) *tableReader {
	return &tableReader{name: name, where: name, sha: sha, at: map[string]int{}, titles: map[string]string{}, limits: limits}
}

// readTable reads a table that is not empty.
func readTable(ctx context.Context, t *tableReader, data []byte) ([]*draft.Draft, []string, error) {
	name, limits := t.name, t.limits
	read := t.readText
	switch {
	case office.IsZIP(data):
		read = t.readSheets
	case networkOf(name, data) != nil:
		read = t.readNetwork
	case slices.Contains(office.WorkbookExtensions, text.Extension(name)) && medium.Foreign(data) == "":
		return nil, nil, graph.Errorf(graph.Invalid, "%s is named like an Excel workbook and is none: save it as XLSX again, or give it the ending of what it is", name)
	}
	if err := read(ctx, data); err != nil {
		return nil, nil, err
	}
	if err := t.nobody(); err != nil {
		return nil, nil, err
	}
	if t.read == nil || len(t.drafts) == 0 {
		return nil, nil, graph.Errorf(graph.Invalid, "%s has a header and no rows: nothing is signed in it", name)
	}
	t.dropEmpty()
	t.tellBelonging()
	if t.say(); t.edges {
		t.warnings = append(t.warnings, t.unread...)
	}
	t.drafts[0].LeftOut = append(t.drafts[0].LeftOut, t.left...)
	for i, d := range t.drafts {
		d.ID, d.Warnings = t.ids[i], t.warnings
		if t.list {
			d.Kind = draft.KindList
		}
		d.Text = strings.TrimSuffix(t.above.String()+t.texts[i].String(), "\n")
		t.above.Reset()
		if d.Organizations() > limits.Rows {
			return nil, nil, graph.Errorf(graph.TooLarge, "%s lists %d signatories and the limit is %d: split it, or raise the limit", name, d.Organizations(), limits.Rows)
		}
		if t.edges {
			continue // a list of facts: what was not read is noted
		}
		doubt.State(d, doubt.Source{Pieces: []document.Piece{{Sort: document.Cells, Lines: t.lines[i]}}, Titled: -1, Unread: t.unread})
		doubt.Sum(d, nil)
	}
	return t.drafts, t.ids, nil
}

// dropEmpty takes out letters all of whose rows were left out, where others have signatories.
func (t *tableReader) dropEmpty() {
	signed := slices.ContainsFunc(t.drafts, func(d *draft.Draft) bool { return len(d.Signatories) > 0 })
	if !signed {
		return
	}
	kept := 0
	for i, d := range t.drafts {
		if len(d.Signatories) == 0 {
			t.above.WriteString(t.texts[i].String())
			continue
		}
		t.drafts[kept], t.ids[kept], t.texts[kept], t.lines[kept] = d, t.ids[i], t.texts[i], t.lines[i]
		kept++
	}
	t.drafts, t.ids, t.texts, t.lines = t.drafts[:kept], t.ids[:kept], t.texts[:kept], t.lines[:kept]
}

// nobody refuses a table none of whose rows names anybody, with what is wrong with the first.
func (t *tableReader) nobody() error {
	for _, d := range t.drafts {
		if len(d.Signatories) > 0 {
			return nil
		}
	}
	if len(t.bad) > 0 {
		return t.bad[0]
	}
	for _, l := range t.left {
		if l.Why == cue.Letterless("?", true) {
			return graph.Errorf(graph.Invalid, "%s, row %d: %q has no letters and is no name, and no other row has one; mend it or give another table", t.name, l.Line, l.Text)
		}
	}
	return nil
}

// onSheet says of which sheet a sentence is, where several are read.
func (t *tableReader) onSheet(sentence string) string {
	if t.where == t.name {
		return sentence
	}
	return strings.TrimPrefix(t.where, t.name+", ") + ": " + sentence
}
