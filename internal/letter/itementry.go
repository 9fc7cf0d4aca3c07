package letter

import "strings"

func itemEntries(b *block) []entry {
	var out []entry
	signed := 0 // lines that a signature took
	for i, l := range b.lines {
		if i < signed {
			continue
		}
		if l.sort == item {
			if e, n := signatureItem(b.lines[i:], b.setting); n > 0 {
				out, signed = append(out, e), i+n
				continue
			}
		}
		if l.sort == plain && len(out) > 0 {
			e := &out[len(out)-1]
			if (e.note != "" || e.country != "") && e.person == "" || l.below && !goesOn(e.text, l.text, false) && !isLower(l.text) && len(e.lines) < 12 {
				belowName(e, &l)
				continue
			}
			if len(e.lines) < 8 && (l.sign == follows || whyNot(&l) == "" && (l.sign == mayFollow || goesOn(e.text, l.text, false) || l.indent > 0 || isLower(l.text) || !isCountry(l.text) && counted(b.lines[:i], b.lines[i+1:]))) {
				e.text = joinText(e.text, l.text)
				e.lines = append(e.lines, l)
				continue
			}
		}
		out = append(out, entry{text: l.text, lines: b.lines[i : i+1 : i+1], marked: true, struck: l.struck, setting: b.setting})
	}
	return out
}

// belowName reads a line that stands by itself below a name in its item: a country, or what describes the name.
func belowName(e *entry, l *line) {
	e.lines = append(e.lines, *l)
	if isCountry(l.text) {
		e.country = l.text
	} else {
		e.note = strings.TrimPrefix(e.note+", "+l.text, ", ")
	}
}

// signatureItem reads an item whose lines are a person's signature: name, office, organization. It returns how many lines it took.
func signatureItem(lines []line, ctx setting) (entry, int) {
	n := 1
	for n < len(lines) && n < 5 && lines[n].below {
		n++
	}
	if n == 1 || personCertainty(strings.TrimRight(lines[0].text, ", ")) < 2 {
		return entry{}, 0
	}
	plainLines := make([]line, n)
	for i := range plainLines {
		plainLines[i] = lines[i]
		plainLines[i].sort = plain
		plainLines[i].gap = 0
	}
	e, took := signatureBlock(plainLines, ctx)
	if took == 0 {
		return entry{}, 0
	}
	e.lines = lines[:n:n]
	return e, n
}
