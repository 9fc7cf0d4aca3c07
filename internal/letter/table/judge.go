package table

import (
	"fmt"
	"strings"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/weights"
)

// Reading is how the rows of a table, or the entries of a list of data, are read.
type Reading struct {
	Header  bool // the first row names the columns
	Said    int  // columns that their header says
	Columns []Judged
	Side    []int // columns of names that stand side by side: each cell signs; nil where each row does
	Sides   []Who // what the cells of each are
	Who     Who   // what the rows are, where no column says it row by row
	Behalf  bool  // persons sign for the organizations beside them
	Doubts  []string

	likePersons bool // most names may be persons'
	guessed     bool // nothing tells the column of names, which is the likeliest one
	firm        bool // a header says that the names are persons'

	name, given, last, other int // columns; -1
	typed, status            int
	country                  int
	strict                   bool
	flags                    []flag
	yesMeans                 Who // what yes says in the column asked
	asked                    int
	letterNumber             int // the column of numbers of letters beside their titles; -1
	header                   []string
	by                       *model
}

// enough is the score from which a column is believed to name who signs without a header that says so.
const enough = 3.2

// unsure is the margin below which a reading of a column is said to be doubtful.
const unsure = 0.6

// Judge says how a table is read. header names the columns, or is nil where nothing is marked as such: then the first row is asked. by is nil for what
// is built in.
func Judge(by *weights.Set, header []string, rows [][]string) *Reading {
	return judgeRows(by, header, rows, nil)
}

func judgeRows(by *weights.Set, header []string, rows [][]string, given map[int]Column) *Reading {
	m := modelOf(by)
	r := &Reading{by: m, name: -1, given: -1, last: -1, other: -1, typed: -1, status: -1, country: -1, letterNumber: -1}
	if header == nil && len(rows) > 1 && (IsHeader(rows[0]) || standsOut(rows)) {
		header, rows, r.Header = rows[0], rows[1:], true
	}
	width := max(widthOf(rows), len(header))
	r.header = make([]string, width)
	copy(r.header, header)
	looks := lookAt(rows, width)
	senses := make([]sense, width)
	for k := range r.header {
		senses[k] = senseOf(text.Trim(r.header[k]))
	}
	r.Columns = make([]Judged, width)
	for k := range looks {
		r.Columns[k] = m.judge(senses[k], &looks[k])
		r.Columns[k].running = looks[k].shares[fSequence] >= 0.5 || looks[k].cells == 1 && r.Columns[k].Column == NumberColumn
		if r.Columns[k].Said {
			r.Said++
		}
	}
	if by.Tells() {
		by.Seen(seen(r, senses, looks, rows))
	}
	r.answers(rows)
	r.take(given, senses)
	rule.Tell(r)
	r.settle(senses, looks, rows)
	if r.Side = r.sideBySide(senses, looks, rows); r.Side != nil {
		return r
	}
	r.sign(senses, looks, rows)
	r.doubt(looks)
	return r
}

// Named reports whether a column names who signs.
func (r *Reading) Named() bool { return r.name >= 0 || r.Side != nil }

// Sure reports whether the column of names is told by its header, or by cells that can hardly be anything else.
func (r *Reading) Sure() bool {
	return r.Side != nil || r.name >= 0 && !r.guessed && (r.Columns[r.name].Said || r.Columns[r.name].Score >= enough && r.Columns[r.name].Margin >= unsure)
}

// Name is the column of names, -1 where there is none.
func (r *Reading) Name() int { return r.name }

// Column returns the first column that holds something, -1.
func (r *Reading) Column(c Column) int {
	for k := range r.Columns {
		if r.Columns[k].Column == c {
			return k
		}
	}
	return -1
}

