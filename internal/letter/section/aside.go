package section

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// Most lists of organizations are not of signatories: a letter was sent to them, they pay, are members, speak at an event. What says so stands
// around the list as what announces signatories does, and the features here weigh one against the other.

// asides are the topics of lists of others, in the order of their features.
var asides = []cue.Topic{cue.AboutSent, cue.AboutPaid, cue.AboutBelong, cue.AboutAsked, cue.AboutEvent, cue.AboutHelp}

// leadsAside reports whether a short line leads to a list of those to whom a letter goes, or whom it thanks.
func leadsAside(l *document.Line) bool {
	if rule.Off("section.leadsAside") || l.Sort != document.Plain || !strings.HasSuffix(l.Text, ":") && !strings.HasSuffix(l.Text, "：") || text.WordCount(l.Text) > 20 {
		return false
	}
	t := cue.TopicsOf(l.Text)
	return t&(cue.AboutSent|cue.AboutPaid) != 0 && t&cue.AboutSigning == 0
}

// surroundings are what the features ask of a document's lines, by their place.
type surroundings struct {
	doc     *about.Facts
	topics  []cue.Topic // of headings and of lines that may lead to a list
	prose   []bool
	signing []int // how many of the lines before speak of signing
	acting  []int // and of signing, support or a letter
	title   cue.Topic
	hours   float64
	events  float64 // share of the lines that speak of an event, tenfold, at most 1
	english bool    // a language that writes the words of names large
}

// descriptive is how many words a line of running text has that is more than a description in a list.
const descriptive = 25

func surroundingsOf(d *about.Facts) *surroundings {
	s := &surroundings{doc: d, topics: make([]cue.Topic, len(d.Lines)), prose: make([]bool, len(d.Lines)), signing: make([]int, len(d.Lines)+1), acting: make([]int, len(d.Lines)+1)}
	s.title = cue.TopicsOf(string(d.Title)) | cue.TopicsOf(d.Meta.Lead) | cue.TopicsOf(fileWords(d.Name))&^cue.AboutSigning
	s.english = d.Language == "en" || d.Language == "de"
	at := 0
	hours, events := 0, 0
	for i := range d.Pieces {
		p := &d.Pieces[i]
		for range p.Lines {
			s.prose[at] = p.Prose && p.Sort == document.Plain && (len(p.Lines) > 1 || text.WordCount(p.Lines[0].Text) >= descriptive)
			at++
		}
	}
	for i := range d.Lines {
		l := &d.Lines[i]
		s.topics[i] = cue.TopicsOf(l.Text)
		s.signing[i+1] = s.signing[i] + count(s.topics[i]&cue.AboutSigning != 0)
		s.acting[i+1] = s.acting[i] + count(s.topics[i]&acts != 0)
		hours += count(clock.MatchString(l.Text))
		events += count(s.topics[i]&cue.AboutEvent != 0)
	}
	n := float64(max(1, len(d.Lines)))
	s.hours, s.events = float64(hours)/n, min(1, 10*float64(events)/n)
	return s
}

// acts are the topics of a document that somebody may have signed.
const acts = cue.AboutSigning | cue.AboutSupport | cue.AboutPaper

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// letter reports whether the document is what somebody may sign, whatever its words say.
func (s *surroundings) letter() bool {
	switch s.doc.Kind {
	case draft.KindLetter, draft.KindStatement, draft.KindPetition:
		return true
	}
	return s.doc.Salutation >= 0 || (cue.TopicsOf(string(s.doc.Title))|cue.TopicsOf(s.doc.Meta.Lead))&cue.AboutPaper != 0
}

