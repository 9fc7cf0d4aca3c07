// Command licenses writes the terms of the Go modules that are linked into the program, as they ask to be told: each text once, with the
// modules that are under it, copyright lines and notices included. It is run by `make licenses`; a test of cmd/undersigned says when it has to be.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: licenses FILE.txt.gz")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "licenses:", err)
		os.Exit(1)
	}
}

func write(path string) error {
	texts, err := collect()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	zip, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, t := range texts {
		for _, m := range t.modules {
			fmt.Fprintln(zip, "Module "+m)
		}
		fmt.Fprintf(zip, "\n%s\n\n%s\n\n", strings.TrimSpace(t.text), strings.Repeat("-", 80))
	}
	if err := zip.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

type terms struct {
	text    string
	modules []string
}

// collect reads what the linker would take on the systems that the program is built for.
func collect() ([]terms, error) {
	modules := map[string]string{} // name and version, by folder
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	modules[strings.TrimSpace(root)] = "std (the standard library of Go)"
	for _, system := range []string{"linux", "darwin", "windows"} {
		c := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/undersigned")
		c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		c.Stderr = os.Stderr
		out, err := c.Output()
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(out)) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				modules[dir] = name
			}
		}
	}
	var texts []terms
	for dir, name := range modules {
		text, err := textOf(dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		at := slices.IndexFunc(texts, func(t terms) bool { return t.text == text })
		if at < 0 {
			at = len(texts)
			texts = append(texts, terms{text: text})
		}
		texts[at].modules = append(texts[at].modules, name)
	}
	for i := range texts {
		slices.Sort(texts[i].modules)
	}
	slices.SortFunc(texts, func(a, b terms) int { return strings.Compare(a.modules[0], b.modules[0]) })
	return texts, nil
}

var isTerms = regexp.MustCompile(`(?i)^((un)?licen[sc]e|copying|notice|patents|copyright)[-.\w]*$`)

// textOf joins the files of a module that state terms.
func textOf(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var parts []string
	for _, e := range entries {
		if e.IsDir() || !isTerms.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", err
		}
		parts = append(parts, strings.TrimSpace(strings.ReplaceAll(string(data), "\r", "")))
	}
	if len(parts) == 0 {
		return "", errors.New("no file states its terms; see whether it may be linked at all")
	}
	return strings.Join(parts, "\n\n"), nil
}

func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	return string(out), err
}
