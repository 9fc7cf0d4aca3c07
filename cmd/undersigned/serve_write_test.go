package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"undersigned/graph"
	"undersigned/internal/store"
)

type session struct {
	Writable      bool   `json:"writable"`
	Why           string `json:"why"`
	TokenRequired bool   `json:"token_required"`
	Token         string `json:"token"`
}

func sessionOf(t *testing.T, address string) session {
	t.Helper()
	status, body := get(t, address+"/api/v1/session")
	var s session
	if err := json.Unmarshal([]byte(body), &s); err != nil || status != http.StatusOK {
		t.Fatalf("%d %v %s", status, err, body)
	}
	return s
}

// post sends what a page of the server would.
func post(t *testing.T, address, path, token, body string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+"/api/v1"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", address)
	r.Header.Set("X-Undersigned-Token", token)
	client := http.Client{Timeout: time.Minute}
	res, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	content, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res.StatusCode, string(content)
}

const pasted = `{"name":"river.txt","text":"Keep the river open\n\nMarch 5, 2021\n\nDear members of the council,\n\nWe ask you to keep the river open for everybody on it.\n\nSincerely,\n\nRiver Watch\nBoat Builders Guild\nHarbour Union\n"}`

// TestLettersAreAddedOnLoopback: the built program reads a pasted letter in a process of its own, saves it and serves it.
func TestLettersAreAddedOnLoopback(t *testing.T) {
	data := t.TempDir()
	address, stop := startServer(t, data, "--listen", "127.0.0.1:0")
	defer stop()
	s := sessionOf(t, address)
	if !s.Writable || s.TokenRequired || len(s.Token) < 20 {
		t.Fatalf("%+v", s)
	}
	status, body := post(t, address, "/drafts", s.Token, pasted)
	var draft struct {
		ID    string
		Title string
		Rows  []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(body), &draft); err != nil || status != http.StatusCreated || len(draft.Rows) != 3 {
		t.Fatalf("%d %v %s", status, err, body)
	}
	status, body = post(t, address, "/drafts/"+draft.ID+"/save", s.Token,
		`{"by":"Ada","title":"Keep the river open","date":"2021-03-05","addressees":[],"targets":[],"rows":[{"from":[0],"name":"River Watch"},{"from":[2],"name":"Harbour Union"}]}`)
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, body)
	}
	if _, letters := get(t, address+"/api/v1/letters"); !strings.Contains(letters, "Keep the river open") {
		t.Errorf("the letter is not served: %s", letters)
	}
	if r := cli(t, data, "stats"); r.code != 0 || !strings.Contains(r.out, "1  letter") && !strings.Contains(r.out, "1  signed") {
		t.Errorf("the letter is not stored: %s%s", r.out, r.err)
	}
}

// TestWhereLettersAreNotAdded: by flag, on an address that others reach, and behind a proxy.
func TestWhereLettersAreNotAdded(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--listen", "127.0.0.1:0", "--read-only"}, "--read-only"},
		{[]string{"--listen", "0.0.0.0:0"}, "--token-file"},
		{[]string{"--listen", "127.0.0.1:0", "--host", "letters.example"}, "--host"},
	} {
		address, stop := startServer(t, t.TempDir(), c.args...)
		s := sessionOf(t, address)
		if s.Writable || s.Token != "" || !strings.Contains(s.Why, c.says) {
			t.Errorf("%q: %+v", c.args, s)
		}
		if status, body := post(t, address, "/drafts", "", pasted); status != http.StatusForbidden || !strings.Contains(body, "read_only") {
			t.Errorf("%q: %d %s", c.args, status, body)
		}
		stop()
	}
}

// readOnly is a store whose file or server takes nothing.
type readOnly struct{ store.Store }

func (readOnly) ReadOnly() bool { return true }

