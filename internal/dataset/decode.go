package dataset

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
)

// decode fills v, a pointer, from a node. It is strict: unknown and repeated fields, and values of another kind
// than wanted, are Invalid, with line and path.
func decode(n *node, v any) error { return decodeValue(n, reflect.ValueOf(v).Elem(), "") }

func wrong(n *node, path, format string, args ...any) error {
	if path == "" {
		path = "the file"
	}
	return graph.Errorf(graph.Invalid, "line %d, %s: %s", n.line, path, fmt.Sprintf(format, args...))
}

func decodeValue(n *node, v reflect.Value, path string) error {
	if n.kind == nullNode {
		return nil // as if it were left out
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if n.kind != scalarNode {
			return wrong(n, path, "a single value is wanted, not %s", n.kind)
		}
		if err := u.UnmarshalText([]byte(n.text)); err != nil {
			return wrong(n, path, "%s", graph.MessageOf(err))
		}
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return decodeValue(n, v.Elem(), path)
	case reflect.Struct:
		return decodeStruct(n, v, path)
	case reflect.Slice:
		return decodeList(n, v, path)
	case reflect.Map:
		return decodeMap(n, v, path)
	}
	if n.kind != scalarNode {
		return wrong(n, path, "a single value is wanted, not %s", n.kind)
	}
	return decodeScalar(n, v, path)
}

// maxInt bounds whole numbers: positions and counts of the form stay far below, and sums of them in range.
const maxInt = 1_000_000_000

func decodeScalar(n *node, v reflect.Value, path string) error {
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.text)
	case reflect.Int:
		i, err := strconv.Atoi(n.text)
		if err != nil || n.quoted || i < 0 || i > maxInt {
			return wrong(n, path, "a whole number of 0 or more is wanted (at most a billion), not %q", n.text)
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		f, err := strconv.ParseFloat(n.text, 64)
		if err != nil || n.quoted || f-f != 0 {
			return wrong(n, path, "a number is wanted, not %q", n.text)
		}
		v.SetFloat(f)
	case reflect.Bool:
		if n.quoted || n.text != "true" && n.text != "false" {
			return wrong(n, path, "true or false is wanted, not %q", n.text)
		}
		v.SetBool(n.text == "true")
	default:
		panic("dataset: the form has a field of kind " + v.Kind().String())
	}
	return nil
}

func decodeStruct(n *node, v reflect.Value, path string) error {
	fields := fieldsOf(v.Type())
	if n.kind == scalarNode && fields.short >= 0 {
		return decodeValue(n, v.Field(fields.short), path)
	}
	if n.kind != mapNode {
		return wrong(n, path, "fields are wanted (%s), not %s", strings.Join(fields.names, ", "), n.kind)
	}
	for i, key := range n.keys {
		f := slices.Index(fields.names, key.text)
		if f < 0 {
			return wrong(key, path, "there is no field %q; the fields are %s", key.text, strings.Join(fields.names, ", "))
		}
		if again(n, i) {
			return wrong(key, path, "the field %q stands twice; keep one", key.text)
		}
		if err := decodeValue(n.items[i], v.Field(fields.at[f]), join(path, key.text)); err != nil {
			return err
		}
	}
	return nil
}

func decodeList(n *node, v reflect.Value, path string) error {
	if n.kind != listNode {
		return wrong(n, path, "a list is wanted, not %s", n.kind)
	}
	list := reflect.MakeSlice(v.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		at := path + "[" + strconv.Itoa(i) + "]"
		if item.kind == nullNode {
			return wrong(item, at, "the entry is empty; fill it or take it out (a name such as null needs quotes)")
		}
		if err := decodeValue(item, list.Index(i), at); err != nil {
			return err
		}
	}
	v.Set(list)
	return nil
}

func decodeMap(n *node, v reflect.Value, path string) error {
	if n.kind != mapNode {
		return wrong(n, path, "fields are wanted, not %s", n.kind)
	}
	v.Set(reflect.MakeMap(v.Type()))
	for i, key := range n.keys {
		if v.MapIndex(reflect.ValueOf(key.text)).IsValid() {
			return wrong(key, path, "the field %q stands twice; keep one", key.text)
		}
		value := reflect.New(v.Type().Elem()).Elem()
		if err := decodeValue(n.items[i], value, join(path, key.text)); err != nil {
			return err
		}
		v.SetMapIndex(reflect.ValueOf(key.text), value)
	}
	return nil
}

func again(n *node, i int) bool {
	return slices.ContainsFunc(n.keys[:i], func(k *node) bool { return k.text == n.keys[i].text })
}

func join(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}

// fields are a struct's fields by their JSON names. short is the one that a single value fills, -1 for none.
type fields struct {
	names []string
	at    []int
	short int
}

var fieldCache = map[reflect.Type]fields{}

func init() { // filled once, then only read: readers run side by side
	for _, t := range []reflect.Type{reflect.TypeFor[File](), reflect.TypeFor[[]graph.Judgement]()} {
		cacheFields(t)
	}
}

func cacheFields(t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		cacheFields(t.Elem())
	case reflect.Struct:
		if _, known := fieldCache[t]; known {
			return
		}
		f := fields{short: -1}
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			if name == "" {
				continue // no field of the form: those of Date, which reads itself
			}
			f.names, f.at = append(f.names, name), append(f.at, i)
			if t.Field(i).Tag.Get("short") != "" {
				f.short = i
			}
		}
		fieldCache[t] = f
		for i := range t.NumField() {
			cacheFields(t.Field(i).Type)
		}
	}
}

func fieldsOf(t reflect.Type) fields { return fieldCache[t] }
