package about

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// TargetsOf names whom the document is about: the addressees' organizations (without their legal form), and a part of one that the text
// introduces with an acronym and speaks of again. A document that nobody signed is about what its title begins with if the
// text repeats that, a profile about the name it has most often.
func TargetsOf(d *Facts, addressees []draft.Addressee, signed bool) []string {
	out := []string{}
	add := func(name string) {
		if name != "" && !slices.ContainsFunc(out, func(o string) bool { return graph.Fold(o) == graph.Fold(name) }) {
			out = append(out, name)
		}
	}
	for _, a := range addressees {
		name := withoutForm(string(a.Organization))
		if short, ok := phrase.CutAcronym(name); ok {
			name = short
		}
		add(name)
	}
	s := d.allText()
	for _, target := range slices.Clone(out) {
		for _, part := range partsOf(target, s) {
			add(part)
		}
	}
	if len(out) > 0 {
		return out
	}
	if body := d.bodyNamed(); body != "" && d.Kind != draft.KindNews && d.Kind != draft.KindProfile {
		add(body)
	}
	if len(out) > 0 || signed {
		return out
	}
	if d.Kind == draft.KindNews && d.Title != "" {
		if head := phrase.NameHead(string(d.Title)); text.WordCount(head) >= 1 && text.WordCount(head) <= 5 && !strings.ContainsAny(head[len(head)-1:], ".!?") && strings.Count(s, head) >= 2 {
			add(head)
			return out
		}
	}
	if d.Kind == draft.KindProfile {
		add(mostNamed(d))
	}
	return out
}

// bodyWords are what names of public bodies have and others seldom do; oneWordBody of them stand for a body alone.
var (
	bodyWords   = text.SetFrom("about.bodyWords", func() []string { return capitalized(lexicon.Organization.Words("body")) })
	oneWordBody = text.SetFrom("about.oneWordBody", func() []string { return capitalized(lexicon.Organization.Words("body-alone")) })
	bodyLinks   = lexicon.Set("about.bodyLinks", "{function-word body-link}")
)

// capitalized puts the first letters of words in upper case.
func capitalized(words []string) []string {
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return words
}

// bodiesIn returns the byte ranges of the names of public bodies: capitalized words around one of bodyWords, with small words between them.
func bodiesIn(text string) [][2]int {
	type printedWord struct {
		start, end int
		bare       string
		last       bool // a mark ends the name after it
	}
	var ws []printedWord
	for w := range strings.FieldsSeq(text) {
		from := 0
		if n := len(ws); n > 0 {
			from = ws[n-1].end
		}
		start := from + strings.Index(text[from:], w)
		bare := strings.Trim(w, ".,;:!?()[]\"“”„«»’'")
		ws = append(ws, printedWord{start, start + len(w), bare, strings.ContainsAny(w[len(w)-1:], ".,;:!?)]\"") || strings.HasSuffix(w, "”")})
	}
	upper := func(k int) bool {
		r, _ := utf8.DecodeRuneInString(ws[k].bare)
		return unicode.IsUpper(r)
	}
	var out [][2]int
	for i := range ws {
		if !bodyWords.Has(ws[i].bare) || len(out) > 0 && ws[i].start < out[len(out)-1][1] {
			continue
		}
		first, last, taken := i, i, 0
		if len(out) > 0 {
			taken = out[len(out)-1][1]
		}
		for k, links := i-1, 0; k >= 0 && ws[k].start >= taken && !ws[k].last && i-first < 7 && (links == 0 || !bodyWords.Has(ws[k].bare)); k-- {
			if upper(k) {
				first, links = k, 0
			} else if links++; !bodyLinks.Has(ws[k].bare) || links > 3 {
				break
			}
		}
		for k, links := i+1, 0; k < len(ws) && !ws[k-1].last && last-i < 7; k++ {
			if links > 0 && bodyWords.Has(ws[k].bare) {
				break // "the Ministry and the Council" are two
			}
			if upper(k) && text[ws[k].start] != '(' {
				last, links = k, 0
			} else if links++; !bodyLinks.Has(ws[k].bare) || links > 3 {
				break
			}
		}
		start := ws[first].start + strings.Index(text[ws[first].start:], ws[first].bare)
		out = append(out, [2]int{start, ws[last].start + strings.Index(text[ws[last].start:], ws[last].bare) + len(ws[last].bare)})
	}
	return out
}

