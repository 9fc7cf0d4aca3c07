package store

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"undersigned/graph"
)

// ReadEvidence reads the evidence of a signature from the JSON that stores keep it in. share, if not nil, returns equal texts as
// one: document ids and extractors repeat on every line.
//
// It does what json.Unmarshal does. What is usual is read by hand, in a third of the time and with a third of the memory
// (BenchmarkReadEvidence), since evidence is most of the work of reading a snapshot; the rest is left to json.Unmarshal.
func ReadEvidence(text string, share func(string) string) ([]graph.Evidence, error) {
	evidence, usual := readUsual(text)
	if !usual {
		evidence = nil
		if err := json.Unmarshal([]byte(text), &evidence); err != nil {
			return nil, err
		}
	}
	for i := range evidence {
		e := &evidence[i]
		if share != nil {
			e.Document, e.Extractor = share(e.Document), share(e.Extractor)
		}
	}
	return evidence, nil
}

// readUsual reads a list of objects as json.Marshal writes them: known keys, numbers without sign or fraction, texts without
// escapes. For anything else it says false.
func readUsual(text string) ([]graph.Evidence, bool) {
	if !utf8.ValidString(text) { // json.Unmarshal mends it
		return nil, false
	}
	r := usual{text}
	if !r.skip(`[{`) {
		return nil, false
	}
	list := make([]graph.Evidence, 0, 1)
	for {
		var e graph.Evidence
		if !r.object(&e) {
			return nil, false
		}
		list = append(list, e)
		if r.left == "]" {
			return list, true
		}
		if !r.skip(`,{`) {
			return nil, false
		}
	}
}

// usual is what is left of a text.
type usual struct{ left string }

func (r *usual) skip(prefix string) (ok bool) {
	r.left, ok = strings.CutPrefix(r.left, prefix)
	return ok
}

// object reads what follows an opening brace.
func (r *usual) object(e *graph.Evidence) bool {
	for {
		key, ok := r.word()
		if !ok || !r.skip(":") {
			return false
		}
		switch key {
		case "document":
			e.Document, ok = r.word()
		case "text":
			e.Text, ok = r.word()
			e.Text = strings.Clone(e.Text) // and not the whole line of JSON with it
		case "form":
			e.Form, ok = r.word()
			e.Form = strings.Clone(e.Form)
		case "extractor":
			e.Extractor, ok = r.word()
		case "page":
			e.Page, ok = r.number()
		case "line":
			e.Line, ok = r.number()
		case "position":
			e.Position, ok = r.number()
		default:
			return false
		}
		switch {
		case !ok:
			return false
		case r.skip("}"):
			return true
		case !r.skip(","):
			return false
		}
	}
}

// word reads a text in quotes.
func (r *usual) word() (string, bool) {
	if !r.skip(`"`) {
		return "", false
	}
	for i := range len(r.left) {
		switch c := r.left[i]; {
		case c == '"':
			word := r.left[:i]
			r.left = r.left[i+1:]
			return word, true
		case c == '\\' || c < ' ':
			return "", false
		}
	}
	return "", false
}

// number reads a number of at most nine digits.
func (r *usual) number() (n int, ok bool) {
	i := 0
	for i < len(r.left) && r.left[i] >= '0' && r.left[i] <= '9' {
		n = 10*n + int(r.left[i]-'0')
		if i++; i > 9 {
			return 0, false
		}
	}
	if i == 0 || i > 1 && r.left[0] == '0' {
		return 0, false
	}
	r.left = r.left[i:]
	return n, true
}
