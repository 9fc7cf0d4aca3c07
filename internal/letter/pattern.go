package letter

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

// patterns are all of them, for the test that compiles each.
var patterns []*pattern

func lazy(source string) *pattern {
	p := &pattern{source: source}
	patterns = append(patterns, p)
	return p
}

func (p *pattern) compiled() *regexp.Regexp {
	p.once.Do(func() { p.re = regexp.MustCompile(p.source) })
	return p.re
}

func (p *pattern) MatchString(s string) bool            { return p.compiled().MatchString(s) }
func (p *pattern) FindStringIndex(s string) []int       { return p.compiled().FindStringIndex(s) }
func (p *pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }
func (p *pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}
func (p *pattern) FindAllStringIndex(s string) [][]int { return p.compiled().FindAllStringIndex(s, -1) }
func (p *pattern) ReplaceAllString(s, with string) string {
	return p.compiled().ReplaceAllString(s, with)
}
func (p *pattern) ReplaceAllStringFunc(s string, f func(string) string) string {
	return p.compiled().ReplaceAllStringFunc(s, f)
}
func (p *pattern) Split(s string) []string { return p.compiled().Split(s, -1) }
