package letter

import (
	"context"
	"testing"

	"undersigned/graph"
)

// TestFindDates writes one day in the ways of our languages.
func TestDatesOfLanguages(t *testing.T) {
	for _, c := range []struct{ text, language, want string }{
		{"May 6, 2021", "en", "2021-05-06"},
		{"Thursday, 6th May 2021", "en", "2021-05-06"},
		{"the 6th day of May, 2021", "en", "2021-05-06"},
		{"May 6th 2021 at noon", "en", "2021-05-06"},
		{"Sept. 6, 2021", "en", "2021-09-06"},
		{"May 5-6, 2021", "en", "2021-05-05"},
		{"Berlin, den 6. Mai 2021", "de", "2021-05-06"},
		{"5.–6. März 2021", "de", "2021-03-05"},
		{"Wien, 6. Jänner 2021", "de", "2021-01-06"},
		{"le 1er mai 2021", "fr", "2021-05-01"},
		{"Bruxelles, le 6 août 2021", "fr", "2021-08-06"},
		{"6 décembre 2021", "fr", "2021-12-06"},
		{"a 6 de mayo de 2021", "es", "2021-05-06"},
		{"6 de setiembre del 2021", "es", "2021-09-06"},
		{"1º de março de 2021", "pt", "2021-03-01"},
		{"6 de maio de 2021", "pt", "2021-05-06"},
		{"Roma, 6 maggio 2021", "it", "2021-05-06"},
		{"1° giugno 2021", "it", "2021-06-01"},
		{"6 lug 2021", "it", "2021-07-06"},
		{"Amsterdam, 6 mei 2021", "nl", "2021-05-06"},
		{"6 maart 2021", "nl", "2021-03-06"},
		{"Warszawa, dnia 6 maja 2021 r.", "pl", "2021-05-06"},
		{"październik 2021", "pl", "2021-10"},
		{"den 6 maj 2021", "sv", "2021-05-06"},
		{"København, den 6. oktober 2021", "da", "2021-10-06"},
		{"Oslo, 6. desember 2021", "no", "2021-12-06"},
		{"Helsingissä 6. toukokuuta 2021", "fi", "2021-05-06"},
		{"toukokuussa 2021", "fi", "2021-05"},
		{"V Praze dne 6. května 2021", "cs", "2021-05-06"},
		{"září 2021", "cs", "2021-09"},
		{"6 d’abril de 2021", "ca", "2021-04-06"},
		{"06.05.2021", "de", "2021-05-06"},
		{"6. 5. 2021", "cs", "2021-05-06"},
		{"06.05.21", "de", ""},
		{"11.11.11", "nl", ""},
		{"2021/05/06", "en", "2021-05-06"},
		{"2021-05-06T12:00:00Z", "en", "2021-05-06"},
		{"5/6/2021", "en", "2021-05-06"},
		{"25/6/2021", "en", "2021-06-25"},
		{"6/5/2021", "fr", "2021-05-06"},
		{"May 2021", "en", "2021-05"},
		{"February 29, 2021", "en", ""},
		{"version 1.2.3", "en", ""},
		{"192.168.10.21", "en", ""},
		{"we carry it out 2021 times", "en", ""},
		{"you may 2 of them", "en", ""},
		{"31.4.2021", "de", ""},
	} {
		got := ""
		if fs := findDates(c.text, c.language); len(fs) > 0 {
			got = fs[0].date.String()
		}
		if got != c.want {
			t.Errorf("%q (%s) is read as %q, want %q", c.text, c.language, got, c.want)
		}
	}
}

func TestDatesOfNames(t *testing.T) {
	for name, want := range map[string]string{
		"2021-05-06-letter.html": "2021-05-06", "letter_20210506.pdf": "2021-05-06", "May-2021-letter.md": "2021-05", "2021_Letter.php": "2021", "letter-6-mai-2021.txt": "2021-05-06",
		"2021-05_brief.txt": "2021-05", "letter.txt": "", "h265-2160p.txt": "", "12021.txt": "",
	} {
		if got := fileDate(name); got.String() != want {
			t.Errorf("%s says %q, want %q", name, got, want)
		}
	}
}

