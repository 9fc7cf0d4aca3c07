package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what follows from the imports into docs/architecture.md anew")

const (
	root         = "../.."
	architecture = root + "/docs/architecture.md"
	reading      = "internal/letter"
)

// readLines reads a text file of the repository.
func readLines(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(text), "\n")
}

// room is a row of one of the tables of rooms.
type room struct {
	line                 int // in the file, from 0
	path, says, mayKnown string
}

var (
	roomHead = regexp.MustCompile("^\\| room(?: below `([^`]+)`)? \\| what")
	roomRow  = regexp.MustCompile("^\\| `([^`]+)` \\| (.*) \\| (.*) ?\\|$")
)

func roomsOf(lines []string) (rooms []room) {
	below, within := "", false
	for i, l := range lines {
		if m := roomHead.FindStringSubmatch(l); m != nil {
			below, within = m[1], true
		} else if !strings.HasPrefix(l, "|") {
			within = false
		} else if m := roomRow.FindStringSubmatch(l); m != nil && within {
			rooms = append(rooms, room{i, path.Join(below, m[1]), strings.TrimSpace(m[2]), strings.TrimSpace(m[3])})
		}
	}
	return rooms
}

// allowed is what the rows of imports_test.go and of the explorer's check say of a room, as its table prints it; false for what neither knows.
func allowed(t *testing.T, of string, web map[string]string) (string, bool) {
	if name, explorer := strings.CutPrefix(of, "web/src/"); explorer {
		names, known := web[name]
		return names, known
	}
	for _, row := range mayImport {
		if !fits(row.pkg, of) {
			continue
		}
		var names []string
		for _, name := range row.of {
			tree, whole := strings.CutSuffix(name, "/...")
			if !whole && slices.Contains(row.of, name+"/...") {
				continue
			}
			if name = strings.TrimPrefix(tree, "internal/"); fits(reading+"/...", of) && of != reading {
				name = strings.TrimPrefix(tree, reading+"/")
			}
			if whole {
				name += "/*"
			}
			names = append(names, name)
		}
		slices.Sort(names)
		return strings.Join(slices.Compact(names), ", "), true
	}
	return "", false
}

var webRow = regexp.MustCompile(`^ {4}'?([\w.]+)'?: \[(.*)\],$`)

// webRows are the rows of the explorer's check.
func webRows(t *testing.T) map[string]string {
	t.Helper()
	rows := map[string]string{}
	for _, l := range readLines(t, root+"/web/imports/imports.test.ts") {
		if m := webRow.FindStringSubmatch(l); m != nil && !strings.Contains(l, "scene/scene.ts") {
			rows[m[1]] = strings.ReplaceAll(m[2], "'", "")
		}
	}
	return rows
}

// TestArchitectureRooms asks that every package and every room of the explorer stands in the tables, once, with what it may import.
func TestArchitectureRooms(t *testing.T) {
	lines := readLines(t, architecture)
	web := webRows(t)
	wanted := map[string]bool{}
	for _, p := range listPackages(t) {
		wanted[strings.TrimPrefix(p.ImportPath, "undersigned/")] = true
	}
	for name := range web {
		wanted["web/src/"+name] = true
	}
	if len(web) < 10 {
		t.Fatalf("the explorer's check has %d rows: this test looks at the wrong place", len(web))
	}
	seen := map[string]bool{}
	for _, r := range roomsOf(lines) {
		if _, err := os.Stat(filepath.Join(root, r.path)); err != nil {
			t.Errorf("%s has a row and is not there", r.path)
		}
		if seen[r.path] {
			t.Errorf("%s has two rows", r.path)
		}
		seen[r.path] = true
		if r.says == "" {
			t.Errorf("%s has a row that does not say what it answers", r.path)
		}
		names, known := allowed(t, r.path, web)
		if known && *update {
			lines[r.line] = fmt.Sprintf("| `%s` | %s | %s |", strings.Split(lines[r.line], "`")[1], r.says, names)
		} else if known && names != r.mayKnown {
			t.Errorf("%s may import %q and its row says %q: run the test with -update", r.path, names, r.mayKnown)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		if !seen[name] {
			t.Errorf("%s has no row in a table of rooms", name)
		}
	}
	lines = withPicture(t, lines)
	if *update {
		if err := os.WriteFile(architecture, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// withPicture puts the picture of the reading rooms into its place, or asks whether it is there.
func withPicture(t *testing.T, lines []string) []string {
	from := slices.Index(lines, "flowchart TB")
	if from < 0 {
		t.Error("there is no picture of the reading rooms")
		return lines
	}
	end := from + slices.Index(lines[from:], "```")
	want := picture(t)
	if !*update && !slices.Equal(lines[from+1:end], want) {
		t.Error("the picture of the reading rooms is not that of their imports: run the test with -update")
	}
	return slices.Concat(lines[:from+1], want, lines[end:])
}

// picture draws the imports among the reading rooms, without those that follow from others.
func picture(t *testing.T) (arrows []string) {
	knows := map[string][]string{}
	for _, p := range listPackages(t) {
		name := strings.TrimPrefix(p.ImportPath, "undersigned/")
		if !fits(reading+"/...", name) || name == reading+"/lettertest" {
			continue
		}
		for _, i := range p.Imports {
			if i = strings.TrimPrefix(i, "undersigned/"); fits(reading+"/...", i) {
				knows[name] = append(knows[name], i)
			}
		}
	}
	var reaches func(from, to string) bool
	reaches = func(from, to string) bool {
		return slices.ContainsFunc(knows[from], func(next string) bool { return next == to || reaches(next, to) })
	}
	for _, from := range slices.Sorted(maps.Keys(knows)) {
		var to []string
		for _, next := range knows[from] {
			if !slices.ContainsFunc(knows[from], func(other string) bool { return reaches(other, next) }) {
				to = append(to, node(next))
			}
		}
		arrows = append(arrows, "  "+node(from)+" --> "+strings.Join(to, " & "))
	}
	return arrows
}

// node is a room as the picture's language writes it, which takes no slash in a name.
func node(pkg string) string {
	name := strings.TrimPrefix(strings.TrimPrefix(pkg, path.Dir(reading)+"/"), "letter/")
	if id := strings.ReplaceAll(name, "/", "_"); id != name {
		return fmt.Sprintf("%s[%q]", id, name)
	}
	return name
}
