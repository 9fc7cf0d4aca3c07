package api

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

// TestOnlyReconciliationIsForOthers: pages of other sites read these addresses and no others, and may frame the preview only.
func TestOnlyReconciliationIsForOthers(t *testing.T) {
	s := readExample(t)
	id := second(s.foreign(http.MethodGet, service, url.Values{"queries": {`{"q":{"query":"Access Now"}}`}}))
	entity := decode[map[string]results](t, id)["q"].Result[0].ID
	for address, mine := range map[string]bool{"/": false, "/docs": false, "/openapi.json": false, "/health": false, base + "/about": false, base + "/session": false, "/reconciler": false, "/metrics": false,
		reconcilePath: true, suggestPath + "/entity": true, suggestPath + "/type": true, propertiesPath: true, previewPath + "?id=" + entity: true, previewPath + "?id=nobody": true} {
		res := s.ask(http.MethodGet, address, "Origin", "https://elsewhere.example", "Sec-Fetch-Site", "cross-site")
		if got := res.Header.Get("Access-Control-Allow-Origin") == "*"; got != mine {
			t.Errorf("%s: CORS is %v", address, got)
		}
		framed := address == previewPath+"?id="+entity
		if got := res.Header.Get("X-Frame-Options") == "" || strings.Contains(res.Header.Get("Content-Security-Policy"), "frame-ancestors *"); got != framed {
			t.Errorf("%s: may be framed is %v", address, got)
		}
		options := s.ask(http.MethodOptions, strings.Split(address, "?")[0], "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
		if got := options.StatusCode == http.StatusNoContent && options.Header.Get("Access-Control-Allow-Methods") != ""; got != mine {
			t.Errorf("OPTIONS %s: %d %v", address, options.StatusCode, options.Header)
		}
		if options.Header.Get("Access-Control-Allow-Credentials") != "" || strings.Contains(strings.ToLower(options.Header.Get("Access-Control-Allow-Headers")), strings.ToLower(tokenHeader)) {
			t.Errorf("OPTIONS %s: %v", address, options.Header)
		}
	}
	if res := s.ask(http.MethodGet, reconcilePath, "Host", "evil.example"); res.StatusCode != http.StatusForbidden {
		t.Errorf("another host name: %d", res.StatusCode)
	}
	if res := s.ask(http.MethodDelete, reconcilePath); res.StatusCode != http.StatusMethodNotAllowed || !strings.Contains(res.Header.Get("Allow"), "POST") {
		t.Errorf("DELETE: %d %v", res.StatusCode, res.Header)
	}
	if res := s.ask(http.MethodHead, reconcilePath); res.StatusCode != http.StatusOK || len(body(t, res)) > 0 {
		t.Errorf("HEAD: %d", res.StatusCode)
	}
}

// TestReconcileWithToken: where a token is set, reading stays open to those who reach the server, here as elsewhere; writing does not open to others.
func TestReconcileWithToken(t *testing.T) {
	s := openWriting(t, func(w *Writing) { w.Ask = true })
	read, _ := s.get(base + "/about")
	if res, text := s.foreign(http.MethodGet, service, nil); res.StatusCode != read || strings.Contains(string(text), testToken) {
		t.Errorf("the manifest: %d, other reads %d", res.StatusCode, read)
	}
	before := s.ask(http.MethodGet, base+"/version").Header.Get("ETag")
	if res, text := s.foreign(http.MethodPost, service, url.Values{"queries": {`{"q":{"query":"Access Now"}}`}}); res.StatusCode != read {
		t.Errorf("a batch: %d %s", res.StatusCode, text)
	}
	if after := s.ask(http.MethodGet, base+"/version").Header.Get("ETag"); after != before {
		t.Error("a batch changed the data")
	}
	res := s.ask(http.MethodPost, base+"/drafts", "Origin", "https://elsewhere.example", "Sec-Fetch-Site", "cross-site", tokenHeader, testToken)
	if res.StatusCode != http.StatusForbidden || res.Header.Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("a draft from elsewhere: %d %v", res.StatusCode, res.Header)
	}
}

