package api

import (
	"net/http"
	"strings"
	"testing"

	"undersigned/internal/intake"
)

// TestWhoMayWrite: each thing that is asked of a write, missing or wrong, refuses it before the document is looked at.
func TestWhoMayWrite(t *testing.T) {
	s := openWriting(t, nil)
	for name, c := range map[string]struct {
		header []string
		status int
		code   string
	}{
		"a page of ours":                    {nil, 201, ""},
		"an old browser":                    {[]string{"Sec-Fetch-Site", ""}, 201, ""},
		"a browser that says no origin":     {[]string{"Origin", ""}, 201, ""},
		"neither":                           {[]string{"Origin", "", "Sec-Fetch-Site", ""}, 403, "forbidden"},
		"another site":                      {[]string{"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}, 403, "forbidden"},
		"another site in an old browser":    {[]string{"Origin", "https://evil.example", "Sec-Fetch-Site", ""}, 403, "forbidden"},
		"another port of this machine":      {[]string{"Origin", "http://127.0.0.1:9", "Sec-Fetch-Site", "same-site"}, 403, "forbidden"},
		"another name of this machine":      {[]string{"Origin", "http://localhost:8080"}, 403, "forbidden"},
		"a sandboxed page":                  {[]string{"Origin", "null"}, 403, "forbidden"},
		"a file":                            {[]string{"Origin", "file://"}, 403, "forbidden"},
		"a link followed":                   {[]string{"Origin", "", "Sec-Fetch-Site", "none"}, 403, "forbidden"},
		"a name that points here":           {[]string{"Host", "evil.example:8080", "Origin", "http://evil.example:8080"}, 403, "forbidden"},
		"without the token":                 {[]string{tokenHeader, ""}, 401, "unauthorized"},
		"with another token":                {[]string{tokenHeader, testToken + "x"}, 401, "unauthorized"},
		"through a proxy":                   {[]string{"X-Forwarded-For", "192.0.2.1"}, 403, "read_only"},
		"through another proxy":             {[]string{"Via", "1.1 proxy"}, 403, "read_only"},
		"the right token from another site": {[]string{"Sec-Fetch-Site", "cross-site"}, 403, "forbidden"},
	} {
		t.Run(name, func(t *testing.T) {
			res := s.send("POST", base+"/drafts", "application/json", paste(river), c.header...)
			if c.status == 201 {
				if res.StatusCode != 201 {
					t.Errorf("%d %s", res.StatusCode, body(t, res))
				}
				return
			}
			checkProblem(t, res, c.status, c.code)
			if (c.status == 401) != (res.Header.Get("Www-Authenticate") != "") {
				t.Error("401 says how to get in, and nothing else does")
			}
		})
	}
}

// TestEveryDraftAddressIsGuarded: but the pictures, whose address is a secret.
func TestEveryDraftAddressIsGuarded(t *testing.T) {
	s := openWriting(t, nil)
	guarded := 0
	for path, item := range documented(t).Paths {
		for _, op := range operationsOf(item) {
			if op.Method == http.MethodGet && !isUnder(path, base+"/drafts") || op.OperationID == "draft-page" {
				continue
			}
			guarded++
			address := strings.NewReplacer("{id}", "X").Replace(path)
			checkProblem(t, s.send(op.Method, address, "application/json", []byte("{"), tokenHeader, ""), 401, "unauthorized")
			checkProblem(t, s.send(op.Method, address, "application/json", []byte("{"), "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"), 403, "forbidden")
		}
	}
	if guarded < 5 {
		t.Errorf("only %d operations were looked at", guarded)
	}
}

func TestReadOnly(t *testing.T) {
	for name, s := range map[string]*site{
		"by default": readExample(t),
		"as told": openWriting(t, func(w *Writing) {
			w.Why = "This server was started to be read only: add letters elsewhere, please."
		}),
		"without a token": openWriting(t, func(w *Writing) { w.Token = "" }),
	} {
		t.Run(name, func(t *testing.T) {
			p := checkProblem(t, s.send("POST", base+"/drafts", "application/json", paste(river)), 403, "read_only")
			v := decode[Session](t, body(t, s.ask("GET", base+"/session")))
			if v.Writable || v.Token != "" || v.Why != p.Detail || v.TokenRequired || v.Fetch {
				t.Errorf("%+v, and refused with %q", v, p.Detail)
			}
			checkProblem(t, s.send("GET", base+"/drafts/X/pages/1.png", "", nil), 404, "not_found")
		})
	}
}

func TestSession(t *testing.T) {
	s := openWriting(t, nil)
	res := s.ask("GET", base+"/session", "Sec-Fetch-Site", "same-origin")
	v := decode[Session](t, body(t, res))
	if !v.Writable || v.Token != testToken || v.TokenRequired || v.LimitBytes != intake.MaxBytes || len(v.Media) < 5 || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%+v %v", v, res.Header)
	}
	for _, site := range []string{"cross-site", "same-site", "none"} {
		checkProblem(t, s.ask("GET", base+"/session", "Sec-Fetch-Site", site), 403, "forbidden")
	}
	checkProblem(t, s.ask("GET", base+"/session", "Origin", "https://evil.example"), 403, "forbidden")
	checkProblem(t, s.ask("GET", base+"/session", "Host", "evil.example"), 403, "forbidden")
	if v := decode[Session](t, body(t, s.ask("GET", base+"/session", "X-Forwarded-For", "192.0.2.1"))); v.Writable || v.Token != "" {
		t.Errorf("through a proxy: %+v", v)
	}

	s = openWriting(t, func(w *Writing) { w.Ask = true })
	if v := decode[Session](t, body(t, s.ask("GET", base+"/session"))); !v.Writable || v.Token != "" || !v.TokenRequired {
		t.Errorf("a token that is typed is given away: %+v", v)
	}
	if res := s.send("POST", base+"/drafts", "application/json", paste(river), "X-Forwarded-For", "192.0.2.1"); res.StatusCode != 201 {
		t.Errorf("with a typed token through a proxy: %d %s", res.StatusCode, body(t, res))
	}
	for _, token := range []string{"", "wrong"} {
		p := checkProblem(t, s.send("POST", base+"/drafts", "application/json", paste(river), tokenHeader, token), 401, "unauthorized")
		if !strings.Contains(p.Detail, "token") || strings.Contains(p.Detail, testToken) {
			t.Errorf("%q", p.Detail)
		}
	}
}

// TestSecretsStayOutOfTheLog: neither the token nor the id of a draft is written down.
func TestSecretsStayOutOfTheLog(t *testing.T) {
	s := openExample(t)
	s.send("GET", base+"/drafts/SECRET-ID/pages/1.png", "", nil)
	s.send("POST", base+"/drafts/SECRET-ID/save", "application/json", []byte("{}"))
	if log := s.log.String(); strings.Contains(log, "SECRET-ID") || strings.Contains(log, testToken) || strings.Count(log, "path=/api/v1/drafts") != 2 {
		t.Errorf("the log: %s", log)
	}
}

func TestWrongMethodsOfDrafts(t *testing.T) {
	s := openWriting(t, nil)
	for _, c := range []struct{ method, path, allow string }{{"GET", "/drafts", "POST"}, {"PUT", "/drafts", "POST"}, {"PATCH", "/drafts/X", "GET, HEAD, DELETE"}, {"GET", "/drafts/X/save", "POST"},
		{"POST", "/session", "GET, HEAD"}, {"OPTIONS", "/drafts", "POST"}} {
		res := s.send(c.method, base+c.path, "application/json", nil)
		checkProblem(t, res, 405, "method_not_allowed")
		if got := res.Header.Get("Allow"); got != c.allow || res.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s %s: Allow %q", c.method, c.path, got)
		}
	}
}
