package letter

import (
	"testing"

	"undersigned/internal/letter/about"
	"undersigned/internal/letter/document"
)

// TestLanguageOfPage asks that a page's own word counts where its text is too short to tell. The cases language-* of testdata hold each language.
func TestLanguageOfPage(t *testing.T) {
	p := &document.Document{Lines: []document.Line{{Number: 1, Text: "Salt Union"}}, Hints: document.Meta{Language: "de-AT"}}
	if got := about.Of(p).Language; got != "de" {
		t.Errorf("the page's language is %q", got)
	}
	p.Lines[0].Text = "We ask the council to keep the old pool open for all who live in this town and have no other place to swim."
	if got := about.Of(p).Language; got != "en" {
		t.Errorf("the language of an English text on a German page is %q", got)
	}
}
