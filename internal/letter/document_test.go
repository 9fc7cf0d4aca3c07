package letter_test

import "testing"

// TestTitles asks which line is the title.
func TestTitles(t *testing.T) {
	const body = "Dear Mayor,\n\nWe ask you to keep the old pool open for everybody in our town.\n\nSincerely,\n\nSalt Union\nPier Friends\nRiver Watch\n"
	for _, c := range []struct{ name, file, text, want string }{
		{"front matter without its marks", "x.md", "title: \"Keep the pool\"\ndate: 2021/5/6\n\n" + body, "Keep the pool"},
		{"a headline in capitals over three lines", "x.txt", "THE POOL OF OUR TOWN IS FOR ALL WHO\nLIVE IN IT AND MUST BE KEPT AS OUR\nPARENTS BUILT IT\n\n" + body, "THE POOL OF OUR TOWN IS FOR ALL WHO LIVE IN IT AND MUST BE KEPT AS OUR PARENTS BUILT IT"},
		{"a name set as a heading", "x.md", "# The Honorable John Smith\n\nMayor\n\n## Keep the old pool open\n\n" + body, "Keep the old pool open"},
		{"a sentence set as a heading", "x.md", "# of the town that we all live in\n\n## Keep the old pool open\n\n" + body, "Keep the old pool open"},
		{"a subject line", "x.txt", "Town Hall\nPier 1\n\nRe: the old pool\n\n" + body, "the old pool"},
	} {
		if d := extract(t, c.file, c.text); string(d.Title) != c.want {
			t.Errorf("%s: the title is %q, want %q", c.name, d.Title, c.want)
		}
	}
}
