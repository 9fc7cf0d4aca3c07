package letter

import "strings"

// subHeading handles "Organizations", "Individuals", "National", "Withdrawn" above a part of the list. Outside a section such a heading opens
// one only where it is marked as a heading below the text of a letter.
func (f *finder) subHeading(c cue, l *line, p *piece, k int) bool {
	marked := l.sort == heading || strings.HasSuffix(l.text, ":") || len(p.lines) == 1 || k == 0 && p.sort != item
	if !marked || l.sort == item {
		return false
	}
	if !f.open {
		below := f.doc.firstProse > 0 && l.number > f.doc.firstProse || f.doc.kind == kindList
		if l.sort != heading && !strings.HasSuffix(l.text, ":") || !below || !f.doc.addresses() && f.doc.kind != kindList || c == subOther || c == subGone {
			return false
		}
		f.begin(setting{origin: announced}, l.level)
	}
	f.flush()
	f.ctx.gone = c == subGone
	switch c {
	case subOrgs:
		f.ctx.company = organizations
	case subPeople:
		f.ctx.company = people
	}
	if place := strings.TrimRight(l.text, ": "); isCountry(place) && !anywhere[strings.ToLower(place)] {
		f.ctx.country = place
	} else {
		f.ctx.country = ""
	}
	return true
}

// labelled cuts the label off "National organizations: A, B, C" within a section.
func (f *finder) labelled(l *line) (line, bool) {
	head, rest, ok := strings.Cut(l.text, ":")
	if !f.open || !ok || l.sort != plain || len(trim(rest)) < 3 || !strings.ContainsAny(rest, ",;") || isSentence(rest) {
		return line{}, false
	}
	label := line{text: trim(head) + ":", sort: heading}
	switch c := cueOf(&label); c {
	case subOrgs, subPeople, subOther, subGone:
		f.flush()
		f.ctx.gone = c == subGone
		if c == subOrgs {
			f.ctx.company = organizations
		} else if c == subPeople {
			f.ctx.company = people
		}
		part := *l
		part.text = trim(rest)
		return part, true
	}
	return line{}, false
}

// heading handles a heading without a cue in an open section: a country's name, or the end where it is of the same level as
// the one that opened.
func (f *finder) heading(i int, l *line) {
	f.flush()
	switch {
	case isCountry(l.text):
		f.ctx.country = l.text
	case l.level > 6 && f.boldName(i), f.level > 0 && l.level > f.level && f.headingNames(i):
		f.add(i, cutLine(l, l.text))
		f.flush()
	case l.level > 6 && f.level > 6 && wordCount(l.text) <= 6 && i+1 < len(f.doc.pieces) && !f.doc.pieces[i+1].prose && f.doc.pieces[i+1].sort != plain:
		f.ctx.country = "" // bold type ranks nothing: a list below goes on with the list above
	case f.level > 0 && l.level <= f.level:
		f.open = false
	default:
		f.ctx.country = ""
	}
}

// described takes a line "Name – what it is" or "Name: what it is" within a list that has begun.
func (f *finder) described(p *piece) bool {
	l := p.lines[0]
	name, note := cutDescription(l.text)
	if f.ctx.origin != announced || len(p.lines) > 1 || note == "" || wordCount(name) < 2 || len(f.blocks) == 0 || isLower(name) || isSentence(name) || hasVerb(name) {
		return false
	}
	if head := (line{text: name}); cueOf(&head) != noCue || whyNot(&head) != "" {
		return false
	}
	l.sort = item
	f.blocks = append(f.blocks, block{lines: []line{l}, sort: item, setting: f.ctx})
	f.prose = 0
	return true
}

