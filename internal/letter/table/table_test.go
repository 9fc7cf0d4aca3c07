package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSenses reads names of columns as people write them.
func TestSenses(t *testing.T) {
	for header, want := range map[string]Column{
		"Name": NameColumn, "Name of the organisation": OrganizationColumn, "ORGANIZATION NAME": OrganizationColumn, "Your full name": PersonColumn, "NameGiven": FirstColumn, "Last_name": LastColumn,
		"Title and Name": NameColumn, "Department and Institution": AffiliationColumn, "Affiliation (for identification only)": AffiliationColumn, "Contact e-mail": EmailColumn, "contact name": ContactColumn,
		"organization url": LinkColumn, "Job title": OfficeColumn, "Title": TitleColumn, "Type of organisation": TypeColumn, "Country / Region": CountryColumn, "Vor- und Nachname": PersonColumn,
		"Nom de l’association": OrganizationColumn, "Nombre y apellidos": PersonColumn, "Imię i nazwisko": PersonColumn, "Kuruluş Adı": OrganizationColumn, "団体名": OrganizationColumn, "ФИО": PersonColumn, "№": NumberColumn, "#": NumberColumn,
		"First and last name": PersonColumn, "Organisation/Person": NameColumn, "Sähköposti": EmailColumn, "Timestamp": StampColumn,
		"World Health Network of Nurses": UnknownColumn, "Salt Union": UnknownColumn, "": UnknownColumn,
	} {
		if got := SenseOf(header); got != want {
			t.Errorf("%q is %v, want %v", header, got, want)
		}
	}
}

func TestKinds(t *testing.T) {
	for cell, want := range map[string]Who{
		"Company": Organizations, "non-profit organization": Organizations, "On behalf of my organisation": Organizations, "My Institution": Organizations, "Verein": Organizations, "ONG": Organizations, "Companies": Organizations,
		"Individual": Persons, "Myself": Persons, "Private individual": Persons, "à titre personnel": Persons, "Privatperson": Persons, "个人": Persons, "Local official": Workers,
		"Individual or organization": Anyone, "Development": Anyone, "": Anyone, "We are a company of five people who work for the sea": Anyone,
	} {
		if got := KindOf(cell); got != want {
			t.Errorf("%q is %d, want %d", cell, got, want)
		}
	}
	for cell, want := range map[string]State{"Confirmed": Stands, "withdrawn on 3 May": Gone, "unsubscribed": Gone, "Pending": Waits, "Entwurf": Waits, "perhaps": Unsaid} {
		if got := StateOf(cell); got != want {
			t.Errorf("%q is %d, want %d", cell, got, want)
		}
	}
}

// table makes rows of a text: a line a row, bars between its cells.
func rowsOf(s string) [][]string {
	var out [][]string
	for l := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
		cells := strings.Split(l, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, cells)
	}
	return out
}

// TestJudge reads tables without help of their section: what each row says, "p" before persons, "o" before what is said to be an organization.
func TestJudge(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"persons and where they work": {"Vera Lind | Bay College | Professor\nOmar Hadd | Fjord University | Lecturer\nAnna Ruan | Bay College | Student", "p Vera Lind @ Bay College\np Omar Hadd @ Fjord University\np Anna Ruan @ Bay College"},
		"organizations and contacts":  {"Salt Workers Union | Vera Lind | Chair\nPier Friends Association | Peter Loft | Director\nRiver Network | Anna Ruan | President", "Salt Workers Union : Vera Lind\nPier Friends Association : Peter Loft\nRiver Network : Anna Ruan"},
		"names not in front":          {"1 | Chile | Salt Workers Union\n2 | Peru | Pier Friends Association\n3 | Mali | River Network", "Salt Workers Union [Chile]\nPier Friends Association [Peru]\nRiver Network [Mali]"},
		"a header":                    {"Country | Group\nChile | Salt\nPeru | Pier\nMali | River", "o Salt [Chile]\no Pier [Peru]\no River [Mali]"},
		"a header of unknown words":   {"Maakt | Grupu | Hjem\n1 | Salt Union | https://a.example\n2 | Pier Union | https://b.example\n3 | Hill Union | https://c.example", "Salt Union\nPier Union\nHill Union"},
		"kinds":                       {"Salt | Company\nVera Lind | Individual\nPier | Company\nzk4 | Individual\nRiver | Company\nQuay | Company", "o Salt\np Vera Lind\no Pier\np zk4\no River\no Quay"},
		"names and what they say":     {"Salt | We have been fishing here for two hundred years.\nPier | It is ours and we will keep it.\nRiver | The council must not sell what belongs to all of us.", "Salt\nPier\nRiver"},
	} {
		t.Run(name, func(t *testing.T) {
			rows := rowsOf(c.table)
			r := Judge(nil, nil, rows)
			if r.Header {
				rows = rows[1:]
			}
			var got []string
			for _, cells := range rows {
				row := r.Row(cells)
				s := map[Who]string{Organizations: "o ", Persons: "p "}[row.Who] + row.Name
				if row.Affiliation != "" {
					s += " @ " + row.Affiliation
				}
				if row.Person != "" {
					s += " : " + row.Person
				}
				if row.Country != "" {
					s += " [" + row.Country + "]"
				}
				got = append(got, s)
			}
			if s := strings.Join(got, "\n"); s != c.want {
				t.Errorf("rows\n%s\nwant\n%s\ncolumns %+v, doubts %q", s, c.want, r.Columns, r.Doubts)
			}
		})
	}
}

