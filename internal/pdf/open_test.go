package pdf

import (
	"testing"

	"undersigned/graph"
)

func TestNotAPDF(t *testing.T) {
	for name, data := range map[string]string{"empty": "", "text": "Dear Senator,", "late header": string(make([]byte, 2000)) + "%PDF-1.4"} {
		if _, err := Open(t.Context(), []byte(data), Limits{}); graph.CodeOf(err) != graph.Invalid {
			t.Errorf("%s: got %v, want an error with code invalid", name, err)
		}
	}
}
