package intake

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
	"undersigned/internal/store/ruled/ruledtest"
)

var quiet = slog.New(slog.DiscardHandler)

// desk is an Intake over a real store, with real children.
type desk struct {
	*Intake
	t     *testing.T
	clock time.Time
}

func openDesk(t *testing.T, letters ...graph.Letter) *desk {
	t.Helper()
	db, err := ruledtest.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	if _, err := db.Put(t.Context(), store.Change{Letters: letters, Actor: "test"}); err != nil {
		t.Fatal(err)
	}
	service := explore.New(db, explore.Options{PollEvery: time.Hour})
	t.Cleanup(service.Close)
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, clock: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)}
	d.Intake = New(service, db, Options{Command: []string{program, "-test.run=^$"}, Env: []string{childVariable + "=work"}, Now: func() time.Time { return d.clock }})
	return d
}

// stored makes a letter of names as a text file would give it.
func stored(id, title, date string, names ...string) graph.Letter {
	when, err := graph.ParseDate(date)
	if err != nil {
		panic(err)
	}
	l := graph.Letter{ID: id, Title: title, Kind: "letter", Date: when, Language: "en", Documents: []graph.Document{{ID: "d", Name: id + ".txt"}}}
	for i, name := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Position: i + 1,
			Evidence: []graph.Evidence{{Document: "d", Line: i + 10, Text: name}}})
	}
	return l
}

// letterText is a letter of the usual form.
func letterText(title string, names ...string) string {
	return title + "\n\nMarch 5, 2021\n\nDear members of the council,\n\n" +
		"We, the undersigned organizations, ask you to keep the river open for everybody who lives on it.\nIt has been ours for a long time, and it should stay so.\n\n" +
		"Sincerely,\n\n" + strings.Join(names, "\n") + "\n"
}

func (d *desk) add(name, text string) DraftAnswer {
	d.t.Helper()
	a, err := d.Add(d.t.Context(), Document{Name: name, Data: []byte(text)})
	if err != nil {
		d.t.Fatal(err)
	}
	return a
}

