package sheet

import (
	"fmt"
	"slices"
	"strings"

	"undersigned/internal/letter/cue"
	"undersigned/internal/letter/doubt"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/table"
)

// belonging says that names are of those who belong to somebody or pay, as a site's list of partners is, where nothing says that they signed: called are
// what the names stand under, the file first, and beside what else might say so. "" where there is no such doubt.
func belonging(called, beside []string) string {
	if rule.Off("sheet.belonging") {
		return ""
	}
	says := ""
	for _, c := range called {
		key := strings.NewReplacer("_", " ", "-", " ").Replace(c)
		if cue.TopicsOf(key)&cue.AboutBelong != 0 || sponsorKeys.MatchString(key) {
			says = c
		}
	}
	if says == "" || slices.ContainsFunc(append(slices.Clone(called), beside...), ofSigning) {
		return ""
	}
	return fmt.Sprintf("nothing says that these signed: the names stand under %q", says)
}

// ofSigning reports whether a key, a column or a title speaks of signing, or of a letter.
func ofSigning(s string) bool {
	return keyTopics(s).signs || cue.TopicsOf(s)&(cue.AboutSigning|cue.AboutSupport|cue.AboutPaper) != 0 || signedKeys.MatchString(s) || table.SenseOf(s) == table.LetterColumn
}

// tellBelonging adds that doubt where all lists that are read have it.
func (r *dataReader) tellBelonging(chosen []*dataList, d *draft.Draft) {
	says := ""
	for _, l := range chosen {
		beside := []string{string(d.Title)}
		for _, item := range l.items {
			for _, k := range item.keys {
				if !slices.Contains(beside, k.text) && len(beside) < maxFields {
					beside = append(beside, k.text)
				}
			}
		}
		if says = belonging(r.withFile(l.path), beside); says == "" {
			return
		}
	}
	if says != "" {
		r.unread, r.belongs = append(r.unread, says), true
	}
}

// tellBelonging adds that doubt to a table of one letter.
func (t *tableReader) tellBelonging() {
	if t.edges || len(t.drafts) != 1 || t.read.Name() < 0 {
		return
	}
	called := []string{draft.BaseTitle(t.name)}
	if at := t.read.Name(); at < len(t.header) {
		called = append(called, t.header[at])
	}
	if says := belonging(called, append(slices.Clone(t.header), t.title)); says != "" {
		t.unread = append(t.unread, says)
		noSurer(t.drafts[0].Signatories)
	}
}

// noSurer makes rows no surer than a document with doubts may be: whether they signed is what is asked.
func noSurer(rows []draft.Row) {
	for i := range rows {
		rows[i].Confidence = min(rows[i].Confidence, doubt.Bar)
	}
}
