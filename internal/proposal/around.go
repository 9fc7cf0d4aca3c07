package proposal

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"undersigned/internal/ruling"
)

// noCountry are what lists print in the place of a country, and a union: they differ from none.
var noCountry = []string{"global", "international", "worldwide", "world", "regional", "eu", "europe", "africa", "asia", "latin america", "asia pacific"}

// places compares countries, websites and identifiers.
func (e *Evidence) places(x *Vector, a, b *facts, say func(int, string)) {
	if len(a.countries) > 0 && len(b.countries) > 0 {
		switch {
		case meet(a.countries, b.countries):
			x[fCountrySame] = e.rare(a.countries, b.countries)
			shown := a.country
			if !slices.Contains(b.countries, e.countryKey(shown)) {
				shown = b.country
			}
			say(fCountrySame, "both in "+shown)
		case !meet(a.countries, noCountry) && !meet(b.countries, noCountry):
			x[fCountryDifferent] = 1
			say(fCountryDifferent, a.country+" and "+b.country)
		}
	}
	if len(a.hosts) > 0 && len(b.hosts) > 0 {
		if meet(a.hosts, b.hosts) {
			x[fHostSame] = 1
			say(fHostSame, "one website")
		} else {
			x[fHostDifferent] = 1
			say(fHostDifferent, a.hosts[0]+" and "+b.hosts[0])
		}
	}
	for _, register := range a.registers {
		if other := b.identifiers[register]; other != "" && other != a.identifiers[register] {
			x[fIdentifierDifferent] = 1
			say(fIdentifierDifferent, "different identifiers of "+register)
			break
		}
	}
}

// rare is the logarithm of how rare the commonest country of both is among the organizations of the network that have one.
func (e *Evidence) rare(a, b []string) float64 {
	most := 0
	for _, key := range a {
		if slices.Contains(b, key) {
			most = max(most, e.located[key])
		}
	}
	return math.Log(float64(e.placed+1) / float64(most+1))
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

var address = regexp.MustCompile(`(?i)(?:https?://|\bwww\.)[^\s<>()\[\]"',;]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// posts give addresses of mail to everybody.
var posts = regexp.MustCompile(`^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|aol|gmx|web|icloud|me|mac|proton|protonmail|riseup|mail|rediffmail|yandex|qq|163)\.`)

// longLine is the length of a line from which an address in it may be anybody's.
const longLine = 200

// hostIn returns the host of a website or of mail in a printed line; none where the line has several.
func hostIn(line string) []string {
	if len(line) > longLine || !strings.Contains(line, "@") && !strings.Contains(line, "://") && !strings.Contains(strings.ToLower(line), "www.") {
		return nil
	}
	var list []string
	for _, found := range address.FindAllString(line, -1) {
		_, mail, isMail := strings.Cut(found, "@")
		if isMail {
			found = mail
		}
		if h := ruling.Host(strings.TrimRight(found, ".")); h != "" && !(isMail && posts.MatchString(h)) {
			list = append(list, h)
		}
	}
	if list = distinct(list); len(list) != 1 {
		return nil
	}
	return list
}

// targets compares whom the two address, in letters that only one of them signed: what both signed has the same targets anyway.
func (e *Evidence) targets(x *Vector, a, b int32, shared []int32, say func(int, string)) {
	var weight [2]float64
	common, rarest := 0.0, int32(-1)
	for side, o := range [2]int32{a, b} {
		e.towards[side].reset(len(e.rarity))
		for _, l := range e.x.LettersOf(int(o)) {
			if holds(shared, l) {
				continue
			}
			for _, t := range e.n.TargetsOf(int(l)) {
				if !e.towards[side].add(t) {
					continue
				}
				w := float64(e.rarity[t] * e.rarity[t])
				weight[side] += w
				if side == 1 && e.towards[0].has(t) {
					common += w
					if rarest < 0 || e.rarity[t] > e.rarity[rarest] {
						rarest = t
					}
				}
			}
		}
	}
	switch {
	case weight[0] == 0 || weight[1] == 0:
	case rarest < 0:
		x[fTargetsNone] = 1
		say(fTargetsNone, "no target in common")
	case common > 0: // not only what all letters target
		x[fTargets] = common / math.Sqrt(float64(weight[0]*weight[1]))
		say(fTargets, "both sign to "+e.n.Targets()[rarest].Name)
	}
}

// company compares with whom the two sign letters that only one of them signed.
func (e *Evidence) company(x *Vector, a, b int32, shared []int32, say func(int, string)) {
	var count [2]int
	common := 0
	for side, o := range [2]int32{a, b} {
		e.marks[side].reset(len(e.known))
		for _, l := range e.x.LettersOf(int(o)) {
			if holds(shared, l) || e.x.Size(int(l)) > longList {
				continue
			}
			for _, s := range e.x.SignersOf(int(l)) {
				if s == a || s == b || !e.marks[side].add(s) {
					continue
				}
				count[side]++
				if side == 1 && e.marks[0].has(s) {
					common++
				}
			}
		}
	}
	switch least := min(count[0], count[1]); {
	case least == 0:
	case common == 0:
		x[fPartnersNone] = 1
		say(fPartnersNone, "no partner in common")
	default:
		x[fPartners] = float64(common) / math.Sqrt(float64(count[0])*float64(count[1]))
		say(fPartners, fmt.Sprintf("%d of %d partners in common", common, least))
	}
}

func holds(sorted []int32, l int32) bool {
	_, found := slices.BinarySearch(sorted, l)
	return found
}
