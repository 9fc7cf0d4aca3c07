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
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/text"
)

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
		if text, warnings := text.Decode("x.txt", data); text != c.text || len(warnings) != 1 {
			t.Errorf("%s is read as %q with warnings %q", c.set, text, warnings)
		}
		if d, err := Extract(context.Background(), "x.txt", data, medium.Limits{}); err != nil || !strings.Contains(d.Text, c.name) {
			t.Errorf("%s: %v", c.set, err)
		}
		if strings.HasPrefix(c.set, "utf-16") {
			continue
		}
		data = append([]byte("<meta charset="+c.set+"><pre>"), data...)
		if text, warnings := text.DecodeWeb("x.html", data, ""); !strings.Contains(text, c.name) || len(warnings) != 0 {
			t.Errorf("declared %s is read as %q with warnings %q", c.set, text, warnings)
		}
	}
	for _, c := range []struct{ data, want string }{
		{"<meta charset=windows-1252>Ä\u00e9 Grüße", "Grüße"},             // UTF-8 whatever is declared
		{"Grüße aus Köln, schöne Tage, Ä \xff damaged", "Grüße aus Köln"}, // UTF-8 with damage
	} {
		if text, _ := text.DecodeWeb("x.html", []byte(c.data), ""); !strings.Contains(text, c.want) {
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
		d, err := Extract(context.Background(), name, data, medium.Limits{})
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
		if _, err := Extract(context.Background(), c.name, []byte(c.data), medium.Limits{}); err == nil || !strings.Contains(graph.MessageOf(err), c.says) {
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
	if _, err := Extract(context.Background(), "bomb.warc.gz", bomb.Bytes(), medium.Limits{Bytes: 1 << 20}); graph.CodeOf(err) != graph.TooLarge {
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
			_, err := Extract(context.Background(), "x.html", []byte(page), medium.Limits{})
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
		d, err := Extract(context.Background(), "letter.html", data, medium.Limits{})
		if err != nil || d.Organizations() != 60 {
			b.Fatal(err, d.Organizations())
		}
	}
}
