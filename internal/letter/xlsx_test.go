package letter_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

// book makes a workbook: names and sheetData of sheets in turn, all with the shared strings and styles below.
func book(t testing.TB, sheets ...string) []byte {
	var list, rels strings.Builder
	parts := []string{"[Content_Types].xml", "<Types/>"}
	for i := 0; i < len(sheets); i += 2 {
		n := i/2 + 1
		name, state := sheets[i], ""
		if strings.HasPrefix(name, "hidden") {
			state = ` state="veryHidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, name, n, state, n)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Target="worksheets/sheet%d.xml"/>`, n, n)
		body := sheets[i+1]
		if !strings.Contains(body, "<sheetData>") {
			body = "<sheetData>" + body + "</sheetData>"
		}
		parts = append(parts, fmt.Sprintf("xl/worksheets/sheet%d.xml", n), `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+body+`</worksheet>`)
	}
	return lettertest.Zip(t, append(parts,
		"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/><sheets>`+list.String()+`</sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships>`+rels.String()+`</Relationships>`,
		"xl/sharedStrings.xml", `<sst><si><t>Salt Union</t></si><si><r><rPr><b/></rPr><t>Pier </t></r><r><t>Friends</t></r><rPh><t>no</t></rPh></si></sst>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;days&quot;[Red]"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`)...)
}

// xrow makes a row of texts; "" leaves a cell out.
func xrow(number int, texts ...string) string {
	var b strings.Builder
	for i, s := range texts {
		if s != "" {
			fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, number, s)
		}
	}
	return fmt.Sprintf(`<row r="%d">%s</row>`, number, b.String())
}

// TestWorkbook reads the tables that organizers keep in Excel.
func TestWorkbook(t *testing.T) {
	for name, c := range map[string]struct {
		data    []byte
		want    string
		left    int
		warning string
	}{
		"a header":           {book(t, "S", xrow(1, "Organization", "Country", "Note")+xrow(2, "Salt Union", "Chile")+xrow(4, "Pier &amp; Sons", "", "late")), "2 Salt Union [Chile]\n4 Pier & Sons (late)\n", 0, ""},
		"shared strings":     {book(t, "S", xrow(1, "Organization")+`<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>`), "2 Salt Union\n3 Pier Friends\n", 0, ""},
		"formulas":           {book(t, "S", xrow(1, "Organization")+`<row r="2"><c r="A2" t="str"><f>A1&amp;"x"</f><v>Salt Union</v></c></row>`), "2 Salt Union\n", 0, ""},
		"a title above":      {book(t, "S", xrow(1, "Keep the pool open")+xrow(2, "5 May 2021")+xrow(4, "#", "Organisation")+xrow(5, "1", "Salt Union")), "5 Salt Union\n", 2, ""},
		"no header, a list":  {book(t, "S", xrow(1, "Salt Union")+xrow(2, "Pier Friends")+xrow(3, "Page 1 of 1")), "1 Salt Union\n2 Pier Friends\n", 1, ""},
		"a list with places": {book(t, "S", xrow(1, "1", "Salt Union", "Chile")+xrow(2, "2", "Pier Friends", "Peru")), "1 Salt Union [Chile]\n2 Pier Friends [Peru]\n", 0, ""},
		"several sheets": {book(t, "Organizations", xrow(1, "Name")+xrow(2, "Salt Union"), "Individuals", xrow(1, "Name", "Affiliation")+xrow(2, "Jane Roe", "Pier College"), "Notes", xrow(1, "call", "Jane")),
			"2 Salt Union\n2 Jane Roe (Pier College) p\n", 0, `the sheet "Notes" is named organization`},
		"hidden":       {book(t, "S", xrow(1, "Name")+xrow(2, "Salt Union")+strings.Replace(xrow(3, "Gone"), "<row ", `<row hidden="1" `, 1), "hidden", xrow(1, "Name")+xrow(2, "Nobody")), "2 Salt Union\n", 1, `the sheet "hidden" is hidden`},
		"merged cells": {book(t, "S", "<sheetData>"+xrow(1, "Organization", "Country", "Contact")+xrow(2, "Salt Union", "Chile", "Ann")+xrow(3, "", "", "Ben")+xrow(4, "Pier Friends", "", "Cy")+`</sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B4"/></mergeCells>`), "2 Salt Union [Chile] (Ann)\n4 Pier Friends [Chile] (Cy)\n", 1, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := letter.Extract(context.Background(), "pool.xlsx", c.data, letter.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if got := rowsText(d); got != c.want || len(d.LeftOut) != c.left || d.Medium != "xlsx" {
				t.Errorf("%s, rows\n%s\nwant\n%s\nleft out %+v", d.Medium, got, c.want, d.LeftOut)
			}
			if got := strings.Join(d.Warnings, " "); (c.warning == "") != (got == "") || !strings.Contains(strings.Replace(got, "no column of the sheet", "the sheet", 1), c.warning) {
				t.Errorf("warnings %q", got)
			}
			checkDraft(t, d)
		})
	}
}

