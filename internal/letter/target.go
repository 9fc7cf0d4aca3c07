package letter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
)

// targetsOf names whom the document is about: the addressees' organizations (without their legal form), and a part of one that the text
// introduces with an acronym and speaks of again. A document that nobody signed is about what its title begins with if the
// text repeats that, a profile about the name it has most often.
func targetsOf(d *document, addressees []Addressee, signed bool) []string {
	out := []string{}
	add := func(name string) {
		if name != "" && !slices.ContainsFunc(out, func(o string) bool { return graph.Fold(o) == graph.Fold(name) }) {
			out = append(out, name)
		}
	}
	for _, a := range addressees {
		name := withoutForm(string(a.Organization))
		if short, ok := cutAcronym(name); ok {
			name = short
		}
		add(name)
	}
	text := d.allText()
	for _, target := range slices.Clone(out) {
		for _, part := range partsOf(target, text) {
			add(part)
		}
	}
	if len(out) > 0 {
		return out
	}
	if body := d.bodyNamed(); body != "" && d.kind != kindNews && d.kind != kindProfile {
		add(body)
	}
	if len(out) > 0 || signed {
		return out
	}
	if d.kind == kindNews && d.title != "" {
		if head := nameHead(string(d.title)); wordCount(head) >= 1 && wordCount(head) <= 5 && strings.Count(text, head) >= 2 {
			add(head)
			return out
		}
	}
	if d.kind == kindProfile {
		add(mostNamed(d))
	}
	return out
}

// bodies are proper names of public bodies: capitalized words around one that only such bodies have.
var bodies = lazy(`(?:\p{Lu}[\p{L}.’'-]+\s+(?:(?:of|for|on|the|and|de|des|du|la|für|der)\s+){0,3}){0,3}(?:Congress|Senate|Parliament|Commission|Council|Government|Ministry|Department|Authority|Agency|Court|Organi[sz]ation|House of Representatives|Bundestag|Bundesregierung|Bundesrat|Landtag|Landesregierung|Stadtrat|Senat|Ministerium|Parlament|Assemblée [Nn]ationale|Sénat|Parlement|Gouvernement|Ministère|Parlamento|Congreso|Gobierno|Ministerio)(?:\s+(?:(?:of|for|on|the|and|de|des|du|la|européenne?|für|der)\s+){0,3}\p{Lu}[\p{L}.’'-]+){0,3}`)

// bodyNamed returns the public body that a document without an addressee speaks of most: its full name, at least five times with
// its acronym, and half again as often as the next one; "" where none is.
func (d *document) bodyNamed() string {
	var prose strings.Builder // lists of signatories name bodies of their own
	for i := range d.pieces {
		if d.pieces[i].prose && prose.Len() < 1<<18 {
			prose.WriteString(d.pieces[i].text())
			prose.WriteByte(' ')
		}
	}
	text := prose.String()
	count := map[string]int{}
	var order []string
	for _, m := range bodies.FindAllStringIndex(text) {
		name := strings.TrimPrefix(strings.TrimRight(text[m[0]:m[1]], ".,'’"), "The ")
		if wordCount(name) < 2 && !oneWordBody[name] {
			continue
		}
		if count[name] == 0 {
			order = append(order, name)
			if acronym := acronymAfter(text[m[1]:], name); acronym != "" {
				count[name] += strings.Count(text, acronym) - 1
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

var oneWordBody = wordSet("Congress Bundestag Bundesregierung Bundesrat Landtag Landesregierung Stadtrat Parliament")

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
	if _, ok := cutAcronym(name + " " + after[:end+1]); !ok {
		return ""
	}
	return after[1:end]
}

func (d *document) allText() string {
	var b strings.Builder
	for i := range d.lines {
		if b.Len() > 1<<18 {
			break
		}
		b.WriteString(d.lines[i].text)
		b.WriteByte(' ')
	}
	return b.String()
}

var legalForm = lazy(`(?i)(\.com)?,? +(inc|llc|ltd|corp|corporation|co|gmbh|ag|plc|sa|s\.a|se|bv|b\.v)\.?$|\.com$`)

// withoutForm takes the legal form off a company's name.
func withoutForm(name string) string {
	for {
		short := trim(strings.TrimRight(legalForm.ReplaceAllString(name, ""), ","))
		if short == name || short == "" {
			return name
		}
		name = short
	}
}

// partsOf finds names that begin with a target's, introduced as "Target’s Some Part (TSP)", whose acronym the text repeats at least twice.
func partsOf(target, text string) []string {
	var out []string
	seen := map[string]bool{}
	for from := 0; len(target) >= 3 && len(seen) < 20; {
		i := strings.Index(text[from:], target)
		if i < 0 {
			return out
		}
		at := from + i
		from = at + len(target)
		open := strings.IndexByte(text[from:min(len(text), from+60)], '(')
		if open < 1 {
			continue
		}
		length := strings.IndexByte(text[from+open:min(len(text), from+open+12)], ')')
		if length < 3 || seen[text[at:from+open+length]] {
			continue
		}
		seen[text[at:from+open+length]] = true
		acronym := text[from+open+1 : from+open+length]
		name := strings.Join(strings.Fields(strings.NewReplacer("’s", "", "'s", "").Replace(text[at:from+open])), " ")
		if initials, ok := cutAcronym(name + " (" + acronym + ")"); ok && wordCount(initials) >= 2 && strings.Count(text, acronym) >= 3 {
			out = append(out, initials)
		}
	}
	return out
}

// mostNamed returns the name that the text has most often, not counting the first words of sentences; the earlier one of equals.
func mostNamed(d *document) string {
	count := map[string]int{}
	var order []string
	for i := range d.pieces {
		if !d.pieces[i].prose {
			continue
		}
		words := strings.Fields(d.pieces[i].text())
		for k := 1; k < len(words); k++ {
			before := words[k-1]
			r, _ := utf8.DecodeRuneInString(words[k])
			w := strings.Trim(words[k], ".,;:!?()\"“”")
			w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
			if !unicode.IsUpper(r) || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "”") || len(w) < 3 || months[strings.ToLower(w)] > 0 || strings.Contains(w, ".") {
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
