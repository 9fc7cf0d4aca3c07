package dataset

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

func TestTableReadsBackWhatIsWritten(t *testing.T) {
	made := func(j graph.Judgement) graph.Judgement { return graph.NewJudgement(j) }
	want := []graph.Judgement{
		made(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: "=Sum Club"}, B: graph.NameRef{Name: `'-Dash, "the"`}, By: "person: Rosa", When: "2021-05", Why: "+ its page\nsays so "}),
		made(graph.Judgement{Verdict: graph.Different, A: graph.NameRef{Name: "Moon", Letter: "l-1"}, B: graph.NameRef{Name: "Moon", Letter: "l-2"}, By: "file a.json", Source: "abc",
			Undone: &graph.Undoing{By: "person: Ida", When: "2022"}}),
		made(graph.Judgement{Verdict: graph.Unsure, A: graph.NameRef{Name: "Öko"}, B: graph.NameRef{Name: "’t Huis"}, By: "@ghost "}),
		made(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Letter: "l-9"}, B: graph.NameRef{Letter: "l-1"}, Relation: graph.ReportOf, By: graph.RuleSameLetter, Score: .8125}),
		made(graph.Judgement{Verdict: graph.ParentOf, A: graph.NameRef{Name: "Z", Letter: "l-1"}, B: graph.NameRef{Name: "A"}, By: "person: Rosa"}),
		made(graph.Judgement{Verdict: graph.HasMember, A: graph.NameRef{Name: "Z"}, B: graph.NameRef{Name: "A"}, By: "person: Rosa", From: graph.Date{Year: 1999}, Until: graph.Date{Year: 2001, Month: 2, Day: 3}}),
		made(graph.Judgement{Verdict: graph.FormerName, A: graph.NameRef{Name: "Z"}, B: graph.NameRef{Name: "A"}, By: "person: Rosa", Until: graph.Date{Year: 2001, Month: 2}}),
		made(graph.Judgement{Verdict: graph.Split, A: graph.NameRef{Name: "Moon", Letter: "l-1"}, By: "person: Rosa"}),
	}
	var b bytes.Buffer
	if err := WriteTable(&b, slices.Values(want)); err != nil {
		t.Fatal(err)
	}
	if !IsTable(b.Bytes()) {
		t.Errorf("not known by its header:\n%s", b.String())
	}
	for name, text := range map[string]string{"as it is": b.String(), "as Excel knows UTF-8": "\ufeff" + b.String()} {
		got, err := Table("folder/j.csv", []byte(text))
		if err != nil || !slices.EqualFunc(got, want, func(a, b graph.Judgement) bool { return graph.RecordHash(a) == graph.RecordHash(b) }) {
			t.Errorf("%s: %+v, %v\nfrom %s", name, got, err, text)
		}
	}
	for _, guarded := range []string{"'=Sum Club", "''-Dash", "'+ its", "'@ghost"} {
		if !strings.Contains(b.String(), guarded) {
			t.Errorf("%q is not guarded:\n%s", guarded[1:], b.String())
		}
	}
}

