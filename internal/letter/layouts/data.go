package layouts

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// field is one field of a record of data.
type field struct{ key, value string }

// records are the signatories as data: the fields of the layout's entry, and others where it has noise.
func (p *page) records() [][]field {
	var out [][]field
	for i := range p.signers {
		s := &p.signers[i]
		var r []field
		if p.fields {
			r = append(r, field{"id", fmt.Sprint(1040 + 7*i)})
		}
		for _, c := range p.form.columns {
			r = append(r, field{p.words.one(c.key), c.cell(s).text})
		}
		if p.shape == "typed" {
			r = append(r, field{p.words.one("type"), p.typeOf(s)})
		}
		if p.fields {
			r = append(r, field{"created_at", fmt.Sprintf("2021-05-%02d", 3+i%25)}, field{"e-mail", fmt.Sprintf("info%d@nightbus.example", i)}, field{"status", "published"})
		}
		out = append(out, r)
	}
	return out
}

// delimited is CSV; a type column or other fields are columns.
func delimited(comma rune) func(*page) []byte {
	return func(p *page) []byte {
		var b bytes.Buffer
		if comma == ';' {
			b.WriteString("\ufeff")
		}
		w := csv.NewWriter(&b)
		w.Comma = comma
		for i, r := range p.records() {
			var keys, values []string
			for _, f := range r {
				keys, values = append(keys, f.key), append(values, f.value)
			}
			if i == 0 {
				_ = w.Write(keys) // a Buffer fails nothing
			}
			_ = w.Write(values)
		}
		w.Flush()
		return b.Bytes()
	}
}

// slug is a word as programs name keys.
func slug(word string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return '_'
	}, word), "_")
}

func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string is JSON
	return strings.TrimSpace(b.String())
}

// yamlList is the list below a key, after the title; its noise are settings of a site.
func yamlList(p *page) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\n", quoted(p.title))
	if p.fields {
		b.WriteString("layout: letter\nmenu:\n")
		for _, m := range p.words["menu"][:4] {
			fmt.Fprintf(&b, "  - %s\n", quoted(m))
		}
		fmt.Fprintf(&b, "contact:\n  name: %s\n  email: press@nightbus.example\n", quoted(p.words.one("first")+" "+p.words.one("last")))
	}
	fmt.Fprintf(&b, "%s:\n", slug(p.key))
	for i, r := range p.records() {
		if p.shape == "strings" {
			fmt.Fprintf(&b, "  - %s\n", quoted(p.signers[i].name))
			continue
		}
		lead, next := "  - ", "    "
		if p.shape == "keyed" {
			fmt.Fprintf(&b, "  s%03d:\n", i+1)
			lead = next
		}
		for _, f := range r {
			fmt.Fprintf(&b, "%s%s: %s\n", lead, slug(f.key), quoted(f.value))
			lead = next
		}
	}
	return []byte(b.String())
}

// jsonList is the list below a key, after the title; its noise are settings of a site.
func jsonList(p *page) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "{\n  \"title\": %s,\n", quoted(p.title))
	if p.fields {
		var items []string
		for _, m := range p.words["menu"][:4] {
			items = append(items, fmt.Sprintf(`{"label": %s, "href": "/%s"}`, quoted(m), host(m)))
		}
		fmt.Fprintf(&b, "  \"menu\": [%s],\n", strings.Join(items, ", "))
	}
	open, end := "[", "]"
	if p.shape == "keyed" {
		open, end = "{", "}"
	}
	fmt.Fprintf(&b, "  %s: %s", quoted(slug(p.key)), open)
	for i, r := range p.records() {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n    ")
		if p.shape == "strings" {
			b.WriteString(quoted(p.signers[i].name))
			continue
		}
		if p.shape == "keyed" {
			fmt.Fprintf(&b, "\"s%03d\": ", i+1)
		}
		b.WriteString("{")
		for k, f := range r {
			if k > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%s: %s", quoted(slug(f.key)), quoted(f.value))
		}
		b.WriteString("}")
	}
	fmt.Fprintf(&b, "\n  %s\n}\n", end)
	return []byte(b.String())
}
