package sameletter

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

const poolText = "We ask the council of the town to keep the old pool open for everybody who wants to swim in it. It was built by the town for the town, with money that our parents gave, and nobody asked them whether it should be sold to a company that builds offices. The roof is sound, the water is clean, and the school next door has no other place where children can learn to swim before they go near the harbor. We know that the budget is short this year, and we have shown in our last letter how the pool can pay for its own heating from next spring on. Please put the sale off until the whole town has voted on it, and open the books to those who wish to read them before they vote."

const otherText = "The harbor needs a new bridge, and the groups that sign here have waited for it for eleven years. Lorries cross the old one by day and by night, although it was made for carts and for people on foot, and the houses beside it shake. The ministry has promised a plan in each of its reports and has shown none. We call upon it to publish what it has, to hold the hearing that the law asks for, and to stop the heavy traffic until a bridge stands that can bear it, as other towns along the coast have done with good success and little cost."

func drawn(id, language, date, title, text string, names ...string) graph.Letter {
	d, err := graph.ParseDate(date)
	if err != nil {
		panic(err)
	}
	l := record(id, "letter", text, nil, names...)
	l.Language, l.Date, l.Title = language, d, title
	return l
}

func many(n int, prefix string) []string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("%s Club %d", prefix, i+1))
	}
	return names
}

// wordsOn makes a text of its own for each number.
func wordsOn(i, n int) string {
	var b strings.Builder
	for k := range n {
		fmt.Fprintf(&b, "w%d ", (i*7919+k*k*31+k)%99991)
	}
	return b.String()
}

// TestSame writes one pair for each way in which a letter comes again, and pairs that are two letters.
func TestSame(t *testing.T) {
	clubs := many(12, "Salt")
	for _, c := range []struct {
		name     string
		a, b     graph.Letter
		relation graph.Relation // "" for no proposal
		from     string         // the id of A
		reason   string
	}{
		{"a version with a longer list", drawn("a", "en", "2020-01-02", "Keep the pool open", poolText, clubs[:6]...), drawn("b", "en", "2020-02-01", "Keep the pool open", poolText, clubs...), graph.VersionOf, "a", "of the shorter text in common"},
		{"the same text on another site, no list in common", drawn("a", "en", "", "Our pool", poolText, "Salt Club 1"), drawn("b", "en", "", "Letter", "Moon Club says: "+poolText, "Moon Club"), graph.VersionOf, "b", "of the shorter text in common"},
		{"a translation", drawn("a", "es", "2020-01-02", "Piscina", otherText, clubs...), drawn("b", "en", "2020-01-02", "Keep the pool open", poolText, clubs...), graph.TranslationOf, "b", "12 of the 12 organizations"},
		{"the earlier record is the one translated", drawn("a", "es", "2020-01-02", "Piscina", otherText, clubs...), drawn("b", "en", "2020-01-05", "Keep the pool open", poolText, clubs...), graph.TranslationOf, "b", "Their dates are 3 days apart."},
		{"a short list, but title and day agree", drawn("a", "en", "2020-01-02", "Keep the old pool open", "", clubs[:5]...), drawn("b", "en", "2020-01-02", "Keep the old pool open!", "", clubs[:4]...), graph.VersionOf, "a", "Their titles are nearly the same."},
		{"two letters of one coalition", drawn("a", "en", "2020-01-02", "Keep the pool open", poolText, clubs[:8]...), drawn("b", "en", "2021-05-02", "A bridge for the harbor", otherText, clubs[:8]...), "", "", ""},
		{"a title and a day alone", drawn("a", "en", "2020-01-02", "Open letter to the town council", poolText, "A"), drawn("b", "en", "2020-01-02", "Open letter to the town council", otherText, "B"), "", "", ""},
		{"two short texts", drawn("a", "en", "", "x", "We ask you to keep the pool.", "A"), drawn("b", "en", "", "y", "We ask you to keep the pool.", "B"), "", "", ""},
		{"a letter and itself", drawn("a", "en", "", "x", poolText, clubs...), drawn("a", "en", "", "x", poolText, clubs...), "", "", ""},
	} {
		p, ok := Same(c.a, c.b)
		if ok != (c.relation != "") {
			t.Errorf("%s: proposed is %v with %+v", c.name, ok, p)
			continue
		}
		if back, again := Same(c.b, c.a); again != ok || !reflect.DeepEqual(p, back) {
			t.Errorf("%s: the order of the two matters: %+v and %+v", c.name, p, back)
		}
		if ok && (p.Relation != c.relation || p.A != c.from || !strings.Contains(strings.Join(p.Reasons, " "), c.reason)) {
			t.Errorf("%s: %+v, want %s from %s because %q", c.name, p, c.relation, c.from, c.reason)
		}
	}
	known := drawn("a", "en", "", "x", poolText, clubs...)
	known.VersionOf = "b"
	if _, ok := Same(known, drawn("b", "en", "", "x", poolText, clubs...)); ok {
		t.Error("a pair that says already that it belongs together is proposed")
	}
}

// TestProposals asks of the index what comparing all with all gives, in any order of the letters, among letters whose names are common.
func TestProposals(t *testing.T) {
	var letters []graph.Letter
	for i := range 300 {
		l := drawn(fmt.Sprintf("l%03d", i), "en", "", fmt.Sprintf("Letter number %d about a matter of its own %d", i, i*7), wordsOn(i, 200), "Everybody", fmt.Sprintf("Club %d", i), fmt.Sprintf("Club %d", i+1), fmt.Sprintf("Club %d", i+2))
		letters = append(letters, l)
	}
	twin := drawn("twin", "en", "", "Another title", letters[42].Documents[0].Text, "Everybody")
	letters = append(letters, twin)
	want := Proposals(letters)
	if len(want) != 1 || want[0].B != "l042" && want[0].A != "l042" {
		t.Fatalf("the proposals are %+v, want the twin of l042", want)
	}
	x := New(true)
	for i := range letters[:300] {
		x.Add(&letters[i])
	}
	if got := x.Like(&twin); !reflect.DeepEqual(got, want) {
		t.Errorf("a letter that is not in the index is proposed as %+v", got)
	}
	x.Add(&twin)
	if got := x.Like(&twin); !reflect.DeepEqual(got, want) {
		t.Errorf("a letter that is in the index is proposed as %+v", got)
	}
	slices.Reverse(letters)
	if got := Proposals(letters); !reflect.DeepEqual(got, want) {
		t.Errorf("in another order the proposals are %+v", got)
	}
}

// BenchmarkProposals shows that the work grows with the letters and not with their pairs.
func BenchmarkProposals(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		letters := make([]graph.Letter, n)
		for i := range letters {
			letters[i] = drawn(fmt.Sprintf("l%05d", i), "en", "", fmt.Sprintf("Letter about matter %d", i), wordsOn(i, 500), many(30, fmt.Sprint(i/3))...)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Proposals(letters)
			}
		})
	}
}
