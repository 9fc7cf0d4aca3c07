package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/letter/lettertest"
)

// TestHostileFolder loads a folder of documents made to do harm with two good letters among them: both are stored, and each
// bad one is named with its reason.
func TestHostileFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"a-first.txt": "Dear Mayor,\n\nKeep the pool open, since it is ours and we need it.\n\nSincerely,\n\nSalt Union\nPier Friends\nRiver Watch\n",
		"zz-last.md":  "# Keep the library open\n\nDear Mayor,\n\nKeep the library open, since it is ours and we need it.\n\n## Signed by\n\n- Hill Group\n- Lake Society\n",
	})
	want, skipped := map[string]bool{}, map[string]bool{}
	for _, bad := range lettertest.Documents(t) {
		path := filepath.Join(dir, bad.Name)
		if err := os.WriteFile(path, bad.Data, 0o600); err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(bad.Name) == ".zip" || filepath.Ext(bad.Name) == ".js" { // archives and programs in a folder are skipped by their names
			skipped[bad.Name] = true
		} else if bad.Code != "" {
			want[filepath.ToSlash(path)] = true
		}
	}
	s := openStore(t)
	sum, err := (&Loader{Store: s}).Load(t.Context(), Input{Paths: []string{dir}})
	if err == nil || !strings.Contains(graph.MessageOf(err), "the others are loaded") {
		t.Errorf("the error is %v", err)
	}
	for _, f := range sum.Failed {
		if !want[f.Name] || !strings.Contains(f.Error, filepath.Base(f.Name)) || f.Code == graph.Internal {
			t.Errorf("%s failed: %s %s", f.Name, f.Code, f.Error)
		}
		delete(want, f.Name)
	}
	for name := range want {
		t.Errorf("%s is not named as failed", name)
	}
	found := map[string]int{}
	for _, r := range sum.Letters {
		found[filepath.Base(r.Name)] = r.Organizations
	}
	if found["a-first.txt"] != 3 || found["zz-last.md"] != 2 || networkOf(t, s).Coverage().Signatures != 5 {
		t.Errorf("the letters loaded are %v", found)
	}
	for _, f := range sum.Skipped {
		if !skipped[filepath.Base(f.Name)] {
			t.Errorf("%s was skipped: %s", f.Name, f.Why)
		}
		delete(skipped, filepath.Base(f.Name))
	}
	for name := range skipped {
		t.Errorf("%s is not named as skipped", name)
	}
}

// TestOneFileDoesNotEndALoad: neither one that breaks its reader nor one that takes for ever.
func TestOneFileDoesNotEndALoad(t *testing.T) {
	dir := t.TempDir()
	text := "Open letter\n\nDear Mayor,\n\nKeep the ferry.\n\nSigned:\n\nRiver Watch Union\nHarbour Union\n"
	for _, name := range []string{"a.txt", "breaks.txt", "z.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text+name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	defer func() { beforeReading = nil }()
	beforeReading = func(path string) {
		if strings.Contains(path, "breaks") {
			var none *file
			_ = none.path
		}
	}
	sum, err := (&Loader{DryRun: true}).Load(t.Context(), Input{Paths: []string{dir}})
	if err == nil || len(sum.Letters) != 2 || len(sum.Failed) != 1 || !strings.Contains(sum.Failed[0].Error, "breaks.txt: reading it broke off") || strings.Contains(sum.Failed[0].Error, "goroutine") {
		t.Errorf("%v, %d letters, failed: %+v", err, len(sum.Letters), sum.Failed)
	}
	beforeReading = func(path string) {
		if strings.Contains(path, "breaks") {
			time.Sleep(300 * time.Millisecond)
		}
	}
	sum, err = (&Loader{DryRun: true, FileTime: 200 * time.Millisecond}).Load(t.Context(), Input{Paths: []string{dir}})
	if err == nil || len(sum.Letters) != 2 || len(sum.Failed) != 1 || !strings.Contains(sum.Failed[0].Error, "took more than") {
		t.Errorf("%v, %d letters, failed: %+v", err, len(sum.Letters), sum.Failed)
	}
}