// bodyNamed returns the public body that a document without an addressee speaks of most: its full name, at least five times with
// its acronym, and half again as often as the next one; "" where none is.
func (d *Facts) bodyNamed() string {
	var prose strings.Builder // lists of signatories name bodies of their own
	for i := range d.Pieces {
		if d.Pieces[i].Prose && prose.Len() < 1<<18 {
			prose.WriteString(d.Pieces[i].Text())
			prose.WriteByte(' ')
		}
	}
	s := prose.String()
	count := map[string]int{}
	var order []string
	for _, m := range bodiesIn(s) {
		name := phrase.CutCapital(strings.TrimRight(s[m[0]:m[1]], ".,'’"))
		if text.WordCount(name) < 2 && !oneWordBody.Has(name) {
			continue
		}
		if count[name] == 0 {
			order = append(order, name)
			if acronym := acronymAfter(s[m[1]:], name); acronym != "" {
				count[name] += strings.Count(s, acronym) - 1
			}
		}
		count[name]++
	}
	best, next := "", 0
	for _, name := range order {
		switch {
		case best == "" || count[name] > count[best]:
			best, next = name, max(next, count[best])
		default:
			next = max(next, count[name])
		}
	}
	if count[best] < 5 || 2*count[best] < 3*next {
		return ""
	}
	return best
}

// acronymAfter returns the acronym that stands in brackets directly after a name.
func acronymAfter(after, name string) string {
	after = strings.TrimLeft(after, " ")
	if !strings.HasPrefix(after, "(") {
		return ""
	}
	end := strings.IndexByte(after[:min(len(after), 14)], ')')
	if end < 3 {
		return ""
	}
	if _, ok := phrase.CutAcronym(name + " " + after[:end+1]); !ok {
		return ""
	}
	return after[1:end]
}

func (d *Facts) allText() string {
	var b strings.Builder
	for i := range d.Lines {
		if b.Len() > 1<<18 {
			break
		}
		b.WriteString(d.Lines[i].Text)
		b.WriteByte(' ')
	}
	return b.String()
}

var legalForm = lexicon.Pattern("about.legalForm", `(?i)(\.com)?,? +{legal-form dropped}\.?$|\.com$`)

// withoutForm takes the legal form off a company's name.
func withoutForm(name string) string {
	for {
		short := text.Trim(strings.TrimRight(legalForm.ReplaceAllString(name, ""), ","))
		if short == name || short == "" {
			return name
		}
		name = short
	}
}

// partsOf finds names that begin with a target's, introduced as "Target’s Some Part (TSP)", whose acronym the text repeats at least twice.
func partsOf(target, s string) []string {
	var out []string
	seen := map[string]bool{}
	for from := 0; len(target) >= 3 && len(seen) < 20; {
		i := strings.Index(s[from:], target)
		if i < 0 {
			return out
		}
		at := from + i
		from = at + len(target)
		open := strings.IndexByte(s[from:min(len(s), from+60)], '(')
		if open < 1 {
			continue
		}
		length := strings.IndexByte(s[from+open:min(len(s), from+open+12)], ')')
		if length < 3 || seen[s[at:from+open+length]] {
			continue
		}
		seen[s[at:from+open+length]] = true
		acronym := s[from+open+1 : from+open+length]
		name := strings.Join(strings.Fields(strings.NewReplacer("’s", "", "'s", "").Replace(s[at:from+open])), " ")
		if initials, ok := phrase.CutAcronym(name + " (" + acronym + ")"); ok && text.WordCount(initials) >= 2 && strings.Count(s, acronym) >= 3 {
			out = append(out, initials)
		}
	}
	return out
}

// mostNamed returns the name that the text has most often, not counting the first words of sentences; the earlier one of equals.
func mostNamed(d *Facts) string {
	count := map[string]int{}
	var order []string
	for i := range d.Pieces {
		if !d.Pieces[i].Prose {
			continue
		}
		words := strings.Fields(d.Pieces[i].Text())
		for k := 1; k < len(words); k++ {
			before := words[k-1]
			r, _ := utf8.DecodeRuneInString(words[k])
			w := strings.Trim(words[k], ".,;:!?()\"“”")
			w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
			if !unicode.IsUpper(r) || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "”") || len(w) < 3 || lexicon.Months()[strings.ToLower(w)] > 0 || strings.Contains(w, ".") {
				continue
			}
			if count[w] == 0 {
				order = append(order, w)
			}
			count[w]++
		}
	}
	best := ""
	for _, w := range order {
		if count[w] > count[best] {
			best = w
		}
	}
	if count[best] < 3 {
		return ""
	}
	return best
}
