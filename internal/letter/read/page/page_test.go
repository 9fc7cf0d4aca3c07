package page

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/wording"
)

func TestIsHTML(t *testing.T) {
	for text, want := range map[string]bool{
		"<!DOCTYPE html><html>": true, "\n <!-- saved --> <HTML lang=de>": true, "\xef\xbb\xbf<html>": true, "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">": true,
		"<?php $a = 1 ?><html>": true, "#!/usr/bin/php\n<?php ?>\n<!doctype HTML>": true, "\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00": true, "<\x00h\x00t\x00m\x00l\x00>\x00<\x00p\x00>\x00": true,
		"Dear <html>": false, "<p>a</p>": false, "": false, "<!-- open": false, "# Title\n<html>": false,
	} {
		if isHTML([]byte(text)) != want {
			t.Errorf("isHTML(%q) is %v", text, !want)
		}
	}
}

// pageLines reads a page and prints its lines with what the markup says of each.
func pageLines(t *testing.T, page string) string {
	t.Helper()
	p, err := readHTML(context.Background(), medium.Source{Name: "x.html", Data: []byte(page), Limits: medium.Limits{}.WithDefaults(), Ask: wording.Judge{}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range p.Lines {
		mark := map[document.Sort]string{document.Plain: "p", document.Heading: fmt.Sprintf("h%d", l.Level), document.Item: l.Marker, document.Cells: "row"}[l.Sort]
		if l.Header {
			mark = "head"
		}
		if l.Struck {
			mark += " struck"
		}
		fmt.Fprintf(&b, "%d+%d %s %s\n", l.Number, l.Gap, mark, l.Text)
	}
	return strings.TrimSpace(b.String())
}

// TestPageLines asks of single constructs what lines they become: source line + gap, sort, text.
func TestPageLines(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{"<p>A b\nc<p>D", "1+1 p A b c\n2+1 p D"},
		{"<div>A<div>B</div>C</div>", "1+0 p A\n1+0 p B\n1+0 p C"},
		{"A<br>\n<br/>B<br>C", "1+0 p A\n2+1 p B\n2+0 p C"},
		{"<ul><li>A<li><p>B</p><p>b</p></li><li>C</ul>D", "1+1 • A\n1+0 • B\n1+0 p b\n1+0 • C\n1+1 p D"},
		{"<ol start=4><li>A</li><li>B</li></ol>", "1+1 4. A\n1+0 5. B"},
		{"<p><b>Signed:</b></p><p>A</p>", "1+1 h7 Signed:\n1+1 p A"},
		{"<b>A</b><br><b>B</b><br><b>C</b>", "1+0 p A\n1+0 p B\n1+0 p C"},
		{"<p>A <b>b</b></p>", "1+1 p A b"},
		{"<p>A<sup>1, 2</sup> 7<sup>th</sup></p><p><sup>1</sup> note</p>", "1+1 p A 7th\n1+1 p 1 note"},
		{"<p><del>A &amp; B</del></p>", "1+1 p struck A & B"},
		{"<p>A&nbsp;B&nbsp;&nbsp;&nbsp;C&shy;d&#8203;e</p>", "1+1 p A B\tCde"},
		{"<pre>A\nB\n\nC</pre>", "1+1 p A\n2+0 p B\n4+1 p C"},
		{"<table><tr><th>N<th>C<tr><td>A<td>Chile\n<tr><td>B<td>Peru</table>", "1+1 head N | C\n1+0 row A | Chile\n2+0 row B | Peru"},
		{"<table><tr><td>A<br>B<br>C<br>D<td>E<br>F<br>G<br>H</table>", "1+1 p A\n1+0 p B\n1+0 p C\n1+0 p D\n1+0 p E\n1+0 p F\n1+0 p G\n1+0 p H"},
		{"<script>x = '<p>A</p>'</script><style>p{}</style><template><p>B</p></template><select><option>C</select><p>D", "1+1 p D"},
		{"<nav><a href=/>A</a><br><a href=/b>B</a></nav><p>C", "1+1 p C"},
		{"<nav><p>Signed by many organizations of the town<p>River Watch</nav>", "1+1 p Signed by many organizations of the town\n1+1 p River Watch"},
		{"<div hidden><p>A</div><div style='display: none'><ul><li>A<li>B<li>C<li>D<li>E</ul></div>", "1+1 • A\n1+0 • B\n1+0 • C\n1+0 • D\n1+0 • E"},
		{"<dl><dt>A<dd>what A is<dt>B<dd>what B is</dl>", "1+1 • A\n1+0 p what A is\n1+0 • B\n1+0 p what B is"},
		{"{% if a %}\n<p>A{{ b }}</p>{# c\n #}<p>B <%= d %></p>[caption id=\"1\"]<p>[1] C</p>", "2+1 p A\n3+1 p B\n3+1 [1] C"},
		{"<?php\n$s = \"<li>A -> a</li><li>B</li>\n<li>C and more of them</li>\";\n// don't\necho $s ?><p>D</p>", "2+0 • A -> a\n2+0 • B\n3+0 • C and more of them\n5+1 p D"},
		{"<p>A</p><?php echo 'never closed", "1+1 p A"},
		{"<o:p>A</o:p><?xml:namespace prefix = o />B", "1+0 p AB"},
		{"<p>A</b></i></x></p>B", "1+1 p A\n1+1 p B"},
		{"<button><table><tr><td>A</table></button><p>B", "1+1 p B"},
		{"<table><svg><tr><td>A</td></table><p>B", "1+1 p B"},
		{"<table><tr><td>A<td>Chile<tr hidden><td>X<td>Peru<tr><td>B<td>Peru</table>", "1+1 row A | Chile\n1+0 row B | Peru"},
		{"<table><tr><td>A<td>Chile<tr><td>B<td>Peru<tr hidden><td>X<td>Peru</table>", "1+1 row A | Chile\n1+0 row B | Peru"},
		{"<table><tr><td>A<td>Chile</tr><form><tr><td>Your name<td>Since 1990<input></tr></form><tr><td>B<td>Peru</table>", "1+1 row A | Chile\n1+0 row Since 1990\n1+0 row B | Peru"},
		{"<div style='display: table'><div style='display: table-cell'>A</div><div style='display: table-cell'>B</div><div style='display: table-cell'>C</div></div>", "1+0 p A\n1+0 p B\n1+0 p C"},
		{"<div><div style='display: table-row'><div style='display: table-cell'>A</div><div style='display: table-cell'>Chile</div></div><div style='display: table-cell'>B</div><div style='display: table-cell'>Peru</div></div><p>C", "1+1 row A | Chile\n1+0 row B | Peru\n1+1 p C"},
	} {
		if got := pageLines(t, c.page); got != c.want {
			t.Errorf("%s\nis read as\n%s\nwant\n%s", c.page, got, c.want)
		}
	}
}

func TestPageHints(t *testing.T) {
	for _, c := range []struct {
		page        string
		title, date string
	}{
		{`<title>An open letter to all | Site</title><p>x`, "An open letter to all", ""},
		{`<title>T</title><meta property="og:title" content="A &quot;B&quot;"><meta name="date" content="2020-01-02"><p>x`, `A "B"`, "2020-01-02"},
		{`<script type="application/ld+json">{"datePublished": "2019-03-04T05:06"}</script><time datetime="2001-01-01">x</time>`, "", "2019-03-04T05:06"},
		{`<p><time datetime="2001-01-01">x</time>`, "", "2001-01-01"},
	} {
		p, err := readHTML(context.Background(), medium.Source{Name: "x.html", Data: []byte(c.page), Limits: medium.Limits{}.WithDefaults(), Ask: wording.Judge{}})
		if err != nil || p.Hints.Title != c.title || p.Hints.Date != c.date {
			t.Errorf("%s: %+v %v", c.page, p.Hints, err)
		}
	}
	p, err := readHTML(context.Background(), medium.Source{Name: "x.php", Data: []byte(`<?php $sidebar_title="Side"; $page_title = 'A letter\'s title'; $lang="fr" ?><p>x`), Limits: medium.Limits{}.WithDefaults(), Ask: wording.Judge{}})
	if err != nil || p.Meta.Title != "A letter's title" || p.Meta.Language != "fr" {
		t.Errorf("%+v %v", p.Meta, err)
	}
}
