package sheet

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/medium"
)

// found is what a table says, a line a letter: title, date, targets, and who signed, persons in brackets.
func found(letters []graph.Letter) string {
	var out []string
	for _, l := range letters {
		s := l.Title
		if !l.Date.IsZero() {
			s += " " + l.Date.String()
		}
		for _, t := range l.Targets {
			s += " >" + t.Name
		}
		var names []string
		for _, g := range l.Signatures {
			n := g.Name
			if g.Type == graph.TypePerson {
				n = "(" + n + ")"
			}
			if g.Status != graph.Listed {
				n += " " + string(g.Status)
			}
			if g.Country != "" {
				n += " [" + g.Country + "]"
			}
			names = append(names, n)
		}
		out = append(out, s+": "+strings.Join(names, "; "))
	}
	return strings.Join(out, "\n")
}

// tableCase is a table and what is right.
type tableCase struct {
	name    string
	file    string // x.csv
	data    string
	answers medium.Answers
	want    string   // see found
	left    []string // parts of reasons, a left-out line each
	notes   []string // parts of warnings
	asks    string   // about what; then
	choices []string
	refuses []string // parts of the message
}

func (c *tableCase) check(t *testing.T) {
	t.Helper()
	file := c.file
	if file == "" {
		file = "x.csv"
	}
	letters, warnings, err := Read(context.Background(), file, []byte(c.data), medium.Limits{Answers: c.answers})
	if c.asks != "" || c.refuses != nil {
		q, _ := errors.AsType[*medium.Question](err)
		if err == nil || (c.asks == "") != (q == nil) {
			t.Fatalf("%v, want a refusal; it was read as\n%s", err, found(letters))
		}
		if q != nil {
			var values []string
			for _, v := range q.Choices {
				values = append(values, v.Value)
			}
			if q.About != c.asks || !slices.Equal(values, c.choices) || !strings.Contains(graph.MessageOf(err), "--"+c.asks) || q.Text == "" {
				t.Errorf("it asks about %s with %q: %v", q.About, values, err)
			}
		}
		for _, part := range c.refuses {
			if !strings.Contains(graph.MessageOf(err), part) {
				t.Errorf("the message %q does not say %q", graph.MessageOf(err), part)
			}
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if got := found(letters); got != c.want {
		t.Errorf("it was read as\n%s\nwant\n%s", got, c.want)
	}
	var left []string
	for _, l := range letters {
		for _, o := range l.LeftOut {
			left = append(left, fmt.Sprintf("%d %s: %s", o.Line, o.Text, o.Why))
		}
	}
	if len(left) != len(c.left) {
		t.Errorf("left out %q, want %q", left, c.left)
	} else {
		for i, part := range c.left {
			if !strings.Contains(left[i], part) {
				t.Errorf("left out %q, which does not say %q", left[i], part)
			}
		}
	}
	if all := strings.Join(warnings, "\n"); len(warnings) != len(c.notes) {
		t.Errorf("the notes are %q, want %q", warnings, c.notes)
	} else {
		for _, part := range c.notes {
			if !strings.Contains(all, part) {
				t.Errorf("the notes %q do not say %q", all, part)
			}
		}
	}
}

func TestTables(t *testing.T) {
	for _, c := range []tableCase{
		// A table never invents a tie.
		{name: "a campaign is a letter", data: "organization,campaign,date\nSalt Union,Pool campaign,2019-03-04\nPier Friends,Ferry campaign,2020-05-06\n",
			want: "Pool campaign 2019-03-04: Salt Union\nFerry campaign 2020-05-06: Pier Friends"},
		{name: "an unknown column that decides the date", data: "organization,topic,date\nSalt Union,The pool,2019-03-04\nPier Friends,The pool,2019-03-04\nSalt Union,The ferry,2020-05-06\n",
			asks: medium.AskLetter, choices: []string{"topic", "date", "none"}, refuses: []string{`"topic" (2 values)`, "2 dates", "--letter-column topic"}},
		{name: "the same, answered", data: "organization,topic,date\nSalt Union,The pool,2019-03-04\nPier Friends,The pool,2019-03-04\nSalt Union,The ferry,2020-05-06\n",
			answers: medium.Answers{Letter: "Topic"}, want: "The pool 2019-03-04: Salt Union; Pier Friends\nThe ferry 2020-05-06: Salt Union"},
		{name: "answered by the number of the column", data: "organization,topic,date\nSalt Union,The pool,2019-03-04\nSalt Union,The ferry,2020-05-06\n",
			answers: medium.Answers{Letter: "2"}, want: "The pool 2019-03-04: Salt Union\nThe ferry 2020-05-06: Salt Union"},
		{name: "answered with a column that is not there", data: "organization,topic\nSalt Union,The pool\n", answers: medium.Answers{Letter: "colour"}, refuses: []string{`no column "colour"`, `"organization", "topic"`}},
		{name: "each date is a letter", data: "organization,date\nSalt Union,2019-03-04\nPier Friends,2020-05-06\nSalt Union,2020-05-06\n", answers: medium.Answers{Letter: "date"},
			want: "x, 2019-03-04 2019-03-04: Salt Union\nx, 2020-05-06 2020-05-06: Pier Friends; Salt Union"},
		{name: "only dates differ", data: "organization,date\nSalt Union,2019-03-04\nPier Friends,2020-05-06\n", asks: medium.AskLetter, choices: []string{"date", "none"}},
		{name: "one letter all the same", data: "organization,date\nSalt Union,2019-03-04\nPier Friends,2020-05-06\n", answers: medium.Answers{Letter: "none"}, want: "x 2019-03-04: Salt Union; Pier Friends"},
		{name: "somebody stands again with another project", data: "organization,project\nSalt Union,Pool\nPier Friends,Pool\nSalt Union,Ferry\n", asks: medium.AskLetter, choices: []string{"project", "none"}},
		{name: "somebody again, with a word that may be a name", data: "organization,topic\nSalt Union,Dam\nPier Friends,Dam\nSalt Union,Forest\n", asks: medium.AskLetter, choices: []string{"topic", "none"}},
		{name: "the same organization of two towns", data: "organization,country,city\nSalt Union,Norway,Bergen\nPier Friends,Chile,Lota\nSalt Union,Norway,Oslo\n", want: "x: Salt Union [Norway]; Pier Friends [Chile]", left: nil},
		{name: "who was elected in the places of one organization", data: "signatory,constituency_name,party\nSalt Union,Pier North,Tide Party\nSalt Union,Pier South,Reef Party\nNight Owls,Pier North,Tide Party\n", want: "x: Salt Union; Night Owls", left: nil},
		{name: "a topic beside the places of one organization", data: "organization,city,topic\nSalt Union,Lota,Dam\nSalt Union,Oslo,Forest\nNight Owls,Lota,Forest\n", asks: medium.AskLetter, choices: []string{"topic", "none"}},
		{name: "one date, one letter", data: "organization,date\nSalt Union,2019-03-04\nPier Friends,2019-03-04\n", want: "x 2019-03-04: Salt Union; Pier Friends"},
		{name: "persons make no ties", data: "Full name,date\nRosa Lind,2019-03-04\nTom Reed,2020-05-06\n", want: "x 2019-03-04: (Rosa Lind); (Tom Reed)"},
		{name: "a column that was not read is listed", data: "organization,Website,Colour\nSalt Union,https://salt.example,blue sky\nPier Friends,https://pier.example,deep green\n",
			want: "x: Salt Union; Pier Friends", left: []string{`the column "Website" was put aside (2 cells)`}},
		{name: "a title beside a contact is an office", data: "Organization name,Contact person,Title,Email\nSalt Union,Rosa Lind,Director,rosa@salt.example\nPier Friends,Tom Reed,Director,tom@pier.example\n",
			want: "x: Salt Union; Pier Friends", left: []string{`"Email"`}},
		{name: "a title beside a telephone is an office", data: "Organization,Phone,Title\nSalt Union,+49 30 123456,Head of Tides\nPier Friends,+49 30 654321,Keeper\n", want: "x: Salt Union; Pier Friends", left: []string{`"Phone"`}},
		{name: "a title beside organizations alone is a letter", data: "Organization,Title\nSalt Union,Keep the pool\nPier Friends,Keep the ferry\n", want: "Keep the pool: Salt Union\nKeep the ferry: Pier Friends"},

		// Matrices.
		{name: "a matrix of figures", data: "organization,Country,Pool letter,Ferry letter 2020-05-06\nSalt Union,Norway,1,1\nPier Friends,Chile,0,1\nLone Star,Peru,0,0\n",
			want: "Pool letter: Salt Union [Norway]\nFerry letter 2020-05-06 2020-05-06: Salt Union [Norway]; Pier Friends [Chile]", left: []string{"4 Lone Star"}},
		{name: "a matrix of words", data: "Organisation;Pool statement;Ferry statement\nSalt Union;yes;no\nPier Friends;no;yes\n", want: "Pool statement: Salt Union\nFerry statement: Pier Friends"},
		{name: "a matrix without words for letters", data: "organization,E1,E2,E3\nSalt Union,1,0,1\nPier Friends,0,1,1\n", asks: medium.AskMatrix, choices: []string{"yes", "no"}, refuses: []string{`"E1", "E2", "E3"`, "--matrix=yes"}},
		{name: "the same, answered", data: "organization,E1,E2,E3\nSalt Union,1,0,1\nPier Friends,0,1,1\n", answers: medium.Answers{Matrix: "yes"}, want: "E1: Salt Union\nE3: Salt Union; Pier Friends\nE2: Pier Friends"},
		{name: "marks that are details", data: "organization,E1,E2\nSalt Union,x,\nPier Friends,,x\n", answers: medium.Answers{Matrix: "no"}, want: "x: Salt Union; Pier Friends", left: []string{`"E1"`, `"E2"`}},
		{name: "no marks to read", data: "organization,E1\nSalt Union,blue\n", answers: medium.Answers{Matrix: "yes"}, refuses: []string{"--matrix"}},
		{name: "the rows are the letters", data: "letter,Salt Union,Pier Friends,Lone Star\nKeep the pool,1,1,0\nKeep the ferry,1,0,0\n", want: "Keep the pool: Salt Union; Pier Friends\nKeep the ferry: Salt Union", notes: []string{`nobody has a mark in the column "Lone Star"`}},
		{name: "answers about several letters", data: "Organisation,Endorses pool statement,Endorses ferry statement\nSalt Union,Yes,No\nPier Friends,Yes,Yes\n", want: "Endorses pool statement: Salt Union; Pier Friends\nEndorses ferry statement: Pier Friends"},
		{name: "an answer about one", data: "Organisation,Endorses pool statement\nSalt Union,Yes\nPier Friends,No\nRiver Watch,Yes\n", want: "x: Salt Union; River Watch", left: []string{"is answered"}},
		{name: "a number beside a title", data: "letter_id,letter_title,organization\n1,Keep the pool,Salt Union\n1,Keep the pool,Pier Friends\n2,Keep the ferry,Salt Union\n3,Keep the ferry,River Watch\n", want: "Keep the pool: Salt Union; Pier Friends\nKeep the ferry: Salt Union\nKeep the ferry: River Watch"},
		{name: "two columns for the letter", data: "organization,letter,title\nSalt Union,x1,Keep the pool\n", asks: medium.AskLetter, choices: []string{"letter", "title"}},
		{name: "two columns of one name", data: "organization,letter,letter\nSalt Union,x1,Keep the pool\n", asks: medium.AskLetter, choices: []string{"2", "3"}},
		{name: "the second of them", data: "organization,letter,letter\nSalt Union,x1,Keep the pool\n", answers: medium.Answers{Letter: "3"}, want: "Keep the pool: Salt Union"},
		{name: "a matrix of lettered letters", data: "organization,Letter A,Letter B,Letter C\nSalt Union,x,,x\nPier Friends,,x,x\nRiver Watch,x,x,\n",
			want: "Letter A: Salt Union; River Watch\nLetter C: Salt Union; Pier Friends\nLetter B: Pier Friends; River Watch"},
		{name: "a matrix of one letter", data: "organization,Letter A\nSalt Union,x\nPier Friends,\n", want: "Letter A: Salt Union", left: []string{"it has no mark"}},
		{name: "lettered columns of titles", data: "organization,Letter A,Letter B\nSalt Union,Keep the pool,Keep the ferry\nPier Friends,Keep the pool,\n", asks: medium.AskLetter, choices: []string{"Letter A", "Letter B"}},
		{name: "a matrix with an empty corner", data: ",Letter A,Letter B\nSalt Union,1,0\nPier Friends,0,1\n", want: "Letter A: Salt Union\nLetter B: Pier Friends"},
		{name: "an empty corner and columns of any names", data: ",E1,E2\nSalt Union,1,0\nPier Friends,0,1\n", asks: medium.AskMatrix, choices: []string{"yes", "no"}},
		{name: "no header, and titles that look like one", data: "Salt Union,Letter A\nPier Friends,Letter A\nSalt Union,Letter B\n", asks: medium.AskLetter, choices: []string{"2", "none"}},
		{name: "the same, answered", data: "Salt Union,Letter A\nPier Friends,Letter A\nSalt Union,Letter B\n", answers: medium.Answers{Letter: "2"}, want: "Letter A: Salt Union; Pier Friends\nLetter B: Salt Union",
			notes: []string{"the names were taken from column 1"}},
		{name: "columns grouped by a row above", data: "Signatories,,Letters,\nName,Country,Title,Date\nSalt Union,Norway,Keep the pool,2019-03-04\nPier Friends,Chile,Keep the ferry,2020-05-06\n",
			want: "Keep the pool 2019-03-04: Salt Union [Norway]\nKeep the ferry 2020-05-06: Pier Friends [Chile]", left: []string{"1 Signatories, , Letters, : it stands above"}},

		// Edge lists of network programs.
		{name: "edges between things of one kind", data: "Source,Target,Weight\nSalt Union,Pier Friends,3\nPier Friends,River Watch,2\n", refuses: []string{`"Pier Friends" stands on both sides`, "organization and letter"}},
		{name: "edges with two sides", data: "Source,Target,Type,Id,Label,Weight\nSalt Union,Keep the pool,Undirected,0,,1.0\nPier Friends,Keep the pool,Undirected,1,,1.0\n", asks: medium.AskLetter, choices: []string{"Target", "Source", "none"}},
		{name: "the target is the letter", data: "Source,Target,Type,Id,Label,Weight\nSalt Union,Keep the pool,Undirected,0,,1.0\nPier Friends,Keep the pool,Undirected,1,,1.0\n", answers: medium.Answers{Letter: "Target"},
			want: "Keep the pool: Salt Union; Pier Friends", left: []string{`"Weight"`}},
		{name: "the source is the letter", data: "Source,Target,Type,Id,Label,Weight\nKeep the pool,Salt Union,Undirected,0,,1.0\nKeep the pool,Pier Friends,Undirected,1,,1.0\n", answers: medium.Answers{Letter: "source"},
			want: "Keep the pool: Salt Union; Pier Friends", left: []string{`"Weight"`}},
		{name: "who signed, with its source", data: "organization,source,target\nSalt Union,https://a.example,Port Office\nPier Friends,https://a.example,Port Office\n", want: "x >Port Office: Salt Union; Pier Friends", left: []string{`"source"`}},
		{name: "who does not want to sign is no matrix", data: "organization,Do you want to sign?,Newsletter\nSalt Union,yes,no\nPier Friends,no,yes\n", want: "x: Salt Union", left: []string{`"Newsletter"`, "is answered"}},

		{name: "a column for each letter", data: "Pool letter,Ferry letter 2020\nSalt Union,Salt Union\nPier Friends,River Watch\n,Moss Trust\n", want: "Pool letter: Salt Union; Pier Friends\nFerry letter 2020: Salt Union; River Watch; Moss Trust"},
		{name: "a matrix with sums", data: "organization,Pool letter,Ferry letter,Total\nSalt Union,1,0,1\nPier Friends,0,1,1\nRiver Watch,0,1,1\nTotal,1,2,3\n", want: "Pool letter: Salt Union\nFerry letter: Pier Friends; River Watch", left: []string{"5 Total", `"Total"`}},
		{name: "a list in a cell", data: "letter,signed by\nKeep the pool,Salt Union|Pier Friends\nKeep the ferry,River Watch\n", want: "Keep the pool: Salt Union; Pier Friends\nKeep the ferry: River Watch"},
		{name: "a list with commas", data: "letter;signatories\nKeep the pool;Salt Workers Union, Pier Friends Club, River Watch Network\n", want: "Keep the pool: Salt Workers Union, Pier Friends Club, River Watch Network", notes: []string{"several names may stand in one cell"}},
		{name: "a formula as text", data: "organization,letter\nSalt Union,a1\n\"=HYPERLINK(\"\"https://pier.example\"\",\"\"Pier Friends\"\")\",a1\n", want: "a1: Salt Union", left: []string{"row 3 holds a formula"}},

		{name: "a matrix of counts", data: "organization,Pool letter,Ferry letter\nSalt Union,2,0\nPier Friends,1,1\n", want: "Pool letter: Salt Union; Pier Friends\nFerry letter: Pier Friends"},
		{name: "a mark in a row that ends before its name", data: "Pool letter,Ferry letter,organization\nx,,Salt Union\nx,x,Pier Friends\nx\n", want: "Pool letter: Salt Union; Pier Friends\nFerry letter: Pier Friends", left: []string{`4 x: the column "organization" is empty`}},

		// Dates.
		{name: "the column decides", data: "organization,letter,date\nSalt Union,a1,03/04/2019\nPier Friends,b2,13/04/2019\n", want: "a1 2019-04-03: Salt Union\nb2 2019-04-13: Pier Friends"},
		{name: "the month first", data: "organization,letter,date\nSalt Union,a1,03/04/2019\nPier Friends,b2,04/13/2019\n", want: "a1 2019-03-04: Salt Union\nb2 2019-04-13: Pier Friends"},
		{name: "nothing decides", data: "organization,letter,date\nSalt Union,a1,03/04/2019\nPier Friends,b2,05/06/2019\n", want: "a1 2019: Salt Union\nb2 2019: Pier Friends", notes: []string{"nothing tells the day of 2 dates from the month (the first is row 2)"}},
		{name: "both stand in a column", data: "organization,letter,date\nSalt Union,a1,13/04/2019\nPier Friends,b2,04/13/2019\nRiver Watch,c3,05/05/2019\n", want: "a1 2019-04-13: Salt Union\nb2 2019-04-13: Pier Friends\nc3 2019-05-05: River Watch"},
		{name: "full stops have the day first", data: "organization,letter,date\nSalt Union,a1,03.04.2019\nPier Friends,b2,3.4.19\n", want: "a1 2019-04-03: Salt Union\nb2 2019-04-03: Pier Friends"},
		{name: "a date more precise than another", data: "organization,letter,date\nSalt Union,a1,2019\nPier Friends,a1,2019-04-03\n", want: "a1 2019-04-03: Salt Union; Pier Friends"},
		{name: "one row dates a letter otherwise", data: "organization,letter,date\nSalt Union,a1,2019-04-03\nPier Friends,a1,2019-04-03\nRiver Watch,a1,2019-04-03\nMoss Trust,a1,2018-04-03\n",
			want: "a1 2019-04-03: Salt Union; Pier Friends; River Watch", left: []string{`5 Moss Trust, a1, 2018-04-03: it dates letter "a1" 2018-04-03 and all others 2019-04-03`}},

		// Several names in a cell.
		{name: "bars and semicolons", data: "organization,letter\nSalt Union|Pier Friends,a1\nRiver Watch; Moss Trust,a1\n", want: "a1: Salt Union; Pier Friends; River Watch; Moss Trust", notes: []string{"several names stand in one cell in 2 rows (the first is row 2)"}},
		{name: "commas between names that stand alone elsewhere", data: "organization;letter\nSalt Union, Pier Friends;a1\nSalt Union;b2\nPier Friends;b2\nKeepers, Seeds;b2\n",
			want: "a1: Salt Union; Pier Friends\nb2: Salt Union; Pier Friends; Keepers, Seeds", notes: []string{"in 1 row"}},
		{name: "a name with a place", data: "organization,letter\nSalt Union; Norway,a1\n", want: "a1: Salt Union; Norway", notes: []string{"several names may stand in one cell in 1 row"}},
		{name: "an entity", data: "organization,letter\nSalt &amp; Pier,a1\n", want: "a1: Salt &amp; Pier"},
		{name: "lines in a cell", data: "organization,letter\n\"Salt Union\nPier Friends Club\nRiver Watch\",a1\n\"Moss\nTrust\",a1\n\"Union of\nNight Owls\",a1\n", want: "a1: Salt Union; Pier Friends Club; River Watch; Moss Trust; Union of Night Owls", notes: []string{"in 1 row"}},

		// One bad row.
		{name: "an empty name", data: "organization,letter\nSalt Union,a1\n,a1\nPier Friends,\nRiver Watch,a1\n", want: "a1: Salt Union; River Watch", left: []string{`3 , a1: the column "organization" is empty`, `4 Pier Friends, : the column "letter" is empty`}},
		{name: "a name and a title that are too long", data: "organization,letter\nSalt Union,a1\n" + strings.Repeat("Pier ", 1000) + ",a1\nRiver Watch," + strings.Repeat("b", 3000) + "\n" + strings.Repeat("é", 2000) + ",a1\n",
			want: "a1: Salt Union; " + strings.Repeat("é", 2000), left: []string{"it has 4999 characters", "it has 3000 characters"}},
		{name: "no date", data: "organization,letter,date\nSalt Union,a1,2019\nPier Friends,a1,soon\n", want: "a1 2019: Salt Union", left: []string{`"soon" is no date`}},
		{name: "a separator without quotation marks", data: "organization,letter\nSalt Union,a1\nPier, Inc.,a1\n", want: "a1: Salt Union", left: []string{"3 cells and the header 2"}},
		{name: "a status that is none", data: "organization,status\nSalt Union,listed\nPier Friends,perhaps\n", want: "x: Salt Union", left: []string{`the status is "perhaps"`}},
		{name: "a date where a name should stand", data: "organization,letter\nSalt Union,a1\n2019-03-08,a1\n", want: "a1: Salt Union", left: []string{"row 3: a date stands where a name should"}},
		{name: "an error of a spreadsheet", data: "organization,letter\nSalt Union,a1\n#N/A,a1\nPier Friends,#REF!\n", want: "a1: Salt Union", left: []string{"row 3 holds the error #N/A", "row 4 holds the error #REF!"}},
		{name: "nothing but errors", data: "organization,letter\n#N/A,a1\n", refuses: []string{"row 2 holds the error #N/A"}},
		{name: "names of figures", data: "organization,letter\n350,a1\nSalt Union,a1\nPier Friends,a1\nRiver Watch,a1\n007,a1\n1e3,a1\n0x1F,a1\n5,a1\n12:30,a1\n", want: "a1: 350; Salt Union; Pier Friends; River Watch; 007; 1e3; 0x1F", left: []string{"no letters", "a date stands"}},

		{name: "a quotation mark that is not closed", data: "organization,letter\nSalt Union,a1\n\"Pier Friends,a1\nRiver Watch,a1\nMoss Trust,\"a1\"\n", want: "a1: Salt Union; River Watch; Moss Trust", left: []string{"a quotation mark is opened and not closed"}},

		// What stands around a table.
		{name: "sep", data: "sep=;\r\norganization;letter\r\nSalt Union;a1\r\n", want: "a1: Salt Union"},
		{name: "sep, of a character of its own", data: "\ufeffsep=^\norganization^letter\nSalt, Union^a1\n", want: "a1: Salt, Union"},
		{name: "a title above", data: "Signatories of the pool, all of them\n5 May 2021\n\nOrganisation;Country\nSalt Union;Norway\nPier Friends;Chile\n",
			want: "Signatories of the pool, all of them 2021-05-05: Salt Union [Norway]; Pier Friends [Chile]", left: []string{"1 Signatories", "2 5 May 2021"}},
		{name: "a title that is a name of columns", data: "Signatories,\nOrganization,Letter\nSalt Union,a1\n", want: "a1: Salt Union", left: []string{"1 Signatories"}},
		{name: "a sum below", data: "Organisation,Letter,Date\nSalt Union,a1,2019\nPier Friends,a1,2019\n\nTotal,2,\n", want: "a1 2019: Salt Union; Pier Friends", left: []string{"it sums the other rows up"}},
		{name: "sums in other words", data: "Organisation,Letter\nSalt Union,a1\nSumme: 1,\nGrand total,1\nTotal Energies,a1\nTotal,a1\n", want: "a1: Salt Union; Total Energies; Total", left: []string{"3 Summe: 1", "4 Grand total"}},
		{name: "the header again", data: "Organisation,Letter\nSalt Union,a1\nOrganisation,Letter\nPier Friends,a1\n", want: "a1: Salt Union; Pier Friends", left: []string{"it names the columns again"}},
		{name: "empty cells between tabs", file: "x.tsv", data: "organization\tcountry\tletter\nSalt Union\t\ta1\n\tNorway\ta1\nPier Friends\tChile\ta1\n", want: "a1: Salt Union; Pier Friends [Chile]", left: []string{`"organization" is empty`}},
		{name: "a quoted word", data: "organization,letter\n\"Blue\" Lake,a1\nSalt \"Pan\" Union,a1\n5\" Pipe Workers,a1\n", want: "a1: \"Blue\" Lake; Salt \"Pan\" Union; 5\" Pipe Workers"},
		{name: "letters that differ by case", data: "organization,letter,date\nSalt Union,Keep The Pool,2019\nPier Friends,keep the pool,2019\nRiver Watch,Keep  The Pool,2019\n", want: "Keep The Pool 2019: Salt Union; Pier Friends; River Watch", notes: []string{"differ by case alone"}},
		{name: "letters of one name and two dates", data: "organization,letter,date\nSalt Union,Annual Letter,2019\nPier Friends,annual letter,2020\n", want: "Annual Letter 2019: Salt Union\nannual letter 2020: Pier Friends"},
		{name: "an address where the columns are named", data: "organization,letter\nfirst floor office,a1\n", want: "a1: first floor office"},
		{name: "no column of names", data: "alpha,beta\nblue,called twice\n", asks: medium.AskName, choices: []string{"alpha", "beta"}},
		{name: "the same, answered", data: "colour,letter\nSalt,a1\nPier,a1\n", answers: medium.Answers{Name: "colour"}, want: "a1: Salt; Pier"},

		// Persons.
		{name: "persons by their header", data: "Full name,Affiliation,Letter\nRosa Lind,Swim School,a1\nTom Reed,Pier College,a1\n", want: "a1: (Rosa Lind); (Tom Reed)"},
		{name: "persons by two columns", data: "First name,Last name,Institution\nRosa,Lind,Swim School\nTom,Reed,Pier College\n", want: "x: (Rosa Lind); (Tom Reed)"},
		{name: "persons among organizations", data: "Name\nRiver Watch Network\nJohn Smith\nSalt Keepers Union\nMaria Garcia\nTide Forum\n", want: "x: River Watch Network; (John Smith); Salt Keepers Union; (Maria Garcia); Tide Forum"},
		{name: "persons where organizations should stand", data: "Organisation\nJohn Smith\nMaria Garcia\nThomas Müller\nAnna Kowalska\n", want: "x: (John Smith); (Maria Garcia); (Thomas Müller); (Anna Kowalska)"},
		{name: "individuals", data: "Individuals\nRosa Lind\nTom Reed\n", want: "x: (Rosa Lind); (Tom Reed)"},

		// Our own exports.
		{name: "signatures.csv", data: "organization,organization_name,letter,title,date,targets,printed_name,printed_line,document,page,line,position,of,status,country,relation,record,data_version\r\n" +
			"salt-union-abc,Salt Union,keep-abc,Keep the pool,2020-01-05,Harbor Office; City Council,SALT UNION,\"SALT UNION, Norway\",a.txt,,2,1,2,listed,Norway,,keep-abc,b6\r\n" +
			"x-abc,'=Sum Club,keep-abc,Keep the pool,2020-01-05,Harbor Office; City Council,'=Sum Club,'=Sum Club,a.txt,,3,2,2,withdrawn,,,keep-abc,b6\r\n" +
			"salt-union-abc,Salt Union,keep-def,Keep the pool,2021-01-05,,Salt Union,Salt Union,b.txt,,2,1,1,listed,,,keep-def,b6\r\n",
			want: "Keep the pool 2020-01-05 >Harbor Office >City Council: Salt Union [Norway]; =Sum Club withdrawn\nKeep the pool 2021-01-05: Salt Union"},
		{name: "ties in two modes", data: "Source,Target,Type,Weight,source_label,target_label,date,data_version\r\nsalt-abc,keep-abc,Undirected,1,Salt Union,Keep the pool,2020-01-05,b6\r\npier-abc,keep-abc,Undirected,1,Pier Friends,Keep the pool,2020-01-05,b6\r\n",
			want: "Keep the pool 2020-01-05: Salt Union; Pier Friends"},
		{name: "ties in one mode", data: "source,target,source_label,target_label,letters,newman,data_version\r\na-b,c-d,Salt Union,Pier Friends,2,1.5,b6\r\n", refuses: []string{"two modes", "signatures.csv"}},
		{name: "nodes", data: "id,label,mode,kind,country,letters,data_version\r\na-b,Salt Union,organization,,,2,b6\r\n", refuses: []string{"signatures.csv"}},

		// Networks.
		{name: "Pajek in two modes", file: "x.net", data: "*Vertices 3 2\r\n1 \"Salt Union\" 0.1 0.2\r\n2 \"Pier Friends\"\r\n3 \"Keep the pool\"\r\n*Edges\r\n1 3 1\r\n2 3 1\r\n", want: "Keep the pool: Salt Union; Pier Friends"},
		{name: "Pajek, a matrix", file: "x.net", data: "% a comment\n*vertices 3 2\n1 \"Salt Union\"\n2 \"Pier Friends\"\n3 \"Keep the pool\"\n*Matrix\n1\n0\n", want: "Keep the pool: Salt Union", left: []string{"it signed none"}},
		{name: "Pajek in one mode", file: "x.net", data: "*Vertices 2\n1 \"Salt Union\"\n2 \"Pier Friends\"\n*Arcs\n1 2\n", refuses: []string{"Pajek, 2 nodes, 1 edge", "two modes"}},
		{name: "GraphML by a side", file: "x.graphml", data: `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="d0" for="node" attr.name="bipartite" attr.type="int"/><key id="d1" for="node" attr.name="label"/><graph edgedefault="undirected"><node id="a"><data key="d0">0</data><data key="d1">Salt Union</data></node><node id="b"><data key="d0">1</data><data key="d1">Keep the pool</data></node><edge source="b" target="a"/></graph></graphml>`,
			want: "Keep the pool: Salt Union", notes: []string{`"bipartite" is 1`}},
		{name: "GEXF by a mode", file: "x.gexf", data: `<gexf xmlns="http://gexf.net/1.3"><graph><attributes class="node"><attribute id="0" title="mode"/><attribute id="1" title="date"/></attributes><nodes><node id="a" label="Salt Union"><attvalues><attvalue for="0" value="organization"/></attvalues></node><node id="l" label="Keep the pool"><attvalues><attvalue for="0" value="letter"/><attvalue for="1" value="2020-01-05"/></attvalues></node></nodes><edges><edge id="0" source="a" target="l"/></edges></graph></gexf>`,
			want: "Keep the pool 2020-01-05: Salt Union"},
		{name: "GEXF that says no sides", file: "x.gexf", data: `<gexf><graph><nodes><node id="a" label="Salt Union"/><node id="b" label="Pier Friends"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>`, refuses: []string{"GEXF", "organization and letter"}},
		{name: "GEXF that is cut off", file: "x.gexf", data: `<gexf><graph><nodes><node id="a"`, refuses: []string{"damaged"}},
		{name: "named like a network", file: "x.gml", data: "graph [ node [ id 1 ] ]", refuses: []string{"GML"}},
	} {
		t.Run(c.name, c.check)
	}
}

func TestEntitiesAreNoLetter(t *testing.T) {
	data := `{"id":"a1","schema":"Organization","properties":{"name":["Salt Union"]}}` + "\n" + `{"id":"p1","schema":"Person","properties":{"name":["Rosa Lind"]}}` + "\n"
	_, err := extractData(t.Context(), medium.Source{Name: "x.json", Data: []byte(data), Limits: medium.DefaultLimits})
	if graph.CodeOf(err) != graph.Unsupported || !strings.Contains(graph.MessageOf(err), "FollowTheMoney, among them 1 organization and 1 person") {
		t.Errorf("%v", err)
	}
}
