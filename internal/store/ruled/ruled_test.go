package ruled_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"undersigned/graph"
	"undersigned/internal/ruling"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled"
	"undersigned/internal/store/ruled/ruledtest"
	"undersigned/internal/store/sqlite"
)

func letter(id string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Title: "Letter " + id, Documents: []graph.Document{{ID: "d"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 1, Text: name}}})
	}
	return l
}

func open(t *testing.T, path string) *ruled.Store {
	t.Helper()
	s, err := ruledtest.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func fresh(t *testing.T) *ruled.Store { return open(t, filepath.Join(t.TempDir(), "s.db")) }

func put(t *testing.T, s store.Store, c store.Change) store.Result {
	t.Helper()
	c.Actor = "test"
	r, err := s.Put(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func letters(list ...graph.Letter) store.Change { return store.Change{Letters: list} }

// stored returns what a store itself holds of rules' judgements, and whether it is what the rules say of its names.
func stored(t *testing.T, s *ruled.Store) []string {
	t.Helper()
	data, err := ruled.Below(s).Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if data.Rules != ruling.Version() {
		t.Errorf("the store follows %q", data.Rules)
	}
	made, err := ruling.Judgements(t.Context(), graph.PrintedNames(data.Letters), data.Profiles)
	if err != nil {
		t.Fatal(err)
	}
	if put, withdraw := ruling.Differences(data.Judgements, made); len(put)+len(withdraw) > 0 {
		t.Errorf("judgements are missing: %v, or too many: %v", put, withdraw)
	}
	var list []string
	for _, j := range data.Judgements {
		if ruling.OfNames(j) {
			text := j.A.Name + " = " + j.B.Name
			if j.Undone != nil {
				text += ", undone"
			}
			list = append(list, text)
		}
	}
	return list
}

func want(t *testing.T, s *ruled.Store, pairs ...string) {
	t.Helper()
	if got := stored(t, s); !slices.Equal(got, pairs) {
		t.Errorf("the store holds %q, want %q", got, pairs)
	}
}

func TestJudgementsFollowNames(t *testing.T) {
	s := fresh(t)
	if r := put(t, s, letters(letter("a", "Tide Watch", "Heron"))); r.Written != 1 || r.Revision != 1 {
		t.Errorf("%+v", r)
	}
	want(t, s)
	if r := put(t, s, letters(letter("b", "TIDE WATCH", "Heron"), letter("c", "Tide Watch Inc."))); r.Written != 2 || r.Revision != 2 {
		t.Errorf("judgements of rules are made in the same write, and not counted: %+v", r)
	}
	want(t, s, "TIDE WATCH = Tide Watch", "TIDE WATCH = Tide Watch Inc.")
	if r := put(t, s, letters(letter("b", "TIDE WATCH", "Heron"))); r.Written != 0 || r.Unchanged != 1 || r.Revision != 2 {
		t.Errorf("the same again: %+v", r)
	}
	renamed := letter("b", "TIDE WATCH", "Heron")
	renamed.Title = "Another title"
	put(t, s, letters(renamed))
	put(t, s, letters(letter("b", "TIDE WATCH", "Heron")))
	want(t, s, "TIDE WATCH = Tide Watch", "TIDE WATCH = Tide Watch Inc.")
	if r := put(t, s, letters(letter("b", "Heron"))); r.Written != 1 || r.Revision != 5 {
		t.Errorf("a letter that loses a name: %+v", r)
	}
	want(t, s, "Tide Watch = Tide Watch Inc.")
	if r, err := s.RemoveLetter(t.Context(), "c", "test"); err != nil || r.Written != 1 {
		t.Errorf("%+v, %v", r, err)
	}
	want(t, s)
	log, err := s.Audit(t.Context(), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	var actions []string
	for _, e := range log {
		if e.Actor != "test" {
			t.Errorf("somebody else wrote: %+v", e)
		}
		actions = append(actions, strings.TrimSuffix(e.Action, " judgement"))
	}
	if !slices.Equal(actions, []string{"put letter", "put letter", "put letter", "put", "put", "put letter", "put letter", "put letter", "put", "withdraw", "withdraw", "remove letter", "withdraw"}) {
		t.Errorf("the log says %q", actions)
	}
}

// TestOrderOfWriting: equal records are equal judgements, whatever came first and however it was written.
func TestOrderOfWriting(t *testing.T) {
	all := []graph.Letter{letter("a", "Tide Watch", "Moss"), letter("b", "TIDE WATCH", "The Moss"), letter("c", "Tide Watch (TWA)", "TWA"), letter("d", "Tide-Watch", "Moss Inc."), letter("e", "Twa")}
	hash := ""
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 8 {
		s := fresh(t)
		order := r.Perm(len(all))
		if i%2 == 0 {
			for _, k := range order {
				put(t, s, letters(all[k]))
			}
		} else {
			below, follow := ruled.Bulk(s)
			for _, k := range order {
				put(t, below, letters(all[k]))
			}
			if err := follow(t.Context(), "test"); err != nil {
				t.Fatal(err)
			}
		}
		stored(t, s)
		got, err := s.ContentHash(t.Context())
		if err != nil || hash != "" && got != hash {
			t.Fatalf("order %v gives other content (%v)", order, err)
		}
		hash = got
	}
}

// TestUndoneStays: what a person took back is an answer, through later writes, and through a rule's later version.
func TestUndoneStays(t *testing.T) {
	s := fresh(t)
	put(t, s, letters(letter("a", "Tide Watch"), letter("b", "TIDE WATCH")))
	js, err := s.Judgements(t.Context())
	if err != nil || len(js) != 1 {
		t.Fatal(js, err)
	}
	if _, err := s.UndoJudgement(t.Context(), js[0].ID, graph.Undoing{By: "person: Ada"}); err != nil {
		t.Fatal(err)
	}
	older := js[0]
	older.Undone = &graph.Undoing{By: "person: Ada"}
	put(t, s, letters(letter("c", "Tide-Watch")))
	want(t, s, "TIDE WATCH = Tide Watch, undone", "TIDE WATCH = Tide-Watch")
	data, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n, err := graph.NewNetwork(data)
	if err != nil || len(n.Organizations()) != 2 {
		t.Errorf("%d organizations (%v)", len(n.Organizations()), err)
	}
	if _, err := s.RedoJudgement(t.Context(), js[0].ID, "person: Ada"); err != nil {
		t.Fatal(err)
	}
	want(t, s, "TIDE WATCH = Tide Watch", "TIDE WATCH = Tide-Watch")

	older.By = "rule: names equal after folding" // as stores of before have it
	put(t, s, store.Change{Judgements: []graph.Judgement{graph.NewJudgement(older)}})
	put(t, s, letters(letter("d", "Moss"))) // the rules are asked again: what was undone answers for their version of today
	want(t, s, "TIDE WATCH = Tide Watch, undone", "TIDE WATCH = Tide-Watch")
	data, err = s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n, err = graph.NewNetwork(data); err != nil || len(n.Organizations()) != 3 {
		t.Errorf("an undone judgement of an older version lets %d organizations be (%v)", len(n.Organizations()), err)
	}
}

// TestOthersWrote: a store that another program wrote to, or that a kill left between two writes, is completed when it is read, and made good when
// it is opened, once.
func TestOthersWrote(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	s := open(t, path)
	put(t, s, letters(letter("a", "Tide Watch")))
	put(t, ruled.Below(s), letters(letter("b", "TIDE WATCH")))
	stale := graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: "Heron"}, B: graph.NameRef{Name: "Tide Watch"}, By: "rule: fold, version 1"})
	put(t, ruled.Below(s), store.Change{Judgements: []graph.Judgement{stale}})
	data, err := s.Snapshot(t.Context())
	if err != nil || len(data.Judgements) != 1 || data.Judgements[0].By != graph.RuleBy("fold", 3) {
		t.Errorf("%+v, %v", data.Judgements, err)
	}
	s.Close()
	s = open(t, path)
	want(t, s, "TIDE WATCH = Tide Watch")
	before, err := s.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = open(t, path)
	if after, err := s.Revision(t.Context()); err != nil || after != before {
		t.Errorf("opening it again writes: revision %d to %d (%v)", before, after, err)
	}
}

func TestReadOnly(t *testing.T) {
	if os.Getuid() == 0 {
		t.Log("root may write everywhere: the store is made read-only by its mode alone where that holds")
	}
	s := readOnly{Store: ruled.Below(fresh(t))}
	put(t, s.Store, letters(letter("a", "Tide Watch"), letter("b", "TIDE WATCH")))
	r, err := ruled.Open(t.Context(), s)
	if err != nil || !r.ReadOnly() {
		t.Fatal(err)
	}
	data, err := r.Snapshot(t.Context())
	if err != nil || len(data.Judgements) != 1 {
		t.Errorf("%+v, %v", data.Judgements, err)
	}
	if js, err := s.Store.Judgements(t.Context()); err != nil || len(js) != 0 {
		t.Errorf("it was written to: %v, %v", js, err)
	}
}

type readOnly struct{ store.Store }

func (readOnly) ReadOnly() bool { return true }

// TestTwoWriters: each sees the names it knows, and who comes second looks again.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s.db")
	one, two := open(t, path), open(t, path)
	var wg sync.WaitGroup
	for k, s := range []*ruled.Store{one, two} {
		wg.Go(func() {
			for i := range 8 {
				name := fmt.Sprintf("Tide Watch %c", 'A'+i)
				if k == 1 {
					name = strings.ToUpper(name)
				}
				if _, err := s.Put(context.Background(), store.Change{Letters: []graph.Letter{letter(fmt.Sprint(k, i), name)}, Actor: "test"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := stored(t, one); len(got) != 8 {
		t.Errorf("%d of 8 pairs are joined: %q", len(got), got)
	}
}

// meddled is a store to which another program writes between a look and the next write.
type meddled struct {
	store.Store
	other *store.Change
}

func (m *meddled) Put(ctx context.Context, c store.Change) (store.Result, error) {
	if other := m.other; other != nil {
		m.other = nil
		if _, err := m.Store.Put(ctx, *other); err != nil {
			return store.Result{}, err
		}
	}
	return m.Store.Put(ctx, c)
}

// TestSomebodyWritesBetween: also a write that changes no name does not say of another's names that the rules were followed.
func TestSomebodyWritesBetween(t *testing.T) {
	s := fresh(t)
	put(t, s, letters(letter("a", "Tide Watch"), letter("b", "Moss")))
	for name, own := range map[string]graph.Letter{"the same names": letter("b", "Moss"), "other names": letter("b", "Moss", "Heron")} {
		theirs := "Lantern Keepers of " + name
		other := letters(letter("c "+name, strings.ToUpper(theirs), theirs))
		own.Title = name
		m := &meddled{ruled.Below(s), &other}
		r, err := ruled.Open(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		put(t, r, letters(own))
		if got := stored(t, s); !slices.Contains(got, strings.ToUpper(theirs)+" = "+theirs) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestRulesOfOthers: a change that brings judgements of rules does not decide for them.
func TestRulesOfOthers(t *testing.T) {
	s := fresh(t)
	put(t, s, letters(letter("a", "Tide Watch", "Heron"), letter("b", "TIDE WATCH")))
	js, err := s.Judgements(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	wrong := graph.NewJudgement(graph.Judgement{Verdict: graph.Same, A: graph.NameRef{Name: "Heron"}, B: graph.NameRef{Name: "Tide Watch"}, By: graph.RuleBy("fold", 9), Score: 1})
	if r := put(t, s, store.Change{Judgements: append(js, wrong)}); r.Written != 0 || r.Unchanged != 2 {
		t.Errorf("%+v", r)
	}
	want(t, s, "TIDE WATCH = Tide Watch")
}

// BenchmarkPut saves one letter into a store of 10,000 names.
func BenchmarkPut(b *testing.B) {
	below, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "s.db"))
	if err != nil {
		b.Fatal(err)
	}
	s, err := ruled.Open(b.Context(), below)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	words := []string{"Tidal", "Lantern", "Harbour", "Orchard", "Meadow", "River", "Granite", "Heron", "Juniper", "Copper"}
	var names []string
	for i := range 10_000 {
		names = append(names, fmt.Sprintf("%s %s %s Watch %s", words[i%10], words[i/10%10], words[i/100%10], words[i/1000%10]))
	}
	if _, err := s.Put(b.Context(), store.Change{Letters: []graph.Letter{letter("all", names...)}, Actor: "test"}); err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		i++
		if _, err := s.Put(b.Context(), store.Change{Letters: []graph.Letter{letter(fmt.Sprint(i), "Moss Club", names[i%100])}, Actor: "test"}); err != nil {
			b.Fatal(err)
		}
	}
}