// TestSide tells names that stand side by side from what is said of one.
func TestSide(t *testing.T) {
	for table, want := range map[string]int{
		"Salt Union | Pier Association\nRiver Network | Hill Group\nOlive Club | Kite Society":                         2,
		"Vera Lind | Peter Loft\nAnna Ruan | David Marsh\nJohn Holm | Maria Quay":                                      2,
		"1 | Salt Union | 4 | Pier Association\n2 | River Network | 5 | Hill Group\n3 | Olive Club | 6 | Kite Society": 2,
		"Vera Lind | Salt Union\nAnna Ruan | River Network\nJohn Holm | Olive Club":                                    0,
		"Salt Union | Chile\nRiver Network | Peru\nOlive Club | Mali":                                                  0,
	} {
		if r := Judge(nil, nil, rowsOf(table)); len(r.Side) != want {
			t.Errorf("%q: %d columns side by side, want %d: %+v", table, len(r.Side), want, r.Columns)
		}
	}
}

// TestDoubts asks for a word where a column was guessed, and for the columns that were put aside.
func TestDoubts(t *testing.T) {
	r := Judge(nil, nil, rowsOf("Salt Union | Kite Club of Divers | a\nRiver Network | Hill Society of Poets and Bakers | b\nOlive Club | Quay Association for the Old Town | c\nPier | Tern Group | d"))
	if !slices.ContainsFunc(r.Doubts, func(s string) bool { return strings.Contains(s, "was not read (column 2, 4 cells)") }) {
		t.Errorf("doubts %q", r.Doubts)
	}
	rows := rowsOf("Salt Union | a@salt.example\nPier |\nHill | h@hill.example")
	a := Judge(nil, []string{"Organization", "E-mail"}, rows).Aside(rows, true)
	if len(a) != 1 || a[0].Cell != "a@salt.example" || !strings.Contains(a[0].Why, `"E-mail" was put aside (2 cells)`) {
		t.Errorf("put aside %+v", a)
	}
}

// TestData asks that every kind of column that a header may say has a weight for its header.
func TestData(t *testing.T) {
	for c := NameColumn; c < fillerColumn; c++ {
		if !slices.ContainsFunc(builtIn()[c], func(w weight) bool { return w.feature == headerFeature && w.value > 0 }) {
			t.Errorf("weights.tsv has no weight for the header of %v", c)
		}
	}
}

// FuzzJudge asks that a reading stays within the table, whatever is in it, and is the same twice.
func FuzzJudge(f *testing.F) {
	f.Add("Name|Type\nSalt|Company\nVera Lind|Individual")
	f.Add("1|Salt Union|a@b.example\n|\n3")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		rows := rowsOf(s)
		r, again := Judge(nil, nil, rows), Judge(nil, nil, rows)
		if fmt.Sprintf("%+v", r) != fmt.Sprintf("%+v", again) {
			t.Fatalf("two readings: %+v, %+v", r, again)
		}
		for _, cells := range rows {
			row := r.Row(cells)
			for part := range strings.FieldsSeq(row.Name) {
				if !strings.Contains(strings.Join(cells, " "), part) {
					t.Fatalf("%q is not in %q", row.Name, cells)
				}
			}
		}
	})
}

// A line of fields asks for a signature; an organization whose words may stand above columns does not.
func TestAsks(t *testing.T) {
	for line, want := range map[string]bool{"Name — City (if desired)": true, "Organization name": true, "Name, Country": true,
		"Union of Town AD": false, "Union of Town AD (UT": false, "Internet Society": false, "Salt Union": false} {
		if got := Asks(line); got != want {
			t.Errorf("%q asks: %v", line, got)
		}
	}
}
