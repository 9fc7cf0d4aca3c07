package doubt

import (
	"fmt"
	"strings"
	"sync"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// atLeast are the words by which a claim is a lower bound: more may be found.
var atLeast = lexicon.PartsOf("{numeral at-least}")

// bound reports whether the claim says no more than that so many signed at least: "Over 100 groups", "100+ groups".
func (l *look) bound() bool {
	claim := string(l.Claimed.Text)
	at := strings.Index(l.Text, claim)
	if claim == "" || at < 0 {
		return false
	}
	from := max(0, at-12)
	t := " " + strings.ToLower(l.Text[from:at+len(claim)])
	if atLeast.In(t) {
		return true
	}
	for i := 1; i < len(t); i++ {
		if t[i] == '+' && (t[i-1] >= '0' && t[i-1] <= '9' || t[i-1] == ' ') {
			return true
		}
	}
	return false
}

// claimFarMissed tells of claims of which less than half was found.
func claimFarMissed(l *look) string {
	if l.told() {
		return ""
	}
	return farMissed(l)
}

func farMissed(l *look) string {
	if c := l.Claimed.Organizations; c != nil && 2*len(l.organizations) < *c {
		return claimed(l)
	}
	if c := l.Claimed.Individuals; c != nil && 2*l.persons < *c {
		return claimed(l)
	}
	return ""
}

// ownWords are those by which a sentence speaks of those who sign the text that it stands in, folded; thisWords, before a word for a letter, of that.
var (
	ownWords = sync.OnceValue(func() []string {
		words := lexicon.Cue.Words("here-below")
		for _, w := range append(lexicon.Cue.Words("we"), lexicon.Cue.Words("undersigned")...) {
			words = append(words, text.FoldLine(w))
		}
		return words
	})
	thisWords = lexicon.PartsOf("{function-word this}")
)

// told reports whether a document that prints no signatory only tells of a number who signed something: nothing announces a list, no pictures
// stand where one may be, and the number stands in running text that speaks of neither this text nor those who sign it. Whether a list
// was overlooked is then for the fitted weights to say: "500 groups signed our letter last year" asks for none.
func (l *look) told() bool {
	if len(l.Signatories) > 0 || l.listed || l.survey(true).opens || l.survey(true).pictures > 2 {
		return false
	}
	claim, found := string(l.Claimed.Text), false
	for i := range l.Pieces {
		p := &l.Pieces[i]
		t := p.Text()
		for from := 0; claim != ""; {
			at := strings.Index(t[from:], claim)
			if at < 0 {
				break
			}
			at += from
			from = at + len(claim)
			if !p.Prose || i == l.Titled || l.own(t, at) {
				return false
			}
			found = true
		}
	}
	return found
}

// own reports whether the sentence around a place of a text has one of the words for what is its own.
func (l *look) own(t string, at int) bool {
	for _, s := range phrase.Sentences(t) {
		if s[0] > at || at >= s[1] {
			continue
		}
		folded := text.FoldLine(t[s[0]:s[1]])
		for _, w := range ownWords() {
			if strings.Contains(" "+folded+" ", " "+w+" ") {
				return true
			}
		}
		words := strings.Fields(folded)
		for k := 1; k < len(words); k++ {
			if thisWords.Is(words[k-1]) && cue.TopicsOf(strings.Join(words[k:min(len(words), k+2)], " "))&cue.AboutPaper != 0 {
				return true
			}
		}
	}
	return false
}

// claimMissed tells of the other claims that were not met.
func claimMissed(l *look) string {
	if claimFarMissed(l) != "" {
		return ""
	}
	return claimed(l)
}

// claimed compares what was found with what the document says. Lists grow while letters stand in the net, and what they say about their number
// does not: more than claimed is told only where it is far more.
func claimed(l *look) string {
	reports := l.Kind == draft.KindNews || l.Kind == draft.KindPress
	if reports && len(l.Signatories) == 0 {
		return "" // it tells of a letter, and need not print who signed
	}
	say := func(claimed *int, found int, noun string) string {
		if claimed == nil || *claimed <= 0 {
			return ""
		}
		n := *claimed
		few := found < n-max(1, n/10)
		many := found > n+max(3, n/4) && !l.bound()
		if !few && !many {
			return ""
		}
		return fmt.Sprintf("%d %s claimed, %d found", n, noun, found)
	}
	if s := say(l.Claimed.Organizations, len(l.organizations), "organizations"); s != "" {
		return s
	}
	if l.persons == 0 && len(l.organizations) > 0 || reports {
		return "" // organizations sign, and thousands beside them whom no list names
	}
	return say(l.Claimed.Individuals, l.persons, "individuals")
}

// claimMet reports whether about as many organizations were found as the document claims.
func (l *look) claimMet() bool {
	claimed := l.Claimed.Organizations
	return claimed != nil && *claimed > 2 && 4*len(l.organizations) >= 3**claimed && 4*len(l.organizations) <= 5**claimed
}
