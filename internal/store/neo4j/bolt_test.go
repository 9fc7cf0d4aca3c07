package neo4j

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"undersigned/internal/store"
)

const driverPath = `"github.com/neo4j/neo4j-go-driver/v5/neo4j"`

// driverCalls are the methods of the driver that wait for the server.
var driverCalls = []string{"VerifyConnectivity", "VerifyAuthentication", "GetServerInfo", "ExecuteQueryBookmarkManager", "BeginTransaction", "ExecuteRead",
	"ExecuteWrite", "Run", "Commit", "Rollback", "Close", "Next", "NextRecord", "Peek", "PeekRecord", "Collect", "Single", "Consume", "Keys", "NewSession"}

// Every call of the driver has a deadline: only bolt.go calls it (error.go knows its types), the context of each call is the
// variable limited, and limited is only ever made by limit, which sets the deadline.
func TestEveryDriverCallHasADeadline(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		imports := slices.ContainsFunc(file.Imports, func(i *ast.ImportSpec) bool { return strings.HasPrefix(i.Path.Value, driverPath[:len(driverPath)-1]) })
		if imports && name != "bolt.go" && name != "error.go" {
			t.Errorf("%s imports the driver; only bolt.go may call it", name)
		}
		if !imports {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				method, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || !slices.Contains(driverCalls, method.Sel.Name) || len(n.Args) == 0 {
					return true
				}
				calls++
				first, ok := n.Args[0].(*ast.Ident)
				if name != "bolt.go" || !ok || first.Name != "limited" {
					t.Errorf("%s: %s is called without a limited context", set.Position(n.Pos()), method.Sel.Name)
				}
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					if id, ok := left.(*ast.Ident); ok && id.Name == "limited" {
						if call, ok := n.Rhs[0].(*ast.CallExpr); !ok || !isIdent(call.Fun, "limit") {
							t.Errorf("%s: limited does not come from limit", set.Position(n.Pos()))
						}
					}
				}
			case *ast.FuncDecl:
				if n.Name.Name == "limit" && !limitsTime(n) {
					t.Errorf("limit sets no deadline")
				}
			}
			return true
		})
	}
	if calls < 8 {
		t.Errorf("only %d calls of the driver were found; this test has lost its subject", calls)
	}
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

func limitsTime(f *ast.FuncDecl) bool {
	if len(f.Body.List) != 1 {
		return false
	}
	back, ok := f.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(back.Results) != 1 {
		return false
	}
	call, ok := back.Results[0].(*ast.CallExpr)
	if !ok {
		return false
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	return ok && selector.Sel.Name == "WithTimeout"
}

// Migrations bear the same numbers in both stores, so that "format 3" means one thing.
func TestMigrationsAreNumberedAsInTheOtherStore(t *testing.T) {
	numbers := func(pattern string) (list []string) {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: no migrations (%v)", pattern, err)
		}
		for _, n := range names {
			number, _, _ := strings.Cut(filepath.Base(n), "_")
			list = append(list, number)
		}
		return list
	}
	if ours, theirs := numbers("migrations/*.cypher"), numbers("../sqlite/migrations/*.sql"); !slices.Equal(ours, theirs) {
		t.Errorf("migrations %v here and %v in package sqlite: give one without a change an empty file with a comment", ours, theirs)
	}
}

func TestStatements(t *testing.T) {
	got := statements("// a comment;\nCREATE (a)\n  // another\n  SET a.x = ';' ;\n\nMATCH (n) RETURN n;\nRETURN 1")
	want := []string{"CREATE (a)\n  SET a.x = ';' ", "MATCH (n) RETURN n", "RETURN 1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	all, err := readMigrations(store.Migrations(files))
	if err != nil || len(all) == 0 || len(all[0].statements) < 15 {
		t.Fatalf("%d migrations (%v)", len(all), err)
	}
	for _, m := range all {
		for _, s := range m.statements {
			first, _, _ := strings.Cut(s, " ")
			if !slices.Contains([]string{"CREATE", "MERGE", "MATCH", "DROP"}, first) || first == "CREATE" && !strings.Contains(s, "IF NOT EXISTS") {
				t.Errorf("%s: %.60q may not run again", m.name, s)
			}
		}
	}
}
