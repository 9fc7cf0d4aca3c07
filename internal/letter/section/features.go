package section

import (
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/text"
)

// Features of a candidate: what speaks for and against its being signatories.
type Features [featureCount]float64

const (
	// What the finder says.
	fSignOff = iota
	fTrailing
	fRepeated
	fLetterhead
	fShape
	// What its lines are.
	fItems
	fCells
	fPictures
	fInline
	fSize   // ln(1 + entries)
	fTiny   // fewer than three
	fOrgs   // shares of entries: with a word of an organization
	fPeople // surely persons
	fMaybe  // perhaps persons
	fSpoken // sentences, or with a verb
	fSmall  // begin in lower case
	fLong   // more than 12 words
	fSingle // one word
	fPlaces
	fAddresses
	fDates
	fFigures // with figures
	fRefused // that are no signatory for a reason of their own
	fEnded   // that end with a full stop
	fAlike   // near the usual number of words
	fSorted  // in the order of the alphabet, less what chance would sort
	fCounted // numbered without gaps
	fAgain   // printed in another candidate, too
	fSite    // that are what sites print around their text
	fProper  // two or more words in capitals
	fRunsOn  // lines that begin in lower case right below another
	fTimes   // with a time of the day
	fOffices // that name an office and no organization
	fTo      // that name an addressee
	// What stands around it.
	fHeadOpens // the heading above announces signatories
	fHeadSub   // it says organizations or individuals
	fHeadCloses
	fHeadOther // there is one that says neither
	fLeadOpens // the line or sentence above announces
	fLeadColon // it ends with a colon
	fLeadCloses
	fHeadSigning // what the heading above speaks of
	fHeadSupport
	fHeadGroups
	fHeadPersons
	fHeadPaper
	fHeadElse
	fLeadSigning // and the line right above
	fLeadSupport
	fLeadGroups
	fLeadPersons
	fLeadPaper
	fLeadElse
	fOwnElse // shares of the entries that speak so themselves
	fOwnSigning
	fTitleSigning
	fTitleSupport
	fTitleElse
	fSpeaks // share of the document's headings and prose that speaks of signing
	fGoesOn // an announced candidate stands above under the same heading
	fDepth  // share of the document's lines above it
	fLast   // no candidate below it
	fAbove  // it stands above the greeting
	fProse  // running text above
	fShare  // share of the document's lines
	fOutside
	fSaid
	fNamed
	fRival   // a larger candidate that something announces
	fGreeted // the greeting stands right below it
	fBeside  // of what nothing announces: another list is announced, or follows the sign-off
	// What the document is.
	fLetter
	fStatement
	fPress
	fList
	fElse
	fGreets
	fTitled // its title speaks of signatories
	fClaimMet
	fClaimFar
	// What speaks against there being signatories here, see aside.go.
	fNearSent // the heading right above or the words that lead to it say so
	fNearPaid
	fNearBelong
	fNearAsked
	fNearEvent
	fNearHelp
	fOverSent // a heading that encloses that one, or the title
	fOverPaid
	fOverBelong
	fOverAsked
	fOverEvent
	fOverHelp
	fOverSigning
	fHeadFar  // running text stands between the heading and the list
	fSilent   // nothing else in the document speaks of signing
	fBare     // what stands above speaks of support, and nothing in the document of signing
	fMute     // nothing else in the document speaks of signing, support or a letter
	fWithin   // running text above and right below
	fTop      // no running text above, in a letter
	fFlat     // share of the words in lower case
	fReader   // share of entries that speak to the reader
	fHoles    // share of entries with a blank to fill in
	fCommon   // in English and German: share of entries with no capital but the first
	fLabels   // share of entries that begin with a label: "To: ..."
	fEventful // share of the document's lines that speak of an event, tenfold
	fHours    // share of the document's lines with times of the day
	featureCount
)

