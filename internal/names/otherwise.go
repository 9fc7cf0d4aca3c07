package names

import (
	"regexp"
	"strings"
)

// otherwise stands between a name and another one of the same body: the one it trades under, or had before.
var otherwise = regexp.MustCompile(`(?i)(?:^|[\s,;(-]+)(?:d\.?/?b\.?/?a\b\.?|a\.?/?k\.?/?a\b\.?|f\.?/?k\.?/?a\b\.?|also known as|doing business as|trading as|formerly known as|previously known as|formerly|previously|now known as|now called)\s+|(?:^|, |; )now `)

// alsoCalled takes the other names out of a name.
func alsoCalled(name string) (first string, others []string) {
	list := otherwise.Split(name, -1)
	for _, s := range list {
		if s = strings.Trim(s, " ,;-"); joined(s) == "" {
			continue
		}
		if first == "" {
			first = s
		} else {
			others = append(others, s)
		}
	}
	if first == "" {
		return name, nil
	}
	return first, others
}
