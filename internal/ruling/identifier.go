package ruling

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"undersigned/graph"
)

// settling are the registers whose identifiers settle whether two names are one organization: a register gives an organization one of its own. A
// website's host does, too, where two have the same one, and says nothing where they differ.
var settling = map[string]bool{"ein": true, "wikidata": true, "ror": true, "lei": true}

var websites = map[string]bool{"domain": true, "website": true, "homepage": true, "url": true}

// sharedHosts give pages to many: an address there names no organization.
var sharedHosts = []string{"facebook.com", "twitter.com", "x.com", "instagram.com", "linkedin.com", "youtube.com", "medium.com", "github.com", "github.io", "google.com", "wordpress.com",
	"blogspot.com", "wixsite.com", "weebly.com", "substack.com", "linktr.ee", "actionnetwork.org", "change.org", "wikipedia.org", "tumblr.com", "t.me", "mastodon.social", "notion.site"}

// identities are the identifiers of names, by register.
type identities struct {
	of map[string]map[string]string // name -> register -> identifier
}

// identified reads profiles of names that letters print.
func identified(printed []string, profiles []graph.Profile) identities {
	k := identities{map[string]map[string]string{}}
	for i := range profiles {
		p := &profiles[i]
		if _, found := slices.BinarySearch(printed, p.Of.Name); !found || p.Of.Letter != "" {
			continue
		}
		for _, scheme := range slices.Sorted(maps.Keys(p.ExternalIDs)) {
			if register, id := Identifier(scheme, p.ExternalIDs[scheme]); id != "" {
				if k.of[p.Of.Name] == nil {
					k.of[p.Of.Name] = map[string]string{}
				}
				k.of[p.Of.Name][register] = id
			}
		}
	}
	return k
}

// Identifier returns an identifier of a profile in the one form that is compared, and its register, "domain" for the host of a website; "" for one
// that settles nothing.
func Identifier(scheme, id string) (register, canonical string) {
	scheme = strings.ToLower(strings.TrimSpace(scheme))
	id = strings.TrimSpace(id)
	if websites[scheme] {
		return "domain", Host(id)
	}
	if !settling[scheme] {
		return scheme, ""
	}
	if at := strings.LastIndexByte(id, '/'); at >= 0 && strings.Contains(id, "://") {
		id = id[at+1:] // https://ror.org/04jzxzk75
	}
	if scheme == "ein" {
		id = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, id)
	}
	return scheme, strings.ToLower(id)
}

// Host is the host of the address of an organization's own website, without www; "" for a page of a site that many share.
func Host(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || strings.Trim(u.Path, "/") != "" {
		return "" // a page of a site may be anybody's
	}
	h := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if !strings.Contains(h, ".") || slices.ContainsFunc(sharedHosts, func(s string) bool { return h == s || strings.HasSuffix(h, "."+s) }) {
		return ""
	}
	return h
}

// differ reports whether a register knows two names as two organizations.
func (k identities) differ(a, b string) bool {
	x, y := k.of[a], k.of[b]
	for register, id := range x {
		if register != "domain" && y[register] != "" && y[register] != id {
			return true
		}
	}
	return false
}

// same returns the judgements of the rule about identifiers: each name with the first that has the same one, unless another register tells them apart.
func (k identities) same() []graph.Judgement {
	type key struct{ register, id string }
	first := map[key][]string{}
	for _, name := range slices.Sorted(maps.Keys(k.of)) {
		for _, register := range slices.Sorted(maps.Keys(k.of[name])) {
			at := key{register, k.of[name][register]}
			first[at] = append(first[at], name)
		}
	}
	keys := slices.SortedFunc(maps.Keys(first), func(a, b key) int { return cmp.Or(cmp.Compare(a.register, b.register), cmp.Compare(a.id, b.id)) })
	var made []graph.Judgement
	seen := map[[2]string]bool{}
	for _, at := range keys {
		list := first[at]
		for i, name := range list[1:] {
			for _, other := range list[:i+1] {
				if !k.differ(other, name) {
					if !seen[[2]string{other, name}] {
						seen[[2]string{other, name}] = true
						made = append(made, judgement(&identifier, other, name, why(at.register, at.id)))
					}
					break
				}
			}
		}
	}
	return made
}

func why(register, id string) string {
	if register == "domain" {
		return "profiles give both the website " + id
	}
	return "profiles give both the same identifier, " + register + " " + id
}