// FeatureNames are for tables of the fit.
var FeatureNames = [featureCount]string{"signOff", "trailing", "repeated", "letterhead", "shape", "items", "cells", "pictures", "inline", "size", "tiny", "orgs", "people", "maybePeople",
	"spoken", "small", "long", "single", "places", "addresses", "dates", "figures", "refused", "ended", "alike", "sorted", "counted", "again", "site", "proper", "runsOn", "times", "offices", "to", "headOpens", "headSub", "headCloses",
	"headOther", "leadOpens", "leadColon", "leadCloses", "headSigning", "headSupport", "headGroups", "headPersons", "headPaper", "headElse", "leadSigning", "leadSupport", "leadGroups", "leadPersons", "leadPaper", "leadElse", "ownElse", "ownSigning", "titleSigning", "titleSupport", "titleElse", "speaks", "goesOn", "depth", "last", "above", "prose", "share", "outside", "said", "named", "rival", "greeted", "beside", "letter", "statement", "press", "list", "else",
	"greets", "titled", "claimMet", "claimFar",
	"nearSent", "nearPaid", "nearBelong", "nearAsked", "nearEvent", "nearHelp", "overSent", "overPaid", "overBelong", "overAsked", "overEvent", "overHelp", "overSigning",
	"headFar", "silent", "bare", "mute", "within", "top", "flat", "reader", "holes", "common", "labels", "eventful", "hours"}

// measure computes the features of all candidates of a document.
func measure(d *about.Facts, all []Candidate) {
	entries := make([][]string, len(all))
	keys := map[string]int{} // how many candidates print an entry, but other readings of the same lines
	for i := range all {
		entries[i] = all[i].entries()
		own := map[string]bool{}
		for _, t := range entries[i] {
			own[text.FoldLine(t)] = true
		}
		if all[i].side() == 1 && all[i].from != Announced {
			continue
		}
		for k := range own {
			keys[k]++
		}
	}
	proseTo := len(d.Lines) // where running text begins
	for i := range d.Pieces {
		if p := &d.Pieces[i]; p.Prose {
			proseTo = p.Lines[0].Place
			break
		}
	}
	spoken, told := 0, 0
	for i := range d.Pieces {
		if p := &d.Pieces[i]; p.Prose || p.Sort == document.Heading {
			told++
			if cue.TopicsOf(p.Text())&cue.AboutSigning != 0 {
				spoken++
			}
		}
	}
	speaks := float64(spoken) / float64(max(1, told))
	var to []string // whom the document addresses
	for _, a := range d.Addressees {
		for _, name := range []draft.Maybe{a.Name, a.Organization, a.Role} {
			if key := text.FoldLine(string(name)); key != "" {
				to = append(to, key)
			}
		}
	}
	greets := 0
	if d.Salutation >= 0 {
		greets = d.Pieces[d.Salutation].Lines[0].Place
	}
	where := surroundingsOf(d)
	largest, announced := 0, false
	for i := range all {
		switch all[i].Blocks[0].Origin {
		case Announced:
			largest = max(largest, len(entries[i]))
			announced = true
		case AfterGreet:
			announced = true
		}
	}
	for i := range all {
		c := &all[i]
		f := &c.Features
		c.own(entries[i], keys, to)
		first := c.first()
		c.around(d, first)
		where.aside(c, first, entries[i])
		f[fDepth] = float64(first) / float64(max(1, len(d.Lines)))
		f[fShare] = float64(c.lines()) / float64(max(1, len(d.Lines)))
		set(f, fAbove, c.last() < greets)
		set(f, fGreeted, greets > 0 && c.last() == greets-1)
		set(f, fLast, all[i].closes(&all[len(all)-1]))
		set(f, fProse, proseTo < c.first())
		set(f, fRival, c.Blocks[0].Origin != Announced && largest > len(entries[i]))
		set(f, fBeside, announced && c.from != Announced && c.side() == 0)
		if i > 0 && f[fShape] == 1 {
			before := &all[i-1]
			for k := i - 1; k > 0 && before.side() == 0 && before.from != Announced; k-- {
				before = &all[k-1]
			}
			set(f, fGoesOn, (before.Blocks[0].Origin == Announced || before.Features[fGoesOn] == 1) && c.first()-before.last() <= 3 && d.Lines[c.first()].Outside == d.Lines[before.last()].Outside && f[fHeadOther]+f[fHeadCloses] == before.Features[fHeadOther]+before.Features[fHeadCloses])
		}
		f[fSpeaks] = speaks
		ofDocument(f, d, len(entries[i]))
		if f[fOutside] == 1 { // what stands in a margin of the page is none of the letter
			f[fLetter], f[fStatement], f[fGreets] = 0, 0, 0
		}
	}
}

// closes reports whether a candidate is the last, or another reading of the last one's lines.
func (c *Candidate) closes(last *Candidate) bool {
	return c == last || c.from != Announced && c.from == last.from && last.first() <= c.last()
}

func (c *Candidate) lines() int {
	n := 0
	for i := range c.Blocks {
		n += len(c.Blocks[i].Lines)
	}
	return n
}

func set(f *Features, feature int, is bool) {
	if is {
		f[feature] = 1
	}
}
