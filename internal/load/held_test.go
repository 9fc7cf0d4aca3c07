package load

import (
	"path/filepath"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// TestWhatTheStoreHolds loads one thing after the other, each after a dry run of itself, and asks that both say the same of every letter and
// of the store, and that this is what the store then holds.
func TestWhatTheStoreHolds(t *testing.T) {
	files := folder(t, map[string]string{
		"a.csv":     "organization,letter,date\nSalt Club,Pool,2020-01-02\nMoon Club,Pool,2020-01-02\nSalt Club,Dam,2021\n",
		"later.csv": "organization,letter,date\nSalt Club,Pool,2020-01-02\nMoon Club,Pool,2020-01-02\nSun Club,Pool,2020-01-02\nSalt Club,Dam,2021\n",
		"same.json": `[["Salt Club", "Moon Club"]]`,
		"set.yaml":  "undersigned: dataset/1\nname: s\nprofiles: [{of: {name: Sea Club}, country: Malta, source: its page}]\nletters:\n  - {id: x, title: Bridge, signatories: [Sea Club, Salt Club]}\n",
		"copy.csv":  "organization,letter,date\nSalt Club,Pool,2020-01-02\nMoon Club,Pool,2020-01-02\nSalt Club,Dam,2021\n",
	})
	in := func(names ...string) (in Input) {
		for _, n := range names {
			if n == "same.json" {
				in.Aliases = append(in.Aliases, filepath.Join(files, n))
			} else {
				in.Paths = append(in.Paths, filepath.Join(files, n))
			}
		}
		return in
	}
	s := openStore(t)
	for i, step := range []struct {
		in            Input
		states        States
		letters, orgs int
	}{
		{in("a.csv"), States{New: 2}, 2, 2},
		{in("a.csv"), States{Unchanged: 2}, 2, 2},
		{in("a.csv", "copy.csv"), States{Unchanged: 2}, 2, 2}, // the copies are counted once
		{in("later.csv"), States{Replaced: 2}, 2, 3},          // the other has new evidence: the file is another
		{in("same.json"), States{}, 2, 2},
		{in("set.yaml", "same.json"), States{New: 1}, 3, 3},
		{in("set.yaml"), States{Unchanged: 1}, 3, 3},
	} {
		var dry *Summary
		if i == 0 {
			dry = mustLoad(t, &Loader{DryRun: true}, step.in) // before there is any store
		} else {
			dry = mustLoad(t, &Loader{Store: s, DryRun: true}, step.in)
		}
		real := mustLoad(t, &Loader{Store: s}, step.in)
		for j := range real.Letters {
			if real.Letters[j].State != dry.Letters[j].State {
				t.Errorf("step %d: %s is %q, and the dry run says %q", i, real.Letters[j].Title, real.Letters[j].State, dry.Letters[j].State)
			}
		}
		if real.States != step.states || dry.States != step.states {
			t.Errorf("step %d: the load makes %+v of its letters, the dry run %+v, want %+v", i, real.States, dry.States, step.states)
		}
		if real.Store == nil || dry.Store == nil || *real.Store != *dry.Store || real.Store.Letters != step.letters || real.Store.Organizations != step.orgs {
			t.Errorf("step %d: the store is said to hold %+v, by the dry run %+v, want %d letters and %d organizations", i, real.Store, dry.Store, step.letters, step.orgs)
		}
		if c := networkOf(t, s).Coverage(); real.Store.Letters != c.Letters || real.Store.Organizations != c.Organizations {
			t.Errorf("step %d: the store is said to hold %+v and holds %d letters of %d organizations", i, real.Store, c.Letters, c.Organizations)
		}
	}
}

// TestHeldCountsWhatOthersWrote: a program that writes to the store while a load is under way is counted, too.
func TestHeldCountsWhatOthersWrote(t *testing.T) {
	s := openStore(t)
	mustLoad(t, &Loader{Store: s}, Input{Paths: []string{filepath.Join(folder(t, map[string]string{"a.csv": "organization,letter\nA Club,x\nB Club,x\n"}), "a.csv")}})
	other := store.Change{Letters: []graph.Letter{{ID: "other", Title: "Other", Documents: []graph.Document{{ID: "d"}}, Signatures: []graph.Signature{{Name: "C Club", Type: graph.TypeOrganization,
		Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Line: 1, Text: "C Club"}}}}}}, Actor: "somebody"}
	l := &Loader{Store: s, Progress: func(done, _ int, name string) {
		if name != "" && done == 0 {
			if _, err := s.Put(t.Context(), other); err != nil {
				t.Error(err)
			}
		}
	}}
	got := mustLoad(t, l, Input{Paths: []string{filepath.Join(folder(t, map[string]string{"b.csv": "organization,letter\nA Club,y\nD Club,y\n"}), "b.csv")}})
	if got.Store == nil || got.Store.Letters != 3 || got.Store.Organizations != 4 {
		t.Errorf("the store is said to hold %+v, want 3 letters and 4 organizations", got.Store)
	}
}

// TestHeldTellsOfRules: what rules joined and left open is counted, and a dry run counts alike; what a table brings of rules is not stored as it is.
func TestHeldTellsOfRules(t *testing.T) {
	files := folder(t, map[string]string{"a.csv": "organization,letter\nSalt Club,x\nSALT CLUB,y\nMoon Works,x\n\"Moon Works, Inc.\",x\n",
		"judged.csv": "name1,name2,verdict,by\nSalt Club,Moon Works,same,\"rule: fold, version 1\"\nMoon Works,\"Moon Works, Inc.\",different,Ada\n"})
	s := openStore(t)
	in := Input{Paths: []string{filepath.Join(files, "a.csv")}}
	dry, real := mustLoad(t, &Loader{Store: s, DryRun: true}, in), mustLoad(t, &Loader{Store: s}, in)
	if *dry.Store != *real.Store || real.Store.Joined != 1 || real.Store.Open != 1 {
		t.Errorf("the store is said to hold %+v, by the dry run %+v; rules join one pair and leave one open", real.Store, dry.Store)
	}
	in = Input{Paths: []string{filepath.Join(files, "judged.csv")}}
	dry, real = mustLoad(t, &Loader{Store: s, DryRun: true}, in), mustLoad(t, &Loader{Store: s}, in)
	if *dry.Store != *real.Store || real.Store.Joined != 1 || real.Store.Organizations != 3 || real.Judgements != 1 || real.Written != 1 || dry.Written != 1 {
		t.Errorf("the table makes %+v of the store, by the dry run %+v; %d judgements, %d and %d records", real.Store, dry.Store, real.Judgements, real.Written, dry.Written)
	}
}
