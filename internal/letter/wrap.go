package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
)

// entry is one signatory's printed text, wraps joined.
type entry struct {
	text      string
	lines     []line // as printed
	again     []line // a second printing
	form      string // the text of the second printing
	unsure    bool   // the wrap was decided by less than certain signs
	marked    bool   // it has a bullet or number, or a table row of its own
	country   string
	note      string
	person    string // of a signature block: who signs
	office    string // and her office
	own       bool   // signs for herself
	struck    bool
	order     int  // the line it is sorted by, where that is not its own first
	paragraph bool // cut out of a list within a line
	setting
}

// joinText joins two lines of one name. A hyphen that divides a word goes; one that is part of a name stays.
func joinText(a, b string) string {
	if strings.HasSuffix(a, "\u00ad") {
		return strings.TrimSuffix(a, "\u00ad") + b
	}
	if strings.HasSuffix(a, "-") && !strings.HasSuffix(a, " -") {
		if r, _ := utf8.DecodeRuneInString(b); unicode.IsLower(r) {
			return strings.TrimSuffix(a, "-") + b
		}
		return a + b
	}
	return a + " " + b
}

func joinLines(lines []line) string {
	t := lines[0].text
	for i := 1; i < len(lines); i++ {
		t = joinText(t, lines[i].text)
	}
	return t
}

// wrapped decides for each line of a plain list whether it goes on with the line above: 2 surely, 1 by weaker signs, 0 not.
// Sure signs are open brackets, a dangling small word or mark, and a small word in lower case at the beginning. Weaker ones need a
// column that was too narrow for the next word, and an order of the alphabet that only the joined lines keep.
func wrapped(lines []line) []int {
	n := len(lines)
	out := make([]int, n)
	if n < 2 {
		return out
	}
	commas, ands := 0, 0
	width := 0
	for i := range lines {
		t := lines[i].text
		if strings.HasSuffix(t, ",") || strings.HasSuffix(t, ";") {
			commas++
		}
		if strings.HasSuffix(strings.ToLower(t), " and") {
			ands++
		}
		width = max(width, utf8.RuneCountInString(t))
	}
	sure := 0
	for i := 1; i < n; i++ {
		if lines[i].sign == follows || goesOn(lines[i-1].text, lines[i].text, 2*commas > n) {
			out[i] = 2
			sure++
		}
	}
	base, deep := lines[0].indent, 0
	for i := range lines {
		if lines[i].indent > base+1 {
			deep++
		}
	}
	for i := 1; i < n; i++ {
		// Continuation lines that are set in, where most lines are not and none is set out.
		if out[i] == 0 && lines[i].sign != standsOff && 10*deep < 4*n && lines[i].indent > base+1 && lines[i].indent < base+24 {
			out[i] = 2
			sure++
		}
	}
	// Brackets that stay open over several lines.
	open := 0
	for i := range lines {
		if i > 0 && open > 0 && out[i] == 0 {
			out[i] = 2
			sure++
		}
		open += strings.Count(lines[i].text, "(") - strings.Count(lines[i].text, ")")
		if open < 0 || i > 2 && out[i] == 2 && out[i-1] == 2 && out[i-2] == 2 {
			open = 0
		}
	}
	if wrapsBySign(lines, out) || n < 8 || sure < 2 || 20*sure < n {
		return out
	}
	inOrder, kept := alphabetical(textsOf(lines), out)
	for i := 1; i < n; i++ {
		if out[i] != 0 {
			continue
		}
		first, _, _ := strings.Cut(lines[i].text, " ")
		forced := utf8.RuneCountInString(lines[i-1].text)+1+utf8.RuneCountInString(first) > width-1
		if forced && kept >= 0.7 && !inOrder[i] {
			out[i] = 1
		} else if forced && generic(lines[i].text) {
			out[i] = 1
		}
	}
	return out
}

// goesOn reports whether b surely continues a.
func goesOn(a, b string, commaList bool) bool {
	lastWord := a[strings.LastIndexAny(a, " \u00a0")+1:]
	if strings.HasSuffix(strings.ToLower(a), ", and") || strings.HasSuffix(a, ";") || strings.HasSuffix(a, ", &") {
		return false
	}
	if a != lastWord && (smallWords[lastWord] || smallWords[strings.ToLower(lastWord)] && lastWord != strings.ToUpper(lastWord)) {
		return true
	}
	if strings.HasSuffix(a, "-") || strings.HasSuffix(a, "–") || strings.HasSuffix(a, "/") || strings.HasSuffix(a, "\u00ad") {
		return true
	}
	if strings.HasSuffix(a, ",") && !commaList {
		return true
	}
	first, rest, _ := strings.Cut(b, " ")
	if rest != "" && continuing[first] && (first != "&" || rest != "") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(b)
	return r == ')' || r == '–' || r == '&'
}

// generic reports whether a line is nothing but one or two words that end names and do not make one.
func generic(s string) bool {
	words := strings.Fields(s)
	if len(words) > 2 {
		return false
	}
	for _, w := range words {
		if !orgWords[strings.ToLower(strings.Trim(w, ".,"))] {
			return false
		}
	}
	return len(words) > 0
}

// alphabetical returns which texts belong to the longest run in alphabetical order (the first such by position), and its
// share of the texts that may begin a name, which are those whose wrap is not 2. Patience sorting, O(n log n).
func alphabetical(texts []string, wraps []int) (in []bool, share float64) {
	in = make([]bool, len(texts))
	keys := make([]string, len(texts))
	tops := []int{} // the line that ends the best run of each length
	prev := make([]int, len(texts))
	starts := 0
	for i := range texts {
		prev[i] = -1
		if wraps[i] == 2 {
			continue
		}
		starts++
		keys[i] = strings.TrimPrefix(graph.Fold(texts[i]), "the")
		lo, hi := 0, len(tops)
		for lo < hi {
			if mid := (lo + hi) / 2; keys[tops[mid]] <= keys[i] {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		if lo > 0 {
			prev[i] = tops[lo-1]
		}
		if lo == len(tops) {
			tops = append(tops, i)
		} else {
			tops[lo] = i
		}
	}
	if len(tops) == 0 {
		return in, 0
	}
	for i := tops[len(tops)-1]; i >= 0; i = prev[i] {
		in[i] = true
	}
	return in, float64(len(tops)) / float64(starts)
}

// joinWraps makes entries of the lines of a plain list.
func joinWraps(lines []line, ctx setting) []entry {
	wraps := wrapped(lines)
	var out []entry
	for i := range lines {
		if wraps[i] > 0 && len(out) > 0 && len(out[len(out)-1].lines) < 6 {
			e := &out[len(out)-1]
			e.text = joinText(e.text, lines[i].text)
			e.lines = append(e.lines, lines[i])
			e.unsure = e.unsure || wraps[i] == 1
			continue
		}
		out = append(out, entry{text: lines[i].text, lines: lines[i : i+1 : i+1], setting: ctx, struck: lines[i].struck})
	}
	return out
}
