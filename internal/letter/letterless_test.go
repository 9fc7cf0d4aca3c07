package letter_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/letter"
	"undersigned/internal/letter/lettertest"
)

// TestNamesWithoutLetters asks for the one rule of every medium: figures in a list or column of names are a name, signs are none, and what is no
// name is left out and said.
func TestNamesWithoutLetters(t *testing.T) {
	names := []string{"Night Owls Society", "11.11.11", "2040", "???", "Bus Riders Union", "7", "Hospital Staff Council"}
	kept, out := []string{"Night Owls Society", "11.11.11", "2040", "Bus Riders Union", "Hospital Staff Council"}, []string{"???", "7"}
	list := func(before, after string) string { return before + strings.Join(names, after+before) + after }
	html := strings.ReplaceAll(nightBus, "# Open letter on the night bus\n\n", "<h1>Open letter on the night bus</h1>\n<p>")
	html = strings.ReplaceAll(html, "\n\n", "</p>\n<p>") + "</p><h2>Signing organizations</h2>"
	for _, c := range []struct{ name, file, text string }{
		{"a list in Markdown", "a.md", nightBus + "## Signing organizations\n\n" + list("- ", "\n")},
		{"a numbered list in Markdown", "b.md", nightBus + "## Signing organizations\n\n" + list("1. ", "\n")},
		{"a list in a text", "a.txt", nightBus + "Signing organizations:\n\n" + list("• ", "\n")},
		{"a list of a page", "a.html", html + "<ul>" + list("<li>", "</li>") + "</ul>"},
		{"a table of a page", "b.html", html + "<table><tr><th>Organization</th><th>Country</th></tr>" + list("<tr><td>", "</td><td>Chile</td></tr>") + "</table>"},
		{"a table of a Word document", "a.docx", string(wordTable(t, names))},
		{"CSV", "a.csv", "organization,country\n" + list("", ",Chile\n")},
		{"a workbook", "a.xlsx", string(book(t, "Signatories", xrow(1, "Organization", "Country")+func() (rows string) {
			for i, n := range names {
				rows += xrow(i+2, n, "Chile")
			}
			return rows
		}()))},
		{"YAML", "a.yaml", "organizations:\n" + list("  - \"", "\"\n")},
		{"YAML with fields", "b.yaml", "organizations:\n" + list("  - name: \"", "\"\n")},
		{"JSON", "a.json", `{"organizations": [` + strings.TrimSuffix(list(`"`, `",`), ",") + `]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := letter.Extract(context.Background(), c.file, []byte(c.text), letter.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			checkDraft(t, d)
			var got, left []string
			for _, r := range d.Signatories {
				got = append(got, r.Name)
			}
			for _, o := range d.LeftOut {
				for _, n := range out {
					if o.Text == n || strings.HasPrefix(o.Text, n+",") || strings.HasPrefix(o.Text, n+"\t") || strings.HasPrefix(o.Text, n+" ") || strings.HasSuffix(o.Text, " "+n) || strings.Contains(o.Text, `"`+n+`"`) {
						left = append(left, n)
					}
				}
			}
			if !slices.Equal(got, kept) || !slices.Equal(left, out) {
				t.Errorf("found %q, want %q; left out %q of %v, want %q", got, kept, left, d.LeftOut, out)
			}
		})
	}
}

// wordTable makes a Word document: a letter, and a table of names and countries.
func wordTable(t *testing.T, names []string) []byte {
	paragraph := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	cell := func(text string) string { return `<w:tc>` + paragraph(text) + `</w:tc>` }
	var b strings.Builder
	for _, text := range []string{"Open letter on the night bus", "3 May 2021", "Dear Minister,", "We ask you to keep the night bus, which carries those who work while others sleep.", "Signing organizations:"} {
		b.WriteString(paragraph(text))
	}
	b.WriteString(`<w:tbl><w:tr>` + cell("Organization") + cell("Country") + `</w:tr>`)
	for _, n := range names {
		b.WriteString(`<w:tr>` + cell(n) + cell("Chile") + `</w:tr>`)
	}
	return lettertest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml",
		`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+b.String()+`</w:tbl></w:body></w:document>`)
}
