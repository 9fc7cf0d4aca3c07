package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

func roundTrip(t *testing.T, place Place) {
	s := open(t, place)
	want := fullLetter()
	checkFull(t, reflect.ValueOf(want), "letter")
	checkFull(t, reflect.ValueOf(fullProfile()), "profile")
	checkFull(t, reflect.ValueOf(fullJudgement()), "judgement", "Name", "From", "Until") // a judgement about letters has no names and no dates
	checkFull(t, reflect.ValueOf(kinds()[0]), "judgement", "Relation", "Score")
	put(t, s, store.Change{Letters: []graph.Letter{want}, Profiles: []graph.Profile{fullProfile()}, Judgements: append(kinds(), fullJudgement())})
	got, err := s.Letter(context.Background(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	equalJSON(t, got, want)
	data, err := s.Snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	equalJSON(t, data.Letters, []graph.Letter{want})
	equalJSON(t, data.Profiles, []graph.Profile{fullProfile()})
	judgements := append(kinds(), fullJudgement())
	slices.SortFunc(judgements, graph.CompareJudgements)
	equalJSON(t, data.Judgements, judgements)
	if _, err := s.Letter(context.Background(), "FULL-LETTER"); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("a letter by another id: %v, want NotFound", err)
	}
}

func equalJSON(t testing.TB, got, want any) {
	t.Helper()
	g, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	w, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(g, w) {
		t.Errorf("got  %s\nwant %s", g, w)
	}
}

// checkFull fails where a field of the sample record is empty: a field added to the domain has to be added to the sample,
// and so to every store. Of a list the first element has to be full.
func checkFull(t *testing.T, v reflect.Value, path string, except ...string) {
	t.Helper()
	if v.IsZero() {
		t.Errorf("the sample has no %s: give it one, so that stores are tested to keep it", path)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.Elem().Kind() == reflect.Struct {
			checkFull(t, v.Elem(), path, except...)
		}
	case reflect.Slice:
		checkFull(t, v.Index(0), path+"[0]", except...)
	case reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if isDate := v.Type() == reflect.TypeFor[graph.Date](); !isDate && !slices.Contains(except, name) {
				checkFull(t, v.Field(i), path+"."+name, except...)
			}
		}
	}
}

func ownCopies(t *testing.T, place Place) {
	s := open(t, place)
	given := fullLetter()
	put(t, s, store.Change{Letters: []graph.Letter{given}, Profiles: []graph.Profile{fullProfile()}})
	hash, err := s.ContentHash(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	given.Signatures[0].Name = "changed by the caller"
	for range 2 {
		data, err := s.Snapshot(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		checkSnapshot(t, data)
		if data.Hash != hash {
			t.Errorf("the store changed with what it had given away")
		}
		data.Letters[0].Signatures[0].Evidence[0].Text = "changed"
		data.Letters[0].Topics[0] = "changed"
		data.Profiles[0].ExternalIDs["wikidata"] = "changed"
	}
}

func judgementOrder(t *testing.T, place Place) {
	s := open(t, place)
	want := []graph.Judgement{judge(graph.Same, "Z", "Y", "person: P"), judge(graph.Same, "A", "B", "file F"), judge(graph.Different, "B", "C", "file F"),
		judge(graph.Same, "B", "C", "file F"), judge(graph.Unsure, "B", "C", "file F"), judge(graph.Same, "A", "B", "rule: r")}
	put(t, s, store.Change{Judgements: []graph.Judgement{want[5], want[2], want[0], want[4], want[1], want[3]}})
	got, err := s.Judgements(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	equalJSON(t, got, want)
}

func equalHashes(t *testing.T, place Place) {
	s := open(t, place)
	letters := []graph.Letter{a, b, fullLetter()}
	put(t, s, store.Change{Letters: []graph.Letter{letters[2]}, Judgements: []graph.Judgement{same}})
	put(t, s, store.Change{Letters: []graph.Letter{letters[1]}, Profiles: []graph.Profile{fair}})
	put(t, s, store.Change{Letters: []graph.Letter{titled(letters[0], "first")}})
	put(t, s, store.Change{Letters: []graph.Letter{letters[0]}})
	got, err := s.ContentHash(context.Background())
	if want := graph.ContentHash(letters, []graph.Profile{fair}, []graph.Judgement{same}); err != nil || got != want {
		t.Errorf("hash %.8s (%v), want %.8s whatever way the records came in", got, err, want)
	}
}

func auditPages(t *testing.T, place Place) {
	s := open(t, place)
	ctx := context.Background()
	for i := range 7 {
		put(t, s, store.Change{Letters: []graph.Letter{letter(string(rune('a'+i)), "P")}, Actor: "x"})
	}
	all, err := s.Audit(ctx, 0, 100)
	if err != nil || len(all) != 7 {
		t.Fatalf("%d log lines (%v), want 7", len(all), err)
	}
	var paged []store.AuditEntry
	for after := int64(0); ; after = paged[len(paged)-1].Sequence {
		page, err := s.Audit(ctx, after, 3)
		if err != nil || len(page) > 3 {
			t.Fatalf("a page of 3 has %d lines (%v)", len(page), err)
		}
		if len(page) == 0 {
			break
		}
		if page[0].Sequence <= after {
			t.Fatalf("the page after %d begins with %d", after, page[0].Sequence)
		}
		paged = append(paged, page...)
	}
	equalJSON(t, paged, all)
	for i := 1; i < len(all); i++ {
		if all[i].When.Before(all[i-1].When) {
			t.Errorf("line %d is older than the one before it", i+1)
		}
	}
	for _, none := range []struct {
		after int64
		limit int
	}{{all[6].Sequence, 10}, {0, 0}, {0, -1}, {1 << 60, 10}} {
		if page, err := s.Audit(ctx, none.after, none.limit); err != nil || len(page) != 0 {
			t.Errorf("Audit(%d, %d): %d lines (%v), want none", none.after, none.limit, len(page), err)
		}
	}
}
