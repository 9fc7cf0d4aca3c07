package letter

import (
	"context"
	"testing"

	"undersigned/internal/letter/medium"
)

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
		d, err := Extract(context.Background(), c.file, []byte(c.text), medium.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if string(d.Date) != c.want {
			t.Errorf("%s: the date is %q, want %q", c.name, d.Date, c.want)
		}
	}
}