// drafted keeps a draft as if it had been read in a document of names, a line each, without a child.
func (d *desk) drafted(l graph.Letter, names ...string) DraftAnswer {
	d.t.Helper()
	r := &reading{Letter: l}
	for i, name := range names {
		r.Lines = append(r.Lines, newLine(i+1, 0, name))
		r.Rows = append(r.Rows, row{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Evidence: []graph.Evidence{{Document: r.document(), Line: i + 1, Text: name}}})
	}
	if err := d.keep(&draft{id: "draft of " + l.ID, reading: r}); err != nil {
		d.t.Fatal(err)
	}
	a, err := d.Draft(d.t.Context(), "draft of "+l.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return a
}

// untouched is a draft saved as it was read.
func untouched(a *DraftAnswer) SaveRequest {
	q := SaveRequest{By: "Ada", Title: a.Title, Date: a.Date.String(), Kind: a.Kind, Language: a.Language, Addressees: a.Addressees, Targets: a.Targets}
	for _, r := range a.Rows {
		q.Rows = append(q.Rows, SaveRow{From: []int{r.Row}, Name: r.Name, Country: r.Country, Note: r.Note, Affiliation: r.Affiliation, Withdrawn: r.Withdrawn, Reported: r.Reported})
	}
	return q
}

func (d *desk) save(id string, q SaveRequest) SaveAnswer {
	d.t.Helper()
	a, err := d.Save(d.t.Context(), id, q)
	if err != nil {
		d.t.Fatal(err)
	}
	return a
}

func (d *desk) letter(id string) graph.Letter {
	d.t.Helper()
	l, err := d.store.Letter(d.t.Context(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return l
}

func (d *desk) network() *graph.Network {
	d.t.Helper()
	data, err := d.store.Snapshot(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	n, err := graph.NewNetwork(data)
	if err != nil {
		d.t.Fatal(err)
	}
	return n
}

func names(a *DraftAnswer) []string {
	var list []string
	for _, r := range a.Rows {
		list = append(list, r.Name)
	}
	return list
}

func TestDraftOfAText(t *testing.T) {
	d := openDesk(t, stored("one", "An earlier letter", "2020", "River Watch", "Friends of the Delta", "Boat Builder Guild"))
	a := d.add(`C:\letters\river.txt`, letterText("Keep the river open", "RIVER WATCH", "Friends of the Delta (FD)", "Boat Builders Guild", "Harbour Union"))
	if want := []string{"RIVER WATCH", "Friends of the Delta (FD)", "Boat Builders Guild", "Harbour Union"}; !slices.Equal(names(&a), want) {
		t.Fatalf("rows %q", names(&a))
	}
	if a.Name != "river.txt" || a.Title != "Keep the river open" || a.Date.String() != "2021-03-05" || a.Organizations != 4 || a.Medium != "text" {
		t.Errorf("%+v", a)
	}
	var states []string
	for i, r := range a.Rows {
		states = append(states, r.Match.State)
		l := a.Lines[r.Line-1]
		if l.Number != r.Line || strings.TrimSpace(l.Text) != r.Text || !slices.Equal(l.Rows, []int{i}) {
			t.Errorf("row %d and its line: %+v", i, l)
		}
	}
	if want := []string{"known", "known", "unsure", "new"}; !slices.Equal(states, want) {
		t.Errorf("matches %v", states)
	}
	if m := a.Rows[1].Match; m.Name != "Friends of the Delta" || m.Score < .99 || m.Why != "equal but for the acronym that one prints beside the name" || len(m.Candidates) != 0 {
		t.Errorf("known by a rule: %+v", m)
	}
	if c := a.Rows[2].Match.Candidates; len(c) != 1 || c[0].Name != "Boat Builder Guild" || c[0].Score < .9 || c[0].Why == "" {
		t.Errorf("candidates %+v", c)
	}
	again, err := d.Draft(t.Context(), a.ID)
	if err != nil || again.SHA256 != a.SHA256 {
		t.Errorf("the draft again: %v", err)
	}
}

func TestWarnings(t *testing.T) {
	d := openDesk(t)
	text := strings.Replace(letterText("Keep the river open", "River Watch", "Friends of the Delta", "Boat Builders Guild"), "the undersigned organizations", "the undersigned 18 organizations", 1)
	a := d.add("river.txt", text)
	if len(a.Doubtful) == 0 || a.Doubtful[0] != "18 organizations claimed, 3 found" || slices.ContainsFunc(a.Warnings, func(w Warning) bool { return w.Code == "claimed" }) {
		t.Errorf("%q, %+v", a.Doubtful, a.Warnings) // what the doubts say is not said again
	}
	a = d.add("river.txt", strings.Replace(text, "18", "4", 1))
	if len(a.Warnings) == 0 || a.Warnings[0].Code != "claimed" || a.Warnings[0].Kind != "warning" || a.Warnings[0].Text != "The document claims 4 organizations, and 3 were found." {
		t.Errorf("%+v", a.Warnings)
	}
	a = d.add("prose.txt", "The river\n\nThe river is long, and it is wide, and nobody has signed anything here at all, as far as we know.\n")
	if len(a.Warnings) == 0 || a.Warnings[0].Code != "none" {
		t.Errorf("%+v", a.Warnings)
	}
}

func TestDraftsAreForgotten(t *testing.T) {
	d := openDesk(t)
	first := d.add("a.txt", letterText("Keep the river open", "River Watch", "Friends of the Delta"))
	d.clock = d.clock.Add(draftLife - time.Minute)
	if _, err := d.Draft(t.Context(), first.ID); err != nil {
		t.Fatal(err)
	}
	d.clock = d.clock.Add(draftLife + time.Second)
	if _, err := d.Draft(t.Context(), first.ID); graph.CodeOf(err) != graph.NotFound {
		t.Errorf("after two hours: %v", err)
	}
	for i := range draftsMost {
		if err := d.keep(&draft{id: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
		d.clock = d.clock.Add(time.Second)
	}
	if err := d.keep(&draft{id: "more"}); graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("one too many: %v", err)
	}
	d.clock = d.clock.Add(idle)
	if err := d.keep(&draft{id: "more"}); err != nil || d.drafts["0"] != nil || d.drafts["1"] == nil {
		t.Errorf("the one that lay longest makes room: %v", err)
	}
	d.drafts["7"].saved.Store(true)
	if err := d.keep(&draft{id: "at once"}); err != nil || d.drafts["7"] != nil || d.drafts["1"] == nil {
		t.Errorf("what was saved makes room at once: %v", err)
	}
	if err := d.keep(&draft{id: "big", document: Document{Data: make([]byte, bytesMost+1)}}); graph.CodeOf(err) != graph.Unavailable || len(d.drafts) == 0 {
		t.Errorf("a document that never fits: %v, %d left", err, len(d.drafts))
	}
	if err := d.Discard("more"); err != nil || graph.CodeOf(d.Discard("more")) != graph.NotFound {
		t.Errorf("discarding: %v", err)
	}
}

func TestDocumentsThatAreNone(t *testing.T) {
	d := openDesk(t)
	for name, c := range map[string]struct {
		doc  Document
		code graph.Code
	}{
		"empty":       {Document{Name: "a.txt"}, graph.Invalid},
		"too large":   {Document{Name: "a.txt", Data: make([]byte, MaxBytes+1)}, graph.TooLarge},
		"a picture":   {Document{Name: "a.png", Data: []byte("\x89PNG\r\n\x1a\n0000")}, graph.Unsupported},
		"a damaged":   {Document{Name: "a.docx", Data: []byte("PK\x03\x04 and no more")}, graph.Invalid},
		"bad address": {Document{Name: "a.txt", Data: []byte("x"), Published: "javascript:alert(1)"}, graph.Invalid},
		"with a user": {Document{Name: "a.txt", Data: []byte("x"), Published: "https://a:b@example.org/"}, graph.Invalid},
	} {
		if _, err := d.Add(t.Context(), c.doc); graph.CodeOf(err) != c.code || graph.MessageOf(err) == "" {
			t.Errorf("%s: %q, %v", name, graph.CodeOf(err), err)
		}
	}
	if _, err := d.AddAddress(t.Context(), "https://example.org/"); graph.CodeOf(err) != graph.Unsupported {
		t.Errorf("an address without a fetcher: %v", err)
	}
}

func TestFetchedDocument(t *testing.T) {
	d := openDesk(t)
	d.fetch = func(_ context.Context, address string) (Document, error) {
		return Document{Name: "river.txt", Data: []byte(letterText("Keep the river open", "River Watch", "Friends of the Delta")), Published: address, Retrieved: "2026-01-02T03:04:05Z"}, nil
	}
	var kept []string
	d.copies = func(doc Document) error {
		kept = append(kept, doc.Name+" "+string(doc.Data[:8]))
		return nil
	}
	a, err := d.AddAddress(t.Context(), " https://example.org/river ")
	if err != nil || a.Published != "https://example.org/river" || a.Retrieved == "" {
		t.Fatalf("%v, %q %q", err, a.Published, a.Retrieved)
	}
	if len(kept) > 0 {
		t.Error("a copy is kept before anything is saved")
	}
	saved := d.save(a.ID, untouched(&a))
	if want := []string{"river.txt Keep the"}; !slices.Equal(kept, want) {
		t.Errorf("kept %q", kept)
	}
	if doc := d.letter(saved.Letter).Documents[0]; doc.Published != a.Published || doc.Retrieved != a.Retrieved || doc.SHA256 != a.SHA256 {
		t.Errorf("%+v", doc)
	}
	b := d.add("river.txt", letterText("Keep the river open", "River Watch", "Friends of the Delta"))
	if s := d.save(b.ID, untouched(&b)); s.Written != 0 || d.letter(s.Letter).Documents[0].Published != a.Published {
		t.Errorf("the same as a file loses its address: %+v", s)
	}
	if _, err := d.AddAddress(t.Context(), "file:///etc/passwd"); graph.CodeOf(err) != graph.Invalid {
		t.Errorf("a file as an address: %v", err)
	}
}

func TestBaseName(t *testing.T) {
	for in, want := range map[string]string{"": "pasted.txt", "a.md": "a.md", "/etc/../a.txt": "a.txt", `C:\x\b.pdf`: "b.pdf", "..": "pasted.txt", "a\x00\nb.txt": "a b.txt",
		"\xff.txt": ".txt", strings.Repeat("é", 300) + ".docx": strings.Repeat("é", 100) + "…" + strings.Repeat("é", 94) + ".docx"} {
		if got := baseName(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
