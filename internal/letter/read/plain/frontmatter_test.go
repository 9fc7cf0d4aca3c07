package plain

import (
	"testing"

	"undersigned/internal/letter/document"
)

func TestMarkdownInline(t *testing.T) {
	for text, want := range map[string]string{
		"**River** _Watch_":                             "River Watch",
		"[River Watch](https://river.example/a_(b))":    "River Watch",
		"[River *Watch*][r] and <https://x.example>":    "River Watch and https://x.example",
		"River Watch\\*":                                "River Watch*",
		"River Watch*":                                  "River Watch*",
		"river_watch_net and `code`":                    "river_watch_net and code",
		"Salt &amp; Sons <span class=\"x\">Ltd.</span>": "Salt & Sons Ltd.",
		"Salt Union[^3]":                                "Salt Union",
		"~~Salt Union~~":                                "Salt Union",
		"***Salt*** Union":                              "Salt Union",
		"2 * 3 * 4":                                     "2 * 3 * 4",
	} {
		if got := Inline(text); got != want {
			t.Errorf("inline(%q) is %q, want %q", text, got, want)
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for text, want := range map[string]struct {
		meta  document.Meta
		first int
	}{
		"---\ntitle: A\ndate: 2020-01-02\n---\nbody":       {document.Meta{Title: "A", Date: "2020-01-02", Language: ""}, 5},
		"---\nTitle: \"A: B\"\nlang: de-AT\n---\nbody":     {document.Meta{Title: "A: B", Date: "", Language: "de-AT"}, 5},
		"+++\ntitle = \"A\"\ndate = 2020-01-02\n+++\nbody": {document.Meta{Title: "A", Date: "2020-01-02", Language: ""}, 5},
		"---\ntitle: [broken\ndate: 2020-01-02\n---\nbody": {document.Meta{Title: "[broken", Date: "2020-01-02", Language: ""}, 5},
		"---\n\nno front matter\n":                         {document.Meta{}, 1},
		"body\n---\ntitle: A\n---\n":                       {document.Meta{}, 1},
		"---\ntitle: A\n----\nbody":                        {document.Meta{}, 1},
	} {
		m, body, first, _ := FrontMatter(text)
		if m != want.meta || first != want.first || want.first > 1 && body != "body" {
			t.Errorf("frontMatter(%q) is %+v, line %d, body %q", text, m, first, body)
		}
	}
}

// TestMetaOf asks for the keys that systems write dates, titles and languages under.
func TestMetaOf(t *testing.T) {
	for want, keys := range map[string][]string{
		"2020-01-02": {"date", "Date", "createdAt", "created_at", "published", "publishedAt", "pubDate", "date_published", "publish-date", "posted on", "fecha"},
		"":           {"lastmod", "updatedAt", "last_modified_at", "dateModified", "expires"},
	} {
		for _, k := range keys {
			if m := MetaOf(map[string]any{k: "2020-01-02", "other": "x"}); m.Date != want {
				t.Errorf("%s: the date is %q, want %q", k, m.Date, want)
			}
		}
	}
	if m := MetaOf(map[string]any{"created": "2020-01-02", "publishedAt": "2021-01-02", "Titre": "A", "idioma": "pt"}); m.Date != "2021-01-02" || m.Title != "A" || m.Language != "pt" {
		t.Errorf("said is %+v", m)
	}
	for _, at := range []any{"1577923200", uint64(1577923200), "1577923200000"} {
		if m := MetaOf(map[string]any{"created": at}); m.Date != "2020-01-02" {
			t.Errorf("%v is the day %s", at, m.Date)
		}
	}
}
