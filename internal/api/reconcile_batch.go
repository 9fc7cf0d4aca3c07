package api

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"undersigned/graph"
	"undersigned/internal/explore"
)

// Limits of what one request may ask.
const (
	mostQueries    = 50
	mostFacts      = 20 // properties of a query, and values of a property
	mostCandidates = 50
	mostExtended   = 500 // organizations of a data extension
	mostProperties = 50
)

// readForm reads query string and body into the form of a request. A body is one that a form sends.
func readForm(c *gin.Context) *Problem {
	ctx, r := c.Request.Context(), c.Request
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	kind = strings.ToLower(strings.TrimSpace(kind))
	var err error
	switch {
	case r.Method != http.MethodPost || kind == "application/x-www-form-urlencoded":
		err = r.ParseForm()
	case kind == "multipart/form-data":
		err = r.ParseMultipartForm(reconcileMost)
	default:
		return problem(ctx, http.StatusUnsupportedMediaType, "The body of the request is of a type that is not read here. Send a form (application/x-www-form-urlencoded) with the field queries or extend.")
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return problem(ctx, http.StatusRequestEntityTooLarge, fmt.Sprintf("The batch is larger than %d MB. Send fewer queries at a time.", reconcileMost>>20))
	case err != nil:
		traceOf(ctx).cause = err
		return problem(ctx, http.StatusBadRequest, "The form cannot be read. Write its fields as name=value, percent-encoded and separated by &.")
	}
	return nil
}

// reconcile answers on the address of the service: the manifest, a batch of queries, or a data extension.
func (h *handler) reconcile(c *gin.Context, r *explore.Reading) (any, error) {
	queries, err := one(c, "queries")
	if err != nil {
		return nil, err
	}
	extend, err := one(c, "extend")
	switch {
	case err != nil:
		return nil, err
	case queries != "" && extend != "":
		return nil, graph.Errorf(graph.Invalid, "Both queries and extend are sent. Send one of the two.")
	case queries != "":
		return h.batch(c, r, queries)
	case extend != "":
		return h.extend(c, r, extend)
	case c.Request.Method == http.MethodPost:
		return nil, graph.Errorf(graph.Invalid, "Nothing is asked. Send the field queries, a JSON object of queries, or the field extend.")
	}
	return h.manifestFor(c.Request), nil
}

// query is one of a batch.
type query struct {
	Query      string       `json:"query"`
	Type       oneOrMany    `json:"type"`
	Limit      *float64     `json:"limit"`
	Properties []queryValue `json:"properties"`
}

type queryValue struct {
	Property string    `json:"pid"`
	Values   oneOrMany `json:"v"`
}

// oneOrMany reads a value or a list of values, as texts. An object that names a thing by id and name gives both.
type oneOrMany []string

// UnmarshalJSON implements json.Unmarshaler.
func (o *oneOrMany) UnmarshalJSON(text []byte) error {
	var v any
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return err
	}
	list, many := v.([]any)
	if !many {
		list = []any{v}
	}
	*o = nil
	for _, v := range list {
		switch v := v.(type) {
		case nil:
		case string:
			*o = append(*o, v)
		case json.Number:
			*o = append(*o, v.String())
		case bool:
			*o = append(*o, strconv.FormatBool(v))
		case map[string]any:
			id, ok := v["id"].(string)
			if !ok {
				return errors.New("a value that is an object needs an id")
			}
			*o = append(*o, id)
			if name, ok := v["name"].(string); ok {
				*o = append(*o, name)
			}
		default:
			return errors.New("a value is a text, a number, true, false, or an object with an id")
		}
	}
	return nil
}

// parse reads one JSON value, and no more.
func parse(field, text string, into any) error {
	d := json.NewDecoder(strings.NewReader(text))
	err := d.Decode(into)
	if err == nil {
		if _, more := d.Token(); more != io.EOF {
			err = errors.New("something follows the JSON")
		}
	}
	if err == nil {
		return nil
	}
	return graph.Wrap(graph.Invalid, err, fmt.Sprintf("The field %s cannot be read as the JSON that the Reconciliation API 0.2 describes: %v.", field, plainly(err)))
}

