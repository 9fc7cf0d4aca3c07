package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"undersigned/internal/explore"
)

// foreign asks as the page of another site does: with its origin, following the addresses of the manifest.
func (s *site) foreign(method, address string, fields url.Values) (*http.Response, []byte) {
	s.t.Helper()
	var r *http.Request
	if method == http.MethodPost {
		r = httptest.NewRequest(method, address, strings.NewReader(fields.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
	} else {
		if len(fields) > 0 {
			address += "?" + fields.Encode()
		}
		r = httptest.NewRequest(method, address, nil)
	}
	r.Header.Set("Origin", "http://127.0.0.1:3333")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w.Result(), w.Body.Bytes()
}

// answered is foreign for what must succeed and fit a schema.
func answered[T any](s *site, schemas *schemas, schema, method, address string, fields url.Values) T {
	s.t.Helper()
	res, text := s.foreign(method, address, fields)
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/json" || res.Header.Get("Access-Control-Allow-Origin") != "*" {
		s.t.Fatalf("%s %s: %d, %v: %s", method, address, res.StatusCode, res.Header, text)
	}
	if res.Header.Get("Access-Control-Allow-Credentials") != "" || res.Header.Get("X-Frame-Options") != "DENY" {
		s.t.Errorf("%s: %v", address, res.Header)
	}
	if schemas != nil {
		if err := schemas.check(schema, text); err != nil {
			s.t.Errorf("%s %s does not fit %s: %v\n%.600s", method, address, schema, err, text)
		}
	}
	return decode[T](s.t, text)
}

func encoded(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(text)
}

const service = ours + reconcilePath

// TestClientOfReconciliation does what OpenRefine does with a column of names: it reads the manifest, guesses types by a sample, asks in batches
// of ten, fetches columns for what matched, and lets a person choose by suggestions and a preview.
func TestClientOfReconciliation(t *testing.T) {
	s, spec := readExample(t), specifiedSchemas(t)
	m := answered[manifest](s, spec, "manifest.json", http.MethodGet, service, nil)
	if m.DefaultTypes[0].ID != organizationType || m.ServiceVersion != "1.2.3" || !strings.HasPrefix(m.View["url"], ours+"/organization/") {
		t.Errorf("the manifest is %+v", m)
	}
	list := decode[explore.OrganizationsAnswer](t, second(s.get(base+"/organizations?limit=23"))).Organizations
	if len(list) != 23 {
		t.Fatalf("%d organizations of the example", len(list))
	}

	types := map[string]int{}
	sample := map[string]any{}
	for i, o := range list[:10] {
		sample[fmt.Sprintf("q%d", i)] = map[string]any{"query": o.Name, "limit": 3}
	}
	guesses := answered[map[string]results](s, spec, "reconciliation-result-batch.json", http.MethodPost, service, url.Values{"queries": {encoded(sample)}})
	for _, g := range guesses {
		if len(g.Result) > 3 {
			t.Errorf("more than three candidates: %+v", g)
		}
		for _, r := range g.Result {
			types[r.Type[0].ID]++
		}
	}
	if len(guesses) != 10 || types[organizationType] < 10 {
		t.Errorf("types by a sample: %v", types)
	}

	var ids []string
	for from := 0; from < len(list); from += 10 {
		batch := map[string]any{}
		for i := from; i < min(from+10, len(list)); i++ {
			batch[fmt.Sprintf("q%d", i)] = map[string]any{"query": strings.ToUpper(list[i].Name), "type": organizationType, "type_strict": "should",
				"properties": []any{map[string]any{"pid": "country", "v": list[i].Country}, map[string]any{"pid": "letters", "v": list[i].Letters}}}
		}
		if err := spec.check("reconciliation-query-batch.json", []byte(encoded(batch))); err != nil {
			t.Fatal("what the test asks does not fit the schema: ", err)
		}
		got := answered[map[string]results](s, spec, "reconciliation-result-batch.json", http.MethodPost, service, url.Values{"queries": {encoded(batch)}})
		if len(got) != len(batch) {
			t.Fatalf("%d answers to %d queries", len(got), len(batch))
		}
		for i := from; i < min(from+10, len(list)); i++ {
			for k, r := range got[fmt.Sprintf("q%d", i)].Result {
				if r.Match && (k > 0 || r.ID != list[i].ID) || r.Score < 0 || r.Score > 100 {
					t.Errorf("%s: %+v", list[i].Name, r)
				}
				if r.Match {
					ids = append(ids, r.ID)
				}
			}
		}
	}
	if len(ids) < 18 {
		t.Errorf("%d of %d names matched", len(ids), len(list))
	}

	proposed := answered[proposedProperties](s, spec, "data-extension-property-proposal.json", http.MethodGet, m.Extend.Propose.URL+m.Extend.Propose.Path, url.Values{"type": {organizationType}})
	ask := map[string]any{"ids": ids}
	var columns []any
	for _, p := range proposed.Properties {
		columns = append(columns, map[string]any{"id": p.ID})
	}
	ask["properties"] = columns
	if err := spec.check("data-extension-query.json", []byte(encoded(ask))); err != nil {
		t.Fatal("what the test asks does not fit the schema: ", err)
	}
	rows := answered[extended](s, spec, "data-extension-response.json", http.MethodPost, service, url.Values{"extend": {encoded(ask)}})
	if len(rows.Rows) != len(ids) || len(rows.Meta) != len(columns) || len(columns) < 8 {
		t.Fatalf("%d rows of %d, %d columns of %d", len(rows.Rows), len(ids), len(rows.Meta), len(columns))
	}
	for _, o := range list {
		if row := rows.Rows[o.ID]; row != nil && (row["name"][0]["str"] != o.Name || row["letters"][0]["int"] != float64(o.Letters)) {
			t.Errorf("%s: %v", o.Name, row)
		}
	}

	suggest := func(what, prefix, schema string) suggestions {
		return answered[suggestions](s, spec, schema, http.MethodGet, m.Suggest[what].URL+m.Suggest[what].Path, url.Values{"prefix": {prefix}})
	}
	if got := suggest("entity", list[0].Name, "suggest-entities-response.json"); len(got.Result) == 0 || got.Result[0].ID != list[0].ID {
		t.Errorf("suggestions for %s: %+v", list[0].Name, got)
	}
	if got := suggest("property", "cou", "suggest-properties-response.json"); len(got.Result) != 1 || got.Result[0].ID != "country" {
		t.Errorf("properties: %+v", got)
	}
	if got := suggest("type", "Org", "suggest-types-response.json"); len(got.Result) != 1 || got.Result[0].ID != organizationType {
		t.Errorf("types: %+v", got)
	}
	res, page := s.foreign(http.MethodGet, strings.Replace(m.Preview.URL, "{{id}}", url.QueryEscape(list[0].ID), 1), nil)
	if res.StatusCode != http.StatusOK || !strings.Contains(string(page), list[0].ID) {
		t.Errorf("the preview: %d %s", res.StatusCode, page)
	}
	if status, _ := s.get(strings.TrimPrefix(strings.Replace(m.View["url"], "{{id}}", list[0].ID, 1), ours)); status != http.StatusOK {
		t.Errorf("the page of the organization: %d", status)
	}
}

func second[A, B any](_ A, b B) B { return b }

// TestReconcileByGet: a batch in the query string is answered as one in a form, and so is a form of parts.
func TestReconcileByGet(t *testing.T) {
	s := readExample(t)
	fields := url.Values{"queries": {`{"q0":{"query":"Common Cause"},"q1":{"query":"Access Now","limit":1.0}}`}}
	got := answered[map[string]results](s, nil, "", http.MethodGet, service, fields)
	posted := answered[map[string]results](s, nil, "", http.MethodPost, service, fields)
	if encoded(got) != encoded(posted) {
		t.Errorf("GET %s\nPOST %s", encoded(got), encoded(posted))
	}
	kind, content := form(t, "queries", "", fields.Get("queries"))
	if res := s.send(http.MethodPost, reconcilePath, kind, content); res.StatusCode != http.StatusOK || encoded(decode[map[string]results](t, body(t, res))) != encoded(got) {
		t.Errorf("as multipart: %d", res.StatusCode)
	}
	if two := got["q0"].Result; len(two) < 2 || two[0].Match || two[1].Match {
		t.Errorf("a name of two organizations: %+v", two)
	}
	if one := got["q1"].Result; len(one) != 1 || !one[0].Match || one[0].Score < 99 {
		t.Errorf("a name of one: %+v", one)
	}
}