func TestTablesByHand(t *testing.T) {
	for text, want := range map[string][]string{
		"name1,name2,verdict\nA,B,same\nA,C,Different\nA,D,unsure\nA,E,\n,,\nB,A,same\n": {"same A B file t.csv ", "different A C file t.csv ", "unsure A D file t.csv "},
		"Name1;Name2;Verdict;Why;By;Note\n'-A;B;same;merged;person: Ida;x\n":             {"same '-A B person: Ida merged"},
		"canonical,alias\nB,A\nB,C\n":            {"same A B file t.csv ", "same B C file t.csv "},
		"name\talias\twhy\nB\tA\tits page\n":     {"same A B file t.csv its page"},
		"name,alias,data_version\n'=A,''-B,77\n": {"same '-B =A file t.csv "},
		"verdict,name_a,name_b\nsame,Z,Y\n":      {"same Y Z file t.csv "},
		"name1,name2,verdict,from,until\nZ,A,parent\nZ,A,member,1999-05,2001\nA,Q,Former,,2003-01-02\n": {"parent Z A file t.csv ", "member Z A file t.csv 1999-05 2001", "former A Q file t.csv  2003-01-02"},
		"name1,letter_a,name2,verdict\nZ,l,,split\n":                                                    {"split Z Z file t.csv "},
		"canonical,alias,from,until\nZ,A,,2001\nZ,B\n":                                                  {"former Z A file t.csv  2001", "same B Z file t.csv "},
		"\xff\xfen\x00a\x00m\x00e\x00,\x00a\x00l\x00i\x00a\x00s\x00\n\x00A\x00,\x00B\x00\n\x00":         {"same A B file t.csv "},
	} {
		if !IsTable([]byte(text)) {
			t.Errorf("%q is not known by its header", text)
		}
		js, err := Table("t.csv", []byte(text))
		var got []string
		for _, j := range js {
			got = append(got, strings.Join([]string{string(j.Verdict), j.A.Name, j.B.Name, j.By, j.Why}, " "))
			if !j.From.IsZero() || !j.Until.IsZero() {
				got[len(got)-1] += j.From.String() + " " + j.Until.String()
			}
			if (j.By == "file t.csv") != (j.Source != "") {
				t.Errorf("%q: judged by %q with the source %q", text, j.By, j.Source)
			}
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestTablesThatAreNone(t *testing.T) {
	for _, text := range []string{"", "organization,letter\nA,x\n", "name,alias,letter\nA,B,x\n", "name,country\nA,NO\n", "source,target\nA,B\n", "alias\nA\n"} {
		if IsTable([]byte(text)) {
			t.Errorf("%q is taken for judgements", text)
		}
	}
}

func TestTableFaultsByRow(t *testing.T) {
	for text, says := range map[string][]string{
		"name1,name2,verdict\nA,B,same\nA,C,maybe\n\nA,,same\nA,A,same\nB,A,different\n": {"t.csv: ", `row 3: `, `not "maybe"`, "row 5: ", "two names", "row 6: ", "two different names", `row 7: it says different of "A" and "B", and row 2 says same`, "nothing of it"},
		"name1,name2\nA,B\n":                                                                     {`no column "verdict"`},
		"name1,name2,verdict\n":                                                                  {"no rows"},
		"name1,name2,verdict\nA,B,\n":                                                            {"no row has a verdict"},
		"name1,name2,verdict\n" + strings.Repeat("A,B,x\n", 9):                                   {"row 6: ", "and 4 rows more"},
		"verdict,name_a,name_b,id\nsame,A,B,j-other\n":                                           {`row 2: its id is "j-other"`, "empty the cell"},
		"verdict,name_a,name_b,undone_when\nsame,A,B,2020\n":                                     {"row 2: ", "not by whom"},
		"verdict,name_a,name_b,score\nsame,A,B,high\n":                                           {`the score "high"`},
		"verdict,name_a,name_b,relation,letter_a,letter_b\nsame,,,part-of,a,b\n":                 {`the relation "part-of"`},
		"name1,name2,verdict,from\nA,B,parent,\nB,A,same,\nA,C,member,5/2001\nA,C,parent,2001\n": {`row 3: it says same of "A" and "B", and row 2 says parent`, `row 4: "5/2001" is no date`, "row 5: ", "no dates"},
		"organization,letter\nA,x\n":                                                             {"no columns of judgements"},
	} {
		_, err := Table("a/t.csv", []byte(text))
		if graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%q: %v", text, err)
			continue
		}
		for _, s := range says {
			if !strings.Contains(graph.MessageOf(err), s) {
				t.Errorf("%q: %q does not say %q", text, graph.MessageOf(err), s)
			}
		}
	}
}
