package api

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/store"
)

// questions has addresses for every operation of the document, by path.
func questions(s *site) map[string][]string {
	letters := decode[explore.LettersAnswer](s.t, body(s.t, s.ask("GET", base+"/letters"))).Letters
	list := map[string][]string{
		"/health": {""}, "/ready": {""}, "/live": {""}, base + "/version": {""}, base + "/about": {""}, base + "/coverage": {""}, base + "/judgements": {""}, base + "/targets": {""},
		base + "/session": {""}, base + "/match": {"?name=Access+Now", "?name=Acces+Nwo", "?name=X", "?name=The+Access+Now+(AN)"},
		base + "/search":        {"?q=", "?q=fight", "?q=acces+nwo", "?q=a&kind=letter&limit=3"},
		base + "/organizations": {"", "?q=access&limit=5", "?country=India&offset=3", "?min_letters=999"},
		base + "/letters":       {"", "?from=2019", "?q=amazon", "?to=1900"},
		base + "/network":       {"", "?min_letters=5", "?from=2019&to=2020&min_shared=2&ties=10", "?from=1900&to=1901", "?cluster=1", "?country=India"},
		base + "/partners":      {"?seed=Access+Now", "?seed=Access+Now&seed=nobody+at+all&mode=new&limit=3", "?seed=nobody", "?seed=IT+for+Change&mode=known&since=2021"},
		base + "/pair":          {"?a=Access+Now&b=IT+for+Change", "?a=Fight+for+the+Future&b=Internet+Freedom+Foundation"},
		base + "/map.svg":       {"", "?theme=dark&two_mode=true&selected=Access+Now&width=600"},
		base + "/export": {"?format=gexf", "?format=graphml&two_mode=true", "?format=pajek", "?format=nodes.csv", "?format=ties.csv", "?format=signatures.csv",
			"?format=ftm", "?format=aliases.csv", "?format=judgements.csv&bom=true", "?format=organizations.parquet", "?format=ties.parquet",
			"?format=pajek.clu", "?format=vosviewer", "?format=xlsx&two_mode=true", "?format=nodes.csv&bom=true", "?format=json", "?format=svg&preset=square&title=Hello", "?format=png&preset=half-page&scale=2"},
	}
	for _, name := range []string{"Access Now", "IT for Change", "Center for Media Justice"} {
		for _, page := range []string{"", "/signatures", "/cosigners"} {
			key := base + "/organizations/{id}" + page
			list[key] = append(list[key], base+"/organizations/"+url.PathEscape(name)+page)
		}
	}
	for _, l := range letters {
		list[base+"/letters/{id}"] = append(list[base+"/letters/{id}"], base+"/letters/"+l.ID)
		list[base+"/letters/{id}/text"] = append(list[base+"/letters/{id}/text"], base+"/letters/"+l.ID+"/text")
		for _, t := range l.Targets {
			list[base+"/targets/{id}"] = append(list[base+"/targets/{id}"], base+"/targets/"+t.ID)
		}
	}
	return list
}

// TestAnswersFitTheDocument asks every operation of the document and checks status, type and, for JSON, every value against
// the schema. Lists are not nullable in it, so this also finds slices that were sent as null.
func TestAnswersFitTheDocument(t *testing.T) {
	s := readExample(t)
	document := documented(t)
	asked := questions(s)
	for path, item := range document.Paths {
		if isUnder(path, base+"/drafts") {
			continue // TestDrafts walks them
		}
		if item.Get == nil {
			continue // TestCheck asks it
		}
		if len(asked[path]) == 0 {
			t.Errorf("the document has %s, which this test does not ask", path)
		}
		for _, address := range asked[path] {
			if !strings.HasPrefix(address, "/") {
				address = path + address
			}
			checkAnswer(t, s, document, item.Get, address)
		}
		delete(asked, path)
	}
	for path := range asked {
		t.Errorf("%s is not in the document", path)
	}
}

func documented(t *testing.T) *huma.OpenAPI {
	t.Helper()
	h := &handler{options: Options{Version: "test"}}
	return h.operations(gin.New()).OpenAPI()
}

func checkAnswer(t *testing.T, s *site, document *huma.OpenAPI, op *huma.Operation, address string) {
	t.Helper()
	res := s.ask(http.MethodGet, address)
	raw := body(t, res)
	if strings.HasSuffix(op.Path, "/text") && res.StatusCode == 404 {
		return // the example holds facts only; TestEveryKindOfData has a letter with text
	}
	if res.StatusCode != 200 {
		t.Errorf("%s: %d %s", address, res.StatusCode, raw)
		return
	}
	kind, _, _ := strings.Cut(res.Header.Get("Content-Type"), ";")
	media := op.Responses["200"].Content[kind]
	if media == nil {
		t.Errorf("%s: type %q is not in the document", address, kind)
		return
	}
	if media.Schema.Format == "binary" {
		if len(raw) == 0 || op.OperationID == "export" != strings.HasPrefix(res.Header.Get("Content-Disposition"), `attachment; filename="undersigned`) {
			t.Errorf("%s: %d bytes, %q", address, len(raw), res.Header.Get("Content-Disposition"))
		}
		return
	}
	var value any
	if err := json.Unmarshal(raw, &value); err != nil {
		t.Errorf("%s: %v", address, err)
		return
	}
	result := &huma.ValidateResult{}
	huma.Validate(document.Components.Schemas, media.Schema, huma.NewPathBuffer([]byte{}, 0), huma.ModeReadFromServer, value, result)
	for _, err := range result.Errors {
		t.Errorf("%s: %v", address, err)
	}
	checkNulls(t, address, "", value)
}

// mayBeNull are the only fields that are ever null: numbers that a letter does not claim.
var mayBeNull = []string{"organizations", "individuals"}

