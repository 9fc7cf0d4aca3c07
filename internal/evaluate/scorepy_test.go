package evaluate

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"undersigned/internal/letter"
)

// closing says the figures of an Overall in the words of ../shared/data/check/score.py.
func closing(o *Overall) string {
	var b strings.Builder
	fmt.Fprintf(&b, "documents %d, with organizations %d; no output for %d; dates %d/%d\n", o.Documents, o.Signed, o.Unread, o.Dates.Right, o.Dates.Of)
	for _, bin := range o.Reliability.Bins {
		fmt.Fprintf(&b, "confidence %.1f: %d of %d right\n", bin.From, bin.Right, bin.Rows)
	}
	fmt.Fprintf(&b, "documents without a signature: false signers %d in %d of %d; persons taken for organizations where only persons signed %d\n",
		o.Unsigned.Organizations, o.Unsigned.In, o.Unsigned.Of, o.PersonsOnly.Organizations)
	fmt.Fprintf(&b, "said doubtful: %s\n", o.Doubted)
	// From the counts: figures that are rounded to five places already would be rounded twice.
	precision, recall, f1 := share(float64(o.Right), o.Found), share(float64(o.Right), o.Expected), share(2*float64(o.Right), o.Expected+o.Found)
	fmt.Fprintf(&b, "micro P %.4f R %.4f F1 %.4f  macro F1 %.4f  median %.3f  at least .95: %d of %d\n", precision, recall, f1, o.Macro, o.Median, o.Good.Right, o.Good.Of)
	return b.String()
}

// hashed is the gold in the form that the script reads.
func hashed(documents []Document) []map[string]any {
	digest := func(name string) string {
		sum := sha256.Sum256([]byte(normal(name)))
		return hex.EncodeToString(sum[:])[:12]
	}
	digests := func(names []string) []string {
		out := []string{}
		for _, name := range names {
			out = append(out, digest(name))
		}
		return out
	}
	var all []map[string]any
	for i := range documents {
		g := &documents[i].gold
		kind := g.Signed
		if kind == "supporting-logo" {
			kind = "signed" // the script knows no such lists, and ours are to be scored
		}
		var accept strings.Builder // an object whose order counts
		for k, o := range g.Accept {
			forms, _ := json.Marshal(digests(o.Forms))
			fmt.Fprintf(&accept, "%s%q:%s", [2]string{"", ","}[min(k, 1)], digest(o.Name), forms)
		}
		all = append(all, map[string]any{"id": safeName(g.ID), "file": g.Document, "language": "", "date": g.Date, "dates_ok": g.DatesOK, "signatory_kind": kind,
			"names": digests(g.organizations()), "accept": json.RawMessage("{" + accept.String() + "}"), "optional": digests(g.Optional)})
	}
	return all
}

// scorePy runs the script on what was read, and returns what it says.
func scorePy(t *testing.T, e *Extraction) string {
	t.Helper()
	script := filepath.Join(shared(t, "check"), "score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed; install it to compare with ../shared/data/check/score.py")
	}
	dir := t.TempDir()
	gold, err := json.Marshal(hashed(e.Documents))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "gold.json"), gold, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := e.WriteDrafts(filepath.Join(dir, "out"), func(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(python, script, filepath.Join(dir, "gold.json"), filepath.Join(dir, "out"), "--short").CombinedOutput()
	if err != nil {
		t.Fatalf("score.py: %v\n%s", err, said)
	}
	return string(said)
}

// TestAsScorePy compares the closing figures with those of the script, on documents of our own that meet each of its rules and on the shared ones.
func TestAsScorePy(t *testing.T) {
	for name, e := range map[string]func() *Extraction{
		"our own": ownDocuments,
		"gold":    func() *Extraction { return sharedExtraction(t, "gold") },
		"gold2":   func() *Extraction { return sharedExtraction(t, "gold2") },
	} {
		t.Run(name, func(t *testing.T) {
			e := e()
			if got, want := closing(&e.Overall), scorePy(t, e); got != want {
				t.Errorf("we say\n%sscore.py says\n%s", got, want)
			}
		})
	}
}

func ownDocuments() *Extraction {
	var documents []Document
	add := func(d *letter.Draft, g Gold) *Document {
		g.ID = fmt.Sprintf("%d/%s", len(documents), g.Signed)
		documents = append(documents, Document{draft: d, gold: g})
		return &documents[len(documents)-1]
	}
	full := add(draftOf("2021-05-06", "Moon", "PF", "SALT-union", "Pier Fund", "Council", "Council", "Salt Union!", "Salt Union", "O\u0308l ünion", "PF"),
		goldOf("signed", "Salt Union", "Salt Union", "Pier Friends (PF)", "Pier Fund (PF)", "Öl Ünion", "Sun"))
	full.gold.Accept = OtherForms{{"Pier Fund (PF)", []string{"PF", "Pier Fund"}}, {"Pier Friends (PF)", []string{"PF"}}, {"Nobody", []string{"Moon"}}}
	full.gold.Optional = []string{"Council", "Salt Union"}
	full.gold.Date = "2021-05"
	for i, p := range []float64{0.01, 0.5, 0.7, 0.9, 1, 0.69, 0.89, 0.49, 0.95, 0.9} {
		full.draft.Signatories[i].Confidence = p
	}
	add(draftOf("2021-05-06", "Salt Union", "Straße"), goldOf("signed", "Salt Union", "STRASSE")).gold.DatesOK = []string{"2020", "2021-05-06"}
	add(draftOf("2021", "Salt Union", "Moon"), goldOf("signed", "Salt Union", "Sun", "Pier")).gold.Date = "2021-05"
	add(draftOf("2021"), goldOf("supporting-logo", "Salt Union"))
	add(draftOf(""), goldOf("none")).gold.Date = "2019"
	none := add(draftOf("", "Council", "Moon", "Moon"), goldOf("none"))
	none.gold.Optional = []string{"Council"}
	add(draftOf("", "Moon", "Sun"), goldOf("mentioned", "Sun"))
	persons := add(draftOf("", "University", "Institute", "Rosa"), goldOf("signed"))
	persons.gold.Individuals, persons.draft.Signatories[2].Type = 1, "person"
	add(&letter.Draft{}, goldOf("signed", "Salt Union")).Error = "a picture"
	for i := range documents {
		documents[i].draft.Doubtful = []string{}
		if i%2 == 0 {
			documents[i].draft.Doubtful = []string{"36 organizations claimed, 0 found"}
		}
		documents[i].score()
	}
	return sum(documents)
}