// TestWorkbookLetters reads dates by style, several letters, and sheets as pages.
func TestWorkbookLetters(t *testing.T) {
	date := func(n int, style string) string {
		return fmt.Sprintf(`<row r="%d"><c r="A%d" t="s"><v>0</v></c><c r="B%d" t="inlineStr"><is><t>Letter %d</t></is></c><c r="C%d" s="%s"><v>44321.75</v></c></row>`, n, n, n, n, n, style)
	}
	letters, err := letter.Table(context.Background(), "x.xlsx", book(t, "S", xrow(1, "Organization", "Letter", "Date")+date(2, "1")+date(3, "2")), letter.Limits{})
	if err != nil || len(letters) != 2 || letters[0].Title != "Letter 2" || letters[0].Date.String() != "2021-05-05" || letters[1].Date.String() != "2021-05-05" {
		t.Errorf("%v %+v", err, letters)
	}
	if _, err := letter.Table(context.Background(), "x.xlsx", book(t, "S", xrow(1, "Organization", "Letter", "Date")+date(2, "3")), letter.Limits{}); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("a number that no style shows as a date: %v", err)
	}
	d, err := letter.Extract(context.Background(), "x.xlsx", book(t, "A", xrow(1, "Name")+xrow(2, "Salt Union"), "B", xrow(1, "Name")+xrow(2, "Pier")), letter.Limits{})
	if err != nil || len(d.Signatories) != 2 || d.Signatories[0].Page != 1 || d.Signatories[1].Page != 2 || d.Signatories[1].Evidence[0].Page != 2 {
		t.Errorf("%v %+v", err, d)
	}
	d, err = letter.Extract(context.Background(), "x.xlsx", book(t, "S", xrow(1, "Keep the pool open")+xrow(2, "5 May 2021")+xrow(4, "Organisation")+xrow(5, "Salt Union")), letter.Limits{})
	if err != nil || d.Title != "Keep the pool open" || d.Date != "2021-05-05" {
		t.Errorf("%v %+v", err, d)
	}
}

