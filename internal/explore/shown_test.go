package explore

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"undersigned/graph"
	"undersigned/internal/dataset"
	"undersigned/internal/report"
)

// private is what must not leave the program in any form.
var private = []string{"Ada Example", "Example", "ada@rivers.example", "@", "Bo Beispiel", "+49 30 1234567", "1234567", "10:11", "Cleo Ejemplo", "Mary Miller", "Miller", "Q Zu"}

// contacts is a store with persons and columns of contacts in every kind of document.
func contacts(t *testing.T) *Reading {
	t.Helper()
	org := func(name, country string, capacity graph.Capacity, line int, text string) graph.Signature {
		return graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: capacity, Status: graph.Listed, Country: country, Position: line,
			Evidence: []graph.Evidence{{Document: "d", Line: line, Position: line, Text: text}}}
	}
	person := func(name string, line int, text string) graph.Signature {
		return graph.Signature{Name: name, Type: graph.TypePerson, Capacity: graph.AsIndividual, Status: graph.Listed, Position: line,
			Evidence: []graph.Evidence{{Document: "d", Line: line, Position: line, Text: text}}}
	}
	letter := func(id, medium string, signatures ...graph.Signature) graph.Letter {
		l := graph.Letter{ID: id, Title: "Rivers", Kind: "letter", Date: graph.Date{Year: 2024, Month: 5}, Signatures: signatures,
			Addressees: []graph.Addressee{{Name: "Mary Miller", Role: "Minister"}},
			LeftOut:    []graph.LeftOut{{Line: 9, Text: "Mary Miller, Professor, mary@x.example", Why: "a person"}}}
		var text []string
		for _, s := range signatures {
			text = append(text, s.Evidence[0].Text)
		}
		l.Documents = []graph.Document{{ID: "d", Name: id + "." + medium, Medium: medium, Text: strings.Join(text, "\n")}}
		return l
	}
	said := []graph.Judgement{
		graph.NewJudgement(graph.Judgement{Verdict: graph.Different, A: graph.NameRef{Name: "Rivers Alive"}, B: graph.NameRef{Name: "Palm Net"}, By: "person: ada@rivers.example",
			Why: "asked by telephone, +49 30 1234567", Undone: &graph.Undoing{By: "person: bo@palm.example", When: "2024"}}),
		graph.NewJudgement(graph.Judgement{Verdict: graph.Unsure, A: graph.NameRef{Name: "Rivers Alive"}, B: graph.NameRef{Name: "Palm Net"}, By: "person: Rosa Lind", Why: "its page says so"}),
	}
	n, err := graph.NewNetwork(graph.Data{Hash: "contacts", Judgements: said, Letters: []graph.Letter{
		letter("a", "table",
			org("Rivers Alive", "Ghana", graph.AsOrganization, 2, "2024/05/01 10:11:12 AM GMT+2, Rivers Alive, Ghana, Ada Example, Director, ada@rivers.example"),
			org("Palm Net", "Fiji", graph.AsOrganization, 3, "2024/05/01 10:11:19 AM GMT+2, Palm Net, Fiji, Bo Beispiel, Director, +49 30 1234567"),
			person("Cleo Ejemplo", 4, "2024/05/01 10:11:20 AM GMT+2, , Mali, Cleo Ejemplo, Director, c@x.example")),
		letter("b", "html",
			org("Rivers Alive", "Ghana", graph.AsOrganization, 2, "Rivers Alive | Ghana | Ada Example"),
			org("Palm Net", "", graph.OnBehalf, 3, "On behalf of Palm Net: Mary Miller"),
			person("Cleo Ejemplo", 4, "Cleo Ejemplo, Director")),
		letter("c", "text",
			org("Rivers Alive", "", graph.AsOrganization, 2, "Signed by Rivers Alive, Palm Net, Q Zu"),
			org("Palm Net", "", graph.AsOrganization, 3, "Palm Net (contact: Bo Beispiel, +49 30 1234567)"),
			person("Q Zu", 2, "Signed by Rivers Alive, Palm Net, Q Zu")),
		letter("d", "yaml",
			org("Rivers Alive", "Ghana", graph.AsOrganization, 2, "organization: Rivers Alive, country: Ghana, contact: Ada Example, email: ada@rivers.example")),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return &Reading{snapshot: newSnapshot(n)}
}

// The README promises that persons are never shown: no format has one, nor a way to reach one.
func TestNoFormatNamesAPerson(t *testing.T) {
	r := contacts(t)
	for _, f := range report.Formats() {
		for _, two := range []bool{false, true} {
			file := mustExport(t, r, f.Name, View{MinLetters: 1}, report.Options{TwoMode: two})
			text := unpacked(t, file.Data)
			for _, p := range private {
				if p == "@" && f.Picture { // a picture's bytes
					continue
				}
				if strings.Contains(text, p) {
					t.Errorf("%s has %q", f.Name, p)
				}
			}
			if f.Evidence && !strings.HasSuffix(f.Name, ".parquet") && f.Name != "aliases.csv" && f.Name != "judgements.csv" && !strings.Contains(text, `"Rivers Alive, Ghana"`) && !strings.Contains(text, `"name":["Rivers Alive"]`) {
				t.Errorf("%s does not say who signed: %s", f.Name, text)
			}
		}
	}
}

// A table of judgements that go out as they were made is theirs again; one whose judge would be told from how to reach somebody has no id.
func TestJudgementsGoOut(t *testing.T) {
	file := mustExport(t, contacts(t), "judgements.csv", View{From: 1900, To: 1901}, report.Options{BOM: true})
	read, err := dataset.Table("j.csv", file.Data)
	if err != nil || len(read) != 2 || !bytes.HasPrefix(file.Data, []byte("\ufeffverdict,")) {
		t.Fatalf("%d judgements, %v: %s", len(read), err, file.Data)
	}
	slices.SortFunc(read, func(a, b graph.Judgement) int { return strings.Compare(string(a.Verdict), string(b.Verdict)) })
	if j := read[1]; j.By != "person: Rosa Lind" || j.Why != "its page says so" || j.ID != graph.NewJudgement(j).ID {
		t.Errorf("%+v", j)
	}
	if j := read[0]; j.By != "person: …" || j.Why != "asked by telephone, …" || j.Undone == nil || j.Undone.By != "person: …" || !bytes.Contains(file.Data, []byte(",person: …,2024,\r\n")) {
		t.Errorf("%+v, %+v in %s", j, j.Undone, file.Data)
	}
}

// unpacked returns what stands in a file, also in a workbook.
func unpacked(t *testing.T, data []byte) string {
	t.Helper()
	if bytes.HasPrefix(data, []byte("PAR1")) {
		return unpackedParquet(t, data)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return string(data)
	}
	var b strings.Builder
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&b, in); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func TestNoAnswerNamesAPerson(t *testing.T) {
	r := contacts(t)
	ctx := context.Background()
	var answers []any
	add := func(answer any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		answers = append(answers, answer)
	}
	for _, id := range []string{"a", "b", "c", "d"} {
		add(r.Letter(ctx, id))
		add(r.LetterText(ctx, id, ""))
	}
	add(r.Organization(ctx, "Rivers Alive"))
	add(r.Judgements(ctx))
	add(r.Signatures(ctx, "Palm Net"))
	add(r.Pair(ctx, "Rivers Alive", "Palm Net"))
	add(r.Partners(ctx, PartnersQuery{Seeds: []string{"Rivers Alive"}}))
	for _, a := range answers {
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range private {
			if bytes.Contains(text, []byte(p)) {
				t.Errorf("%T has %q: %s", a, p, text)
			}
		}
	}
	page, err := r.Letter(ctx, "a")
	if err != nil || page.Persons != 1 || page.Signatories[0].Lines[0].Text != "Rivers Alive, Ghana" {
		t.Errorf("the letter's page has %+v, %v", page.Signatories, err)
	}
}

func unpackedParquet(t *testing.T, data []byte) string {
	t.Helper()
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintln(&b, f.Metadata().KeyValueMetadata)
	for _, group := range f.RowGroups() {
		rows := group.Rows()
		for read := make([]parquet.Row, 16); ; {
			n, err := rows.ReadRows(read)
			for _, row := range read[:n] {
				fmt.Fprintln(&b, row)
			}
			if err != nil {
				break
			}
		}
		rows.Close()
	}
	return b.String()
}