// trailing takes the names below the last running text of a letter that announces no list.
func (f *finder) trailing() {
	d := f.doc
	if len(f.blocks) > 0 || !d.addresses() {
		return
	}
	last := -1
	for i := range d.pieces {
		if d.pieces[i].prose && d.pieces[i].sort == plain {
			last = i
		}
	}
	if last < 0 || last < d.salutation {
		return
	}
	f.ctx = setting{origin: trailing}
	names, orgs, found := 0, 0, []int{}
	for i := last + 1; i < len(d.pieces); i++ {
		p := &d.pieces[i]
		if p.sort == heading || len(p.lines) == 1 && cueOf(&p.lines[0]) == closes {
			break
		}
		found = append(found, i)
		for k := range p.lines {
			if whyNot(&p.lines[k]) == "" && cueOf(&p.lines[k]) == noCue {
				names++
				if parts := splitNames(p.lines[k].text); len(parts) > 3 && isNameList(p.lines[k].text) {
					names += len(parts)
					for _, part := range parts {
						if hasWord(part.text, orgWords) {
							orgs++
						}
					}
					continue
				}
				if t := p.lines[k].text; p.sort != item || hasWord(t, orgWords) || personCertainty(t) == 2 {
					orgs++ // bullets at the end may be demands
				}
			}
		}
	}
	if names < 3 || 2*orgs < names {
		return
	}
	f.open = true
	for _, i := range found {
		f.piece(i)
	}
}

var forWhom = lazy(`(?i)^(?:for|für|pour|por|on behalf of|im namen (?:von|der|des)|au nom d(?:e la|e|u|es)|en nombre de)(?: the| die| den| das| la| le| les| el)? +(\p{Lu}[^.!?]{2,80}?):?$`)

// signsFor reads a label that says for whom the persons below it sign: "For the River Watch:". Those who sign below it are its
// persons.
func signsFor(text string) (org string, ok bool) {
	m := forWhom.FindStringSubmatch(text)
	if m == nil || wordCount(m[1]) > 9 || closePattern.MatchString(foldLine(text)) || personCertainty(m[1]) == 2 || cueOf(&line{text: m[1], sort: heading}) != noCue {
		return "", false
	}
	return trim(m[1]), true
}

// personsBelow reports whether most of the lines below a line, in its piece or the next, may be persons.
func (f *finder) personsBelow(i, k int) bool {
	below := f.doc.pieces[i].lines[k+1:]
	if len(below) == 0 && i+1 < len(f.doc.pieces) {
		below = f.doc.pieces[i+1].lines
	}
	return mostlyPersons(below)
}

func mostlyPersons(lines []line) bool {
	n := 0
	for i := range lines {
		if _, ok := readPerson(cutMarks(lines[i].text)); ok {
			n++
		}
	}
	return n > 0 && 2*n > len(lines)
}

// cutLine is a line with a part of its text.
func cutLine(l *line, text string) line {
	part := *l
	part.text, part.sort, part.cells, part.header = text, item, nil, false
	return part
}

// boldName reports whether a line in bold type within a list is a name: what stands below it is how to reach somebody, or
// nothing but the next one. Below the headings of a list stand names.
func (f *finder) boldName(i int) bool {
	d := f.doc
	if wordCount(d.pieces[i].lines[0].text) > 16 || i+1 == len(d.pieces) {
		return false
	}
	below := &d.pieces[i+1]
	if below.sort != plain {
		return false
	}
	for k := range below.lines {
		if looksLikeAddress(below.lines[k].text) {
			f.reach = i + 1
			return true
		}
	}
	return false
}

// headingNames reports whether headings within a list are its names: three or more of one rank, below each of which stands what describes
// it and no list. It looks at those around the heading.
func (f *finder) headingNames(i int) bool {
	d := f.doc
	level := d.pieces[i].lines[0].level
	n := 0
	for _, step := range []int{1, -1} {
		for k, seen := i, 0; k >= 0 && k < len(d.pieces) && seen < 40; k, seen = k+step, seen+1 {
			p := &d.pieces[k]
			switch {
			case p.sort != heading:
				if !describes(p) {
					return false
				}
			case p.lines[0].level < level:
				seen = 40
			case k != i && p.lines[0].level == level && cueOf(&p.lines[0]) == noCue:
				n++
			}
		}
	}
	return n >= 2
}

// describes reports whether a piece tells about a name above it: running text, or how to reach somebody.
func describes(p *piece) bool {
	if p.prose {
		return p.sort == plain
	}
	for k := range p.lines {
		if p.sort != plain || !looksLikeAddress(p.lines[k].text) && !isSentence(p.lines[k].text) {
			return false
		}
	}
	return true
}

// hasVerb reports whether a text has a verb or pronoun in small letters, as sentences have and names have not.
func hasVerb(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if sentenceWords[w] {
			return true
		}
	}
	return false
}
