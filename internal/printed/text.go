package printed

import (
	"strings"

	"undersigned/internal/letter/phrase"
)

// Text returns a line of a letter's text without the persons who sign in it, those whom it says to contact, and the ways to reach
// somebody: an ellipsis stands for each.
func Text(line string, persons []string) string {
	for _, p := range persons {
		if p != "" {
			line = strings.ReplaceAll(line, p, "…")
		}
	}
	if reach := reachable(line); reach || contact(line) {
		line = withoutContacts(line, reach)
	}
	var b strings.Builder
	at := 0
	for _, s := range reaches(line) {
		if s.from < at {
			continue
		}
		b.WriteString(line[at:s.from])
		b.WriteString("…")
		at = s.to
	}
	b.WriteString(line[at:])
	return b.String()
}

// withoutContacts takes the persons out of a line that says whom to contact, or how: "Press contact: Mary Miller, Rivers Alive".
func withoutContacts(line string, reach bool) string {
	var b strings.Builder
	for _, p := range partsOf(line, nil) {
		b.WriteString(p.separator)
		t := line[p.from:p.to]
		head := ""
		if i := strings.LastIndexByte(t, ':'); i >= 0 {
			head, t = t[:i+1], t[i+1:]
		}
		b.WriteString(head)
		bare := strings.TrimSpace(t)
		switch certainty := phrase.PersonCertainty(bare); {
		case certainty == 2, certainty == 1 && (reach || contact(head)) && !phrase.IsOffice(bare):
			b.WriteString(strings.Replace(t, bare, "…", 1))
		default:
			b.WriteString(t)
		}
	}
	return b.String()
}