// TestHostileBatches: what cannot be answered is a problem that says why, in JSON, readable for the page that asks.
func TestHostileBatches(t *testing.T) {
	s := readExample(t)
	var many []string
	for i := range mostQueries + 1 {
		many = append(many, fmt.Sprintf(`"q%d":{"query":"a"}`, i))
	}
	deep := strings.Repeat("[", 20000)
	for says, x := range map[string]struct {
		method string
		fields url.Values
		status int
		detail string
	}{
		"no JSON":           {"POST", url.Values{"queries": {"{q0"}}, 422, "queries"},
		"a list":            {"POST", url.Values{"queries": {"[]"}}, 422, "array"},
		"two values":        {"POST", url.Values{"queries": {"{} {}"}}, 422, "follows"},
		"a name of numbers": {"POST", url.Values{"queries": {`{"q":{"query":5}}`}}, 422, "number"},
		"nothing asked":     {"POST", url.Values{"queries": {`{"q":{}}`}}, 422, "asks for nothing"},
		"null":              {"POST", url.Values{"queries": {`{"q":null}`}}, 422, "asks for nothing"},
		"unknown type":      {"POST", url.Values{"queries": {`{"q":{"query":"a","type":["Q5"]}}`}}, 422, `"Q5"`},
		"type of numbers":   {"POST", url.Values{"queries": {`{"q":{"query":"a","type":{"x":1}}}`}}, 422, "id"},
		"unknown property":  {"POST", url.Values{"queries": {`{"q":{"query":"a","properties":[{"pid":"P1","v":"x"}]}}`}}, 422, `"P1"`},
		"nested values":     {"POST", url.Values{"queries": {`{"q":{"query":"a","properties":[{"pid":"country","v":[["x"]]}]}}`}}, 422, "text"},
		"deep":              {"POST", url.Values{"queries": {deep}}, 422, "queries"},
		"many":              {"POST", url.Values{"queries": {"{" + strings.Join(many, ",") + "}"}}, 413, "at most 50"},
		"large":             {"POST", url.Values{"queries": {`{"q":{"query":"` + strings.Repeat("a", 2<<20) + `"}}`}}, 413, "1 MB"},
		"nothing":           {"POST", nil, 422, "Nothing is asked"},
		"both":              {"POST", url.Values{"queries": {"{}"}, "extend": {"{}"}}, 422, "one of the two"},
		"twice":             {"POST", url.Values{"queries": {"{}", "{}"}}, 422, "more than once"},
		"extend what":       {"GET", url.Values{"extend": {`{"ids":["x"],"properties":[{"id":"P1"}]}`}}, 422, `"P1"`},
		"extend a letter":   {"GET", url.Values{"extend": {`{"ids":["x"],"properties":[{"id":"letter"}]}`}}, 422, `"letter"`},
		"extend many":       {"POST", url.Values{"extend": {`{"ids":[` + strings.Repeat(`"x",`, mostExtended) + `"x"],"properties":[]}`}}, 413, "at most"},
	} {
		res, text := s.foreign(x.method, service, x.fields)
		p := decode[Problem](t, text)
		if res.StatusCode != x.status || res.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(p.Detail, x.detail) || len(p.Detail) > 400 {
			t.Errorf("%s: %d %s", says, res.StatusCode, text)
		}
		if res.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: the page that asks cannot read why", says)
		}
	}
	for address, status := range map[string]int{previewPath: 404, previewPath + "?id=<script>": 404, suggestPath + "/entity": 200, suggestPath + "/entity?prefix=": 200, suggestPath + "/entity?prefix=access&cursor=-1": 422,
		suggestPath + "/entity?prefix=" + strings.Repeat("a", 201): 422, suggestPath + "/entity?prefix=access&cursor=9999999": 200, propertiesPath + "?type=Q5": 422, propertiesPath + "?limit=x": 422,
		propertiesPath + "?limit=2": 200, suggestPath + "/other": 404, suggestPath + "/type?prefix=%zz": 400} {
		if got, text := s.get(address); got != status {
			t.Errorf("%s: %d %s", address, got, text)
		}
	}
	if res := s.send(http.MethodPost, reconcilePath, "application/json", []byte("{}")); res.StatusCode != http.StatusUnsupportedMediaType {
		t.Errorf("JSON as the body: %d", res.StatusCode)
	}
	odd := `{"":{"query":"\u0000\ud800 <b>"},"q/'\"":{"query":"` + strings.Repeat("Ω", 9000) + `"},"e":{"query":"","properties":[{"pid":"country","v":[null,true,1.5,{"id":"DE","name":"Germany"}]}]}}`
	if got := answered[map[string]results](s, nil, "", http.MethodPost, service, url.Values{"queries": {odd}}); len(got) != 3 {
		t.Errorf("odd queries: %+v", got)
	}
	if got := answered[map[string]results](s, nil, "", http.MethodPost, service, url.Values{"queries": {"{}"}}); len(got) != 0 {
		t.Errorf("an empty batch: %+v", got)
	}
	row := answered[extended](s, nil, "", http.MethodPost, service, url.Values{"extend": {`{"ids":["nobody",""],"properties":[{"id":"name"}]}`}}).Rows
	if len(row) != 2 || row["nobody"]["name"] == nil || len(row["nobody"]["name"]) != 0 {
		t.Errorf("an id of nobody: %v", row)
	}
}

// TestPreviewOfHostileNames: names of letters are text, and the policy lets the page's own style through and nothing else.
func TestPreviewOfHostileNames(t *testing.T) {
	const evil = `</title><script>alert(1)</script><img src=x onerror=alert(1)>`
	letter := graph.Letter{ID: `l"><script>`, Title: evil + " the letter", Kind: "letter", Documents: []graph.Document{{ID: "d"}}, Date: graph.Date{Year: 2021},
		Signatures: []graph.Signature{{Name: evil, Type: graph.TypeOrganization, Capacity: graph.AsOrganization, Status: graph.Listed, Evidence: []graph.Evidence{{Document: "d", Text: evil}}}}}
	s := open(t, store.Change{Letters: []graph.Letter{letter}, Profiles: []graph.Profile{{Of: graph.NameRef{Name: evil}, Country: evil, Source: "test"}}}, Options{})
	res, text := s.foreign(http.MethodGet, ours+previewPath, url.Values{"id": {graph.OrganizationID(evil, "")}})
	page := string(text)
	if res.StatusCode != http.StatusOK || strings.Contains(page, "<script") || strings.Contains(page, "<img") || strings.Count(page, "&lt;script&gt;alert") < 4 {
		t.Errorf("%d %s", res.StatusCode, page)
	}
	_, style, _ := strings.Cut(page, "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	policy := res.Header.Get("Content-Security-Policy")
	if got := res.Header.Get("Cross-Origin-Opener-Policy"); got != "unsafe-none" {
		t.Errorf("a sandboxed page with the opener policy %q opens in no tab", got)
	}
	if !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") || !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "script") {
		t.Errorf("the policy: %s", policy)
	}
	got := answered[map[string]results](s, nil, "", http.MethodPost, service, url.Values{"queries": {encoded(map[string]any{"q": map[string]any{"query": evil}})}})
	if len(got["q"].Result) != 1 || got["q"].Result[0].Name == "" {
		t.Errorf("a batch: %+v", got)
	}
}
