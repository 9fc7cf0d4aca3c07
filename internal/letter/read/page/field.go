package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"undersigned/internal/letter/rule"
	"undersigned/internal/letter/text"
)

// minFielded is how many lines have to be of like elements before these are fields.
const minFielded = 4

// fieldSeams returns where the elements of a line meet that are fields of it, which style sheets set apart and nothing in the text does: two or more
// elements of different kinds, with nothing but blanks between them, the first with letters enough for a name. key says what kinds they are.
func (w *htmlWalker) fieldSeams() (key string, fields []inlineRun) {
	if len(w.runs) < 2 || len(w.runs) > 6 {
		return "", nil
	}
	last := 0
	for k, r := range w.runs {
		if r.start < last || r.end > len(w.buf) || text.Trim(string(w.buf[last:r.start])) != "" {
			return "", nil
		}
		for _, before := range w.runs[:k] {
			if before.kind == r.kind {
				return "", nil
			}
		}
		if t := text.Trim(string(w.buf[r.start:r.end])); partOfName(r.kind) || t != "" && strings.ContainsAny(t[:1]+t[len(t)-1:], ",;:|()[]") {
			return "", nil // it has marks of its own
		}
		last = r.end
	}
	if text.Trim(string(w.buf[last:])) != "" {
		return "", nil
	}
	for _, r := range w.runs {
		if t := string(w.buf[r.start:r.end]); letters(t) == 0 && len(fields) > 0 {
			fields[len(fields)-1].end = r.end // a mark or a figure behind a field
		} else {
			fields = append(fields, inlineRun{r.kind, r.start, r.end})
		}
	}
	if len(fields) < 2 || letters(string(w.buf[fields[0].start:fields[0].end])) < 3 || text.WordCount(string(w.buf[fields[0].start:fields[0].end])) > 14 {
		return "", nil
	}
	return w.runs[0].kind, fields
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// partOfName reports whether a class says that an element is a part of a person's name.
func partOfName(kind string) bool {
	return namePartClass.MatchString(kind)
}

var namePartClass = text.Lazy("page.namePartClass", `(?i)(^|[._ -])(first|last|given|family|fore|sur|middle|vor|nach)[_-]?(name|nom)?([_ -]|$)|(^|[._ -])(pre?nom|apellidos?|cognome|honorific|drop-?cap|initials?)([_ -]|$)`)

// countFields counts a line by the kind of its first field.
func (w *htmlWalker) countFields(key string) {
	if w.fieldTimes == nil {
		w.fieldTimes = map[string]int{}
	}
	if len(w.fieldTimes) < maxWall || w.fieldTimes[key] > 0 {
		w.fieldTimes[key]++
	}
}

// fielded returns the kinds of elements that are fields in so many lines that the page is read again with each in a line of its own; nil for none.
func (w *htmlWalker) fielded() map[string]bool {
	var kinds map[string]bool
	for key, n := range w.fieldTimes {
		if n >= minFielded && !rule.Off("page.htmlWalker.fielded") {
			if kinds == nil {
				kinds = map[string]bool{}
			}
			kinds[key] = true
		}
	}
	return kinds
}

// walk reads the tokens of a page, a second time where its lines turn out to have fields.
func walk(body string, begin func() *htmlWalker, each func(w *htmlWalker, count int) error) (*htmlWalker, error) {
	var fields map[string]bool
	for {
		w := begin()
		w.fields = fields
		z := html.NewTokenizer(strings.NewReader(body))
		for count := 0; ; count++ {
			kind := z.Next()
			if kind == html.ErrorToken {
				break // the end; a reader of a string has no other error
			}
			if err := each(w, count); err != nil {
				return nil, err
			}
			w.token(z, kind)
		}
		if fields == nil {
			if fields = w.fielded(); fields != nil {
				continue
			}
		}
		w.finish()
		return w, nil
	}
}
