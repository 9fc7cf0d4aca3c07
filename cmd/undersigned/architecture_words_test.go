package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	quoted     = regexp.MustCompile("`([^`\\s]+)`")
	fileName   = regexp.MustCompile(`^[\w.*-]+(/[\w.*-]+)*/?$`)
	extensions = regexp.MustCompile(`\.(go|ts|svelte|md|json|sh|css|txt)$`)
	capitals   = regexp.MustCompile(`\b[A-Z]{2,}\b`)
	identifier = regexp.MustCompile(`^([a-z]\w*)\.(\w+)$|^([A-Z]\w*)\.([A-Z]\w*)$`)
	link       = regexp.MustCompile(`\]\(([^)#]+)\)`)
)

// TestArchitectureNames asks that every file, package and identifier that the text names is there. Capitals in a path stand for any name.
func TestArchitectureNames(t *testing.T) {
	packages, types := declared(t)
	checked := 0
	for i, l := range readLines(t, architecture) {
		for _, m := range quoted.FindAllStringSubmatch(l, -1) {
			name := m[1]
			if id := identifier.FindStringSubmatch(name); id != nil && !extensions.MatchString(name) {
				checked++
				if !packages[id[1]][id[2]] && !types[id[3]][id[4]] {
					t.Errorf("line %d names %s, which is not declared", i+1, name)
				}
			} else if fileName.MatchString(name) && (strings.Contains(name, "/") || extensions.MatchString(name)) && !existsSomewhere(name) {
				t.Errorf("line %d names %s, which is no file or folder", i+1, name)
			}
		}
		for _, m := range link.FindAllStringSubmatch(l, -1) {
			if _, err := os.Stat(filepath.Join(root, "docs", m[1])); err != nil {
				t.Errorf("line %d leads to %s, which is not there", i+1, m[1])
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d identifiers were found: this test looks at the wrong text", checked)
	}
}

// existsSomewhere looks for a path below the repository, its reading rooms, its PDF reader and the explorer's source.
func existsSomewhere(name string) bool {
	return slices.ContainsFunc([]string{"", reading, reading + "/read/pdf", "web/src"}, func(below string) bool {
		found, err := filepath.Glob(filepath.Join(root, below, capitals.ReplaceAllString(name, "*")))
		return err == nil && len(found) > 0
	})
}

// declared are the names at the top of all packages by the packages' own names, and methods by their types.
func declared(t *testing.T) (packages, types map[string]map[string]bool) {
	t.Helper()
	packages, types = map[string]map[string]bool{}, map[string]map[string]bool{}
	note := func(in map[string]map[string]bool, of, name string) {
		if in[of] == nil {
			in[of] = map[string]bool{}
		}
		in[of][name] = true
	}
	eachFile(t, func(_ string, f *ast.File) {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil {
					note(packages, f.Name.Name, d.Name.Name)
				} else if of, is := receiver(d.Recv.List[0].Type); is {
					note(types, of, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					switch s := s.(type) {
					case *ast.TypeSpec:
						note(packages, f.Name.Name, s.Name.Name)
						if in, is := s.Type.(*ast.InterfaceType); is {
							for _, m := range in.Methods.List {
								for _, n := range m.Names {
									note(types, s.Name.Name, n.Name)
								}
							}
						}
					case *ast.ValueSpec:
						for _, n := range s.Names {
							note(packages, f.Name.Name, n.Name)
						}
					}
				}
			}
		}
	})
	return packages, types
}

func receiver(x ast.Expr) (string, bool) {
	if star, is := x.(*ast.StarExpr); is {
		x = star.X
	}
	id, is := x.(*ast.Ident)
	if !is {
		return "", false
	}
	return id.Name, true
}

// eachFile parses every source file of our module that is no test.
func eachFile(t *testing.T, do func(name string, f *ast.File)) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		switch base := d.Name(); {
		case d.IsDir() && (base == "node_modules" || base == "testdata" || base == "bin" || len(base) > 2 && base[0] == '.'):
			return fs.SkipDir
		case d.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files++
		rel, err := filepath.Rel(root, name)
		do(filepath.ToSlash(rel), f)
		return err
	})
	if err != nil || files < 100 {
		t.Fatalf("%d files were parsed: %v", files, err)
	}
}

var (
	// A decision begins a paragraph with its date, or says "Decision" or "Context" before it.
	decision    = regexp.MustCompile(`(?m)(?:\A|\n\n)(20\d\d-\d\d(?:-\d\d)?)[ :,](.*)|(?:Decision|Context)(?: \(|, )(20\d\d-\d\d(?:-\d\d)?)(.*)`)
	decisionRow = regexp.MustCompile("^\\| `([^`]+)` \\| (20[\\d-]+) \\| (.+) \\| \\[.+\\]\\(\\.\\./(.+)\\) \\|$")
)

// TestArchitectureDecisions asks that the index has one row for each dated decision in the source, under its room, and no other.
func TestArchitectureDecisions(t *testing.T) {
	in := map[string]int{} // file and date
	for i, l := range readLines(t, architecture) {
		if m := decisionRow.FindStringSubmatch(l); m != nil {
			in[m[4]+", "+m[2]]++
			if path.Dir(m[4]) != m[1] {
				t.Errorf("line %d has a decision of %s under %s", i+1, m[4], m[1])
			}
		}
	}
	words := map[string][]string{}
	eachFile(t, func(name string, f *ast.File) {
		for _, c := range f.Comments {
			for _, m := range decision.FindAllStringSubmatch(c.Text(), -1) {
				key := name + ", " + m[1] + m[3]
				words[key] = append(words[key], strings.TrimSpace(m[2]+m[4]))
			}
		}
	})
	if len(words) < 20 {
		t.Fatalf("decisions were found in %d places: this test looks at the wrong place", len(words))
	}
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if len(words[key]) != in[key] {
			t.Errorf("%s: the index has %d rows for %d decisions: %q", key, in[key], len(words[key]), words[key])
		}
		delete(in, key)
	}
	for key, n := range in {
		t.Errorf("%s: the index has %d rows and the file no decision", key, n)
	}
}
