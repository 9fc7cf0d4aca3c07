package about

import (
	"testing"

	"undersigned/internal/letter/document"
)

func TestLanguageOf(t *testing.T) {
	for want, text := range map[string]string{
		"en": "We are writing to you because the river is ours and we will not have it sold by those who do not drink from it.",
		"de": "Wir schreiben Ihnen, weil der Fluss uns gehört und nicht von denen verkauft werden darf, die nicht aus ihm trinken.",
		"fr": "Nous vous écrivons parce que la rivière est à nous et qu'elle ne doit pas être vendue par ceux qui ne la boivent pas.",
		"es": "Le escribimos porque el río es nuestro y no debe ser vendido por los que no beben de él, como se ha dicho en la prensa.",
		"":   "River Watch Salt Union Pier Friends",
	} {
		if got := languageOf(&document.Document{Lines: []document.Line{{Text: text}}}); got != want {
			t.Errorf("languageOf(%q) is %q, want %q", text, got, want)
		}
	}
}
