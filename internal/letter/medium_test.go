package letter

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/medium"
	"undersigned/internal/letter/text"
)

func extract(t *testing.T, name, text string) *draft.Draft {
	t.Helper()
	d, err := Extract(context.Background(), name, []byte(text), medium.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestRefused gives every kind of unreadable input and asks for its code and a sentence that says what to do.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		name, data string
		limits     medium.Limits
		code       graph.Code
		says       string
	}{
		{"empty.txt", "", medium.Limits{}, graph.Invalid, "empty"},
		{"blank.md", " \n\t\n", medium.Limits{}, graph.Invalid, "empty"},
		{"rules.txt", "-----\n\n*****\n", medium.Limits{}, graph.Invalid, "empty"},
		{"cut.pdf", "%PDF-1.7 ...", medium.Limits{}, graph.Invalid, "damaged or cut short"},
		{"letter.txt", "%PDF-1.7 ...", medium.Limits{}, graph.Invalid, "damaged or cut short"},
		{"letter.docx", "PK\x03\x04rest", medium.Limits{}, graph.Invalid, "damaged or cut off"},
		{"zeros.txt", "Dear\x00\x00\x00\x00", medium.Limits{}, graph.Unsupported, "zero bytes"},
		{"noise.txt", strings.Repeat("\x01\x02a", 50), medium.Limits{}, graph.Unsupported, "control characters"},
		{"long.txt", strings.Repeat("a", 101), medium.Limits{Bytes: 100}, graph.TooLarge, "limit is 100"},
		{"lines.txt", strings.Repeat("a\n", 101), medium.Limits{Lines: 100}, graph.TooLarge, "100 lines"},
		{"lines.md", strings.Repeat("a\n", 101), medium.Limits{Lines: 100}, graph.TooLarge, "100 lines"},
		{"rows.txt", "Signed by:\n\n" + strings.Repeat("River Watch\n", 101), medium.Limits{Rows: 100}, graph.TooLarge, "limit is 100"},
		{"folder/../many.csv", "organization,letter\nA,one\nA,two\n", medium.Limits{}, graph.Unsupported, "many.csv holds 2 letters"},
	} {
		_, err := Extract(context.Background(), c.name, []byte(c.data), c.limits)
		if graph.CodeOf(err) != c.code || !strings.Contains(graph.MessageOf(err), c.says) {
			t.Errorf("%s: %s %v, want %s and %q", c.name, graph.CodeOf(err), err, c.code, c.says)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("the user left"))
	for _, name := range []string{"letter.txt", "letter.md", "letter.csv"} {
		text := "organization\n" + strings.Repeat("River Watch\n", 5000)
		if _, err := Extract(ctx, name, []byte(text), medium.Limits{}); graph.CodeOf(err) != graph.Cancelled {
			t.Errorf("%s: %v, want cancelled", name, err)
		}
	}
}

func TestReads(t *testing.T) {
	for name, want := range map[string]bool{"a.txt": true, "b/c.MD": true, "d.csv": true, "e.tsv": true, "f.pdf": true, "f.zip": false, "README": false} {
		if Reads(name) != want {
			t.Errorf("Reads(%q) is %v", name, !want)
		}
	}
}

// TestCharsets reads one letter in several character sets; only the guessed one is said aloud.
func TestCharsets(t *testing.T) {
	text := "Signataires :\n\nLigue des Écoles\nAmis de la Forêt\nCafé “Noir”\n"
	units := utf16.Encode([]rune("\ufeff" + text))
	little, big := []byte{}, []byte{}
	for _, u := range units {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	windows := []byte{}
	for _, r := range text {
		switch r {
		case '“':
			windows = append(windows, 0x93)
		case '”':
			windows = append(windows, 0x94)
		default:
			windows = append(windows, byte(r))
		}
	}
	for name, data := range map[string][]byte{"utf-8": []byte(text), "bom": []byte("\ufeff" + text), "utf-16le": little, "utf-16be": big, "windows-1252": windows,
		"crlf": []byte(strings.ReplaceAll(text, "\n", "\r\n"))} {
		d, err := Extract(context.Background(), name+".txt", data, medium.Limits{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(d.Signatories) != 3 || d.Signatories[0].Name != "Ligue des Écoles" || d.Signatories[2].Name != "Café “Noir”" || d.Signatories[2].Line != 5 {
			t.Errorf("%s: %+v", name, d.Signatories)
		}
		if warned := len(d.Warnings) > 0; warned != (name == "windows-1252") {
			t.Errorf("%s: the warnings are %q", name, d.Warnings)
		}
	}
}

// TestJSON asks for the wire form: null for what is not known, slices never null.
func TestJSON(t *testing.T) {
	d := extract(t, "x.txt", "Some words that nobody signs.")
	d.Confidence = 1 // it is fitted
	out, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"title":null,"date":null,"kind":"other","language":null,"addressees":[],"targets":[],"claimed":{"organizations":null,"individuals":null,"text":null},"signatories":[],"left_out":[],"confidence":1,"doubtful":[],"same_letter_as_hint":null}`
	if string(out) != want {
		t.Errorf("the JSON is\n%s\nwant\n%s", out, want)
	}
	rows := extract(t, "x.txt", "Signed by:\n\nRiver Watch\n").Signatories
	if len(rows) != 1 || rows[0].Confidence <= 0 {
		t.Fatalf("the rows are %+v", rows)
	}
	rows[0].Confidence = 0.96
	out, err = json.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	want = `[{"name":"River Watch","type":"organization","country":null,"note":null,"page":0,"line":3,"text":"River Watch","box":null,"confidence":0.96,"evidence":[{"line":3,"text":"River Watch"}]}]`
	if string(out) != want {
		t.Errorf("the JSON is\n%s\nwant\n%s", out, want)
	}
	var back []draft.Row
	if err := json.Unmarshal(out, &back); err != nil || len(back) != 1 || back[0].Name != "River Watch" || back[0].Country != "" {
		t.Errorf("reading it back: %+v, %v", back, err)
	}
}

// TestPages asks for page numbers where form feeds divide pages.
func TestPages(t *testing.T) {
	d := extract(t, "x.txt", "Signed by:\n\nRiver Watch\nSalt Union\n\fPier Friends\nPage 2 of 2\n")
	if len(d.Signatories) != 3 || d.Signatories[1].Page != 1 || d.Signatories[2].Page != 2 || len(d.LeftOut) != 1 {
		t.Errorf("rows %+v, left out %+v", d.Signatories, d.LeftOut)
	}
}

// TestLinear asks that work grows with the lines; BenchmarkExtract measures time.
func TestLinear(t *testing.T) {
	letter := func(n int) string {
		var b strings.Builder
		b.WriteString("Dear Mayor,\n\nWe ask you to keep the pool. It is ours and we will not give it up.\n\nSigned by:\n\n")
		for i := range n {
			fmt.Fprintf(&b, "Swimmers of Street %d (group %d\nand friends)\n", i, i)
		}
		return b.String()
	}
	small := testing.AllocsPerRun(2, func() { extract(t, "x.txt", letter(500)) })
	large := testing.AllocsPerRun(2, func() { extract(t, "x.txt", letter(2000)) })
	if large > 6*small {
		t.Errorf("four times the lines take %.0f allocations, %.0f for one: more than linear", large, small)
	}
}

func BenchmarkExtract(b *testing.B) {
	letters := [][]byte{}
	for _, s := range seeds {
		letters = append(letters, shared(b, "seeds", s))
	}
	b.ResetTimer()
	n := 0
	for b.Loop() {
		for i, data := range letters {
			if _, err := Extract(context.Background(), seeds[i], data, medium.Limits{}); err != nil {
				b.Fatal(err)
			}
			n++
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Minutes(), "letters/min")
}

// TestPatterns compiles every pattern, since a broken one would only show when it is used. None may keep a place for words, as one does that
// text.Lazy makes of a source for lexicon.Pattern.
func TestPatterns(t *testing.T) {
	if len(text.Patterns()) < 40 {
		t.Errorf("only %d patterns are known", len(text.Patterns()))
	}
	for _, p := range text.Patterns() {
		if left := regexp.MustCompile(`\{[a-z-]+ [a-z-]+\}`).FindString(p.Compiled().String()); left != "" {
			t.Errorf("%s has no words for %s", p.Compiled(), left)
		}
	}
}
