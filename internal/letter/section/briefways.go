package section

import (
	"math"
	"slices"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/weights"
)

// A way is one reading of a brief: those on its cover, and whom one sort of places names beside them.
type way struct {
	blocks   []Block
	beside   []string // whom it names beside the cover
	features BriefFeatures
	score    float64
}

// BriefFeatures are what speaks for and against a way.
type BriefFeatures [briefFeatures]float64

const (
	bListed     = iota // lists, tables or the names below the counsel
	bSentences         // sentences that say who they are
	bParagraphs        // paragraphs in which each presents itself
	bWhole             // the cover names all, and this adds some
	bMissing           // the cover says that there are more, and this names none
	bSize              // ln(1 + names)
	bOne               // fewer than two
	bOrgs              // shares of those beside the cover: with a word of an organization
	bPersons           // surely persons
	bUnlike            // of another kind than the cover says
	bContents          // that stand in a table of contents or of authorities
	bAlso              // that another way names, too
	briefFeatures
)

// BriefNames name the features.
var BriefNames = [briefFeatures]string{"listed", "sentences", "paragraphs", "wholeCover", "missing", "names", "oneName", "orgNames", "personNames", "unlike", "contents", "alsoNamed"}

// ways reads a brief in each way that finds somebody. lists are the blocks of its lists and appendices.
func (f *finder) ways(n *named, lists []Block) []way {
	cover := n.clone()
	f.partyTable(n)
	f.counselList(n)
	out := []way{{blocks: slices.Concat(lists, n.found), beside: namesOf(n.found[len(cover.found):])}}
	for i := range lists {
		out[0].beside = append(out[0].beside, entriesOf(&lists[i])...)
	}
	out[0].features[bListed] = b2f(len(lists) > 0 || n.listed)
	for k, find := range []func(*named){f.sentences, f.paragraphs} {
		by := cover.clone()
		if find(by); len(by.found) == len(cover.found) {
			continue
		}
		w := way{blocks: by.found, beside: namesOf(by.found[len(cover.found):])}
		w.features[bSentences+k] = 1
		out = append(out, w)
	}
	for i := range out {
		out[i].measure(f, cover, out)
	}
	return out
}

func (w *way) sort() int {
	return int(w.features[bSentences] + 2*w.features[bParagraphs])
}

func (n *named) clone() *named {
	c := *n
	c.found = slices.Clone(n.found)
	return &c
}

func namesOf(blocks []Block) []string {
	var out []string
	for i := range blocks {
		out = append(out, blocks[i].Name)
	}
	return out
}

// measure computes the features of a way beside the others.
func (w *way) measure(f *finder, cover *named, all []way) {
	x := &w.features
	total := len(cover.found) + len(w.beside)
	x[bWhole] = b2f(!cover.open && len(w.beside) > 0)
	x[bMissing] = b2f(cover.open && len(w.beside) == 0)
	x[bSize] = math.Log1p(float64(total))
	x[bOne] = b2f(total < 2)
	share := 1 / float64(max(1, len(w.beside)))
	for _, name := range w.beside {
		org := phrase.HasWord(name, lexicon.OrgWords) || phrase.HasCompound(name) || phrase.LegalEnd(name)
		person := !org && phrase.PersonCertainty(cutAt(name, ",(–")) == 2
		x[bOrgs] += b2f(org) * share
		x[bPersons] += b2f(person) * share
		x[bUnlike] += b2f(org && cover.people || person && cover.groups) * share
		x[bAlso] += b2f(slices.ContainsFunc(all, func(o way) bool {
			return o.sort() != w.sort() && slices.ContainsFunc(o.beside, func(other string) bool { return SameName(name, other) })
		})) * share
	}
	lines, listed := 0, 0
	for i := range w.blocks {
		for k := range w.blocks[i].Lines {
			lines++
			if f.inContents(w.blocks[i].Lines[k].Place) {
				listed++
			}
		}
	}
	x[bContents] = float64(listed) / float64(max(1, lines))
}

// near is how many lines from a line a table of contents may show that it is one of it: entries are wrapped.
const near = 3

// inContents reports whether a line stands in a table of contents or of authorities.
func (f *finder) inContents(place int) bool {
	for i := max(0, place-near); i <= min(place+near, len(f.doc.Lines)-1); i++ {
		if cue.Leaders(f.doc.Lines[i].Text) {
			return true
		}
	}
	return false
}

// settle scores the ways, puts the best first and the next behind it.
func settle(all []way, m *weights.Model) {
	for i := range all {
		all[i].score = m.Bias
		for k, v := range all[i].features {
			all[i].score += float64(m.Weights[k] * v)
		}
	}
	slices.SortStableFunc(all, func(a, b way) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
}

// same reports whether two ways name the same.
func (w *way) same(o *way) bool {
	return len(w.beside) == len(o.beside) && !slices.ContainsFunc(w.beside, func(name string) bool {
		return !slices.ContainsFunc(o.beside, func(other string) bool { return SameName(name, other) })
	})
}

// BriefWays are the ways in which a brief may be read, for fitting what decides among them; nil for other documents. The first is taken.
func BriefWays(c []Candidate) [][]Candidate {
	var out [][]Candidate
	for i := range c {
		if c[i].way == 0 {
			continue
		}
		for len(out) < c[i].way {
			out = append(out, nil)
		}
		out[c[i].way-1] = append(out[c[i].way-1], c[i])
	}
	return out
}

// ofWays makes candidates of the ways of a brief: the blocks of the best one each by itself, and one of each other, which is beaten.
func ofWays(all []way, m *weights.Model) []Candidate {
	settle(all, m)
	if len(all) == 0 {
		return nil
	}
	score, next := 1.0, -1
	for i := 1; i < len(all) && next < 0; i++ {
		if !all[i].same(&all[0]) {
			next = i
			score = 1 / (1 + math.Exp(all[i].score-all[0].score))
		}
	}
	var apart BriefFeatures
	if next > 0 {
		for k := range apart {
			apart[k] = all[0].features[k] - all[next].features[k]
		}
	}
	var out []Candidate
	add := func(c Candidate) {
		c.Finder, c.order = "brief", len(out)
		out = append(out, c)
	}
	for _, b := range all[0].blocks {
		add(Candidate{Blocks: []Block{b}, Score: score, Brief: all[0].features, apart: apart, way: 1, certain: true})
	}
	for i := 1; i < len(all); i++ {
		if len(all[i].blocks) > 0 {
			add(Candidate{Blocks: all[i].blocks, Score: 1 - score, Brief: all[i].features, way: i + 1, certain: true, Beaten: true})
		}
	}
	return out
}
