package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/cells"
)

// tableForm is one of the tables of judgements.
type tableForm int

const (
	noTable    tableForm = iota
	fullTable            // what WriteTable writes; columns that are missing are empty
	pairTable            // two names and a verdict, as a person writes them
	aliasTable           // a name, and another name of the same organization
)

// aliasColumns are the columns that a table of aliases may have. One with any other is a list of something: signatories may have an alias, too.
var aliasColumns = []string{"canonical", "name", "alias", "from", "until", "why", "by", "when", "data_version"}

func formOfTable(head []string) tableForm {
	t := cells.Table{Head: head}
	has := func(names ...string) bool {
		return !slices.ContainsFunc(names, func(n string) bool { return t.Column(n) < 0 })
	}
	switch {
	case has("name_a", "name_b", "verdict"):
		return fullTable
	case has("name1", "name2"):
		return pairTable
	case has("alias") && t.Column("canonical", "name") >= 0 && !slices.ContainsFunc(head, func(h string) bool {
		return !slices.Contains(aliasColumns, strings.ToLower(strings.TrimSpace(h)))
	}):
		return aliasTable
	}
	return noTable
}

// IsTable tells tables of judgements from those of signatories, by their header.
func IsTable(data []byte) bool { return formOfTable(cells.Head(data)) != noTable }

// Table reads judgements from a table of text with a header, in one of three forms:
//
//	verdict,name_a,letter_a,name_b,letter_b,relation,from,until,by,when,why,score,source,undone_by,undone_when,id   as WriteTable writes it
//	name1,name2,verdict                and from, until, why, by, when where there are; rows without a verdict are left open
//	canonical,alias (or name,alias)    and the same; each row says that both are one organization, one with dates that the alias is a former name
//
// A column that a table lacks is empty, so tables of earlier versions are read. Verdicts with a direction are read from left to right: the parent,
// the coalition and the name of now come first; a split has its letter in letter_a.
//
// What no column says is the file's: it judges. One row at fault makes the file Invalid; the message says which rows are, by their numbers.
func Table(name string, data []byte) ([]graph.Judgement, error) {
	js, _, err := TableRows(name, data)
	return js, err
}

// TableRows is Table, and says in which row each judgement stands first, by its id.
func TableRows(name string, data []byte) ([]graph.Judgement, map[string]int, error) {
	js, rows, err := readTable(name, data)
	if err != nil {
		return nil, nil, err
	}
	js, _ = unique(js, nil)
	return js, rows, nil
}

func readTable(name string, data []byte) ([]graph.Judgement, map[string]int, error) {
	src := source{base(name), fingerprint(data)}
	if len(data) > MaxSize {
		return nil, nil, graph.Errorf(graph.TooLarge, "%s: the file is larger than %d MiB; split it", src.name, MaxSize>>20)
	}
	t, err := cells.Read(data)
	if err != nil {
		return nil, nil, graph.Errorf(graph.Invalid, "%s: %s", src.name, err)
	}
	form := formOfTable(t.Head)
	switch {
	case form == noTable:
		return nil, nil, graph.Errorf(graph.Invalid, "%s: its header names no columns of judgements: name1, name2 and verdict, or canonical and alias", src.name)
	case form == pairTable && t.Column("verdict") < 0:
		return nil, nil, graph.Errorf(graph.Invalid, `%s: it has the columns name1 and name2 and no column "verdict", which says %s`, src.name, graph.VerdictsInWords())
	}
	r := newRowReader(t, form, src)
	for i := range t.Rows {
		r.read(&t.Rows[i])
	}
	if err := r.err(); err != nil {
		return nil, nil, err
	}
	return r.judgements, r.firsts, nil
}

// wordColumns hold words and numbers of ours, never guarded, and blanks around them mean nothing.
var wordColumns = []string{"verdict", "relation", "from", "until", "score", "id"}

// faultsShown is how many rows at fault a message names.
const faultsShown = 5

type rowReader struct {
	form       tableForm
	src        source
	own        bool // written by us, so that cells are guarded
	at         map[string]int
	judgements []graph.Judgement
	said       map[[2]graph.NameRef]verdictOf
	firsts     map[string]int // row of each judgement, by its id
	faults     []string
	rows       int
}

// verdictOf is what a row says of a pair.
type verdictOf struct {
	verdict graph.Verdict
	row     int
}

func newRowReader(t *cells.Table, form tableForm, src source) *rowReader {
	r := &rowReader{form: form, src: src, at: map[string]int{}, said: map[[2]graph.NameRef]verdictOf{}, firsts: map[string]int{}, own: form == fullTable || t.Column("data_version") >= 0}
	for _, column := range tableHead {
		r.at[column] = t.Column(column)
	}
	switch form {
	case pairTable:
		r.at["name_a"], r.at["name_b"] = t.Column("name1"), t.Column("name2")
	case aliasTable:
		r.at["name_a"], r.at["name_b"], r.at["verdict"] = t.Column("canonical", "name"), t.Column("alias"), -1
	}
	return r
}

