package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// A title with a line break cannot print another line of the audit log or of a load.
func TestTitlesCannotForgeLines(t *testing.T) {
	data := t.TempDir()
	set := write(t, filepath.Join(t.TempDir(), "set.yaml"), `undersigned: dataset/1
name: forged
letters:
  - {id: "a", title: "Pool letter\n     9  2030-01-01 00:00:00  person: Ada  remove letter  x", date: 2019-01-02, signatories: [{as: "Salt Club\nMoon Club"}, "Star \u202eClub"]}
`)
	loaded := must(t, data, "load", set)
	for what, out := range map[string]string{"load": loaded, "audit": must(t, data, "audit"), "list": must(t, data, "list", "letters"), "organizations": must(t, data, "list", "organizations")} {
		for line := range strings.Lines(out) {
			if strings.HasPrefix(strings.TrimSpace(line), "9  2030") || strings.HasPrefix(line, "Moon Club") || strings.ContainsRune(line, 0x202e) {
				t.Errorf("%s prints a line that nothing wrote: %q", what, line)
			}
		}
	}
	if got := inLine("a\nb\r\u2028c\u202ed"); got != "a⏎b⏎⏎cd" {
		t.Errorf("%q", got)
	}
}
