package section

import (
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// running handles running text: it may announce a list, hold one, or end the section.
func (f *finder) running(i int, p *document.Piece) {
	t := p.Text()
	last := &p.Lines[len(p.Lines)-1]
	if c := cue.Of(last); len(p.Lines) > 1 && (c == cue.Opens || c == cue.SignOff) {
		f.begin(f.settingOf(c, last.Text), 0) // "... .\nSincerely,"
		return
	}
	if cue.LeadIn(t) && f.sponsors(t) {
		f.open = false
		return
	}
	if cue.LeadIn(t) {
		f.begin(f.settingOf(cue.Opens, t), 0)
		return
	}
	if k := leadWithin(p); k >= 0 {
		f.begin(f.settingOf(cue.Of(&p.Lines[k]), p.Lines[k].Text), 0)
		f.now = &Block{Sort: document.Plain, Setting: f.ctx, Lines: p.Lines[k+1:]}
		f.flush()
		return
	}
	if !f.open {
		return
	}
	if f.told {
		for k := range p.Lines {
			leaveOut(&f.left, &p.Lines[k], "what is said of a name")
		}
		return
	}
	if tellsOfOthers(t) {
		leaveOut(&f.left, &p.Lines[0], "names others than signatories")
		f.open = false
		return
	}
	if leadsAside(&document.Line{Text: t}) {
		f.open = false // a list of others
		return
	}
	if lead := strings.IndexByte(t, '.'); phrase.IsNameList(t) && (lead < 0 || lead > len(t)/2 || marksDivide(t)) || phrase.Parted(t) {
		f.now = &Block{Sort: document.Plain, Setting: f.ctx, Lines: p.Lines}
		f.flush()
		return
	}
	if f.described(i) {
		return
	}
	if f.prose++; f.prose > 1 || f.leftBehind(i) {
		f.open = false
		return
	}
	for k := range p.Lines {
		leaveOut(&f.left, &p.Lines[k], runningText)
	}
}

func (f *finder) settingOf(c cue.Cue, s string) Setting {
	ctx := Setting{Origin: Announced}
	if c == cue.SignOff {
		ctx.Origin = AfterGreet
	}
	folded := text.FoldLine(s)
	org, person := AboutOrgs.MatchString(folded) || cue.EndsFollowing(folded), AboutPeople.MatchString(folded)
	if t := cue.TopicsAbroad(s); t != 0 {
		org, person = org || t&cue.AboutGroups != 0, person || t&cue.AboutPersons != 0
	}
	switch {
	case org && !person:
		ctx.Company = Organizations
	case cue.Remark.Match(folded):
		ctx.Company = People // only persons have affiliations
	case person && !org:
		ctx.Company = People
	}
	return ctx
}

// Words of a heading or sentence that say who signs below it: organizations (AboutOrgs), persons (AboutPeople).
var (
	AboutOrgs   = lexicon.Pattern("section.AboutOrgs", `\b{organization lead}\b`)
	AboutPeople = lexicon.Pattern("section.AboutPeople", `\b({pattern about-people})\b`)
)
