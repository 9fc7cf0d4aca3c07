package text

import (
	"regexp"
	"slices"
	"sync"

	"undersigned/internal/letter/rule"
)

// Pattern is a regular expression that is compiled when a text first gets through its sieve: commands that read no letter start without paying
// for any, and few letters need all. It is a rule: switched off, it matches nothing.
type Pattern struct {
	id    string
	sieve func() *sieve
	re    func() *regexp.Regexp
}

var patterns []*Pattern

// nothing matches no text.
var nothing = regexp.MustCompile(`[^\x00-\x{10ffff}]`)

// Lazy makes a pattern. id is the package and the name of the variable.
func Lazy(id, source string) *Pattern { return LazyFrom(id, func() string { return source }) }

// LazyFrom makes a pattern whose source is made from data. It is asked for it once, when it is first used.
func LazyFrom(id string, source func() string) *Pattern {
	source = sync.OnceValue(source)
	p := &Pattern{
		id:    id,
		sieve: sync.OnceValue(func() *sieve { return newSieve(source()) }),
		re:    sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source()) }),
	}
	patterns = append(patterns, p)
	rule.AddPattern(id, p.MatchString)
	return p
}

// Patterns are all that were made.
func Patterns() []*Pattern { return slices.Clone(patterns) }

// Compiled returns the expression, or one that matches nothing where the rule is off. It panics where the source is none.
func (p *Pattern) Compiled() *regexp.Regexp {
	if rule.PatternOff(p.id) {
		return nothing
	}
	return p.re()
}

// May reports whether a text may have a match.
func (p *Pattern) May(s string) bool {
	sieve := p.sieve()
	return sieve == nil || sieve.may(s)
}

// MatchString is regexp's, and so are the methods below (FindAllStringIndex and Split without a bound); a trace learns what matched.
func (p *Pattern) MatchString(s string) bool {
	is := p.May(s) && p.Compiled().MatchString(s)
	if is {
		rule.Matched(p.id)
	}
	return is
}

func (p *Pattern) FindStringIndex(s string) []int {
	if !p.May(s) {
		return nil
	}
	return noted(p, p.Compiled().FindStringIndex(s))
}

func (p *Pattern) FindStringSubmatch(s string) []string {
	if !p.May(s) {
		return nil
	}
	return noted(p, p.Compiled().FindStringSubmatch(s))
}

func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.May(s) {
		return nil
	}
	return noted(p, p.Compiled().FindStringSubmatchIndex(s))
}

func (p *Pattern) FindAllStringIndex(s string) [][]int {
	if !p.May(s) {
		return nil
	}
	return noted(p, p.Compiled().FindAllStringIndex(s, -1))
}

func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	if !p.May(s) {
		return nil
	}
	return noted(p, p.Compiled().FindAllStringSubmatch(s, n))
}

func (p *Pattern) ReplaceAllString(s, with string) string {
	if !p.May(s) {
		return s
	}
	out := p.Compiled().ReplaceAllString(s, with)
	if out != s {
		rule.Matched(p.id)
	}
	return out
}

func (p *Pattern) ReplaceAllStringFunc(s string, f func(string) string) string {
	if !p.May(s) {
		return s
	}
	out := p.Compiled().ReplaceAllStringFunc(s, f)
	if out != s {
		rule.Matched(p.id)
	}
	return out
}

func (p *Pattern) Split(s string) []string {
	if !p.May(s) {
		return []string{s}
	}
	parts := p.Compiled().Split(s, -1)
	if len(parts) > 1 {
		rule.Matched(p.id)
	}
	return parts
}

// noted tells a trace of what was found.
func noted[T any](p *Pattern, found []T) []T {
	if found != nil {
		rule.Matched(p.id)
	}
	return found
}
