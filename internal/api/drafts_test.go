package api

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"
	"io"
	"math"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"undersigned/examples"
	"undersigned/internal/explore"
	"undersigned/internal/intake"
	"undersigned/internal/pdf"
)

const childVariable = "API_TEST_CHILD"

// TestMain is the child that reads documents where it is told to be one.
func TestMain(m *testing.M) {
	if os.Getenv(childVariable) != "" {
		if err := intake.Work(context.Background(), os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const (
	testToken = "a token of the tests"
	ours      = "http://127.0.0.1:8080"
)

// openWriting returns a site that takes letters.
func openWriting(t *testing.T, change func(*Writing)) *site {
	t.Helper()
	c, err := examples.Change(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	db := filled(t, c)
	service := explore.New(db, explore.Options{PollEvery: time.Hour})
	t.Cleanup(service.Close)
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	w := Writing{Token: testToken, Intake: intake.New(service, db, intake.Options{Command: []string{program, "-test.run=^$"}, Env: []string{childVariable + "=1"}})}
	if change != nil {
		change(&w)
	}
	return &site{t: t, handler: New(service, Options{Web: webFiles, Version: "1.2.3", Writing: w})}
}

// send sends a request as a page of ours does, unless the header pairs say otherwise; "" takes a header away.
func (s *site) send(method, address, kind string, content []byte, header ...string) *http.Response {
	s.t.Helper()
	r := httptest.NewRequest(method, ours+address, bytes.NewReader(content))
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Origin", ours)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set(tokenHeader, testToken)
	for i := 0; i < len(header); i += 2 {
		switch {
		case header[i] == "Host":
			r.Host = header[i+1]
		case header[i+1] == "":
			r.Header.Del(header[i])
		default:
			r.Header.Set(header[i], header[i+1])
		}
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w.Result()
}

const river = "Keep the river open\n\nMarch 5, 2021\n\nDear members of the council,\n\nWe, the undersigned 3 organizations, ask you to keep the river open for everybody.\n\n" +
	"Sincerely,\n\nAccess Now\nMedia Alliance (MA)\n<b>Boat Builders</b> Guild\n"

func paste(text string) []byte {
	b, err := json.Marshal(PasteBody{Name: "river.txt", Text: text})
	if err != nil {
		panic(err)
	}
	return b
}

// form makes a form of parts name, file name, content.
func form(t *testing.T, parts ...string) (kind string, content []byte) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for i := 0; i < len(parts); i += 3 {
		create := func() (io.Writer, error) { return w.CreateFormField(parts[i]) }
		if parts[i+1] != "" {
			create = func() (io.Writer, error) { return w.CreateFormFile(parts[i], parts[i+1]) }
		}
		part, err := create()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(parts[i+2])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return w.FormDataContentType(), b.Bytes()
}

// fits checks an answer's status and headers, and its body against the document.
func fits(t *testing.T, res *http.Response, id string, status int) []byte {
	t.Helper()
	raw := body(t, res)
	if res.StatusCode != status {
		t.Fatalf("%s: %d %s", id, res.StatusCode, raw)
	}
	if res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Content-Security-Policy") != sealed {
		t.Errorf("%s: headers %v", id, res.Header)
	}
	document := documented(t)
	for _, item := range document.Paths {
		for _, op := range operationsOf(item) {
			if op.OperationID != id {
				continue
			}
			media := op.Responses[map[int]string{200: "200", 201: "201"}[status]].Content["application/json"]
			var value any
			if err := json.Unmarshal(raw, &value); err != nil {
				t.Fatal(err)
			}
			result := &huma.ValidateResult{}
			huma.Validate(document.Components.Schemas, media.Schema, huma.NewPathBuffer([]byte{}, 0), huma.ModeReadFromServer, value, result)
			for _, err := range result.Errors {
				t.Errorf("%s: %v", id, err)
			}
			checkNulls(t, id, "", value)
			return raw
		}
	}
	t.Fatalf("there is no operation %s", id)
	return nil
}

// TestDrafts walks the whole way: paste, look, compare, save, read the letter, discard.
func TestDrafts(t *testing.T) {
	s := openWriting(t, nil)
	res := s.send("POST", base+"/drafts", "application/json", paste(river))
	d := decode[intake.DraftAnswer](t, fits(t, res, "draft-add", 201))
	address := base + "/drafts/" + d.ID
	if res.Header.Get("Location") != address || len(d.ID) < 26 || len(d.Rows) != 3 || d.Rows[2].Name != "<b>Boat Builders</b> Guild" || d.Warnings[0].Code != "unsure" && d.Warnings[0].Code != "claimed" {
		t.Errorf("%q, %+v", res.Header.Get("Location"), d)
	}
	if again := decode[intake.DraftAnswer](t, fits(t, s.send("GET", address, "", nil, "Origin", ""), "draft", 200)); again.SHA256 != d.SHA256 {
		t.Error("another draft")
	}
	letters := decode[explore.LettersAnswer](t, body(t, s.ask("GET", base+"/letters"))).Letters
	diff := decode[intake.DiffAnswer](t, fits(t, s.send("GET", address+"/diff?letter="+letters[0].ID, "", nil), "draft-diff", 200))
	if len(diff.Same)+len(diff.Unsure)+len(diff.New) != 3 {
		t.Errorf("%+v", diff)
	}
	q := intake.SaveRequest{By: "Ada", Title: d.Title, Date: d.Date.String(), Kind: d.Kind, Language: d.Language, Addressees: d.Addressees, Targets: []string{"The council"},
		Relations: []intake.SaveRelation{{Letter: letters[0].ID, Relation: "unrelated"}}}
	for _, r := range d.Rows {
		q.Rows = append(q.Rows, intake.SaveRow{From: []int{r.Row}, Name: r.Name})
	}
	q.Rows[1].Organization = intake.Decision{Decision: "same", ID: d.Rows[1].Match.ID}
	content, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	saved := decode[intake.SaveAnswer](t, fits(t, s.send("POST", address+"/save", "application/json", content), "draft-save", 200))
	again := decode[intake.SaveAnswer](t, fits(t, s.send("POST", address+"/save", "application/json", content), "draft-save", 200))
	if saved.Written != 3 || saved.Judgements != 2 || again.Written != 0 || again.Letter != saved.Letter || saved.Version.Revision != saved.Revision {
		t.Errorf("%+v, then %+v", saved, again)
	}
	l := decode[explore.LetterAnswer](t, body(t, s.ask("GET", base+"/letters/"+saved.Letter)))
	if len(l.Signatories) != 3 || l.Signatories[1].ID != d.Rows[1].Match.ID || l.Signatories[1].Lines[0].Text != "Media Alliance (MA)" {
		t.Errorf("%+v", l.Signatories)
	}
	if res := s.send("DELETE", address, "", nil); res.StatusCode != 204 || len(body(t, res)) != 0 {
		t.Errorf("discarding: %d", res.StatusCode)
	}
	for _, c := range []struct{ method, path string }{{"GET", ""}, {"DELETE", ""}, {"GET", "/diff?letter=x"}, {"POST", "/save"}, {"GET", "/pages/1.png"}} {
		checkProblem(t, s.send(c.method, address+c.path, "application/json", content), 404, "not_found")
	}
}

func TestUploads(t *testing.T) {
	s := openWriting(t, nil)
	kind, content := form(t, "file", `C:\letters\river.md`, river, "published", "", "https://example.org/river")
	d := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", kind, content), "draft-add", 201))
	if d.Name != "river.md" || d.Medium != "markdown" || d.Published != "https://example.org/river" || len(d.Rows) != 3 {
		t.Errorf("%+v", d)
	}
	checkProblem(t, s.send("GET", base+"/drafts/"+d.ID+"/pages/1.png", "", nil), 404, "not_found")
	for name, c := range map[string]struct {
		parts  []string
		status int
		code   string
	}{
		"no file":       {[]string{"published", "", "https://example.org"}, 422, "invalid"},
		"two files":     {[]string{"file", "a.txt", river, "file", "b.txt", river}, 422, "invalid"},
		"another part":  {[]string{"file", "a.txt", river, "shell", "", "rm"}, 422, "invalid"},
		"an empty file": {[]string{"file", "a.txt", ""}, 422, "invalid"},
		"a script":      {[]string{"file", "a.txt", river, "published", "", "javascript:alert(1)"}, 422, "invalid"},
		"a picture":     {[]string{"file", "a.png", "\x89PNG\r\n\x1a\n"}, 422, "unsupported"},
		"too large":     {[]string{"file", "a.txt", strings.Repeat("x", intake.MaxBytes+1)}, 413, "too_large"},
		"far too large": {[]string{"file", "a.txt", strings.Repeat("x", uploadMost+1)}, 413, "too_large"},
	} {
		kind, content := form(t, c.parts...)
		t.Run(name, func(t *testing.T) {
			checkProblem(t, s.send("POST", base+"/drafts", kind, content), c.status, c.code)
		})
	}
	kind, content = form(t, "file", "a.txt", river)
	for name, c := range map[string]struct {
		kind    string
		content []byte
		code    string
	}{
		"cut off":          {kind, content[:len(content)-40], "invalid"},
		"no boundary":      {"multipart/form-data", content, "unsupported"},
		"plain text":       {"text/plain", []byte(river), "unsupported"},
		"no type":          {"", []byte(river), "unsupported"},
		"no JSON":          {"application/json", []byte("{"), "invalid"},
		"unknown field":    {"application/json", []byte(`{"txt":"x"}`), "invalid"},
		"no text":          {"application/json", []byte(`{"text":" "}`), "invalid"},
		"text and address": {"application/json", []byte(`{"text":"x","url":"https://example.org"}`), "invalid"},
		"an address":       {"application/json", []byte(`{"url":"https://example.org"}`), "unsupported"},
	} {
		t.Run(name, func(t *testing.T) {
			status := 422
			if name == "no boundary" || name == "plain text" || name == "no type" { // the request is wrong, and not the document
				status = 415
			}
			checkProblem(t, s.send("POST", base+"/drafts", c.kind, c.content), status, c.code)
		})
	}
}

func TestSavesThatAreRefused(t *testing.T) {
	s := openWriting(t, nil)
	d := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", "application/json", paste(river)), "draft-add", 201))
	for name, content := range map[string]string{
		"nothing":       ``,
		"no JSON":       `{`,
		"nobody":        `{"addressees":[],"targets":[],"rows":[]}`,
		"no rows":       `{"by":"Ada","addressees":[],"targets":[]}`,
		"unknown field": `{"by":"Ada","addressees":[],"targets":[],"rows":[],"evil":1}`,
		"a kind":        `{"by":"Ada","kind":"poem","addressees":[],"targets":[],"rows":[]}`,
		"a decision":    `{"by":"Ada","addressees":[],"targets":[],"rows":[{"from":[0],"name":"X","organization":{"decision":"perhaps"}}]}`,
		"no such row":   `{"by":"Ada","addressees":[],"targets":[],"rows":[{"from":[-1],"name":"X"}]}`,
		"no line":       `{"by":"Ada","addressees":[],"targets":[],"rows":[{"name":"X"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			status := map[bool]int{true: 400, false: 422}[name == "nothing" || name == "no JSON"]
			checkProblem(t, s.send("POST", base+"/drafts/"+d.ID+"/save", "application/json", []byte(content)), status, "invalid")
		})
	}
}

// TestPictures: pages of an uploaded PDF are drawn, without a token and never as anything but a picture.
func TestPictures(t *testing.T) {
	if !pdf.Available() {
		if os.Getenv("CI") == "true" {
			t.Fatal("the PDF engine is not there: run make build first")
		}
		t.Skip("the PDF engine is not there: run make build first")
	}
	data, err := os.ReadFile(filepath.Join("..", "letter", "testdata", "pdf-columns-pages", "input.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	s := openWriting(t, nil)
	kind, content := form(t, "file", "letter.pdf", string(data))
	d := decode[intake.DraftAnswer](t, fits(t, s.send("POST", base+"/drafts", kind, content), "draft-add", 201))
	if d.Medium != "pdf" || len(d.Pages) != 2 || d.Pages[1].Width == 0 || len(d.Rows) == 0 || len(d.Rows[0].Box) != 4 {
		t.Fatalf("%+v", d.Pages)
	}
	res := s.send("GET", d.Pages[1].Picture+"?scale=2", "", nil, tokenHeader, "", "Origin", "", "Sec-Fetch-Site", "")
	picture, err := png.Decode(bytes.NewReader(body(t, res)))
	if err != nil || res.Header.Get("Content-Type") != "image/png" || res.Header.Get("Content-Security-Policy") != sealed || res.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Fatalf("%v %v", err, res.Header)
	}
	if size := picture.Bounds().Size(); math.Abs(float64(size.X)-2*d.Pages[1].Width) > 1 || math.Abs(float64(size.Y)-2*d.Pages[1].Height) > 1 {
		t.Errorf("a page of %v by %v points is drawn as %v", d.Pages[1].Width, d.Pages[1].Height, size)
	}
	checkProblem(t, s.send("GET", base+"/drafts/"+d.ID+"/pages/3.png", "", nil), 404, "not_found")
	for _, bad := range []string{"/pages/0.png", "/pages/1.svg", "/pages/1.png?scale=50"} {
		checkProblem(t, s.send("GET", base+"/drafts/"+d.ID+bad, "", nil), 422, "invalid")
	}
	kind, content = form(t, "file", "letter.pdf", string(data[:len(data)/2]))
	if res := s.send("POST", base+"/drafts", kind, content); res.StatusCode != 201 {
		checkProblem(t, res, 422, "invalid")
	}
}
