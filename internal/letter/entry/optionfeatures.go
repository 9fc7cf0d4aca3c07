package entry

import (
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/weights"
)

// OptionFeatures are what speaks for and against a reading of a list. All but the first ones are shares of its entries, or of their text.
type OptionFeatures [optionCount]float64

const (
	// What made it.
	oRules      = iota
	oBars       // it is cut at marks that names have not
	oSemicolons // at semicolons
	oCommas
	oLines      // each line
	oParagraphs // each paragraph
	oHeaded     // each paragraph's first line
	oSignatures // each paragraph is a person and for whom she signs
	// What its entries are.
	oNames   // could be names: they begin large, have twelve words at most and nothing else speaks against them
	oOrgs    // with a word of an organization
	oPeople  // surely persons and nothing else
	oBehalf  // persons with an organization
	oBroken  // that begin or end within a name
	oHolds   // with a mark in them that runs names on
	oListed  // with two commas and more, and no person before them
	oBare    // countries, offices, occupations or dates and nothing else
	oSpoken  // sentences, or with a verb
	oLong    // more than twelve words
	oSingle  // single plain words
	oAlike   // of the most usual shape: commas, brackets, dashes
	oTwice   // printed before in the list
	oSorted  // how far the alphabet is kept, less what chance would keep
	oNoted   // what is said below them are sentences, offices or addresses
	oUnnoted // or could be names
	oUnread  // share of the text that is in no entry
	oOffices // that say a person's office in lines of their own, and an organization below
	oEnded   // that end with a full stop, as what is said of a name does
	oBold    // whose first line alone is set in bold
	oGlued   // that join lines which the author broke, within an item
	oParted  // of lines that stand together, where most others stand alone, those that were parted
	// What the document says.
	oClaimMet
	oClaimFar
	optionCount
)

// OptionNames name the features in weights.tsv and features.tsv.
var OptionNames = [optionCount]string{"rules", "bars", "semicolons", "commas", "lines", "paragraphs", "headed", "signatures", "names", "orgs", "people", "behalf", "broken", "holds", "listed", "bare",
	"spoken", "long", "single", "alike", "twice", "sorted", "noted", "unnoted", "unread", "offices", "ended", "bold", "glued", "parted", "claimMet", "claimFar"}

// builtIn is the model that weights.tsv holds.
var builtIn = sync.OnceValue(func() *weights.Model { return weights.Of("reading", OptionNames[:]) })

// mostAsked bounds how many entries of a reading are looked at: as many, evenly drawn, tell what a list is.
const mostAsked = 120

