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

// ods makes an OpenDocument spreadsheet: names and rows of sheets in turn. The sheet "hidden" is one.
func ods(t testing.TB, sheets ...string) []byte {
	var b strings.Builder
	b.WriteString(`<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f"><office:automatic-styles>` +
		`<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>` +
		`<style:style style:name="gone"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`)
	for i := 0; i < len(sheets); i += 2 {
		style := ""
		if sheets[i] == "hidden" {
			style = ` table:style-name="ta1"`
		}
		fmt.Fprintf(&b, `<table:table table:name="%s"%s><table:table-column/>%s<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`, sheets[i], style, sheets[i+1])
	}
	b.WriteString(`</office:spreadsheet></office:body></office:document-content>`)
	return lettertest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", b.String())
}

// orow makes a row of cells, given as XML or as texts.
func orow(cells ...string) string {
	var b strings.Builder
	b.WriteString("<table:table-row>")
	for _, c := range cells {
		if !strings.HasPrefix(c, "<") {
			c = `<table:table-cell office:value-type="string"><text:p>` + c + `</text:p></table:table-cell>`
		}
		b.WriteString(c)
	}
	b.WriteString("</table:table-row>")
	return b.String()
}

func TestSpreadsheet(t *testing.T) {
	date := `<table:table-cell office:value-type="date" office:date-value="2019-03-04T00:00:00"><text:p>4. März 19</text:p></table:table-cell>`
	data := ods(t, "Signatures", orow("Organisation", "Letter", "Date", "Country")+
		orow("Salt Union", "Keep the pool", date, "Norway")+
		orow(`<table:table-cell table:style-name="gone" office:value-type="string"><text:p>Pier Friends</text:p></table:table-cell>`, "Keep the pool", date)+
		orow(`<table:table-cell office:value-type="string"><text:p>River Watch</text:p><text:p>Moss Trust Network</text:p><text:p>Night Owls Club</text:p></table:table-cell>`, "Keep the ferry")+
		strings.Replace(orow("Nobody", "Keep the pool"), "<table:table-row>", `<table:table-row table:visibility="collapse">`, 1)+
		orow(`<table:table-cell table:formula="of:=A1"/>`, "Keep the pool")+
		orow(`<table:table-cell table:formula="of:=NA()" office:value-type="string"><text:p>#N/A</text:p></table:table-cell>`, "Keep the pool")+
		orow(`<table:table-cell table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>call them</text:p></office:annotation><text:p>Fern<text:s/>Society</text:p></table:table-cell>`, "Keep the ferry")+
		orow(`<table:covered-table-cell/>`, "Keep the ferry")+
		strings.Replace(orow(`<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>Tide Club</text:p></table:table-cell>`), "<table:table-row>", `<table:table-row table:number-rows-repeated="2">`, 1),
		"hidden", orow("Organisation", "Letter")+orow("Nobody", "Draft"))
	letters, warnings, err := letter.ReadTable(context.Background(), "x.ods", data, letter.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range letters {
		for _, s := range l.Signatures {
			got = append(got, fmt.Sprintf("%s %s: %s %s %s %d", l.Title, l.Date, s.Name, s.Status, s.Country, s.Evidence[0].Line))
		}
	}
	want := []string{"Keep the pool 2019-03-04: Salt Union listed Norway 2", "Keep the pool 2019-03-04: Pier Friends withdrawn  3", "Keep the ferry : River Watch listed  4", "Keep the ferry : Moss Trust Network listed  4",
		"Keep the ferry : Night Owls Club listed  4", "Keep the ferry : Fern Society listed  8", "Tide Club : Tide Club listed  10"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var left []string
	for _, o := range letters[0].LeftOut {
		left = append(left, fmt.Sprint(o.Line, " ", o.Why))
	}
	for i, part := range []string{"5 the row is hidden", "9 its name is merged", "6 row 6 holds a formula without a stored value: open and save it in a spreadsheet program", "7 row 7 holds the error #N/A"} {
		if i >= len(left) || !strings.Contains(left[i], part) {
			t.Errorf("left out %q, want %q", left, part)
		}
	}
	if !strings.Contains(strings.Join(warnings, " "), `the sheet "hidden" is hidden and was not read (2 rows)`) {
		t.Errorf("the notes are %q", warnings)
	}
	if letters[0].Documents[0].Medium != "ods" {
		t.Errorf("the medium is %q", letters[0].Documents[0].Medium)
	}
	for name, data := range map[string][]byte{
		"rows repeated with text": ods(t, "S", orow("Organisation")+strings.Replace(orow("Salt Union"), "<table:table-row>", `<table:table-row table:number-rows-repeated="900000">`, 1)),
		"columns repeated":        ods(t, "S", orow("Organisation", `<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>a</text:p></table:table-cell>`)),
		"too many rows":           ods(t, "S", orow("Organisation")+strings.Repeat(orow("Salt Union"), 1001)),
	} {
		if _, err := letter.Extract(context.Background(), "x.ods", data, letter.Limits{Lines: 1000}); graph.CodeOf(err) != graph.TooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := letter.Extract(context.Background(), "x.ods", ods(t, "S", orow("Organisation")+"<table:table-row><table"), letter.Limits{}); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("a sheet that is cut off: %v", err)
	}
}

// FuzzExtractODS fuzzes the archive and the XML of a sheet within a whole one.
func FuzzExtractODS(f *testing.F) {
	f.Add(ods(f, "S", orow("Organization", "Country")+orow("Salt Union", "Chile")))
	f.Add([]byte(orow("Organization", "Country") + orow("Salt Union", "Chile")))
	f.Add([]byte(orow("Organization") + `<table:table-row table:number-rows-repeated="99"><table:table-cell table:number-columns-repeated="9" table:number-rows-spanned="3"><text:p>a<text:s text:c="9"/></text:p></table:table-cell></table:table-row>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		extractAny(t, "x.ods", data)
		extractAny(t, "x.ods", ods(t, "S", string(data), "hidden", string(data), "People", string(data)))
	})
}

// FuzzExtractNetwork fuzzes network files of each form.
func FuzzExtractNetwork(f *testing.F) {
	f.Add([]byte("*Vertices 2 1\n1 \"Salt Union\"\n2 \"Keep the pool\"\n*Edges\n1 2\n"))
	f.Add([]byte(`<gexf><graph><attributes class="node"><attribute id="0" title="mode"/></attributes><nodes><node id="a" label="Salt Union"><attvalues><attvalue for="0" value="organization"/></attvalues></node><node id="b"><attvalues><attvalue for="0" value="letter"/></attvalues></node></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>`))
	f.Add([]byte(`<graphml><key id="k" attr.name="bipartite"/><graph><node id="a"><data key="k">0</data></node><node id="b"><data key="k">1</data></node><edge source="a" target="b"/></graph></graphml>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"x.net", "x.gexf", "x.graphml"} {
			extractAny(t, name, data)
		}
	})
}
