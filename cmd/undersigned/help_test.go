package main

import (
	"encoding/json"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// commands visits every command that help shows, topics of help apart.
func commands(visit func(*cobra.Command)) {
	root := newRoot(stdio{strings.NewReader(""), io.Discard, io.Discard})
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Runnable() && !c.Hidden {
			visit(c)
		}
		for _, sub := range c.Commands() {
			walk(sub)
		}
	}
	walk(root)
}

// TestEveryCommandHasExamples asks that each has some, and that commands and flags in them are there: a shell's words before the first pipe,
// redirection or remark.
func TestEveryCommandHasExamples(t *testing.T) {
	seen := 0
	commands(func(c *cobra.Command) {
		if c.HasSubCommands() && c.HasParent() {
			return // its subcommands have them
		}
		if c.Example == "" || c.Long == "" && c.Name() != "audit" && c.Name() != "redo" && c.Name() != "licenses" {
			t.Errorf("%s has no example or no long help", c.CommandPath())
		}
		own := false
		for line := range strings.Lines(c.Example) {
			for _, part := range strings.Split(line, "|") {
				at := strings.Index(part, "undersigned ")
				if at < 0 || strings.Contains(part[:at], "source") || strings.Contains(part[:at], "ssh") {
					continue
				}
				words := shellWords(part[at+len("undersigned "):])
				if err := parses(words); err != nil {
					t.Errorf("the example %q of %s: %v", strings.TrimSpace(line), c.CommandPath(), err)
				}
				own = own || strings.HasPrefix("undersigned "+strings.Join(words, " "), c.CommandPath())
				seen++
			}
		}
		if !own && c.Name() != "completion" {
			t.Errorf("no example of %s calls it", c.CommandPath())
		}
	})
	if seen < 40 {
		t.Errorf("only %d examples were looked at", seen)
	}
}

// shellWords splits like a shell would, as far as examples need it.
func shellWords(s string) (words []string) {
	quote, word, in := rune(0), "", false
	for _, r := range s {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, in = r, true
		case quote == 0 && (r == '#' || r == '>'):
			return words
		case quote == 0 && (r == ' ' || r == '\n'):
			if in {
				words, word, in = append(words, word), "", false
			}
		default:
			word, in = word+string(r), true
		}
	}
	if in {
		words = append(words, word)
	}
	return words
}

// parses checks command, flags and number of arguments, and runs nothing.
func parses(words []string) error {
	root := newRoot(stdio{strings.NewReader(""), io.Discard, io.Discard})
	c, rest, err := root.Find(words)
	if err != nil {
		return err
	}
	c.InitDefaultHelpFlag()
	if err := c.ParseFlags(rest); err != nil {
		return err
	}
	return c.ValidateArgs(c.Flags().Args())
}

func TestHelpIsThere(t *testing.T) {
	data := t.TempDir()
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"help"}, "Read letters:"},
		{[]string{"help", "load"}, "undersigned load --dry-run"},
		{[]string{"help", "letters", "judge"}, "version-of"},
		{[]string{"load", "--help"}, "undersigned load --dry-run"},
		{[]string{"help", "settings"}, "UNDERSIGNED_STORE"},
		{[]string{"help", "settings"}, "config.yaml"},
		{[]string{"--help"}, "UNDERSIGNED_STORE"},
		{[]string{"letters"}, "proposals"},
		{nil, "Examples:"},
	} {
		if out := must(t, data, c.args...); !strings.Contains(out, c.says) {
			t.Errorf("%q does not say %q:\n%s", c.args, c.says, out)
		}
	}
}

func TestCompletion(t *testing.T) {
	data := t.TempDir()
	for _, shell := range shells {
		out := must(t, data, "completion", shell)
		if !strings.Contains(out, "undersigned") || !strings.Contains(out, "__complete") {
			t.Errorf("the script for %s calls nothing", shell)
		}
		if path, err := exec.LookPath(shell); err == nil && shell != "powershell" {
			if said, err := exec.Command(path, "-n", write(t, filepath.Join(data, "script"), out)).CombinedOutput(); err != nil {
				t.Errorf("%s does not take its script: %v\n%s", shell, err, said)
			}
		}
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"st"}, "stats\tCount"},
		{[]string{"stats", ""}, ":4"},
		{[]string{"export", "--format", "gr"}, "graphml"},
		{[]string{"export", "--size", ""}, "half-page"},
		{[]string{"analyze", "--without", ""}, "layout"},
		{[]string{"judge", ""}, "different"},
		{[]string{"help", "letters", ""}, "proposals"},
		{[]string{"completion", ""}, "zsh"},
	} {
		if r := cliBare(append([]string{"__complete"}, c.args...)...); r.code != 0 || !strings.Contains(r.out, c.says) {
			t.Errorf("completing %q ends with %d and offers %q, want %q", c.args, r.code, r.out, c.says)
		}
	}
}

// TestMisspelt looks at what is said of commands, flags and values that there are not.
func TestMisspelt(t *testing.T) {
	data := t.TempDir()
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"lod"}, `did you mean "undersigned load"?`},
		{[]string{"targets"}, `did you mean "undersigned list targets"?`},
		{[]string{"frobnicate", "--json"}, `unknown command "frobnicate"`},
		{[]string{"letters", "proposal"}, `did you mean "undersigned letters proposals"?`},
		{[]string{"help", "exprot"}, `did you mean "undersigned export"?`},
		{[]string{"stats", "--jsn"}, `did you mean "--json"?`},
		{[]string{"stats", "-json"}, `did you mean "--json"?`},
		{[]string{"export", "--min-leters", "2"}, `did you mean "--min-letters"?`},
		{[]string{"load", "--dryrun", "x"}, `did you mean "--dry-run"?`},
		{[]string{"analyze", "--ties", "many"}, `--ties takes a whole number, not "many"`},
		{[]string{"analyze", "--threads", "99999999999999999999"}, "beyond any"},
		{[]string{"partners", "x", "-n"}, "--number takes a whole number, and none was given"},
		{[]string{"completion", "bassh"}, `did you mean "bash"?`},
		{[]string{"completion"}, "bash, zsh, fish, powershell"},
	} {
		r := cliBare(append(c.args[:len(c.args):len(c.args)], "--data="+data)...)
		if last := c.args[len(c.args)-1]; last == "-n" {
			r = cliBare(c.args...)
		}
		if r.code != 2 || !strings.Contains(r.err, c.says) || r.out != "" {
			t.Errorf("%q ends with %d and says %q, want 2 and %q", c.args, r.code, r.err, c.says)
		}
	}
}

func TestVersion(t *testing.T) {
	data := t.TempDir()
	var b map[string]any
	if err := json.Unmarshal([]byte(must(t, data, "version", "--json")), &b); err != nil || b["go"] == "" || b["version"] == "" {
		t.Errorf("version --json: %v, %v", b, err)
	}
	if out := must(t, data, "version"); !strings.HasPrefix(out, "undersigned ") || !strings.Contains(out, "go1") {
		t.Errorf("version: %s", out)
	}
	write(t, filepath.Join(data, "config.yaml"), "nonsense: [")
	for _, args := range [][]string{{"version"}, {"help", "load"}, {"completion", "bash"}} {
		must(t, data, args...) // none of them asks the settings
	}
}
