package layouts

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"unicode"

	"undersigned/examples"
)

// signer is a signatory, or somebody else who is listed like one.
type signer struct {
	name           string // as it should be read
	isPerson       bool
	number         int
	country, link  string
	about          string // what an organization is
	person, office string // who signs for an organization
	job, where     string // a person's
}

// example are the organizations of the example data set that a list in any form may print: a name that ends in a country is none of them, for
// readers take the country off.
var example = sync.OnceValue(func() []string {
	var data struct {
		Letters []struct {
			Signatories []json.RawMessage
		}
	}
	if err := json.Unmarshal(examples.Data(), &data); err != nil {
		panic(err)
	}
	countries, known := map[string]bool{}, map[string]bool{}
	var names []string
	for _, l := range data.Letters {
		for _, raw := range l.Signatories {
			var s struct{ As, Country string }
			if json.Unmarshal(raw, &s) != nil {
				_ = json.Unmarshal(raw, &s.As) // the other form: the name only
			}
			countries[s.Country] = true
			if key := folded(s.As); !known[key] && key != "" {
				known[key] = true
				names = append(names, s.As)
			}
		}
	}
	slices.Sort(names)
	return slices.DeleteFunc(names, func(n string) bool {
		last := strings.TrimSpace(n[strings.LastIndexAny(n, ",(-–/")+1:])
		return len(n) > 90 || countries[strings.TrimSuffix(last, ")")] || withPlace(n) || strings.Contains(n, "on behalf") || !strings.ContainsFunc(n, unicode.IsLetter)
	})
})

// withPlace reports whether a name ends in a comma and a word or two that are no legal form: nobody can say whether these belong to it.
func withPlace(name string) bool {
	_, last, ok := strings.Cut(name, ", ")
	return ok && !strings.Contains(last, ",") && len(strings.Fields(last)) < 3 && !strings.HasSuffix(last, ".") && last != "LLC" && last != "PBC" && last != "LLP" && last != "Inc"
}

func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// draw returns n signatories: organizations with all that any form prints, or persons. Names hold none of the texts of without and are no
// longer than longest (0: any).
func draw(r *rand.Rand, w words, n int, persons bool, without []string, longest int) []signer {
	fit := func(name string) bool {
		return (longest == 0 || len([]rune(name)) <= longest) && !slices.ContainsFunc(without, func(t string) bool { return strings.Contains(name, t) })
	}
	people := people(r, w)
	var names []string
	taken := map[string]bool{}
	take := func(from []string, until int) {
		for _, i := range r.Perm(len(from)) {
			if name := from[i]; len(names) < until && fit(name) && !taken[folded(name)] {
				taken[folded(name)] = true
				names = append(names, name)
			}
		}
	}
	if !persons {
		take(w["orgs"], (n+1)/2)
		take(example(), n)
		r.Shuffle(len(names), func(i, k int) { names[i], names[k] = names[k], names[i] })
	} else {
		take(people[:n], n)
	}
	out := make([]signer, len(names))
	for i, name := range names {
		s := signer{name: name, isPerson: persons, number: i + 1, country: w.any(r, "countries"), about: w.any(r, "descriptions"),
			link: fmt.Sprintf("https://www.%s.example/", host(name)), office: w.any(r, "offices"),
			job: w.any(r, "jobs"), where: w.any(r, "institutions"), person: people[len(people)-1-i]}
		out[i] = s
	}
	return out
}

// people are all invented persons of a language, shuffled.
func people(r *rand.Rand, w words) []string {
	var all []string
	for _, first := range w["first"] {
		for _, last := range w["last"] {
			all = append(all, first+" "+last)
		}
	}
	r.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
	return all
}

// initials are the first letters of the words of a name that have three letters or more, at most so many; of one word its first letters.
func initials(name string, most int) string {
	var b strings.Builder
	fields := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, f := range fields {
		if len(fields) == 1 {
			b.WriteString(strings.ToUpper(f))
		} else if len(f) > 3 {
			b.WriteRune(unicode.ToUpper([]rune(f)[0]))
		}
	}
	short := []rune(b.String())
	return string(short[:min(len(short), most)])
}

// host is a name in the letters of an address.
func host(name string) string {
	short := strings.Map(func(r rune) rune {
		if r > 'z' {
			return -1
		}
		return r
	}, folded(name))
	return short[:min(len(short), 14)]
}
