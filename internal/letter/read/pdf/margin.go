package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// pdfPage is one page while it is taken apart.
type pdfPage struct {
	number        int
	width, height float64
	rows          []row
	aside         []asideRow
	turned        []string // text in another direction
	pictured      bool     // no text, but pictures
}

// asideRow is a row that is no part of the letter's text.
type asideRow struct {
	row row
	why string
}

// Why a row was set aside.
const (
	WhyRunning  = "printed on several pages: a header or footer"
	WhyPageNo   = "a page number"
	WhyFootnote = "a footnote"
)

// setMarginsAside takes running headers and footers, page numbers and footnotes out of the pages' rows.
func setMarginsAside(sheets []pdfPage, ask medium.Words) {
	const margin = 4 // rows looked at from the top and from the bottom
	type place struct {
		text string
		y    float64
	}
	pages := map[place]int{}
	at := func(s *pdfPage, r *row, fromTop bool) place {
		y := r.base
		if !fromTop {
			y -= s.height
		}
		return place{text.MaskDigits(r.text()), math.Round(y / 4)}
	}
	each := func(s *pdfPage, f func(i int, fromTop bool)) {
		for i := range s.rows {
			if fromTop := i < margin; fromTop || i >= len(s.rows)-margin {
				f(i, fromTop && s.rows[i].base < s.height/2)
			}
		}
	}
	for k := range sheets {
		s := &sheets[k]
		each(s, func(i int, top bool) { pages[at(s, &s.rows[i], top)]++ })
	}
	usual := usualSize(sheets)
	for k := range sheets {
		s := &sheets[k]
		why := map[int]string{}
		each(s, func(i int, top bool) {
			r := &s.rows[i]
			p := at(s, r, top)
			near := pages[p] + pages[place{p.text, p.y + 1}] + pages[place{p.text, p.y - 1}]
			outer := r.base < 0.12*s.height || r.base > 0.88*s.height
			edge := i == 0 || i == len(s.rows)-1
			switch {
			case isPageNumber(r.text(), ask) && outer && edge:
				why[i] = WhyPageNo
			case near >= 2 && (outer || near >= 3) && strings.ContainsFunc(p.text, unicode.IsLetter) || near >= 2 && outer:
				why[i] = WhyRunning
			}
		})
		s.set(why)
		s.footnotes(usual)
	}
}

func (s *pdfPage) set(why map[int]string) {
	if len(why) == 0 {
		return
	}
	var kept []row
	for i, r := range s.rows {
		if w := why[i]; w != "" {
			s.aside = append(s.aside, asideRow{r, w})
		} else {
			kept = append(kept, r)
		}
	}
	s.rows = kept
}

// isPageNumber reports whether a text is a page number: "3", "– 3 –", "Page 3 of 7", "3/7", "iv".
func isPageNumber(s string, ask medium.Words) bool {
	if rule.Off("pdf.isPageNumber") {
		return false
	}
	bare := strings.Trim(s, " –—-|[]()·•")
	if bare == "" || ask.PageNumber(bare) {
		return bare != ""
	}
	digits := strings.Trim(bare, "0123456789")
	return digits == "" && len(bare) <= 4 || digits == "/" && len(bare) <= 8 || len(bare) <= 5 && strings.Trim(bare, "ivx") == ""
}

// footnotes sets aside the rows at the foot of a page that are smaller than its text, or numbered in brackets, and begin with a mark
// that the text has.
func (s *pdfPage) footnotes(usual float64) {
	if len(s.rows) < 3 {
		return
	}
	marks := s.marks()
	start, ours, others, loose := -1, 0, 0, 0
	for i := len(s.rows) - 1; i >= 0 && loose <= 3; i-- {
		first := s.rows[i].first()
		small := s.rows[i].size < 0.93*usual
		number, _ := document.CutMarker(first.text + " x")
		sign := first.text[:len(first.text)-len(strings.TrimLeft(first.text, "*†‡§"))]
		known := marks[strings.Trim(first.text, ".)[]")] || sign != "" && marks[sign] || first.led && (marks[first.mark] || len(marks) == 0)
		switch {
		case known && (small || first.led || strings.HasPrefix(first.text, "[")):
			start, loose = i, 0
			ours++
		case number != "":
			others++
		case !small:
			loose++ // a note's second line, or the letter's text
		}
	}
	if start < 0 || others > ours { // a numbered list in small type is none
		return
	}
	why := map[int]string{}
	for i := start; i < len(s.rows); i++ {
		why[i] = WhyFootnote
	}
	s.set(why)
	slices.SortStableFunc(s.aside, func(a, b asideRow) int { return text.CompareFloat(a.row.base, b.row.base) })
}

// marks are the footnote marks in a page's text: raised words, and signs at the ends of words.
func (s *pdfPage) marks() map[string]bool {
	marks := map[string]bool{}
	for i := range s.rows {
		for k := range s.rows[i].words {
			w := &s.rows[i].words[k]
			if w.mark != "" && !w.led {
				marks[w.mark] = true
			}
			if t := strings.TrimRight(w.text, "*†‡§"); t != w.text && t != "" {
				marks[w.text[len(t):]] = true
			}
		}
	}
	return marks
}

// usualSize is the size of type that has most letters.
func usualSize(sheets []pdfPage) float64 {
	letters, usual, most := map[float64]int{}, 0.0, 0
	for k := range sheets {
		for i := range sheets[k].rows {
			for _, w := range sheets[k].rows[i].words {
				size := math.Round(2*w.size) / 2
				if letters[size] += len(w.text); letters[size] > most {
					most, usual = letters[size], size
				}
			}
		}
	}
	return usual
}
