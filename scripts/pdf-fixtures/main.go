// Command pdf-fixtures makes the PDF letters of internal/letter/testdata (pdf-*/input.pdf) from the source beside each, with Chromium
// (source.html) and LibreOffice (source.fodt). What each letter says is written down while its source is filled in (want.json), not
// read off the PDF. It is run once by hand (scripts/pdf-fixtures.sh); the tests need neither program.
//
// A source is a text/template; what several share stands beside this program: frames (*.tmpl), names and running text (*.txt). Its functions print what they are given, escaped, and note it as wanted; {{option "x"}} asks for
// one of: scanned (the pages become pictures), rotated (the page is stored lying on its side), append-scanned (a picture of
// the last page is added).
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
)

type want struct {
	Title         string   `json:"title"`
	Date          string   `json:"date"`
	Kind          string   `json:"kind"`
	Language      string   `json:"language"`
	Organizations []string `json:"organizations"`
	Persons       int      `json:"persons"`
	Error         string   `json:"error,omitempty"`
	Warning       string   `json:"warning,omitempty"`
}

type person struct{ Name, Title, Affiliation string }

// source is one letter while it is filled in.
type source struct {
	shared  string // folder of what sources share
	want    want
	options []string
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("pdf-fixtures: ")
	dir := flag.String("dir", "internal/letter/testdata", "folder of the cases")
	shared := flag.String("shared", "scripts/pdf-fixtures", "folder of what sources share")
	only := flag.String("only", "", "make only the letters whose names contain this")
	flag.Parse()
	for _, file := range sources(*dir) {
		if !strings.Contains(filepath.Base(filepath.Dir(file)), *only) {
			continue
		}
		if err := build(file, *shared); err != nil {
			log.Fatalf("%s: %v", file, err)
		}
	}
}

// sources lists the sources below a folder of cases.
func sources(dir string) []string {
	var all []string
	for _, kind := range []string{"html", "fodt"} {
		files, err := filepath.Glob(filepath.Join(dir, "pdf-*", "source."+kind))
		if err != nil {
			log.Fatal(err)
		}
		all = append(all, files...)
	}
	return all
}

func build(file, shared string) error {
	dir, ext := filepath.Dir(file), filepath.Ext(file)
	base := filepath.Base(dir)
	s := &source{shared: shared, want: want{Organizations: []string{}}}
	text, err := s.fill(file)
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "pdf-fixtures")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	src := filepath.Join(work, base+ext)
	if err := os.WriteFile(src, text, 0o644); err != nil {
		return err
	}
	out := filepath.Join(work, base+".pdf")
	if ext == ".html" {
		err = chromiumPDF(src, out)
	} else {
		err = run("soffice", "--headless", "-env:UserInstallation=file://"+filepath.Join(os.TempDir(), "pdf-fixtures-office"), "--convert-to", "pdf", "--outdir", work, src)
	}
	if err != nil {
		return err
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	switch {
	case slices.Contains(s.options, "scanned"):
		data, err = scanned(work, src, base, "")
	case slices.Contains(s.options, "append-scanned"):
		data, err = scanned(work, src, base, string(text))
	case slices.Contains(s.options, "rotated"):
		data, err = turned(data)
	}
	if err != nil {
		return err
	}
	if len(data) > 60<<10 {
		log.Printf("%s has %d bytes; keep fixtures below 60 kB", base, len(data))
	}
	said, err := s.said()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "want.json"), said, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes, %d organizations, %d persons\n", base, len(data), len(s.want.Organizations), s.want.Persons)
	return os.WriteFile(filepath.Join(dir, "input.pdf"), data, 0o644)
}

// said is the want.json of a source that was filled in.
func (s *source) said() ([]byte, error) {
	out, err := json.MarshalIndent(s.want, "", " ")
	return append(out, '\n'), err
}