// measure computes the features of a reading of a list.
func (o *Option) measure(how How, blocks []section.Block) {
	f := &o.Features
	switch {
	case o.Name == "rules":
		f[oRules] = 1
	case o.Name == "lines":
		f[oLines] = 1
	case o.Name == "paragraphs":
		f[oParagraphs] = 1
	case strings.HasPrefix(o.Name, "name above"):
		f[oHeaded] = 1
	case strings.HasPrefix(o.Name, "signatures"):
		f[oSignatures] = 1
	case strings.HasSuffix(o.Name, ";"):
		f[oSemicolons] = 1
	case strings.HasSuffix(o.Name, ","):
		f[oCommas] = 1
	default:
		f[oBars] = 1
	}
	step := (len(o.Entries)-1)/mostAsked + 1
	n := (len(o.Entries)-1)/step + 1
	share := 1 / float64(n)
	shapes, seen, usual := map[string]int{}, map[string]bool{}, 0
	texts, bytes := make([]string, 0, n), 0
	read := 0
	for i := range o.Entries {
		read += len(o.Entries[i].Text) + len(o.Entries[i].Person) + len(o.Entries[i].Office) + len(o.Entries[i].Note)
		if i%step != 0 {
			continue
		}
		e := &o.Entries[i]
		t := e.Text
		if t == "" {
			t = e.Person
		}
		texts = append(texts, t)
		o.look(e, t, share, float64(len(t)))
		bytes += len(t)
		shape := shapeOf(e, t)
		if shapes[shape]++; shapes[shape] > usual {
			usual = shapes[shape]
		}
		if key := graph.Fold(t); seen[key] {
			f[oTwice] += share
		} else {
			seen[key] = true
		}
	}
	for _, k := range []int{oHolds, oListed, oLong} {
		f[k] /= float64(max(1, bytes))
	}
	f[oAlike] = float64(usual) * share
	printed, alone, parts := 0, 0, 0
	for i := range blocks {
		lines := blocks[i].Lines
		marks := false
		for k := range lines {
			printed += len(lines[k].Text)
			marks = marks || strings.ContainsAny(lines[k].Text, ",;") || holdsMark(lines[k].Text)
		}
		if len(lines) == 1 {
			alone++
		} else if len(lines) <= 4 && !marks {
			parts += len(lines) - 1
		}
	}
	if len(blocks) >= 4 && 5*alone >= 3*len(blocks) && f[oRules]+f[oLines] > 0 {
		f[oParted] = float64(max(0, min(parts, len(o.Entries)-len(blocks)))) / float64(max(1, parts))
	}
	f[oUnread] = max(0, 1-float64(read)/float64(max(1, printed)))
	if n >= 5 {
		_, kept := phrase.Alphabetical(texts, make([]int, n))
		chance := 2 / math.Sqrt(float64(n))
		f[oSorted] = max(0, (kept-chance)/(1-min(chance, .9)))
	}
	if how.Claimed > 2 {
		off := math.Abs(float64(len(o.Entries))/float64(how.Claimed) - 1)
		f[oClaimMet], f[oClaimFar] = is(off <= .05), is(off > .3)
	}
}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// look adds what one entry says: its share of the entries, or its length where that says how much of the list is not divided.
func (o *Option) look(e *Entry, t string, share, length float64) {
	f := &o.Features
	add := func(feature int, is bool) {
		if is {
			f[feature] += share
		}
	}
	bareName := phrase.CutMarks(linkBehind.ReplaceAllString(t, ""))
	if name, note := phrase.CutDescription(t); note != "" {
		bareName = name
	}
	words := text.WordCount(bareName)
	person, ok := phrase.ReadPerson(bareName)
	if e.Person != "" && e.Text != "" && (phrase.PersonCertainty(e.Text) == 2 || phrase.IsOffice(e.Text) && !phrase.HasWord(e.Text, lexicon.OrgWords)) {
		f[oBroken] += share // what stands last is no organization
	}
	behalf := e.Person != "" && e.Text != "" || ok && person.Organization != ""
	org := phrase.HasWord(bareName, lexicon.OrgWords) || phrase.HasCompound(bareName) || phrase.LegalEnd(bareName)
	if _, short := phrase.CutAcronym(bareName); short {
		org = true
	}
	weigh := func(feature int, is bool) {
		if is {
			f[feature] += length
		}
	}
	if e.Note == "" && e.Person == "" {
		for k := 1; k < len(e.Lines); k++ {
			if e.Lines[k].Below && !phrase.GoesOn(e.Lines[k-1].Text, e.Lines[k].Text, false) && !text.IsLower(e.Lines[k].Text) {
				f[oGlued] += share
				break
			}
		}
	}
	add(oOffices, e.Person != "" && e.Text != "" && e.Office != "" && phrase.IsOffice(e.Office) && len(e.Lines) > 2 && phrase.PersonCertainty(e.Text) < 2)
	add(oEnded, strings.HasSuffix(t, ".") && words >= 4 && !phrase.LegalEnd(t))
	add(oBold, len(e.Lines) > 1 && e.Lines[0].Bold && !e.Lines[1].Bold && (e.Note != "" || e.Person != ""))
	broken := isBroken(t)
	holds := holdsMark(t)
	spoken := phrase.IsSentence(bareName) || words > 5 && speaks(bareName)
	bare := lexicon.IsPlace(bareName) || !org && !(ok && person.Rest != "") && words <= 4 && (phrase.IsOffice(bareName) || phrase.SaysOccupation(bareName)) || cue.JustDate(bareName)
	listed := strings.Count(t, ",") >= 2 && !behalf && !ok
	add(oOrgs, org && !bare)
	add(oPeople, ok && person.Certainty == 2 && !behalf && !org)
	add(oBehalf, behalf)
	add(oBroken, broken)
	weigh(oHolds, holds)
	weigh(oListed, listed)
	add(oBare, bare)
	add(oSpoken, spoken)
	weigh(oLong, words > 12)
	add(oSingle, isBare(bareName))
	l := document.Line{Text: bareName, Sort: document.Item}
	add(oNames, !broken && !holds && !spoken && !bare && words <= 12 && !text.IsLower(bareName) && cue.WhyNot(&l) == "")
	if e.Note != "" {
		told := phrase.IsSentence(e.Note) || phrase.SaysOffice(e.Note) && !phrase.HasWord(e.Note, lexicon.OrgWords) || phrase.LooksLikeAddress(e.Note) || lexicon.IsPlace(e.Note) || text.WordCount(e.Note) > 4 && speaks(e.Note) || strings.HasSuffix(e.Note, ".")
		told = told && !(phrase.HasWord(text.FirstWords(e.Note, 1), lexicon.OrgWords) && !strings.HasSuffix(e.Note, ".")) // a name, however long
		told = told && (!strings.Contains(t, "://") || !strings.Contains(e.Note, "://"))                                  // else the next name stands below
		if w, said := phrase.ReadPerson(e.Note); said && w.Certainty == 2 {
			told = !(ok && person.Certainty == 2) // who answers for it; below a person it is the next signatory
		}
		add(oNoted, told)
		add(oUnnoted, !told)
	}
}

