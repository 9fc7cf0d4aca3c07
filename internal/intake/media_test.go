package intake_test

import (
	"slices"
	"testing"

	"undersigned/internal/intake"
)

// A browser's file dialog hides what is not among the media, so that each kind of file that is read has to be there.
func TestMediaHasEachKind(t *testing.T) {
	media := intake.Media()
	for _, e := range []string{".pdf", ".docx", ".odt", ".rtf", ".html", ".mhtml", ".warc", ".md", ".rst", ".adoc", ".org", ".txt", ".csv", ".tsv", ".xlsx", ".ods", ".gexf", ".graphml", ".net", ".yaml", ".json", ".jsonl"} {
		if !slices.Contains(media, e) {
			t.Errorf("%s is read and not offered", e)
		}
	}
}
