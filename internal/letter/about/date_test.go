package about

import (
	"testing"

	"undersigned/graph"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
)

func TestDatesOfNames(t *testing.T) {
	for name, want := range map[string]string{
		"2021-05-06-letter.html": "2021-05-06", "letter_20210506.pdf": "2021-05-06", "May-2021-letter.md": "2021-05", "2021_Letter.php": "2021", "letter-6-mai-2021.txt": "2021-05-06",
		"2021-05_brief.txt": "2021-05", "letter.txt": "", "h265-2160p.txt": "", "12021.txt": "",
	} {
		if got := FileDate(name); got.String() != want {
			t.Errorf("%s says %q, want %q", name, got, want)
		}
	}
}

// TestPageDate asks that what a page's properties say yields to what it prints, and comes before the year of the file.
func TestPageDate(t *testing.T) {
	p := &document.Document{Name: "2020_x.html", Hints: document.Meta{Date: "2021-05-08T10:00:00+02:00"}, Lines: []document.Line{{Number: 1, Text: "Keep the old pool"}}}
	if got := dateOf(p, Of(p)); got != (graph.Date{Year: 2021, Month: 5, Day: 8}) {
		t.Errorf("the page's date is read as %v", got)
	}
	p.Lines = append(p.Lines, document.Line{Number: 3, Gap: 1, Text: "6 May 2021"})
	if got := dateOf(p, Of(p)); got != (graph.Date{Year: 2021, Month: 5, Day: 6}) {
		t.Errorf("the printed date is read as %v", got)
	}
}

// TestPageHead asks that a date in the head of every page counts.
func TestPageHead(t *testing.T) {
	p := &document.Document{Name: "x.pdf", Lines: []document.Line{{Number: 2, Text: "Keep the old pool"}}, Aside: []draft.LeftOut{{Line: 1, Text: "17 July 2018"}, {Line: 9, Text: "See the judgment of 3 May 2017 on the pool"}}}
	if got := dateOf(p, Of(p)); got != (graph.Date{Year: 2018, Month: 7, Day: 17}) {
		t.Errorf("the date of the pages' head is read as %v", got)
	}
}

func TestFileDate(t *testing.T) {
	for name, want := range map[string]string{"2019-04-02-letter.pdf": "2019-04-02", "20190402_letter.txt": "2019-04-02", "April-2019-Rail-Letter-90.txt": "2019-04",
		"2021_transform.txt": "2021", "letter-2020-11.md": "2020-11", "letter.txt": "", "000_b1e86b57104aa21a.txt": ""} {
		if got := FileDate(name).String(); got != want {
			t.Errorf("fileDate(%q) is %q, want %q", name, got, want)
		}
	}
}
