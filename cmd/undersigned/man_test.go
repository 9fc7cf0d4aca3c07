package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// TestManualPages writes the pages and asks that each command has one with its flags and examples, the same each time, without a complaint of groff.
func TestManualPages(t *testing.T) {
	folder, again := filepath.Join(t.TempDir(), "man1"), t.TempDir()
	must(t, t.TempDir(), "man", folder)
	must(t, t.TempDir(), "man", again)
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Log("groff is missing: whether the pages are well formed was not looked at")
	}
	commands(func(c *cobra.Command) {
		name, section := pageOf(c)
		file := filepath.Join(folder, name+"."+section)
		page, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
			return
		}
		if other, err := os.ReadFile(filepath.Join(again, filepath.Base(file))); err != nil || string(other) != string(page) {
			t.Errorf("%s differs from one run to the next", name)
		}
		if groff == "" {
			return
		}
		text, err := exec.Command(groff, "-man", "-Tascii", "-P-cbou", "-rLL=200n", "-ww", file).CombinedOutput()
		if err != nil {
			t.Errorf("groff %s: %v", name, err)
		}
		for _, has := range []string{"NAME", c.CommandPath(), "--store", "SEE ALSO", "undersigned-settings(7)"} {
			if !strings.Contains(string(text), has) || strings.Contains(string(text), "warning") {
				t.Errorf("the page of %s does not say %q, or has a fault:\n%.600s", name, has, text)
			}
		}
		for line := range strings.Lines(c.Example) {
			if line = strings.TrimSpace(line); !strings.Contains(string(text), line) {
				t.Errorf("the page of %s prints the example %q otherwise", name, line)
			}
		}
	})
	if settings, err := os.ReadFile(filepath.Join(folder, "undersigned-settings.7")); err != nil || !strings.Contains(string(settings), "UNDERSIGNED_STORE") {
		t.Errorf("the page about settings: %v", err)
	}
}
