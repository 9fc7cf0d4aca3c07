package store_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"undersigned/graph"
	"undersigned/internal/store"
)

const usualEvidence = `[{"document":"d1","line":112,"position":7,"text":"* Zażółć Gęślą Jaźń (Polska)","extractor":"text/1"}]`

// FuzzReadEvidence: the quick way reads what encoding/json reads, and refuses what it refuses.
func FuzzReadEvidence(f *testing.F) {
	for _, text := range []string{usualEvidence, `[]`, `null`, `[{}]`, `[{"document":"d","text":"a"},{"document":"d","page":3,"text":"b","form":"B","box":[0.1,1e-300]}]`,
		`[{"text":"a\"b\u00e9"}]`, `[{"line":01}]`, `[{"line":-1}]`, `[{"line":12345678901234567890}]`, `[{"line":1.5}]`, `[{"Line":3}]`, `[{"line":1,"line":2}]`, `[{"line":null}]`,
		`[{"text":"a"}] `, `[{"text":"a"}`, `[{"text":"a",}]`, `[{"text":"a"},]`, "[{\"text\":\"\xff\"}]", "[{\"text\":\"a\tb\"}]", `[{"other":{"text":"a"}}]`, `{"text":"a"}`, ``} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want []graph.Evidence
		failed := json.Unmarshal([]byte(text), &want)
		for _, share := range []func(string) string{nil, func(s string) string { return s }} {
			got, err := store.ReadEvidence(text, share)
			if (err == nil) != (failed == nil) {
				t.Fatalf("%q: %v, want %v", text, err, failed)
			}
			if err == nil && !reflect.DeepEqual(got, want) {
				t.Fatalf("%q: %+v, want %+v", text, got, want)
			}
		}
	})
}

func BenchmarkReadEvidence(b *testing.B) {
	b.Run("by hand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if e, err := store.ReadEvidence(usualEvidence, nil); err != nil || len(e) != 1 {
				b.Fatal(e, err)
			}
		}
	})
	b.Run("encoding json", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var e []graph.Evidence
			if err := json.Unmarshal([]byte(usualEvidence), &e); err != nil || len(e) != 1 {
				b.Fatal(e, err)
			}
		}
	})
}
