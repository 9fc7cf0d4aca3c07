package doubt

import (
	"math"
	"slices"

	"undersigned/graph"
	"undersigned/internal/letter/confidence"
	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/section"
)

// measure computes the features that do not depend on the confidence of rows.
func (l *look) measure() *Features {
	f := &Features{}
	n := len(l.Signatories)
	f[fUnread], f[fNoLanguage], f[fBrief], f[fPages] = flag(len(l.Unread) > 0), flag(l.Language == ""), flag(l.Kind == draft.KindBrief), flag(l.Medium == "pdf")
	f[fForeign] = foreign(l.Text)
	if n == 0 {
		s := l.survey(true)
		l.ofNothing(f, &s)
		return f
	}
	f[fRows], f[fFew], f[fData] = math.Log1p(float64(n))/3, flag(n < 3), flag(l.Behind == nil)
	f[fSilent] = flag(l.silent())
	f[fNoLetter] = flag(l.Kind == draft.KindNews || l.Kind == draft.KindProfile || l.Kind == draft.KindOther)
	f[fUntaken], f[fDropped] = share(l.unlisted, l.unlisted+n), share(len(l.LeftOut), len(l.LeftOut)+n)
	l.ofClaim(f)
	l.ofRows(f)
	f[fNoOrgs] = flag(len(l.organizations) == 0)
	l.ofCandidates(f)
	return f
}

// silent reports whether nothing in a document speaks of signing. Candidates know, since theirs is the share of its text that does.
func (l *look) silent() bool {
	switch {
	case l.Behind == nil:
		return false
	case len(l.Candidates) > 0 && l.Kind != draft.KindBrief:
		return l.Candidates[0].Feature("speaks") == 0
	}
	s := l.survey(false)
	return s.signing == 0
}

// ofNothing is what speaks for signatories where none was found.
func (l *look) ofNothing(f *Features, s *survey) {
	f[fNone], f[fNoneSpeaks], f[fNoneOpens] = 1, share(s.signing, s.told), flag(s.opens)
	f[fNoneFollows], f[fNoneNames], f[fNonePictures] = logOf(s.follow), logOf(s.names), logOf(s.pictures)
	for i := range l.Candidates {
		if c := &l.Candidates[i]; c.Score > .02 {
			f[fNoneLikely], f[fNoneLarge] = max(f[fNoneLikely], c.Score), max(f[fNoneLarge], logOf(entriesOf(c)))
		}
	}
	f[fNoneLetter] = flag(l.Kind == draft.KindLetter || l.Kind == draft.KindStatement || l.Kind == draft.KindPetition)
	f[fNoneList], f[fNoneData] = flag(l.Kind == draft.KindList), flag(l.Behind == nil)
	f[fNoneClaim] = flag(l.Claimed.Organizations != nil || l.Claimed.Individuals != nil)
	f[fNoneDropped] = flag(len(l.LeftOut) > 2)
	f[fNoneTitled] = flag(cue.TopicsOf(string(l.Title))&(cue.AboutSigning|cue.AboutSupport) != 0)
}

func (l *look) ofClaim(f *Features) {
	if c := l.Claimed.Organizations; c != nil && *c > 0 {
		by := float64(len(l.organizations)) / float64(*c)
		f[fClaimFew], f[fClaimMet] = max(0, 1-by), flag(math.Abs(by-1) <= .05)
		if !l.bound() {
			f[fClaimMany] = min(1, max(0, by-1))
		}
	}
	if c := l.Claimed.Individuals; c != nil && *c > 0 {
		f[fClaimOthers] = min(1, math.Abs(float64(l.persons)/float64(*c)-1))
	}
}

// ofCandidates holds what was taken against what was not.
func (l *look) ofCandidates(f *Features) {
	n := float64(len(l.Signatories))
	taken, worst := 0, 1.0
	for i := range l.Candidates {
		c := &l.Candidates[i]
		size := min(1, float64(entriesOf(c))/n)
		if c.Beaten {
			continue // its lines were read in another way
		}
		if !c.Taken {
			f[fRival], f[fRivalOrgs] = max(f[fRival], size*c.Score), max(f[fRivalOrgs], size*c.Feature("orgs"))
			continue
		}
		taken++
		worst = min(worst, c.Score)
		f[fCells] = max(f[fCells], c.Feature("cells"))
		if c.Score < hardly {
			f[fSecond] = min(1, f[fSecond]+size)
		}
		if c.Feature("headElse")+c.Feature("leadElse") > 0 {
			f[fElse] = min(1, f[fElse]+size)
		}
	}
	if taken > 0 {
		f[fMargin], f[fLists] = logit(worst), min(1, math.Log(float64(taken)))
	}
}

// hardly is the score below which a candidate that was taken might as well not have been.
const hardly = .6

func entriesOf(c *section.Candidate) int { return int(math.Round(math.Expm1(c.Feature("size")))) }

// FeaturesOf returns the features of a draft, with those of its organizations' confidence.
func FeaturesOf(d *draft.Draft) Features {
	var f Features
	copy(f[:], d.Traits)
	var sure []float64
	for i := range d.Signatories {
		if r := &d.Signatories[i]; r.Type == graph.TypeOrganization {
			sure = append(sure, r.Confidence)
		}
	}
	if len(sure) == 0 {
		return f
	}
	slices.Sort(sure)
	for _, p := range sure {
		f[fSure] += logit(p) / float64(len(sure))
		f[fUnsure] += flag(p < unsureRow) / float64(len(sure))
	}
	f[fLeast] = logit(sure[len(sure)/10])
	return f
}

// rated returns what a row's confidence was computed from; nothing for a table's.
func rated(r *draft.Row) confidence.Features {
	f, _ := confidence.FeaturesOf(r)
	return f
}

// logit is the logarithm of the odds, a third of it, from about -1.3 to 1.3.
func logit(p float64) float64 {
	p = min(max(p, .02), .98)
	return math.Log(p/(1-p)) / 3
}

func logOf(n int) float64 { return math.Log1p(float64(n)) }

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func flag(is bool) float64 {
	if is {
		return 1
	}
	return 0
}
