package about

import (
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/text"
)

var quoteMarks = map[string]string{"“": "”", "„": "“", "«": "»", "»": "«", "\"": "\"", "‹": "›", "「": "」", "『": "』"}

// quoteSpans returns the byte ranges inside the quotation marks of a paragraph, from left to right. A mark without its partner
// quotes to the end of the paragraph when it stands at its beginning (a quotation over several paragraphs), else nothing.
func quoteSpans(t string) [][2]int {
	var out [][2]int
	unclosed := map[string]bool{} // marks without a partner in the rest: looked for once, so the work stays linear
	for i := 0; i < len(t); {
		at := strings.IndexAny(t[i:], "“„«\"「『")
		if at < 0 {
			return out
		}
		at += i
		size := 1
		if t[at] >= 0x80 {
			size = len("“")
			if strings.HasPrefix(t[at:], "«") {
				size = len("«")
			}
		}
		open := t[at : at+size]
		start := at + size
		end := -1
		if !unclosed[open] {
			end = strings.Index(t[start:], quoteMarks[open])
		}
		if open == "„" && end < 0 && !unclosed[open] {
			end = strings.Index(t[start:], "”")
		}
		if end < 0 {
			unclosed[open] = true
			if text.Trim(t[:at]) == "" {
				return append(out, [2]int{start, len(t)})
			}
			i = start
			continue
		}
		out = append(out, [2]int{start, start + end})
		i = start + end + 1
		for i < len(t) && t[i]&0xC0 == 0x80 {
			i++
		}
	}
	return out
}

// quotesOf returns the passages of graph.QuoteWords words or more that stand in quotation marks.
func quotesOf(d *Facts) []string {
	out := []string{}
	for i := range d.Pieces {
		if len(out) >= 200 {
			break
		}
		t := d.Pieces[i].Text()
		for _, q := range quoteSpans(t) {
			if passage := text.Trim(t[q[0]:q[1]]); text.WordCount(passage) >= graph.QuoteWords {
				out = append(out, passage)
			}
		}
	}
	return out
}
