package letter_test

import (
	"math/rand/v2"
	"regexp/syntax"
	"strings"
	"testing"
	"unicode"

	"undersigned/internal/letter/text"
)

// TestSieves asks that no pattern's sieve holds back a text that the pattern matches: of the lines of fixtures, and of texts made from
// the pattern itself.
func TestSieves(t *testing.T) {
	var lines []string
	for i, f := range fixtures(t, ".txt", ".md", ".csv") {
		if i%8 != 0 {
			continue // the texts made below find more
		}
		for line := range strings.Lines(string(f.data)) {
			lines = append(lines, strings.TrimSpace(line), text.FoldLine(line))
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	sieved := 0
	for _, p := range text.Patterns() {
		re := p.Compiled()
		tree, err := syntax.Parse(re.String(), syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		made := make([]string, 100)
		for i := range made {
			made[i] = match(random, tree)
		}
		holds := false
		for _, s := range append(made, lines...) {
			is := re.MatchString(s)
			if p.MatchString(s) != is {
				t.Errorf("the sieve of %s holds back %q", re, s)
				break
			}
			holds = holds || !p.May(s)
		}
		if holds {
			sieved++
		}
	}
	if all := len(text.Patterns()); sieved < all*3/4 {
		t.Errorf("only %d of %d patterns have a sieve that holds anything back", sieved, all)
	}
}

// match makes a text that an expression matches, save for what it asks of places between characters.
func match(random *rand.Rand, re *syntax.Regexp) string {
	times := func(least, most int) string {
		if most < 0 {
			most = least + 3
		}
		var b strings.Builder
		for range least + random.IntN(most-least+1) {
			b.WriteString(match(random, re.Sub[0]))
		}
		return b.String()
	}
	switch re.Op {
	case syntax.OpLiteral:
		out := make([]rune, len(re.Rune))
		for i, r := range re.Rune {
			for out[i] = r; re.Flags&syntax.FoldCase != 0 && random.IntN(3) == 0; {
				out[i] = unicode.SimpleFold(out[i])
			}
		}
		return string(out)
	case syntax.OpCharClass:
		i := 2 * random.IntN(len(re.Rune)/2)
		return string(re.Rune[i] + random.Int32N(re.Rune[i+1]-re.Rune[i]+1))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return string([]rune("aZ 7é世")[random.IntN(6)])
	case syntax.OpCapture:
		return match(random, re.Sub[0])
	case syntax.OpQuest:
		return times(0, 1)
	case syntax.OpStar:
		return times(0, -1)
	case syntax.OpPlus:
		return times(1, -1)
	case syntax.OpRepeat:
		return times(re.Min, min(re.Max, re.Min+5))
	case syntax.OpAlternate:
		return match(random, re.Sub[random.IntN(len(re.Sub))])
	case syntax.OpConcat:
		var b strings.Builder
		for _, sub := range re.Sub {
			b.WriteString(match(random, sub))
		}
		return b.String()
	}
	return ""
}
