package letter_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"undersigned/graph"
	"undersigned/internal/letter"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/text"
)

// checkDraft checks what holds for every draft.
func checkDraft(t *testing.T, d *letter.Draft) {
	t.Helper()
	whole := squeeze(d.Text)
	within := func(what, s string) {
		t.Helper()
		if !utf8.ValidString(s) {
			t.Errorf("%s %q is no UTF-8", what, s)
		}
		if !strings.Contains(whole, squeeze(s)) {
			t.Errorf("%s %q does not stand in the document", what, s)
		}
	}
	// What is reported stands in the document in one piece. In columns, which blanks and tabs set in any medium, the lines of one name do not follow each
	// other: there they stand in the document's order, and nowhere else is less asked for.
	columns := d.Medium == "pdf" || text.WideGap.MatchString(d.Text)
	lines := func(what, s string) {
		t.Helper()
		if !columns || strings.Contains(whole, squeeze(s)) {
			within(what, s)
			return
		}
		rest := whole
		for part := range strings.SplitSeq(s, "\n") {
			within(what, part)
			_, after, ok := strings.Cut(rest, squeeze(part))
			if !ok {
				t.Errorf("%s %q has its lines in another order than the document", what, s)
			}
			rest = after
		}
	}
	for _, r := range slices.Concat(d.Signatories, d.Faint) {
		switch {
		case !columns && (d.Medium == "yaml" || d.Medium == "json"): // two fields have the parts of a person's name
			for part := range strings.FieldsSeq(r.Name) {
				within("a part of the name", part)
			}
		case strings.Contains(squeeze(r.Text), squeeze(r.Name)), strings.Contains(squeeze(withoutLinks(r.Text)), squeeze(r.Name)):
		case columns && strings.Contains(strings.ReplaceAll(squeeze(r.Text), ",", ""), strings.ReplaceAll(squeeze(r.Name), ",", "")): // set between cells
		default:
			within("the name", r.Name)
		}
		if graph.Fold(r.Name) == "" || r.Line <= 0 || len(r.Evidence) == 0 || r.Confidence <= 0 || r.Confidence > 1 {
			t.Errorf("row %+v is not whole", r)
		}
		for _, p := range r.Evidence {
			lines("the evidence", p.Text)
		}
	}
	for _, l := range d.LeftOut {
		if !slices.ContainsFunc(d.Faint, func(r draft.Row) bool { return r.Name == l.Text && r.Line == l.Line }) {
			lines("the line left out", l.Text)
		}
		if l.Why == "" {
			t.Errorf("%q is left out without a reason", l.Text)
		}
	}
	if d.Doubtful == nil || d.Confidence < 0 || d.Confidence > 1 {
		t.Errorf("the confidence is %v and the doubts are %q", d.Confidence, d.Doubtful)
	}
	for _, q := range d.Quotes {
		within("the quotation", q)
	}
	if !strings.Contains(squeeze(string(d.Title)), squeeze(string(d.Claimed.Text))) { // which may be said outside the text
		within("the claim", string(d.Claimed.Text))
	}
	if out, err := json.Marshal(d); err != nil || strings.Contains(string(out), `":null,"signatories`) {
		t.Errorf("the JSON is not as promised: %v", err)
	}
	l := d.Letter("")
	if again := d.Letter(""); graph.RecordHash(l) != graph.RecordHash(again) {
		t.Error("the same draft gives two records")
	}
	signed := map[string]bool{}
	for _, s := range l.Signatures {
		id := graph.SignatureID(l.ID, s.Type, s.Name, s.Capacity)
		if signed[id] || s.Name != graph.CleanName(s.Name) || s.Name == "" {
			t.Errorf("signature %q stands twice or is not clean", s.Name)
		}
		signed[id] = true
	}
}

// squeeze takes out white space and the hyphens that may have divided a word at a line's end. Names of scripts with other marks have ours.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '\u00ad' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff' {
			return -1
		}
		return r
	}, text.Narrow(graph.CleanName(s)))
}

// withoutLinks takes out addresses, which say how somebody is reached.
func withoutLinks(s string) string {
	s, _, _ = phrase.CutLinks(s)
	return s
}