// standsOut reports whether the first row is a header by what stands below it: a cell has words where all below are figures, dates
// or addresses, or two where most are such or countries, or one has and another is a known name of a column.
func standsOut(rows [][]string) bool {
	if rule.Off("table.standsOut") || len(rows) < 4 {
		return false
	}
	looks, first := lookAt(rows[1:], len(rows[0])), lookAt(rows[:1], len(rows[0]))
	contrast, known := 0, 0
	for k := range rows[0] {
		if first[k].cells == 0 || text.WordCount(rows[0][k]) > 6 {
			continue
		}
		figures := func(f *features) float64 {
			return f.shares[fNumber] + f.shares[fEmail] + f.shares[fLink] + f.shares[fPicture] + f.shares[fDate]
		}
		told := func(f *features) float64 { return figures(f) + f.shares[fCountry] }
		if looks[k].cells >= 3 && told(&looks[k]) >= 0.8 && told(&first[k]) == 0 {
			if contrast++; figures(&looks[k]) == 1 {
				contrast++
			}
		} else if SenseOf(rows[0][k]) != UnknownColumn {
			known++
		}
	}
	return contrast >= 2 || contrast == 1 && known >= 1
}

// settle decides what one column alone cannot tell.
func (r *Reading) settle(senses []sense, looks []features, rows [][]string) {
	has := func(columns ...Column) bool {
		for _, c := range columns {
			if r.Column(c) >= 0 {
				return true
			}
		}
		return false
	}
	countries := has(CountryColumn)
	r.numbered()
	for k := range r.Columns {
		c, f := &r.Columns[k], &looks[k].shares
		switch {
		case c.Column == TitleColumn:
			// A title beside a person or a way to reach one is the person's; else the letter's, or all there is of a name.
			switch {
			case !has(NameColumn, OrganizationColumn, OrganizationsColumn, PersonColumn, PersonsColumn, FirstColumn, LastColumn, AffiliationColumn) && f[fOffice]+f[fOwn]+f[fHonorific] < 0.3 && f[fDistinct] >= 0.9 && has(ContactColumn):
				c.Column = NameColumn // who answers for it stands beside
			case has(PersonColumn, PersonsColumn, FirstColumn, LastColumn, ContactColumn, EmailColumn, AddressColumn, AffiliationColumn, HonorificColumn), has(NameColumn) && (f[fOffice]+f[fOwn]+f[fHonorific] >= 0.3 || has(OrganizationColumn, OrganizationsColumn)):
				c.Column = OfficeColumn
			case !has(NameColumn, OrganizationColumn, OrganizationsColumn, PersonsColumn):
				c.Column = NameColumn
			default:
				c.Column = LetterColumn
			}
		case c.Column == ListColumn && has(NameColumn, OrganizationColumn, OrganizationsColumn):
			c.Column = ContactColumn
		case c.Column == ListColumn && !several(rows, k) && len(rows) > 0:
			c.Column = NameColumn
		case senses[k].column == TypeColumn && senses[k].share > 0.99 && f[fSigner] >= 0.75:
			c.Column, c.Said = TypeColumn, true // of few rows no two may be of one kind
		case c.Column == KindColumn && f[fSigner] >= 0.5:
			c.Column = TypeColumn
		case c.Column == LabelColumn && !has(NameColumn, OrganizationColumn, PersonColumn, FirstColumn, LastColumn, PersonsColumn, OrganizationsColumn):
			c.Column = NameColumn
		case c.Column == LabelColumn:
			c.Column = NoteColumn
		case c.Column == PlaceColumn && !countries && f[fCountry] >= 0.5:
			c.Column = CountryColumn
		case c.Column == StatusColumn && f[fSigner] >= 0.5:
			c.Column = TypeColumn
		}
		if senses[k].column == OfficeColumn && c.Column == TypeColumn {
			c.Column = OfficeColumn
		}
	}
	if first, last := r.Column(FirstColumn), r.Column(LastColumn); (first >= 0) != (last >= 0) { // half a name: all of it, or it stands beside a whole one
		k := max(first, last)
		if r.Columns[k].Column = PersonColumn; has(NameColumn) && looks[k].shares[fShort] > 0.5 {
			n := r.Column(NameColumn)
			if first >= 0 {
				r.Columns[n].Column, r.Columns[k].Column = LastColumn, FirstColumn
			} else {
				r.Columns[n].Column, r.Columns[k].Column = FirstColumn, LastColumn
			}
		}
	}
}