// plainly says what is wrong with JSON without the names of our types.
func plainly(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return "a " + kind.Value + " stands at " + cmp.Or(kind.Field, "its beginning") + " where something else belongs"
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

type result struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description"`
	Type        []typeRef `json:"type"`
	Score       float64   `json:"score"`
	Match       bool      `json:"match"`
	Features    []feature `json:"features"`
}

type feature struct {
	ID    string `json:"id"`
	Value any    `json:"value"`
}

type results struct {
	Result []result `json:"result"`
}

func (h *handler) batch(c *gin.Context, r *explore.Reading, text string) (any, error) {
	var queries map[string]query
	if err := parse("queries", text, &queries); err != nil {
		return nil, err
	}
	if len(queries) > mostQueries {
		return nil, graph.Errorf(graph.TooLarge, "There are %d queries in the batch, and at most %d are answered. Send fewer at a time.", len(queries), mostQueries)
	}
	known, err := knownProperties(c, r)
	if err != nil {
		return nil, err
	}
	keys := slices.Sorted(maps.Keys(queries))
	wanted := make([]explore.Wanted, len(keys))
	for i, key := range keys {
		q := queries[key]
		if wanted[i], err = q.wanted(key, known); err != nil {
			return nil, err
		}
	}
	found, err := r.Reconcile(c.Request.Context(), wanted)
	if err != nil {
		return nil, err
	}
	answer := make(map[string]results, len(keys))
	for i, key := range keys {
		list := make([]result, 0, len(found[i]))
		for _, l := range found[i] {
			list = append(list, resultOf(l))
		}
		answer[key] = results{list}
	}
	return answer, nil
}

func resultOf(l explore.Likely) result {
	out := result{l.ID, l.OrganizationRef.Name, described(l.Country, l.Letters) + "; " + l.Why, typesKnown, percent(l.Score), l.Sure, []feature{{"name", percent(l.Name)}}}
	for _, a := range l.Agrees {
		out.Features = append(out.Features, feature{a.Property, a.Yes})
	}
	return out
}

func percent(p float64) float64 { return math.Round(p*1e4) / 1e2 }

// wanted says what a query asks for.
func (q *query) wanted(key string, known map[string]explore.Property) (explore.Wanted, error) {
	w := explore.Wanted{Name: q.Query}
	key = short(key)
	if q.Query == "" && len(q.Properties) == 0 {
		return w, graph.Errorf(graph.Invalid, "The query %q asks for nothing. Give it a query, or properties.", key)
	}
	if err := knownTypes(q.Type...); err != nil {
		return w, err
	}
	if q.Limit != nil && *q.Limit >= 1 {
		w.Limit = int(min(*q.Limit, mostCandidates))
	}
	if len(q.Properties) > mostFacts {
		return w, graph.Errorf(graph.TooLarge, "The query %q has %d properties, and at most %d are compared. Leave some out.", key, len(q.Properties), mostFacts)
	}
	for _, p := range q.Properties {
		if _, ok := known[p.Property]; !ok {
			return w, noProperty(p.Property)
		}
		if len(p.Values) > mostFacts {
			return w, graph.Errorf(graph.TooLarge, "The property %s of the query %q has %d values, and at most %d are compared. Leave some out.", p.Property, key, len(p.Values), mostFacts)
		}
		w.Facts = append(w.Facts, explore.Fact{Property: p.Property, Values: p.Values})
	}
	return w, nil
}

// knownTypes refuses other types than there are; an empty one is none.
func knownTypes(types ...string) error {
	for _, t := range types {
		if t != "" && t != organizationType {
			return graph.Errorf(graph.Invalid, "There is no type %q here. Everything is of the type %s: choose it, or none.", short(t), organizationType)
		}
	}
	return nil
}

func noProperty(id string) error {
	return graph.Errorf(graph.Invalid, "There is no property %q here. %s lists those that there are.", short(id), suggestPath+"/property")
}

func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

func knownProperties(c *gin.Context, r *explore.Reading) (map[string]explore.Property, error) {
	list, err := r.Properties(c.Request.Context())
	if err != nil {
		return nil, err
	}
	known := make(map[string]explore.Property, len(list))
	for _, p := range list {
		known[p.ID] = p
	}
	return known, nil
}
