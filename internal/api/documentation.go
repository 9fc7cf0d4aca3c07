package api

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"html/template"
	"maps"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
)

//go:embed docs.html
var docsTemplate string

//go:embed docs.css
var docsStyle []byte

// operationDoc is one operation on the documentation page.
type operationDoc struct {
	ID, Method, Path, Summary, Answer string
	Parameters                        []parameterDoc
}

type parameterDoc struct {
	Name, In, Type, About string
	Required              bool
}

// typeDoc is one type of an answer.
type typeDoc struct {
	Name   string
	Fields []fieldDoc
}

type fieldDoc struct{ Name, Type, About string }

// serveDocs makes the document and its page once; both are static and load nothing from elsewhere.
func (h *handler) serveDocs(engine *gin.Engine, document *huma.OpenAPI) {
	spec, err := json.Marshal(document)
	if err != nil {
		panic(err) // the document is made of our own types
	}
	var page bytes.Buffer
	if err := template.Must(template.New("docs").Parse(docsTemplate)).Execute(&page, map[string]any{
		"Version": h.options.Version, "About": document.Info.Description, "Operations": operationDocs(document), "Types": typeDocs(document)}); err != nil {
		panic(err) // so is the page
	}
	for _, f := range []struct {
		address, name string
		content       []byte
	}{{"/openapi.json", "openapi.json", spec}, {"/docs", "docs.html", page.Bytes()}, {"/docs.css", "docs.css", docsStyle}} {
		etag := contentTag(f.content)
		engine.GET(f.address, func(c *gin.Context) {
			c.Header("Cache-Control", "no-cache")
			send(c, f.name, f.content, etag)
		})
	}
}

func operationDocs(document *huma.OpenAPI) []operationDoc {
	var list []operationDoc
	for _, address := range slices.Sorted(maps.Keys(document.Paths)) {
		for _, op := range operationsOf(document.Paths[address]) {
			d := operationDoc{ID: op.OperationID, Method: op.Method, Path: address, Summary: op.Summary}
			for _, p := range op.Parameters {
				d.Parameters = append(d.Parameters, parameterDoc{p.Name, p.In, typeName(p.Schema), p.Description, p.Required})
			}
			if op.RequestBody != nil {
				for _, kind := range slices.Sorted(maps.Keys(op.RequestBody.Content)) {
					d.Parameters = append(d.Parameters, parameterDoc{kind, "body", typeName(op.RequestBody.Content[kind].Schema), "the body", op.RequestBody.Required})
				}
			}
			for _, status := range []string{"200", "201"} {
				if answer := op.Responses[status]; answer != nil {
					d.Answer = strings.Join(slices.Sorted(maps.Keys(answer.Content)), ", ")
					if json := answer.Content["application/json"]; json != nil && json.Schema.Ref != "" {
						d.Answer = typeName(json.Schema)
					}
				}
			}
			list = append(list, d)
		}
	}
	return list
}

// operationsOf returns the operations of an address in a fixed order.
func operationsOf(item *huma.PathItem) []*huma.Operation {
	return slices.DeleteFunc([]*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete}, func(op *huma.Operation) bool { return op == nil })
}

func typeDocs(document *huma.OpenAPI) []typeDoc {
	schemas := document.Components.Schemas.Map()
	var list []typeDoc
	for _, name := range slices.Sorted(maps.Keys(schemas)) {
		t := typeDoc{Name: name}
		for _, field := range slices.Sorted(maps.Keys(schemas[name].Properties)) {
			s := schemas[name].Properties[field]
			t.Fields = append(t.Fields, fieldDoc{field, typeName(s), s.Description})
		}
		list = append(list, t)
	}
	return list
}

func typeName(s *huma.Schema) string {
	switch {
	case s == nil:
		return ""
	case s.Ref != "":
		return s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
	case s.Type == "array":
		return "list of " + typeName(s.Items)
	case len(s.Enum) > 0:
		var values []string
		for _, v := range s.Enum {
			text, err := json.Marshal(v)
			if err != nil {
				panic(err)
			}
			values = append(values, strings.Trim(string(text), `"`))
		}
		return strings.Join(values, " | ")
	}
	return cmp.Or(s.Type, "any")
}
