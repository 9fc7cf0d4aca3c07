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

func TestIs(t *testing.T) {
	for data, want := range map[string]bool{"": false, "Dear Senator,": false, "%PDF-1.4": true, "\r\n%PDF-2.0": true, string(make([]byte, 1019)) + "%PDF-1.4": true,
		string(make([]byte, 1020)) + "%PDF-1.4": false} {
		if Is([]byte(data)) != want {
			t.Errorf("%d bytes: want %v", len(data), want)
		}
	}
}