func (r *rowReader) fault(row *cells.Row, format string, values ...any) {
	r.faults = append(r.faults, fmt.Sprintf("row %d: %s", row.Number, fmt.Sprintf(format, values...)))
}

// read takes what one row says. Empty rows, and pairs without a verdict, say nothing.
func (r *rowReader) read(row *cells.Row) {
	cell := func(column string) string {
		at := r.at[column]
		if !r.own || at < 0 || at >= len(row.Cells) || slices.Contains(wordColumns, column) {
			return row.Cell(at)
		}
		return cells.Unguard(row.Cells[at])
	}
	if strings.TrimSpace(strings.Join(row.Cells, "")) == "" {
		return
	}
	r.rows++
	verdict := graph.Verdict(strings.ToLower(cell("verdict")))
	switch {
	case r.form == aliasTable:
		verdict = graph.Same
	case r.form == pairTable && verdict == "" && cell("name_a") != "" && cell("name_b") != "":
		return
	}
	j := graph.Judgement{Verdict: verdict, A: graph.NameRef{Name: cell("name_a"), Letter: cell("letter_a")}, B: graph.NameRef{Name: cell("name_b"), Letter: cell("letter_b")},
		Relation: graph.Relation(cell("relation")), By: cmp.Or(cell("by"), r.src.by()), When: cell("when"), Why: cell("why"), Source: cell("source")}
	if cell("by") == "" {
		j.Source = cmp.Or(j.Source, r.src.sha256)
	}
	if by, when := cell("undone_by"), cell("undone_when"); by != "" {
		j.Undone = &graph.Undoing{By: by, When: when}
	} else if when != "" {
		r.fault(row, "it says when it was undone and not by whom")
		return
	}
	if text := cell("score"); text != "" {
		score, err := strconv.ParseFloat(text, 64)
		if err != nil || !(score >= 0 && score <= 1) {
			r.fault(row, "the score %q is no number from 0 to 1", text)
			return
		}
		j.Score = score
	}
	for _, d := range []struct {
		column string
		date   *graph.Date
	}{{"from", &j.From}, {"until", &j.Until}} {
		if err := d.date.UnmarshalText([]byte(cell(d.column))); err != nil {
			r.fault(row, "%s", graph.MessageOf(err))
			return
		}
	}
	if r.form == aliasTable && !(j.From.IsZero() && j.Until.IsZero()) {
		j.Verdict = graph.FormerName
	}
	r.take(row, graph.NewJudgement(j), cell("id"))
}

// take checks a judgement and keeps it.
func (r *rowReader) take(row *cells.Row, j graph.Judgement, id string) {
	if err := j.Check(); err != nil {
		r.fault(row, "%s", graph.MessageOf(err))
		return
	}
	if !slices.Contains([]graph.Relation{"", graph.VersionOf, graph.TranslationOf, graph.ReportOf}, j.Relation) {
		r.fault(row, "the relation %q is unknown: version-of, translation-of or report-of, and empty for names", j.Relation)
		return
	}
	if id != "" && id != j.ID {
		r.fault(row, "its id is %q, and a judgement that says this has %q: the row was changed; empty the cell of the id", id, j.ID)
		return
	}
	pair := [2]graph.NameRef{j.A, j.B}
	if _, turned := r.said[[2]graph.NameRef{j.B, j.A}]; turned {
		pair = [2]graph.NameRef{j.B, j.A}
	}
	if before, ok := r.said[pair]; ok && r.form != fullTable && !agree(before.verdict, j.Verdict) {
		r.fault(row, "it says %s of %q and %q, and row %d says %s", j.Verdict, j.A.Name, j.B.Name, before.row, before.verdict)
		return
	}
	r.said[pair] = verdictOf{j.Verdict, row.Number}
	r.judgements = append(r.judgements, j)
	if r.firsts[j.ID] == 0 {
		r.firsts[j.ID] = row.Number
	}
}

// agree reports whether two verdicts about one pair can both be meant.
func agree(a, b graph.Verdict) bool {
	return a == b || a.Joins() && b.Joins() || a.KeepsApart() && b.KeepsApart()
}

func (r *rowReader) err() error {
	switch more := len(r.faults) - faultsShown; {
	case more > 0:
		return graph.Errorf(graph.Invalid, "%s: %s; and %d rows more are at fault; nothing of it was taken", r.src.name, strings.Join(r.faults[:faultsShown], "; "), more)
	case len(r.faults) > 0:
		return graph.Errorf(graph.Invalid, "%s: %s; nothing of it was taken", r.src.name, strings.Join(r.faults, "; "))
	case r.rows == 0:
		return graph.Errorf(graph.Invalid, "%s: it has a header and no rows", r.src.name)
	case len(r.judgements) == 0:
		return graph.Errorf(graph.Invalid, "%s: no row has a verdict: write %s", r.src.name, graph.VerdictsInWords())
	}
	return nil
}