// TestDateOf asks which of several dates is the document's own.
func TestDateOf(t *testing.T) {
	const body = "Dear Minister,\n\nWe, the undersigned, ask you to keep the old pool, which was opened on 1 July 1950, and to hear us by 1 June 2021.\n\nSalt Union\nPier Friends\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"a line of its own", "x.txt", "Keep the pool\n\n6 May 2021\n\n" + body, "2021-05-06"},
		{"a year of two digits", "x.txt", "Berlin, den 06.05.21\n\n" + body, "2021-05-06"},
		{"with the place", "x.txt", "Washington, DC and Brussels, 6 May 2021\n\n" + body, "2021-05-06"},
		{"none but mentioned ones", "x.txt", body, ""},
		{"a deadline is no date", "x.txt", "Sign by 20 May 2021\n\n" + body, ""},
		{"front matter before a line", "x.md", "---\ndate: 2021-05-06\n---\n17 May 2021\n\n" + body, "2021-05-06"},
		{"the line of a release the day after its front matter", "x.md", "---\ndate: 2021-05-06 23:15:00 GMT\n---\nFOR IMMEDIATE RELEASE: May 7, 2021\n\n" + body, "2021-05-07"},
		{"front matter's title", "x.md", "---\ntitle: Berlin, den 6. Mai 2021\n---\n" + body, "2021-05-06"},
		{"the line before the file's name", "2021-05-08-x.txt", "6 May 2021\n\n" + body, "2021-05-06"},
		{"the file's name before nothing", "2021-05-08-x.txt", body, "2021-05-08"},
		{"the file's year", "2021_x.txt", body, "2021"},
		{"a line without a year takes the file's", "2021_x.txt", "Thursday, May 6\n\n" + body, "2021-05-06"},
		{"a line without a year alone says nothing", "x.txt", "Thursday, May 6\n\n" + body, ""},
		{"published before updated", "x.txt", "Updated: 9 May 2021\nPublished: 6 May 2021\n\n" + body, "2021-05-06"},
		{"a release's dateline", "x.txt", "PRESS RELEASE\n\nBERLIN, May 6, 2021 – Today several groups from all over the country sent a letter to the minister.\n\nThey said that they wait.\n", "2021-05-06"},
		{"the sign-off of a letter", "x.txt", "Sehr geehrte Frau Ministerin,\n\nwir bitten Sie, das alte Bad zu erhalten, das seit vielen Jahren allen dient.\n\nBerlin, den 6. Mai 2021\n\nSalzverein\nPierfreunde\n", "2021-05-06"},
		{"a date in a wrapped sentence", "x.txt", "Keep the pool\n\nThe court of the town has said in its judgment that\nwas given on 24 March 2021 in the old house and\nthat all have read, that the pool must stay open for\nthose who swim in it.\n\nSignatories:\n\nSalt Union\nPier Friends\n", ""},
		{"as of", "x.txt", "Keep the pool\n\n" + body + "\nSignatories as of May 6, 2021:\n\nRiver Watch\nMoon Club\n", "2021-05-06"},
	} {
		d, err := Extract(context.Background(), c.file, []byte(c.text), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if string(d.Date) != c.want {
			t.Errorf("%s: the date is %q, want %q", c.name, d.Date, c.want)
		}
	}
}

// TestPageDate asks that what a page's properties say yields to what it prints, and comes before the year of the file.
func TestPageDate(t *testing.T) {
	p := &paper{name: "2020_x.html", hints: meta{date: "2021-05-08T10:00:00+02:00"}, lines: []line{{number: 1, text: "Keep the old pool"}}}
	if got := dateOf(p, newDocument(p)); got != (graph.Date{Year: 2021, Month: 5, Day: 8}) {
		t.Errorf("the page's date is read as %v", got)
	}
	p.lines = append(p.lines, line{number: 3, gap: 1, text: "6 May 2021"})
	if got := dateOf(p, newDocument(p)); got != (graph.Date{Year: 2021, Month: 5, Day: 6}) {
		t.Errorf("the printed date is read as %v", got)
	}
}

// TestPageHead asks that a date in the head of every page counts.
func TestPageHead(t *testing.T) {
	p := &paper{name: "x.pdf", lines: []line{{number: 2, text: "Keep the old pool"}}, aside: []LeftOut{{Line: 1, Text: "17 July 2018"}, {Line: 9, Text: "See the judgment of 3 May 2017 on the pool"}}}
	if got := dateOf(p, newDocument(p)); got != (graph.Date{Year: 2018, Month: 7, Day: 17}) {
		t.Errorf("the date of the pages' head is read as %v", got)
	}
}
