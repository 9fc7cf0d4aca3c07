package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const pool = "We ask the council of the town to keep the old pool open for everybody who wants to swim in it. It was built by the town for the town, with money that our parents gave, and nobody asked them whether it should be sold to a company that builds offices. The roof is sound, the water is clean, and the school next door has no other place where children can learn to swim before they go near the harbor. Please put the sale off until the whole town has voted on it."

// TestLettersAreProposedAndDecided loads two states of one letter, finds the pair in the summary and in the list, decides it in both ways and
// takes it back.
func TestLettersAreProposedAndDecided(t *testing.T) {
	data, files := t.TempDir(), t.TempDir()
	page := func(date string, clubs int) string {
		var b strings.Builder
		fmt.Fprintf(&b, "Keep the pool open\n\n%s\n\nDear Mayor,\n\n%s\n\nSincerely,\n\n", date, pool)
		for i := range clubs {
			fmt.Fprintf(&b, "Harbor Club %c\n", 'A'+i)
		}
		return b.String()
	}
	write(t, filepath.Join(files, "a.txt"), page("1 May 2021", 6))
	write(t, filepath.Join(files, "b.txt"), page("9 May 2021", 9))
	write(t, filepath.Join(files, "c.txt"), "A bridge for the harbor\n\nDear Minister,\n\nWe ask you for a bridge over the harbor, which the town has wanted for eleven years.\n\nSincerely,\n\nMoon Club\nSun Club\nStar Club\n")
	if out := must(t, data, "load", files); !strings.Contains(out, "1 pair of letters may be one letter; nothing was joined") || !strings.Contains(out, "may be a version of") {
		t.Fatalf("the load says nothing of the pair:\n%s", out)
	}
	want(t, stats(t, data), map[string]int{"letters": 3})
	list := func() []struct{ A, B, Relation string } {
		var got struct {
			Proposals []struct{ A, B, Relation string }
		}
		if err := json.Unmarshal([]byte(must(t, data, "letters", "proposals", "--json")), &got); err != nil {
			t.Fatal(err)
		}
		return got.Proposals
	}
	ps := list()
	if len(ps) != 1 || ps[0].Relation != "version-of" {
		t.Fatalf("the proposals are %+v, want one version", ps)
	}
	id, _, _ := strings.Cut(must(t, data, "letters", "judge", "version-of", ps[0].A, ps[0].B, "--by", "Rosa", "--why", "the same text"), " ")
	want(t, stats(t, data), map[string]int{"letters": 2})
	if left := list(); len(left) != 0 {
		t.Errorf("a settled pair is proposed: %+v", left)
	}
	if out := must(t, data, "load", files); strings.Contains(out, "may be one letter") {
		t.Errorf("a settled pair is proposed by the next load:\n%s", out)
	}
	must(t, data, "undo", id)
	want(t, stats(t, data), map[string]int{"letters": 3})
	if out := must(t, data, "letters", "proposals"); !strings.Contains(out, "of the shorter text in common") || !strings.Contains(out, ps[0].A) {
		t.Errorf("after undo the pair is not proposed again:\n%s", out)
	}
	must(t, data, "letters", "judge", "unrelated", ps[0].B, ps[0].A)
	if out := must(t, data, "letters", "proposals"); !strings.Contains(out, "No letter looks like another one") {
		t.Errorf("two letters that are kept apart are proposed:\n%s", out)
	}
	want(t, stats(t, data), map[string]int{"letters": 3})
}

func TestLettersJudgeSaysWhatToDo(t *testing.T) {
	data := t.TempDir()
	letter := write(t, filepath.Join(t.TempDir(), "a.txt"), "Keep the pool open\n\nDear Mayor,\n\n"+pool+"\n\nSincerely,\n\nSalt Club\nMoon Club\nSun Club\n")
	must(t, data, "load", letter)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"version-of", "x"}, "a relation and the ids of two letters"},
		{[]string{"same", "x", "y"}, "write version-of, translation-of, report-of or unrelated"},
		{[]string{"version-of", "x", "y"}, "there is no letter \"x\""},
	} {
		if r := cli(t, data, append([]string{"letters", "judge"}, c.args...)...); r.code != 2 || !strings.Contains(r.err, c.says) {
			t.Errorf("letters judge %q ends with %d and says %s; want 2 and %q", c.args, r.code, r.err, c.says)
		}
	}
}
