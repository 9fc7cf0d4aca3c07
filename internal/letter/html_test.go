package letter

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/htmlindex"

	"undersigned/graph"
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
	p, err := readHTML(context.Background(), source{"x.html", []byte(page), Limits{}.withDefaults(), wording{}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range p.lines {
		mark := map[sort]string{plain: "p", heading: fmt.Sprintf("h%d", l.level), item: l.marker, cells: "row"}[l.sort]
		if l.header {
			mark = "head"
		}
		if l.struck {
			mark += " struck"
		}
		fmt.Fprintf(&b, "%d+%d %s %s\n", l.number, l.gap, mark, l.text)
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
		p, err := readHTML(context.Background(), source{"x.html", []byte(c.page), Limits{}.withDefaults(), wording{}})
		if err != nil || p.hints.title != c.title || p.hints.date != c.date {
			t.Errorf("%s: %+v %v", c.page, p.hints, err)
		}
	}
	p, err := readHTML(context.Background(), source{"x.php", []byte(`<?php $sidebar_title="Side"; $page_title = 'A letter\'s title'; $lang="fr" ?><p>x`), Limits{}.withDefaults(), wording{}})
	if err != nil || p.meta.title != "A letter's title" || p.meta.language != "fr" {
		t.Errorf("%+v %v", p.meta, err)
	}
}

// TestWebCharsets reads pages and texts in character sets that are declared, and in ones that only their letters tell. What is
// guessed is said aloud, what is declared is not.
func TestWebCharsets(t *testing.T) {
	polish := "List otwarty do Ministra Środowiska. My, niżej podpisane organizacje, żądamy ochrony lasów.\nSygnatariusze:\nTowarzystwo Łąka\nStowarzyszenie Zielona Gęś\nKoło Miłośników Rzek"
	russian := "Открытое письмо министру. Мы, нижеподписавшиеся организации, требуем сохранить лес.\nПодписали:\nСоюз рыбаков\nОбщество охраны рек"
	for _, c := range []struct{ set, text, name string }{
		{"iso-8859-2", polish, "Zielona Gęś"}, {"windows-1250", polish, "Zielona Gęś"}, {"windows-1251", russian, "Союз рыбаков"}, {"koi8-r", russian, "Союз рыбаков"},
		{"shift_jis", "大臣への公開書簡。私たち、以下に署名した団体は、森林の保護を求めます。\n賛同団体：\n川の会\n緑の協会", "緑の協会"},
		{"iso-8859-15", "Signataires :\n\nLigue des Écoles\nAmis de la Forêt\nSœurs du Cœur\nIl faut 20 € pour l'œuvre des élèves", "Sœurs du Cœur"},
		{"windows-1252", "Unterzeichner:\n\nVerein der Gärtner\nBüro für Müßiggang\nStraße „West“\n", "Büro für Müßiggang"},
		{"utf-16le", "Unterzeichner:\n\nVerein der Gärtner\nБюро\n", "Verein der Gärtner"}, {"utf-16be", "Unterzeichner:\n\nVerein der Gärtner\nБюро\n", "Бюро"},
	} {
		e, err := htmlindex.Get(c.set)
		if err != nil {
			t.Fatal(err)
		}
		data, err := e.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if text, warnings := decode("x.txt", data); text != c.text || len(warnings) != 1 {
			t.Errorf("%s is read as %q with warnings %q", c.set, text, warnings)
		}
		if d, err := Extract(context.Background(), "x.txt", data, Limits{}); err != nil || !strings.Contains(d.Text, c.name) {
			t.Errorf("%s: %v", c.set, err)
		}
		if strings.HasPrefix(c.set, "utf-16") {
			continue
		}
		data = append([]byte("<meta charset="+c.set+"><pre>"), data...)
		if text, warnings := decodeWeb("x.html", data, ""); !strings.Contains(text, c.name) || len(warnings) != 0 {
			t.Errorf("declared %s is read as %q with warnings %q", c.set, text, warnings)
		}
	}
	for _, c := range []struct{ data, want string }{
		{"<meta charset=windows-1252>Ä\u00e9 Grüße", "Grüße"},             // UTF-8 whatever is declared
		{"Grüße aus Köln, schöne Tage, Ä \xff damaged", "Grüße aus Köln"}, // UTF-8 with damage
	} {
		if text, _ := decodeWeb("x.html", []byte(c.data), ""); !strings.Contains(text, c.want) {
			t.Errorf("%q is read as %q", c.data, text)
		}
	}
}

func TestArchives(t *testing.T) {
	page := "<html><body><p>Signed by:</p><ul><li>River Watch</li><li>Pier Union</li><li>Salt Society</li></ul></body></html>"
	answer := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
	record := func(kind, uri, body string) string {
		return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, len(body), body)
	}
	warc := record("warcinfo", "", "software: x") + record("response", "https://x.example/a.css", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np{}") + record("response", "https://x.example/", answer)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, warc)
	z.Close()
	for name, data := range map[string][]byte{"a.warc": []byte(warc), "a.warc.gz": packed.Bytes(), "cut.warc": []byte(warc[:len(warc)-60])} {
		d, err := Extract(context.Background(), name, data, Limits{})
		if err != nil || d.Organizations() < 1 || d.Medium != "warc" {
			t.Errorf("%s: %v %v", name, d, err)
		}
	}
	deep := ""
	for i := range 50 {
		deep += fmt.Sprintf("Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	for _, c := range []struct{ name, data, says string }{
		{"x.warc", "WARC/1.0\r\nContent-Length: -4\r\n\r\n", "no page"},
		{"x.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999999999\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n", "no page"},
		{"x.mhtml", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--", "no page"},
		{"x.mhtml", "MIME-Version: 1.0\r\n" + deep, "more parts"},
	} {
		if _, err := Extract(context.Background(), c.name, []byte(c.data), Limits{}); err == nil || !strings.Contains(graph.MessageOf(err), c.says) {
			t.Errorf("%.60q: %v, want %q", c.data, err, c.says)
		}
	}
	// A bomb: a small file that unpacks to much is cut off.
	var bomb bytes.Buffer
	z = gzip.NewWriter(&bomb)
	fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/\r\nContent-Length: 99999999\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
	for range 40 {
		z.Write(bytes.Repeat([]byte("<p>a"), 1<<16))
	}
	z.Close()
	if _, err := Extract(context.Background(), "bomb.warc.gz", bomb.Bytes(), Limits{Bytes: 1 << 20}); graph.CodeOf(err) != graph.TooLarge {
		t.Errorf("the bomb gives %v", err)
	}
}

// TestHostilePages reads pages made to be slow; each in a fraction of a second; where work that grows with the square of the input would take minutes.
func TestHostilePages(t *testing.T) {
	many := func(s string) string { return strings.Repeat(s, 1<<17/len(s)) }
	for name, page := range map[string]string{
		"open divs": many("<div>"), "open tables": many("<table><tr><td>"), "open lists": many("<ul><li>a"), "open bold": many("<b>a<p>"), "ends": many("<b></i>"), "attributes": "<p " + many("a=b ") + ">x",
		"entities": many("&amp;&#x110000;&lt"), "braces": many("{{"), "percents": many("{% <% "), "php": many("<?"), "php strings": "<?php " + many("'a\""), "heredocs": "<?php " + many("<<<A\n"),
		"comments": many("<!--"), "spans": "<table>" + many("<tr><td colspan=9999 rowspan=9999>a"), "sups": many("<sup>1<sup>"), "pictures": many("<img alt='a b c'>"), "regions": many("<nav><footer>a"),
		"definitions": "<dl>" + many("<dt>a<dd>b"), "brackets": many("[a b=c "), "lone cells": many("<td>a"), "links": many("<a href=x>a"), "scripts": many("<script>"), "titles": many("<title>"),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			_, err := Extract(context.Background(), "x.html", []byte(page), Limits{})
			if code := graph.CodeOf(err); code != "" && code != graph.TooLarge && code != graph.Invalid {
				t.Error(err)
			}
			if took := time.Since(began); took > 15*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// BenchmarkPage reads a letter of 60 signatories as a publishing system prints it. The issue asks for 100 pages a second.
func BenchmarkPage(b *testing.B) {
	var page strings.Builder
	page.WriteString("<!DOCTYPE html><html><head><title>Open letter</title><script>" + strings.Repeat("var a = {b: 1};\n", 400) + "</script></head><body><nav>" + strings.Repeat("<a href='/x'>Page</a>\n", 30) + "</nav><h1>Open letter on the river</h1><p>3 May 2020</p><p>Dear Minister,</p>")
	for i := range 12 {
		fmt.Fprintf(&page, "<p>%d. We ask you to keep the <b>river</b> free, since it is ours and was always, and since <a href='/law'>the law</a> says so. %s</p>\n", i, strings.Repeat("It carries the town on its back. ", 12))
	}
	page.WriteString("<p>Sincerely,</p><ul>")
	for i := range 60 {
		fmt.Fprintf(&page, "<li><a href='https://x.example/%d'>Association %d of River Friends</a>, Chile</li>\n", i, i)
	}
	page.WriteString("</ul></body></html>")
	data := []byte(page.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		d, err := Extract(context.Background(), "letter.html", data, Limits{})
		if err != nil || d.Organizations() != 60 {
			b.Fatal(err, d.Organizations())
		}
	}
}
