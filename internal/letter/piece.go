package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sort says what a printed line is by its marks, not by its words.
type sort uint8

const (
	plain   sort = iota
	heading      // marked as one
	item         // with a bullet or number
	cells        // a row of a table
)

// line is one printed line without its markup.
type line struct {
	page, number int
	outside      bool   // it stands in a margin of its page: a footer, a side bar
	picture      bool   // it is the text of a picture
	below        bool   // it stands on its own line within an item, by a break of the author's
	note         bool   // the markup says that this is a footnote
	said         bool   // the markup says that this is among signatories
	named        bool   // the markup says that this is an organization's name
	text         string // as printed; no blanks at the ends
	sort         sort
	level        int      // of a heading or of an item
	gap          int      // blank lines before it
	indent       int      // in characters
	marker       string   // of an item: "•", "12.", "a)"
	cells        []string // of a table row
	header       bool     // a table's header row
	struck       bool     // printed struck through
	sign         wrapSign // where the medium knows where lines end
	box          []float64
}

// piece is a run of lines that belong together by layout: a paragraph, a list, a heading, a table.
type piece struct {
	lines []line
	sort  sort
	prose bool // sentences, not names: what facts of the document say of it
}

// text joins the lines with blanks.
func (p *piece) text() string {
	if len(p.lines) == 1 {
		return p.lines[0].text
	}
	var b strings.Builder
	for i := range p.lines {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.lines[i].text)
	}
	return b.String()
}

// pieces groups lines: a blank line, a heading, or a change between list, table and plain text begins a new piece. A plain
// line directly below an item belongs to the item's list (its wrap).
func pieces(lines []line) []piece {
	var out []piece
	for i, l := range lines {
		last := len(out) - 1
		fresh := last < 0 || l.gap > 0 || l.sort == heading || out[last].sort == heading || l.sort != out[last].sort
		if fresh && last >= 0 && l.gap == 0 && l.sort == plain && out[last].sort == item && (continues(l, out[last].lines) || dangles(out[last].lines[len(out[last].lines)-1].text) || counted(out[last].lines, lines[i+1:])) {
			fresh = false
		}
		if fresh {
			out = append(out, piece{sort: l.sort})
			last++
		}
		out[last].lines = append(out[last].lines, l)
	}
	return out
}

// dangles reports whether a line of a list ends with a dash or a slash that something must follow.
func dangles(t string) bool {
	return strings.HasSuffix(t, " –") || strings.HasSuffix(t, " —") || strings.HasSuffix(t, " -") || strings.HasSuffix(t, " /") || strings.HasSuffix(t, " &")
}

// counted reports whether the list goes on with the next number right below a plain line: a list that counts its names wraps where a line
// has no number.
func counted(list, below []line) bool {
	if len(below) == 0 || below[0].sort != item || below[0].gap > 0 {
		return false
	}
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].sort == item {
			a, b := numberIn(list[i].marker), numberIn(below[0].marker)
			return a > 0 && b == a+1
		}
	}
	return false
}

// numberIn returns the number of a marker, 0 for bullets.
func numberIn(marker string) int {
	n := 0
	for _, r := range marker {
		if r >= '0' && r <= '9' && n < 100_000 {
			n = 10*n + int(r-'0')
		}
	}
	return n
}

// continues reports whether a plain line goes on with the item above it: it is indented, or begins in lower case.
func continues(l line, list []line) bool {
	first, _ := utf8.DecodeRuneInString(l.text)
	return l.below || l.sign >= mayFollow || l.indent > list[len(list)-1].indent || unicode.IsLower(first) || first == '('
}

// isProse reports whether a piece is running text: sentences, one a line or wrapped over several.
func isProse(p *piece) bool {
	if p.sort == heading || p.sort == cells {
		return false
	}
	if p.sort == item {
		n := 0
		for i := range p.lines {
			if isSentence(p.lines[i].text) {
				n++
			}
		}
		return 2*n > len(p.lines)
	}
	if len(p.lines) == 1 {
		return isSentence(p.lines[0].text)
	}
	lower, length, sentences := 0, 0, 0
	for i := range p.lines {
		t := p.lines[i].text
		length += len(t)
		if r, _ := utf8.DecodeRuneInString(t); i > 0 && unicode.IsLower(r) && !signMark.MatchString(t) {
			lower++
		}
		if isSentence(t) {
			sentences++
		}
	}
	if 2*sentences > len(p.lines) {
		return true
	}
	// Hard-wrapped paragraphs: long lines, most of which begin within a sentence.
	return length/len(p.lines) >= 40 && 10*lower >= 3*(len(p.lines)-1) && isSentence(p.text())
}

// isSentence reports whether text reads as running text and not as a name: long, or with a verb or pronoun and an end mark.
func isSentence(text string) bool {
	n := wordCount(text)
	if n < 6 {
		return false
	}
	if n > 45 {
		return !isNameList(text)
	}
	verbs := 0
	first := true
	for w := range strings.FieldsSeq(text) {
		w = strings.Trim(w, ",.;:!?()\"“”‘’'«»")
		if sentenceWords[w] || first && sentenceWords[strings.ToLower(w)] { // names write such words large: "Our World Is Wide"
			verbs++
		}
		first = first && w == ""
	}
	ends := strings.HasSuffix(strings.TrimRight(text, "\"”’»)]*0123456789"), ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, ":")
	switch {
	case verbs >= 2 && n >= 9, verbs >= 1 && ends && n >= 6:
		return true
	case ends && n >= 14, n >= 18 && verbs >= 1:
		return !isNameList(text)
	}
	return n > 26 && !isNameList(text)
}

// isNameList reports whether a long text is a list of names: many separators, and most parts begin in upper case.
func isNameList(text string) bool {
	sep := ";"
	if strings.Count(text, ";") < 2 {
		sep = ","
		if rare := rareSeparator(text); rare != "" {
			sep = rare
		}
	}
	parts := cutAt(strings.TrimRight(text, ". "), sep)
	if len(parts) < 3 {
		return false
	}
	names, short, small, large := 0, 0, 0, 0
	for i, p := range parts {
		t := p.text
		for _, c := range conjunctions {
			t = strings.TrimPrefix(t, c[1:])
		}
		if moreOthers.MatchString(t) {
			names, short = names+1, short+1
			continue
		}
		t = withoutArticle(t)
		if !isLower(t) {
			large++
		}
		if r, _ := utf8.DecodeRuneInString(t); unicode.IsUpper(r) || unicode.IsDigit(r) || ownSpelling(t) || isLower(t) && wordCount(t) <= 6 && (saysOccupation(t) || saysOffice(t)) {
			names++
		} else if small < len(parts)/3 && smallName(t, len(parts)) {
			names, small = names+1, small+1 // most names begin large
		}
		if sep == ";" { // what follows the name describes it
			if k := strings.IndexAny(t, ",("); k > 0 {
				t = t[:k]
			}
		}
		if n := wordCount(t); n <= 9 || n <= 18 && i == len(parts)-1 && pairWord.MatchString(t) {
			short++
		}
	}
	return 10*names >= 8*len(parts) && 10*short >= 8*len(parts) && 2*large >= len(parts)
}

// pairWord joins the last two names of a list.
var pairWord = lazy(` (and|&|und|sowie|et|ainsi que|y|e|en) `)

func wordCount(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}

// textsOf are the texts of lines.
func textsOf(lines []line) []string {
	out := make([]string, len(lines))
	for i := range lines {
		out[i] = lines[i].text
	}
	return out
}
