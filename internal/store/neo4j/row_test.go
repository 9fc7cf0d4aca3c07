package neo4j

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What is missing, null, or of another type is named in an error; nothing panics and nothing is guessed.
func TestRowsAreReadByName(t *testing.T) {
	answer := func() *row {
		return &row{names: []string{"title", "count", "none", "list", "properties"},
			values: []any{"Keep it open", int64(3), nil, []any{"a", "b"}, map[string]any{"name": "River Watch", "year": int64(2021)}}}
	}
	r := answer()
	p := r.properties("properties")
	if r.text("title") != "Keep it open" || r.number("count") != 3 || r.maybeText("none") != "" || len(r.texts("list")) != 2 ||
		p.text("name") != "River Watch" || p.number("year") != 2021 || p.text("absent") != "" || p.texts("absent") != nil || r.wrong != nil {
		t.Errorf("a good row: %v", r.wrong)
	}
	for says, read := range map[string]func(r *row){
		"titel is missing": func(r *row) { r.text("titel") },
		"titles":           func(r *row) { r.maybeText("titles") }, // null may be, no such name may not
		"none is missing":  func(r *row) { r.text("none") },
		"count is a value of type int64 and not of type string": func(r *row) { r.text("count") },
		"title is a value of type string and not of type int64": func(r *row) { r.number("title") },
		"list is":            func(r *row) { r.properties("list").text("x") },
		"properties.year is": func(r *row) { r.properties("properties").text("year") },
		"properties.name is": func(r *row) { r.properties("properties").number("name") },
		"a signature is":     func(r *row) { r.signed([]any{int64(1)}, sharing{}) },
		"s.country": func(r *row) {
			list := make([]any, columns)
			list[countryColumn] = int64(49)
			s := r.signed(list, sharing{})
			s.text(countryColumn)
		},
		"d is": func(r *row) { r.fieldsIn("d", "text").text("x") },
	} {
		r := answer()
		read(r)
		if r.wrong == nil || !strings.Contains(r.wrong.Error(), says) {
			t.Errorf("want %q, got %v", says, r.wrong)
		}
	}
}

var byPlace = regexp.MustCompile(`\br\[\d`)

// Nobody goes back to places: no value of an answer, and none of a row that is sent, is taken by its number.
func TestNoRowIsReadByPlace(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.IndexExpr:
				if isIdent(n.X, "row") || isIdent(n.X, "r") {
					t.Errorf("%s: %s is read by place", set.Position(n.Pos()), n.X)
				}
			case *ast.BasicLit:
				if byPlace.MatchString(n.Value) {
					t.Errorf("%s: a statement reads a row by place", set.Position(n.Pos()))
				}
			}
			return true
		})
	}
}