func checkNulls(t *testing.T, address, field string, value any) {
	t.Helper()
	switch v := value.(type) {
	case nil:
		if !slices.Contains(mayBeNull, field) {
			t.Errorf("%s: %s is null", address, field)
		}
	case map[string]any:
		for name, inner := range v {
			checkNulls(t, address, name, inner)
		}
	case []any:
		for _, inner := range v {
			checkNulls(t, address, field+"[]", inner)
		}
	}
}

// TestRoutesAreDocumented compares what the router answers with the document, both ways.
func TestRoutesAreDocumented(t *testing.T) {
	undocumented := []string{"/docs", "/docs.css", "/openapi.json"}
	s := readExample(t)
	paths := documented(t).Paths
	_, raw := s.get("/openapi.json")
	served := decode[struct {
		OpenAPI string         `json:"openapi"`
		Paths   map[string]any `json:"paths"`
	}](t, raw)
	if !strings.HasPrefix(served.OpenAPI, "3.1.") || len(served.Paths) != len(paths) {
		t.Errorf("version %s with %d paths, want 3.1 with %d", served.OpenAPI, len(served.Paths), len(paths))
	}
	names, err := os.ReadFile("../../docs/names.md")
	if err != nil {
		t.Fatal(err)
	}
	routes := map[string]bool{}
	for _, r := range (&handler{log: slog.New(slog.DiscardHandler)}).engine().Routes() {
		address := r.Path
		for _, part := range strings.Split(address, "/") {
			if name, ok := strings.CutPrefix(part, ":"); ok {
				address = strings.Replace(address, part, "{"+name+"}", 1)
			}
		}
		routes[address] = true
		if isReconcile(address) { // of another specification, which OpenAPI documents do not describe
			if !strings.Contains(string(names), "`"+address+"`") {
				t.Errorf("%s is answered and not in docs/names.md", address)
			}
			continue
		}
		if !documentedMethod(paths[address], r.Method) && !(r.Method == http.MethodGet && slices.Contains(undocumented, address)) {
			t.Errorf("%s %s is answered and not documented", r.Method, address)
		}
	}
	for address := range paths {
		if !routes[address] {
			t.Errorf("%s is documented and not answered", address)
		}
	}
}

func documentedMethod(item *huma.PathItem, method string) bool {
	return item != nil && slices.ContainsFunc(operationsOf(item), func(op *huma.Operation) bool { return op.Method == method })
}

// TestDocsLoadNothingFromElsewhere: the page names every operation and loads its own style sheet only.
func TestDocsLoadNothingFromElsewhere(t *testing.T) {
	s := readExample(t)
	status, raw := s.get("/docs")
	page := string(raw)
	if status != 200 || strings.Contains(page, "://") || strings.Contains(page, "<script") || strings.Contains(page, "style=") {
		t.Errorf("%d, or the page points elsewhere or breaks the policy", status)
	}
	for path, item := range documented(t).Paths {
		for _, op := range operationsOf(item) {
			if !strings.Contains(page, "<code>"+op.Method+" "+path+"</code>") {
				t.Errorf("%s %s is not on the page", op.Method, path)
			}
		}
	}
}

// TestEveryKindOfData: an empty store, and one with a text, persons, gaps, lines left out, names in other scripts.
func TestEveryKindOfData(t *testing.T) {
	claimed := 5
	l := graph.Letter{ID: "full", Title: "Ein Brief <b>", Date: graph.Date{Year: 2020, Month: 5}, Topics: []string{"a"}, Targets: []graph.TargetRef{{Name: "Amt", PartOf: "Staat"}},
		Addressees: []graph.Addressee{{Name: "A Person", Role: "Minister"}}, Claimed: graph.Claimed{Organizations: &claimed, Text: "five"},
		Documents: []graph.Document{{ID: "d", Name: "brief.txt", Text: "Zeile\nGruppe"}}, LeftOut: []graph.LeftOut{{Line: 1, Text: "Zeile", Why: "prose"}}}
	for i, name := range []string{"Организация", "منظمة", "組織", "O'Group & <Co>"} {
		l.Signatures = append(l.Signatures, graph.Signature{Name: name, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed,
			Position: i + 1, Evidence: []graph.Evidence{{Document: "d", Line: 2, Text: name}}})
	}
	l.Signatures = append(l.Signatures, graph.Signature{Name: "Ada Secret", Type: graph.TypePerson, Capacity: graph.AsIndividual, Status: graph.Listed,
		Evidence: []graph.Evidence{{Document: "d", Text: "Ada Secret"}}})
	document := documented(t)
	for name, change := range map[string]store.Change{"empty": {}, "full": {Letters: []graph.Letter{l}}} {
		s := open(t, change, Options{})
		for path, item := range document.Paths {
			if isUnder(path, base+"/drafts") || item.Get == nil {
				continue
			}
			address := map[string]string{base + "/partners": "?seed=x", base + "/pair": "?a=Организация&b=組織", base + "/export": "?format=json", base + "/search": "?q=x", base + "/match": "?name=組織"}[path]
			address = strings.NewReplacer("letters/{id}", "letters/full", "targets/{id}", "targets/Staat", "{id}", url.PathEscape("組織")).Replace(path) + address
			if name == "empty" && (strings.Contains(path, "{id}") || strings.HasSuffix(path, "/pair")) {
				checkProblem(t, s.ask("GET", address), 404, "not_found")
				continue
			}
			checkAnswer(t, s, document, item.Get, address)
			if _, raw := s.get(address); strings.Contains(string(raw), "Ada Secret") || strings.Contains(string(raw), "A Person") {
				t.Errorf("%s names a person", address)
			}
		}
	}
}