// several reports whether a cell of a column has names with semicolons, bars or line breaks between them.
func several(rows [][]string, k int) bool {
	for _, row := range rows {
		if k < len(row) && strings.ContainsAny(row[k], ";|\n") {
			return true
		}
	}
	return false
}

// Unread is what a doubt says of a column that may hold names and was put aside.
const Unread = "names stand in a second column that was not read"

// doubt says in words what is not sure, and what was put aside.
func (r *Reading) doubt(looks []features) {
	if r.name < 0 {
		return
	}
	if c := r.Columns[r.name]; !r.Alone() && c.Cells > 0 && (r.guessed || !c.Said && (c.Score < enough || c.Margin < unsure)) {
		r.Doubts = append(r.Doubts, fmt.Sprintf("%s was taken for the names, and no heading says so", r.called(r.name)))
	}
	for k := range r.Columns {
		c, f := &r.Columns[k], &looks[k].shares
		if k == r.name || k == r.last || k == r.other || c.Said || c.Cells < few {
			continue
		}
		if (c.Column == OrganizationColumn || c.Column == NameColumn || c.Column == PersonColumn) && f[fDistinct] >= 0.8 && f[fFilled] >= 0.5 && f[fOrg]+f[fSurePerson] >= 0.5 {
			r.Doubts = append(r.Doubts, fmt.Sprintf("%s (%s, %d cells)", Unread, r.called(k), c.Cells))
		}
	}
}

// called names a column for the user.
func (r *Reading) called(k int) string {
	if h := text.OneLine(r.header[k]); h != "" {
		return fmt.Sprintf("the column %q", text.FirstWords(h, 8))
	}
	return fmt.Sprintf("column %d", k+1)
}

// Aside is a column that was put aside.
type Aside struct {
	Row  int    // the first that has text in it
	Cell string // that text
	Why  string
}

// Aside says which columns were put aside. Numbers, links and pictures are worth a word only in a document that is a table (all), and there
// the numbers of the rows are not.
func (r *Reading) Aside(rows [][]string, all bool) []Aside {
	var out []Aside
	for k, c := range r.Columns {
		if c.Cells == 0 || r.name < 0 || k == r.name || k == r.last || k == r.other || k == r.typed || k == r.status || k == r.country || k == r.letterNumber || r.isFlag(k) || r.notes(k) {
			continue
		}
		switch c.Column {
		case UnknownColumn, FirstColumn, LastColumn, CountryColumn, EmailColumn, AddressColumn, StampColumn, TypeColumn, StatusColumn:
		case NumberColumn, LinkColumn, PictureColumn:
			if !all || c.running {
				continue
			}
		default:
			continue
		}
		a := Aside{Row: -1}
		n := 0
		for i, row := range rows {
			if k < len(row) && text.Trim(row[k]) != "" {
				if n++; a.Row < 0 {
					a.Row, a.Cell = i, text.Trim(row[k])
				}
			}
		}
		if a.Why = fmt.Sprintf("%s was put aside (%d cells): it does not say who signed", r.called(k), n); n > 0 {
			out = append(out, a)
		}
	}
	return out
}

// Halves returns the columns of a person's first and last name, where they are two.
func (r *Reading) Halves() (first, last int, ok bool) { return r.given, r.last, r.last >= 0 }

// Alone reports whether no column beside the one of names has words that could be names or tell of them.
func (r *Reading) Alone() bool {
	for k, c := range r.Columns {
		switch c.Column {
		case NumberColumn, CountryColumn, LinkColumn, EmailColumn, PictureColumn, DateColumn, StampColumn, AddressColumn:
		default:
			if k != r.name && c.Cells > 0 {
				return false
			}
		}
	}
	return true
}

// Strict reports whether a column of statuses must be understood row by row: some of it is, or there is too little of it to say that it means
// something else.
func (r *Reading) Strict() bool { return r.strict }
