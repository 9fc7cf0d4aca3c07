package letter

import "strings"

// personBlock reads a person with what she is over several lines, where a heading says that persons follow and geometry says that the
// lines stand together, apart from others.
func personBlock(lines []line, ctx setting) (entry, bool) {
	if ctx.company != people || len(lines) < 2 || len(lines) > 6 || lines[0].sort != plain || personCertainty(cutMarks(beforeComma(lines[0].text))) == 0 {
		return entry{}, false
	}
	said := []string{}
	if i := strings.IndexByte(lines[0].text, ','); i > 0 {
		said = append(said, trim(lines[0].text[i+1:]))
	}
	for i := 1; i < len(lines); i++ {
		l := &lines[i]
		if l.sign == noSign || l.gap > 0 || personCertainty(l.text) == 2 || whyNot(l) != "" {
			return entry{}, false
		}
		if n := len(said); n > 0 && l.sign >= mayFollow {
			said[n-1] = joinText(said[n-1], l.text)
		} else {
			said = append(said, strings.TrimRight(l.text, ", "))
		}
	}
	e := entry{person: trim(beforeComma(lines[0].text)), lines: lines, setting: ctx, own: true}
	e.office = strings.Join(said, ", ")
	if org := organizationIn(e.office); org != "" {
		e.text = org
		e.office = trim(strings.Trim(strings.Replace(e.office, org, "", 1), ", "))
	}
	return e, true
}

func beforeComma(s string) string {
	before, _, _ := strings.Cut(s, ",")
	return before
}
