package neo4j

import (
	"encoding/json"
	"fmt"
)

// values are the parameters of a statement, or one row of those that it is run over.
type values = map[string]any

// row is what a statement answers with, read by name. What is missing, null though it must not be, or of another type than is asked for is
// remembered, and the reading of the row fails with it: a damaged store, or a server that is none, is told and not guessed at.
type row struct {
	names  []string
	values []any
	wrong  error // the first thing that was not as it should be
}

// malformed is an answer of the database that is not of the form that its question has.
type malformed struct{ name, want, got string }

func (e *malformed) Error() string {
	return fmt.Sprintf("%s is %s and not %s", e.name, e.got, e.want)
}

func (r *row) fail(name string, want, got any) {
	if r.wrong != nil {
		return
	}
	is := fmt.Sprintf("a value of type %T", got)
	if got == nil {
		is = "missing"
	}
	r.wrong = &malformed{name, fmt.Sprintf("of type %T", want), is}
}

// value returns what has this name; ok is false where nothing has.
func (r *row) value(name string) (value any, ok bool) {
	for i, n := range r.names {
		if n == name && i < len(r.values) {
			return r.values[i], true
		}
	}
	return nil, false
}

// need returns a value that has to be there.
func need[T any](r *row, name string) T {
	value, _ := r.value(name)
	t, ok := value.(T)
	if !ok {
		r.fail(name, t, value)
	}
	return t
}

// maybe returns a value that may be null: it is the zero value then.
func maybe[T any](r *row, name string) T {
	value, there := r.value(name)
	t, ok := value.(T)
	if !ok && (value != nil || !there) {
		r.fail(name, t, value)
	}
	return t
}

func (r *row) text(name string) string       { return need[string](r, name) }
func (r *row) maybeText(name string) string  { return maybe[string](r, name) }
func (r *row) number(name string) int64      { return need[int64](r, name) }
func (r *row) truth(name string) bool        { return need[bool](r, name) }
func (r *row) list(name string) []any        { return need[[]any](r, name) }
func (r *row) properties(name string) fields { return fields{r, name, need[map[string]any](r, name)} }

func (r *row) texts(name string) []string { return textsOf(r, name, r.list(name)) }

// fields are the properties of a node or a relationship in a row. Those that are empty are not there: see properties.
type fields struct {
	row  *row
	name string
	all  map[string]any
}

// fieldsIn are those of a map within a list.
func (r *row) fieldsIn(name string, value any) fields {
	m, ok := value.(map[string]any)
	if !ok {
		r.fail(name, m, value)
	}
	return fields{r, name, m}
}

func field[T any](f fields, key string) (t T, there bool) {
	value, there := f.all[key]
	if !there {
		return t, false
	}
	t, ok := value.(T)
	if !ok {
		f.row.fail(f.name+"."+key, t, value)
	}
	return t, ok
}

func (f fields) text(key string) string {
	t, _ := field[string](f, key)
	return t
}

func (f fields) number(key string) int {
	n, _ := field[int64](f, key)
	return int(n)
}

func (f fields) texts(key string) []string {
	list, _ := field[[]any](f, key)
	return textsOf(f.row, f.name+"."+key, list)
}

// json reads what properties.json wrote.
func (f fields) json(key string, into any) error {
	text, there := field[string](f, key)
	if !there {
		return nil
	}
	return json.Unmarshal([]byte(text), into)
}

func textsOf(r *row, name string, list []any) []string {
	var texts []string
	for _, value := range list {
		t, ok := value.(string)
		if !ok {
			r.fail(name, t, value)
		}
		texts = append(texts, t)
	}
	return texts
}