// linkBehind is an address of the web at the end of an entry.
var linkBehind = text.Lazy("entry.linkBehind", `[\s,(–—-]+(?:https?://|www\.)\S+$`)

// shapeOf says of what parts an entry is made.
func shapeOf(e *Entry, t string) string {
	b := []byte{byte('0' + min(3, strings.Count(t, ","))), '-', '-', '-', '-', '-'}
	if strings.HasSuffix(t, ")") {
		b[1] = '('
	}
	if strings.Contains(t, " – ") || strings.Contains(t, " - ") || strings.Contains(t, " — ") {
		b[2] = 'd'
	}
	if e.Note != "" {
		b[3] = 'n'
	}
	if e.Person != "" {
		b[4] = 'p'
	}
	if strings.Contains(t, ": ") {
		b[5] = ':'
	}
	return string(b)
}

// isBroken reports whether a text begins or ends within a name.
func isBroken(t string) bool {
	if strings.Count(t, "(") != strings.Count(t, ")") || strings.Count(t, "[") != strings.Count(t, "]") || strings.Count(t, "«") != strings.Count(t, "»") {
		return true
	}
	if strings.HasSuffix(t, ",") || strings.HasSuffix(t, "&") || strings.HasSuffix(t, " –") || strings.HasSuffix(t, " -") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(t)
	if first == ')' || first == '(' || first == '&' || first == '–' || text.IsLower(t) && !phrase.OwnSpelling(t) {
		return true
	}
	last := t[strings.LastIndexByte(t, ' ')+1:]
	return last != t && lexicon.SmallWords.Has(last)
}

// holdsMark reports whether a mark stands in a text that runs names on.
func holdsMark(t string) bool {
	if strings.Contains(strings.TrimRight(t, "; "), "; ") {
		return true
	}
	for _, mark := range phrase.RunOns {
		if strings.Contains(t, " "+mark+" ") {
			return true
		}
	}
	return false
}

// speaks reports whether a text has a word of sentences in small letters.
func speaks(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if lexicon.SentenceWords.Has(strings.Trim(w, ",.;")) {
			return true
		}
	}
	return false
}
