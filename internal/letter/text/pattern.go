package text

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used: commands that read no letter start without paying for any.
type pattern struct {
	source string
	once   sync.Once
	re     *regexp.Regexp
}

// Patterns are all of them, for the test that compiles each.
var Patterns []*pattern

func Lazy(source string) *pattern {
	p := &pattern{source: source}
	Patterns = append(Patterns, p)
	return p
}

func (p *pattern) Compiled() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

func (p *pattern) MatchString(s string) bool { return p.Compiled().MatchString(s) }

func (p *pattern) FindStringIndex(s string) []int { return p.Compiled().FindStringIndex(s) }

func (p *pattern) FindStringSubmatch(s string) []string { return p.Compiled().FindStringSubmatch(s) }

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	return p.Compiled().FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllStringIndex(s string) [][]int { return p.Compiled().FindAllStringIndex(s, -1) }

func (p *pattern) ReplaceAllString(s, with string) string {
	return p.Compiled().ReplaceAllString(s, with)
}

func (p *pattern) ReplaceAllStringFunc(s string, f func(string) string) string {
	return p.Compiled().ReplaceAllStringFunc(s, f)
}

func (p *pattern) Split(s string) []string { return p.Compiled().Split(s, -1) }

// A Guarded pattern is tried only on lines that contain one of its stems: every match has one, and looking for them costs a
// tenth of running the pattern. TestGuards checks the stems against the lines of all fixtures.
type Guarded struct {
	Pattern *pattern
	Stems   []string
}

func (g Guarded) Match(f string) bool { return ContainsAny(f, g.Stems) && g.Pattern.MatchString(f) }
