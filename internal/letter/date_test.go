package letter

import (
	"context"
	"testing"

	"undersigned/internal/letter/medium"
)

// TestDateOfFile asks what a file's name says of the date. The cases date-* of testdata ask which of several dates of a text is its own.
func TestDateOfFile(t *testing.T) {
	const body = "Dear Minister,\n\nWe, the undersigned, ask you to keep the old pool, which was opened on 1 July 1950, and to hear us by 1 June 2021.\n\nSalt Union\nPier Friends\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"the line before the file's name", "2021-05-08-x.txt", "6 May 2021\n\n" + body, "2021-05-06"},
		{"the file's name before nothing", "2021-05-08-x.txt", body, "2021-05-08"},
		{"the file's year", "2021_x.txt", body, "2021"},
		{"a line without a year takes the file's", "2021_x.txt", "Thursday, May 6\n\n" + body, "2021-05-06"},
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