// fill runs the template and notes what it prints.
func (s *source) fill(file string) ([]byte, error) {
	escape := html.EscapeString
	note := func(to *string) func(string) string {
		return func(v string) string { *to = v; return escape(v) }
	}
	t := template.New(filepath.Base(file)).Funcs(template.FuncMap{
		"title":  note(&s.want.Title),
		"kind":   func(k string) string { s.want.Kind = k; return "" },
		"lang":   note(&s.want.Language),
		"date":   func(iso, printed string) string { s.want.Date = iso; return escape(printed) },
		"option": func(o string) string { s.options = append(s.options, o); return "" },
		"fails":  func(with string) string { s.want.Error = with; return "" },
		"warns":  func(with string) string { s.want.Warning = with; return "" },
		"orgs":   s.organizations,
		"org": func(name string) string {
			s.want.Organizations = append(s.want.Organizations, name)
			return escape(name)
		},
		"person":  func(name string) string { s.want.Persons++; return escape(name) },
		"persons": s.persons,
		"on":      s.representatives,
		"mentions": func(language string, from, to int) ([]string, error) {
			names, err := s.names("organizations", language, from, to, 1)
			return escaped(names), err
		},
		"paras": func(language string) ([]string, error) {
			data, err := os.ReadFile(filepath.Join(s.shared, "text."+language+".txt"))
			return escaped(strings.Split(strings.TrimSpace(string(data)), "\n\n")), err
		},
		"join":  func(with string, names []string) string { return strings.Join(names, with) },
		"chunk": chunk,
		"shy":   shy,
		"add":   func(a, b int) int { return a + b },
		"mul":   func(a, b int) int { return a * b },
		"last":  func(i int, names []string) bool { return i == len(names)-1 },
		"country": func(i int) string {
			all := []string{"Kenya", "Canada", "Sri Lanka", "United Kingdom", "Brazil", "Germany", "New Zealand", "South Africa", "India"}
			return all[i%len(all)]
		},
	})
	files := []string{file}
	shared, err := filepath.Glob(filepath.Join(s.shared, "*.tmpl"))
	if err != nil {
		return nil, err
	}
	if t, err = t.ParseFiles(append(files, shared...)...); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, nil)
	return b.Bytes(), err
}

func (s *source) names(list, language string, from, to, step int) ([]string, error) {
	data, err := os.ReadFile(filepath.Join(s.shared, list+"."+language+".txt"))
	if err != nil {
		return nil, err
	}
	all := strings.Split(strings.TrimSpace(string(data)), "\n")
	if to > len(all) {
		return nil, fmt.Errorf("%s in %s has only %d names", list, language, len(all))
	}
	var out []string
	for first := range step { // a step of 3 gives names 0, 3, 6, ..., 1, 4, 7, ...: a list out of order
		for i := from + first; i < to; i += step {
			out = append(out, all[i])
		}
	}
	return out, nil
}

func (s *source) organizations(language string, from, to, step int) ([]string, error) {
	names, err := s.names("organizations", language, from, to, step)
	s.want.Organizations = append(s.want.Organizations, names...)
	return escaped(names), err
}

func (s *source) people(language string, from, to int) ([]person, error) {
	names, err := s.names("persons", language, from, to, 1)
	var out []person
	for _, n := range names {
		parts := strings.Split(html.EscapeString(n), "|")
		out = append(out, person{parts[0], parts[1], parts[2]})
	}
	return out, err
}

func (s *source) persons(language string, from, to int) ([]person, error) {
	s.want.Persons += to - from
	return s.people(language, from, to)
}

// representatives are persons who sign for organizations: the organizations count.
func (s *source) representatives(language string, from, to, organization int) ([]person, error) {
	people, err := s.people(language, from, to)
	if err != nil {
		return nil, err
	}
	names, err := s.organizations(language, organization, organization+len(people), 1)
	for i := range people {
		people[i].Affiliation = names[i]
	}
	return people, err
}

func escaped(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = html.EscapeString(s)
	}
	return out
}

// chunk cuts a list into rows of n.
func chunk(n int, names []string) [][]string { return slices.Collect(slices.Chunk(names, n)) }

// shy puts soft hyphens into long words, before a consonant that a vowel follows.
func shy(s string) string {
	const vowels = "aeiouäöüyéèê"
	r := []rune(s)
	var b strings.Builder
	word := 0
	for i, c := range r {
		if c == ' ' || c == '-' {
			word = 0
		}
		rest := 0
		for i+rest < len(r) && r[i+rest] != ' ' && r[i+rest] != '-' {
			rest++
		}
		if word > 3 && rest > 3 && !strings.ContainsRune(vowels, c) && strings.ContainsRune(vowels, r[i+1]) && strings.ContainsRune(vowels, r[i-1]) {
			b.WriteRune('\u00ad')
		}
		b.WriteRune(c)
		word++
	}
	return b.String()
}

func run(name string, args ...string) error {
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, out)
	}
	return nil
}
