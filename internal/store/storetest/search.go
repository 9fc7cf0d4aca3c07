package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

var searchLetters = []graph.Letter{
	letter("s1", "Access Now", "Human Rights Watch", "Fundacja Łódź", "100% Pure_Rights", "人权组织", "Права людини", "حقوق الإنسان", "person: Ada Access", "Both Ways", "Zeta Rights"),
	letter("s2", "Access Now", "Human Rights First", "S.T.O.P.", "Réseau Éthique", "person: Both Ways", "ĒTHIQUE"),
	letter("s3", "Access Now", "Human Rights Watch", "\"Quoted\" OR NOT (near) *", "Watch Humans", "서울 인권"),
}

// hits are written "name letters".
var searches = []struct {
	name, query string
	limit       int
	want        []string
}{
	{"by a word, with the number of letters", "access", 10, []string{"Access Now 3"}},
	{"best known first, then by name", "human", 10, []string{"Human Rights Watch 2", "Human Rights First 1", "Watch Humans 1"}},
	{"equally known in the order of code points", "rights", 10, []string{"Human Rights Watch 2", "100% Pure_Rights 1", "Human Rights First 1", "Zeta Rights 1"}},
	{"by the beginnings of words in any order", "wat hum", 10, []string{"Human Rights Watch 2", "Watch Humans 1"}},
	{"every word has to be there", "human now", 10, nil},
	{"the middle of a word is no beginning", "ccess", 10, nil},
	{"case does not matter", "ACCESS nOW", 10, []string{"Access Now 3"}},
	{"accents do not matter, in the query", "ACCÉSS", 10, []string{"Access Now 3"}},
	{"accents do not matter, in the name", "ethique", 10, []string{"Réseau Éthique 1", "ĒTHIQUE 1"}},
	{"strokes do not matter", "lodz", 10, []string{"Fundacja Łódź 1"}},
	{"decomposed accents", "e\u0301thi", 10, []string{"Réseau Éthique 1", "ĒTHIQUE 1"}},
	{"an acronym with periods", "stop", 10, []string{"S.T.O.P. 1"}},
	{"an acronym typed with periods", "S.T.O.P.", 10, []string{"S.T.O.P. 1"}},
	{"Chinese, from within", "组织", 10, []string{"人权组织 1"}},
	{"Cyrillic", "люди", 10, []string{"Права людини 1"}},
	{"Arabic", "الإن", 10, []string{"حقوق الإنسان 1"}},
	{"Korean", "인권", 10, []string{"서울 인권 1"}},
	{"a percent sign is no wildcard", "%", 10, nil},
	{"an underscore is no wildcard", "a_cess", 10, nil},
	{"a number", "100%", 10, []string{"100% Pure_Rights 1"}},
	{"operators are words", "human OR now", 10, nil},
	{"NOT is a word", "quoted NOT", 10, []string{"\"Quoted\" OR NOT (near) * 1"}},
	{"query syntax is text", "near(\"quoted*\" AND", 10, nil},
	{"a star is no wildcard", "acc* ", 10, []string{"Access Now 3"}},
	{"quotes do no harm", "'; DROP TABLE name; --", 10, nil},
	{"persons are not found", "ada", 10, nil},
	{"an organization that is also a person's name counts its own letters", "both", 10, []string{"Both Ways 1"}},
	{"the limit cuts after the order", "rights", 2, []string{"Human Rights Watch 2", "100% Pure_Rights 1"}},
	{"a limit of nothing", "rights", 0, nil},
	{"a limit below nothing", "rights", -1, nil},
	{"an empty query", "", 10, nil},
	{"blanks", " \t ", 10, nil},
	{"a word repeated", "access access acc", 10, []string{"Access Now 3"}},
	{"NUL", "acc\x00", 10, []string{"Access Now 3"}},
	{"bytes that are no UTF-8", "\xff\xfe", 10, nil},
	{"a query longer than any name", strings.Repeat("x", 100_000), 10, nil},
}

func searchAll(t *testing.T, s store.Store) {
	ctx := context.Background()
	search := func(t *testing.T, query string, limit int) []string {
		t.Helper()
		hits, err := s.SearchNames(ctx, query, limit)
		if err != nil {
			t.Fatalf("SearchNames(%.50q): %v", query, err)
		}
		var got []string
		for _, h := range hits {
			got = append(got, h.Name+" "+string(rune('0'+h.Letters)))
		}
		return got
	}
	if got := search(t, "access", 10); got != nil {
		t.Errorf("an empty store finds %q", got)
	}
	put(t, s, store.Change{Letters: searchLetters})
	for _, c := range searches {
		t.Run(c.name, func(t *testing.T) {
			if got := search(t, c.query, c.limit); !slices.Equal(got, c.want) {
				t.Errorf("%q finds %q, want %q", c.query, got, c.want)
			}
		})
	}
	t.Run("too many words are Invalid", func(t *testing.T) {
		query := ""
		for i := range 33 {
			query += string(rune('a'+i%26)) + string(rune('a'+i/26)) + " "
		}
		if _, err := s.SearchNames(ctx, query, 10); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("33 words: %v, want Invalid", err)
		}
	})
	t.Run("a name is forgotten with its last signature", func(t *testing.T) {
		if _, err := s.RemoveLetter(ctx, "s1", "x"); err != nil {
			t.Fatal(err)
		}
		put(t, s, store.Change{Letters: []graph.Letter{letter("s3", "Human Rights Watch")}})
		for query, want := range map[string][]string{"lodz": nil, "seoul": nil, "both": nil, "watch": {"Human Rights Watch 1"}, "access": {"Access Now 1"}} {
			if got := search(t, query, 10); !slices.Equal(got, want) {
				t.Errorf("%q finds %q after the removal, want %q", query, got, want)
			}
		}
		put(t, s, store.Change{Letters: searchLetters})
		if got := search(t, "lodz", 10); !slices.Equal(got, []string{"Fundacja Łódź 1"}) {
			t.Errorf("put again, lodz finds %q", got)
		}
	})
}
