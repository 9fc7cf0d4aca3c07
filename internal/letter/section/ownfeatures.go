package section

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// own computes what the entries themselves say.
func (c *Candidate) own(entries []string, printed map[string]int, to []string) {
	f := &c.Features
	switch c.Blocks[0].Origin {
	case AfterGreet:
		f[fSignOff] = 1
	case Trailing:
		f[fTrailing] = 1
	case Repeated:
		f[fRepeated] = 1
	case Letterhead:
		f[fLetterhead] = 1
	case Shape:
		f[fShape] = 1
	}
	set(f, fItems, c.Blocks[0].Sort == document.Item)
	set(f, fCells, c.Blocks[0].Sort == document.Cells)
	set(f, fInline, c.Blocks[0].List || len(entries) > c.lines())
	n := len(entries)
	f[fSize] = math.Log1p(float64(n))
	set(f, fTiny, n < 3)
	if n == 0 {
		return
	}
	lines := make([]document.Line, 0, c.lines())
	for i := range c.Blocks {
		lines = append(lines, c.Blocks[i].Lines...)
	}
	for i := range lines {
		l := &lines[i]
		f[fPictures] += b2f(l.Picture) / float64(len(lines))
		f[fOutside] += b2f(l.Outside) / float64(len(lines))
		f[fSaid] += b2f(l.Said) / float64(len(lines))
		f[fNamed] += b2f(l.Named) / float64(len(lines))
		if i > 0 && l.Gap == 0 && l.Sort == document.Plain && text.IsLower(l.Text) {
			f[fRunsOn] += 1 / float64(len(lines))
		}
	}
	words := make([]int, n)
	share := 1 / float64(n)
	add := func(feature int, is bool) {
		if is {
			f[feature] += share
		}
	}
	for i, t := range entries {
		words[i] = text.WordCount(t)
		l := document.Line{Text: t, Sort: document.Item}
		certainty := phrase.PersonCertainty(strings.TrimSpace(cutAt(t, ",(–")))
		org := phrase.HasWord(t, lexicon.OrgWords) || phrase.HasCompound(t) || phrase.LegalEnd(t)
		if _, short := phrase.CutAcronym(t); short {
			org = true
		}
		add(fOrgs, org)
		add(fPeople, certainty == 2 && !org)
		add(fMaybe, certainty == 1 && !org)
		add(fSpoken, phrase.IsSentence(t) || words[i] > 5 && hasVerb(t))
		add(fSmall, text.IsLower(t))
		add(fLong, words[i] > 12)
		add(fSingle, words[i] == 1)
		add(fPlaces, lexicon.IsPlace(t))
		add(fAddresses, phrase.LooksLikeAddress(t))
		add(fDates, strings.ContainsAny(t, "0123456789") && len(phrase.FindDates(t, "")) > 0)
		add(fFigures, strings.ContainsAny(t, "0123456789"))
		add(fRefused, cue.WhyNot(&l) != "")
		add(fEnded, strings.HasSuffix(t, ".") && words[i] > 4)
		add(fSite, cue.Of(&document.Line{Text: t}) == cue.Closes)
		if r, _ := utf8.DecodeRuneInString(t); text.Caseless(r) {
			add(fProper, org || certainty == 2) // where no letter is a capital, what names have
		} else {
			add(fProper, capitals(t) >= 2)
		}
		own := cue.TopicsOf(t)
		add(fOwnElse, own&cue.AboutElse != 0)
		add(fOwnSigning, own&(cue.AboutSigning|cue.AboutPaper) != 0)
		add(fOffices, !org && phrase.SaysOffice(t))
		add(fTo, addressed(to, t))
		add(fTimes, clock.MatchString(t))
		add(fAgain, printed[text.FoldLine(t)] > 1)
	}
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	usual := sorted[n/2]
	for _, w := range words {
		add(fAlike, w >= usual-2 && w <= usual+2)
	}
	if n >= 5 {
		none := make([]int, n)
		_, kept := phrase.Alphabetical(entries, none)
		chance := 2 / math.Sqrt(float64(n)) // the longest rising run of a shuffled list of n has about 2 sqrt(n)
		f[fSorted] = max(0, (kept-chance)/(1-min(chance, .9)))
	}
	f[fCounted] = counted(lines)
}

// addressed reports whether an entry names one of those that the document addresses, or is a part of their name.
func addressed(to []string, t string) bool {
	key := text.FoldLine(t)
	for _, name := range to {
		if len(key) > 4 && (strings.Contains(name, key) || strings.Contains(key, name)) {
			return true
		}
	}
	return false
}

var clock = text.Lazy("section.clock", `\b\d{1,2}[:.]\d\d\b`)

// capitals counts the words that begin in upper case.
func capitals(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); text.BeginsName(r) {
			n++
		}
	}
	return n
}

// counted is the share of lines whose number is one above that of the line before.
func counted(lines []document.Line) float64 {
	n := 0
	for i := 1; i < len(lines); i++ {
		if a, b := document.NumberIn(lines[i-1].Marker), document.NumberIn(lines[i].Marker); a > 0 && b == a+1 {
			n++
		}
	}
	if len(lines) < 2 {
		return 0
	}
	return float64(n) / float64(len(lines)-1)
}

func cutAt(s, marks string) string {
	if i := strings.IndexAny(s, marks); i > 0 {
		return s[:i]
	}
	return s
}

func b2f(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