// TestWorkbookCells reads what cells have beside their text: faults, escapes, line breaks, lines through.
func TestWorkbookCells(t *testing.T) {
	cell := func(ref, attrs, inner string) string { return `<c r="` + ref + `"` + attrs + `>` + inner + `</c>` }
	text := func(s string) string { return `<is><t>` + s + `</t></is>` }
	data := book(t, "S", xrow(1, "Organization", "Letter")+
		`<row r="2">`+cell("A2", ` t="inlineStr"`, text("Salt Union_x000D_"))+cell("B2", ` t="inlineStr"`, text("a_x005F_x0031_"))+`</row>`+
		`<row r="3">`+cell("A3", "", `<f>B1</f><v></v>`)+cell("B3", ` t="inlineStr"`, text("a1"))+`</row>`+
		`<row r="4">`+cell("A4", ` t="e"`, `<f>NA()</f><v>#N/A</v>`)+cell("B4", ` t="inlineStr"`, text("a1"))+`</row>`+
		`<row r="5">`+cell("A5", ` t="inlineStr"`, text("Pier Friends Club&#10;River Watch&#10;Moss Trust"))+cell("B5", ` t="inlineStr"`, text("b2"))+`</row>`+
		`<row r="6">`+cell("A6", ` t="inlineStr"`, `<is><r><rPr><strike/></rPr><t>Night Owls</t></r></is>`)+cell("B6", ` t="inlineStr"`, text("b2"))+`</row>`+
		`<row r="7">`+cell("A7", ` t="inlineStr" s="4"`, text("Tide Club"))+cell("B7", ` t="inlineStr"`, text("b2"))+`</row>`+
		`<row r="8">`+cell("A8", ` s="1"`, `<v>43532</v>`)+cell("B8", ` t="inlineStr"`, text("b2"))+`</row>`)
	letters, warnings, err := letter.ReadTable(context.Background(), "x.xlsx", data, letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range letters {
		for _, s := range l.Signatures {
			got = append(got, fmt.Sprintf("%s: %s %s", l.Title, s.Name, s.Status))
		}
		for _, o := range l.LeftOut {
			got = append(got, o.Why)
		}
	}
	want := []string{"a_x0031_: Salt Union listed", "row 3 holds a formula without a stored value: open and save it in a spreadsheet program", "row 4 holds the error #N/A", "row 8: a date stands where a name should",
		"b2: Pier Friends Club listed", "b2: River Watch listed", "b2: Moss Trust listed", "b2: Night Owls withdrawn", "b2: Tide Club withdrawn"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(warnings) != 1 || !strings.Contains(warnings[0], "several names stand in one cell in 1 row (the first is row 5)") {
		t.Errorf("the notes are %q", warnings)
	}
}

// TestWorkbookSheets: sheets without a column for the letter are letters, or parts of one, or are asked about.
func TestWorkbookSheets(t *testing.T) {
	names := func(rows ...string) string {
		b := xrow(1, "Organization")
		for i, r := range rows {
			b += xrow(i+2, r)
		}
		return b
	}
	read := func(answers letter.Answers, sheets ...string) (string, *letter.Question) {
		letters, _, err := letter.ReadTable(context.Background(), "x.xlsx", book(t, sheets...), letter.Limits{Answers: answers})
		var out []string
		for _, l := range letters {
			var n []string
			for _, s := range l.Signatures {
				n = append(n, s.Name)
			}
			out = append(out, l.Title+": "+strings.Join(n, ", "))
		}
		if err != nil && letter.QuestionOf(err) == nil {
			out = append(out, graph.MessageOf(err))
		}
		return strings.Join(out, "\n"), letter.QuestionOf(err)
	}
	pool, ferry := names("Salt Union", "Pier Friends"), names("Salt Union", "River Watch")
	for _, c := range []struct {
		sheets  []string
		answers letter.Answers
		want    string
		asks    bool
	}{
		{sheets: []string{"Pool letter", pool, "Ferry letter", ferry}, want: "Pool letter: Salt Union, Pier Friends\nFerry letter: Salt Union, River Watch"},
		{sheets: []string{"Sheet1", pool, "Sheet2", ferry}, want: "x: Salt Union, Pier Friends, River Watch"},
		{sheets: []string{"Pool", pool, "Ferry", ferry}, asks: true},
		{sheets: []string{"Pool", pool, "Ferry", ferry}, answers: letter.Answers{Sheets: []string{"each"}}, want: "Pool: Salt Union, Pier Friends\nFerry: Salt Union, River Watch"},
		{sheets: []string{"Pool", pool, "Ferry", ferry}, answers: letter.Answers{Sheets: []string{"all"}}, want: "x: Salt Union, Pier Friends, River Watch"},
		{sheets: []string{"Pool", pool, "Ferry", ferry}, answers: letter.Answers{Sheets: []string{"ferry"}}, want: "x: Salt Union, River Watch"},
		{sheets: []string{"Pool", pool, "hidden", ferry}, answers: letter.Answers{Sheets: []string{"hidden"}}, want: "x: Salt Union, River Watch"},
		{sheets: []string{"Pool", pool}, answers: letter.Answers{Sheets: []string{"Harbor"}}, want: `x.xlsx: there is no sheet "Harbor"; the sheets are "Pool"`},
	} {
		got, q := read(c.answers, c.sheets...)
		if got != c.want || (q != nil) != c.asks || q != nil && (q.About != "sheet" || len(q.Choices) != 4) {
			t.Errorf("%q, %+v:\n%s\n%+v, want\n%s", c.sheets[0], c.answers, got, q, c.want)
		}
	}
}

func TestWorkbookRefused(t *testing.T) {
	whole := book(t, "S", xrow(1, "Organization")+strings.Repeat(xrow(2, "Salt Union"), 50))
	for name, c := range map[string]struct {
		data []byte
		code graph.Code
		says string
	}{
		"no names":         {book(t, "S", xrow(1, "Jane", "called twice")+xrow(2, "Ben", "never there")), graph.Invalid, `row 1: no column is named organization`},
		"empty":            {book(t, "S", ""), graph.Invalid, "empty"},
		"empty name":       {book(t, "S", xrow(1, "Organization", "Country")+xrow(2, "", "Chile")), graph.Invalid, `row 2: the column "Organization" is empty`},
		"cut off":          {whole[:len(whole)/2], graph.Invalid, "cut off"},
		"cut-off sheet":    {book(t, "S", "<sheetData>"+xrow(1, "Organization")+"<row><c>"), graph.Invalid, "damaged"},
		"no such string":   {book(t, "S", xrow(1, "Organization")+`<row r="2"><c r="A2" t="s"><v>7</v></c></row>`), graph.Invalid, "cell A2"},
		"far columns":      {book(t, "S", `<row r="1"><c r="XFD1" t="inlineStr"><is><t>a</t></is></c></row>`), graph.TooLarge, "column"},
		"too many rows":    {book(t, "S", strings.Repeat("<row/>", 1001)), graph.TooLarge, "1000 rows"},
		"endless merges":   {book(t, "S", "<sheetData>"+xrow(1, "Organization")+strings.Repeat(xrow(0, "a"), 900)+"</sheetData><mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A1000"/>`, 1000)+"</mergeCells>"), graph.TooLarge, "merged cells"},
		"named as csv.csv": {lettertest.Zip(t, "a.txt", "x"), graph.Unsupported, "no Excel workbook"},
	} {
		file := "x.xlsx"
		if strings.HasSuffix(name, ".csv") {
			file = "x.csv"
		}
		_, err := letter.Extract(context.Background(), file, c.data, letter.Limits{Lines: 1000})
		if graph.CodeOf(err) != c.code || !strings.Contains(graph.MessageOf(err), c.says) {
			t.Errorf("%s: %s %v", name, graph.CodeOf(err), err)
		}
	}
}

// FuzzExtractXLSX fuzzes the archive and the XML of a sheet within a whole one.
func FuzzExtractXLSX(f *testing.F) {
	f.Add(book(f, "S", xrow(1, "Organization", "Country")+xrow(2, "Salt Union", "Chile")))
	f.Add([]byte(xrow(1, "Organization", "Country") + xrow(2, "Salt Union", "Chile")))
	f.Add([]byte(`<sheetData>` + xrow(1, "Salt") + `<row r="9"><c s="1"><v>44321</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A9"/></mergeCells>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		extractAny(t, "x.xlsx", data)
		extractAny(t, "x.xlsx", book(t, "S", string(data), "hidden", string(data), "People", string(data)))
	})
}
