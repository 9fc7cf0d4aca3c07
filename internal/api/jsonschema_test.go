package api

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// schemas checks JSON against JSON schemas of one folder: as much of the language as these use, and a word it does not know is an error.
type schemas struct {
	folder string
	loaded map[string]any
}

const specification = "../../../shared/data/reconciliation"

func specifiedSchemas(t *testing.T) *schemas {
	t.Helper()
	if _, err := os.Stat(specification); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("../shared/data/reconciliation is missing, and this is CI")
		}
		t.Skip("../shared/data/reconciliation is missing: answers are not checked against the schemas of the Reconciliation API")
	}
	return &schemas{filepath.Join(specification, "schemas"), map[string]any{}}
}

func (s *schemas) load(file string) (any, error) {
	if s.loaded[file] == nil {
		text, err := os.ReadFile(filepath.Join(s.folder, file))
		if err != nil {
			return nil, err
		}
		var v any
		if err := json.Unmarshal(text, &v); err != nil {
			return nil, err
		}
		s.loaded[file] = v
	}
	return s.loaded[file], nil
}

// check returns what is wrong with JSON by the schema of a file.
func (s *schemas) check(file string, text []byte) error {
	schema, err := s.load(file)
	if err != nil {
		return err
	}
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		return err
	}
	return s.valid(file, schema, v, "$")
}

// followed finds what a reference means. That of another site is about authentication, which our manifest has none of.
func (s *schemas) followed(file, ref string) (string, any, error) {
	if strings.HasPrefix(ref, "http://swagger.io/") {
		return file, map[string]any{"type": "object", "required": []any{"type"}}, nil
	}
	name, path, _ := strings.Cut(ref, "#")
	if name != "" {
		file = name
	}
	at, err := s.load(file)
	for step := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if step != "" && err == nil {
			at = at.(map[string]any)[step]
		}
	}
	if at == nil && err == nil {
		err = fmt.Errorf("%s: %s leads nowhere", file, ref)
	}
	return file, at, err
}

func (s *schemas) valid(file string, schema, v any, where string) error {
	rules := schema.(map[string]any)
	if ref, ok := rules["$ref"].(string); ok {
		file, schema, err := s.followed(file, ref)
		if err != nil {
			return err
		}
		return s.valid(file, schema, v, where)
	}
	for word, rule := range rules {
		if err := s.obeys(file, rules, word, rule, v, where); err != nil {
			return err
		}
	}
	return nil
}

func (s *schemas) obeys(file string, rules map[string]any, word string, rule, v any, where string) error {
	object, isObject := v.(map[string]any)
	list, isList := v.([]any)
	text, isText := v.(string)
	bad := func(format string, a ...any) error { return fmt.Errorf("%s: %s", where, fmt.Sprintf(format, a...)) }
	fit := func(alternatives any) int {
		n := 0
		for _, one := range alternatives.([]any) {
			if s.valid(file, one, v, where) == nil {
				n++
			}
		}
		return n
	}
	switch word {
	case "$schema", "$id", "description", "title", "definitions", "default", "format":
	case "type":
		if !isOf(rule.(string), v) {
			return bad("%v is no %v", v, rule)
		}
	case "properties", "patternProperties", "additionalProperties":
		if isObject && word == "properties" { // once for the three
			return s.members(file, rules, object, where)
		} else if isObject && rules["properties"] == nil && (word == "patternProperties" || rules["patternProperties"] == nil) {
			return s.members(file, rules, object, where)
		}
	case "required":
		for _, name := range rule.([]any) {
			if isObject && object[name.(string)] == nil {
				return bad("%v is missing", name)
			}
		}
	case "items":
		for i := range list {
			if err := s.valid(file, rule, list[i], fmt.Sprintf("%s[%d]", where, i)); err != nil {
				return err
			}
		}
	case "contains":
		if isList && !slices.ContainsFunc(list, func(one any) bool { return s.valid(file, rule, one, where) == nil }) {
			return bad("none is what it must contain")
		}
	case "minItems":
		if isList && float64(len(list)) < rule.(float64) {
			return bad("%d items are too few", len(list))
		}
	case "uniqueItems":
		for i := range list {
			if slices.ContainsFunc(list[:i], func(other any) bool { return reflect.DeepEqual(other, list[i]) }) {
				return bad("%v stands twice", list[i])
			}
		}
	case "enum":
		if !slices.Contains(rule.([]any), v) {
			return bad("%v is none of %v", v, rule)
		}
	case "pattern":
		if isText && !regexp.MustCompile(rule.(string)).MatchString(text) {
			return bad("%q is not like %s", text, rule)
		}
	case "oneOf":
		if n := fit(rule); n != 1 {
			return bad("%v fits %d alternatives, not one", v, n)
		}
	case "anyOf":
		if fit(rule) == 0 {
			return bad("%v fits no alternative", v)
		}
	default:
		return bad("the test does not know the word %s of schemas", word)
	}
	return nil
}

// members checks the members of an object against properties, patternProperties and additionalProperties.
func (s *schemas) members(file string, rules, object map[string]any, where string) error {
	properties, _ := rules["properties"].(map[string]any)
	patterns, _ := rules["patternProperties"].(map[string]any)
	for name, member := range object {
		known := false
		if schema := properties[name]; schema != nil {
			known = true
			if err := s.valid(file, schema, member, where+"."+name); err != nil {
				return err
			}
		}
		for pattern, schema := range patterns {
			if regexp.MustCompile(pattern).MatchString(name) {
				known = true
				if err := s.valid(file, schema, member, where+"."+name); err != nil {
					return err
				}
			}
		}
		if rules["additionalProperties"] == false && !known {
			return fmt.Errorf("%s: %s does not belong there", where, name)
		}
	}
	return nil
}

func isOf(kind string, v any) bool {
	switch v := v.(type) {
	case map[string]any:
		return kind == "object"
	case []any:
		return kind == "array"
	case string:
		return kind == "string"
	case bool:
		return kind == "boolean"
	case float64:
		return kind == "number" || kind == "integer" && v == math.Trunc(v)
	}
	return kind == "null"
}

// TestSchemaCheck holds the check itself to the examples of the specification, valid and not.
func TestSchemaCheck(t *testing.T) {
	s := specifiedSchemas(t)
	files, err := filepath.Glob(filepath.Join(specification, "examples", "*", "*", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	checked := map[string]int{}
	for _, file := range files {
		verdict := filepath.Base(filepath.Dir(file))
		schema := filepath.Base(filepath.Dir(filepath.Dir(file))) + ".json"
		if _, err := os.Stat(filepath.Join(s.folder, schema)); err != nil {
			continue // of a part that has no schema of its own
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		err = s.check(schema, text)
		if (err == nil) != (verdict == "valid") && !strings.Contains(file, "authentication") { // a schema of another site
			t.Errorf("%s: %v", file, err)
		}
		checked[verdict]++
	}
	if checked["valid"] < 20 || checked["invalid"] < 8 {
		t.Errorf("examples checked: %v", checked)
	}
}