// aside computes the features of a candidate whose first line stands at a place.
func (s *surroundings) aside(c *Candidate, first int, entries []string) {
	f := &c.Features
	near, over, far := s.above(first)
	if near&cue.AboutSigning == 0 {
		for i, topic := range asides {
			set(f, fNearSent+i, near&topic != 0)
			set(f, fOverSent+i, over&topic != 0)
		}
	}
	set(f, fOverSigning, over&cue.AboutSigning != 0)
	set(f, fHeadFar, far)
	last := c.last()
	if said := s.signing; !s.letter() && len(s.doc.Lines) > c.lines() && said[first] == 0 && said[len(said)-1] == said[last+1] && s.title&cue.AboutSigning == 0 {
		f[fSilent] = 1
		set(f, fBare, (near|over)&cue.AboutSupport != 0)
		set(f, fMute, s.acting[first] == 0 && s.acting[len(s.acting)-1] == s.acting[last+1] && s.title&acts == 0)
	}
	set(f, fWithin, near&cue.AboutSigning == 0 && s.within(first, last))
	set(f, fTop, f[fProse] == 0 && s.doc.Kind == draft.KindLetter && s.doc.FirstProse > 0)
	f[fHours], f[fEventful] = s.hours, s.events
	for i, t := range entries {
		share := 1 / float64(len(entries))
		low := flat(t)
		f[fFlat] += low * share
		f[fCommon] += b2f(s.english && low > 0 && capitals(t) <= 1 && text.WordCount(t) >= 3) * share
		f[fReader] += b2f(cue.ToReader(t)) * share
		f[fLabels] += b2f(label.MatchString(t)) * share
		f[fHoles] += b2f(cue.Hole(t)) * share
		if i == 0 && f[fHoles] > 0 {
			f[fHoles] = 1 // a form
			break
		}
	}
}

// above are the topics of the heading above a list and of what leads to it, and of the headings that enclose that heading and of the title; far
// says that running text stands between.
func (s *surroundings) above(first int) (near, over cue.Topic, far bool) {
	lines := s.doc.Lines
	i := first - 1
	for ; i >= 0 && !headsAlso(&lines[i], &lines[first]); i-- {
		if s.prose[i] && first-i > 4 {
			far = true
		}
	}
	near = s.lead(first)
	over = s.title
	if i < 0 {
		return near, over, false
	}
	if far {
		over |= s.topics[i]
	} else {
		near |= s.topics[i]
	}
	for i > 0 && headsAlso(&lines[i-1], &lines[first]) && !far {
		i--
		near |= s.topics[i]
	}
	for level := lines[i].Level; i >= 0; i-- {
		if l := &lines[i]; l.Sort == document.Heading && l.Level < level {
			over |= s.topics[i]
			level = l.Level
		}
	}
	return near, over, far
}

// headsAlso reports whether a line is a heading that another line may stand below: what is in the margin of a page has its own.
func headsAlso(l, of *document.Line) bool {
	return l.Sort == document.Heading && l.Outside == of.Outside
}

// lead are the topics of the paragraph that ends right above a list.
func (s *surroundings) lead(first int) cue.Topic {
	lines := s.doc.Lines
	i := first - 1
	for i >= 0 && first-i <= 3 && lines[i].Sort != document.Plain && lines[i].Sort != document.Heading {
		i--
	}
	if i < 0 || first-i > 3 || lines[i].Sort != document.Plain || lines[i].Outside != lines[first].Outside {
		return 0
	}
	pledge := cue.Closing(text.FoldLine(lines[i].Text))
	found := cue.Topic(0)
	for k := 0; k < 4 && i >= 0 && lines[i].Sort == document.Plain; k++ {
		found |= s.topics[i]
		if lines[i].Gap > 0 {
			break
		}
		i--
	}
	if pledge { // "To this the signatories commit:"
		found = found&^cue.AboutSigning | cue.AboutAsked
	}
	return found
}

// within reports whether running text stands right above lines and right below.
func (s *surroundings) within(first, last int) bool {
	lines := s.doc.Lines
	if last+1 >= len(lines) || lines[last+1].Outside || lines[last+1].Sort != document.Plain || !s.prose[last+1] && !strings.HasSuffix(lines[last+1].Text, ":") {
		return false
	}
	for i := first - 1; i >= 0 && first-i <= 3; i-- {
		if lines[i].Sort == document.Heading {
			return false
		}
		if r, _ := utf8.DecodeLastRuneInString(lines[i].Text); s.prose[i] || r == ':' {
			return true
		}
	}
	return false
}

// label is what says what stands behind it.
var label = text.Lazy("section.label", `^[\p{L}-]+(?: [\p{L}-]+)?\s?: \S`)

// fileWords are the words of a file's name.
func fileWords(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return ' '
	}, name)
}

// flat is the share of a text's words that begin in lower case and are no small words of names.
func flat(t string) float64 {
	words, low := 0, 0
	for w := range strings.FieldsSeq(t) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) {
			continue
		}
		words++
		if unicode.IsLower(r) && !lexicon.SmallWords.Has(text.Fold(w)) {
			low++
		}
	}
	return float64(low) / float64(max(1, words))
}