// TestStoreThatIsReadOnly: it is said before somebody types a letter, also where a token would be asked for.
func TestStoreThatIsReadOnly(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	token := write(t, filepath.Join(t.TempDir(), "token"), "a-long-and-secret-token")
	if err := os.Chmod(token, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, o := range []serveOptions{{}, {askToken: true, tokenFile: token}} {
		w, err := (&app{}).writing(o, listener, nil, readOnly{})
		if err != nil || w.Intake != nil || w.Token != "" || !strings.Contains(w.Why, "may only be read") {
			t.Errorf("%+v: %+v, %v", o, w, err)
		}
	}
}

func TestTokenFile(t *testing.T) {
	const token = "a-token-of-24-characters"
	path := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(path, []byte(token+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	address, stop := startServer(t, t.TempDir(), "--listen", "0.0.0.0:0", "--token-file", path, "--log", "debug")
	defer stop()
	if s := sessionOf(t, address); !s.Writable || !s.TokenRequired || s.Token != "" {
		t.Errorf("%+v", s)
	}
	for given, want := range map[string]int{token: http.StatusCreated, "": http.StatusUnauthorized, token + "x": http.StatusUnauthorized} {
		if status, body := post(t, address, "/drafts", given, pasted); status != want || strings.Contains(body, token) {
			t.Errorf("with %q: %d %s", given, status, body)
		}
	}
}

func TestTokenFilesThatAreRefused(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		content string
		mode    os.FileMode
		code    graph.Code
		says    string
	}{
		"short":     {"too short", 0o600, graph.Invalid, "16"},
		"empty":     {"", 0o600, graph.Invalid, "16"},
		"repeated":  {strings.Repeat("12", 12), 0o600, graph.Invalid, "different"},
		"two lines": {"first line of it\nsecond line of it", 0o600, graph.Invalid, "one line"},
		"no ASCII":  {strings.Repeat("ü", 20), 0o600, graph.Invalid, "ASCII"},
		"long":      {strings.Repeat("x", tokenMost+1), 0o600, graph.TooLarge, "limit"},
		"open":      {"a-token-of-24-characters", 0o644, graph.Invalid, "chmod 600"},
	} {
		if name == "open" && runtime.GOOS == "windows" {
			continue // has no such modes
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.content), c.mode); err != nil {
			t.Fatal(err)
		}
		_, err := (&app{}).readToken(path)
		if message := graph.MessageOf(err); graph.CodeOf(err) != c.code || !strings.Contains(message, c.says) || strings.Contains(message, "a-token") {
			t.Errorf("%s: %q, %v", name, graph.CodeOf(err), err)
		}
	}
	if _, err := (&app{}).readToken(filepath.Join(dir, "missing")); err == nil {
		t.Error("a file that is not there")
	}
}

// TestNoTokenFile: an empty name is a variable that was not set, and must not open a server that was meant to be closed.
func TestNoTokenFile(t *testing.T) {
	var out, errs bytes.Buffer
	code := run(t.Context(), []string{"serve", "--data", t.TempDir(), "--no-open", "--listen", "127.0.0.1:0", "--token-file", ""}, stdio{strings.NewReader(""), &out, &errs})
	if code != 2 || !strings.Contains(errs.String(), "--token-file names no file") {
		t.Errorf("%d %s", code, &errs)
	}
}

// TestMetricsAndAccessLog of the built program: both are off, and on when asked for.
func TestMetricsAndAccessLog(t *testing.T) {
	address, stop := startServer(t, t.TempDir(), "--listen", "127.0.0.1:0")
	if status, _ := get(t, address+"/metrics"); status != http.StatusNotFound {
		t.Errorf("not asked for: %d", status)
	}
	stop()
	address, stop = startServer(t, t.TempDir(), "--listen", "127.0.0.1:0", "--metrics", "--access-log")
	defer stop()
	if status, body := get(t, address+"/metrics"); status != http.StatusOK || !strings.Contains(body, "undersigned_data_revision 0") {
		t.Errorf("%d %s", status, body)
	}
}

// TestReadLetterIsHidden and says what it is for; it never reads settings.
func TestReadLetterIsHidden(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{readLetterCommand}, stdio{strings.NewReader("hello\n"), &out, &errs}); code != 0 || !strings.Contains(out.String(), "started by undersigned itself") {
		t.Errorf("%d %s %s", code, &out, &errs)
	}
	out.Reset()
	if run(t.Context(), []string{"--help"}, stdio{strings.NewReader(""), &out, &errs}); strings.Contains(out.String(), readLetterCommand) {
		t.Error("help names it")
	}
}
