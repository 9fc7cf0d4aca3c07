package api

import (
	"testing"

	"undersigned/graph"
)

// FuzzReceived: whatever is sent, it is a document no larger than the request, an address, or an error that says what to do.
func FuzzReceived(f *testing.F) {
	f.Add("application/json", []byte(`{"name":"a.txt","text":"x"}`))
	f.Add("application/json", []byte(`{"url":"https://example.org"}`))
	f.Add("multipart/form-data; boundary=b", []byte("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n"))
	f.Add("multipart/form-data; boundary=b", []byte("--b\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=\r\n--b"))
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		doc, from, err := received(kind, body)
		switch {
		case err != nil:
			if code := graph.CodeOf(err); code != graph.Invalid && code != graph.Unsupported || graph.MessageOf(err) == "" {
				t.Errorf("%q: %v", code, err)
			}
		case from.URL == "" && from.Letter == "" && len(doc.Data) == 0:
			t.Error("neither a document nor where to get one")
		case len(doc.Data) > 3*len(body): // what is no UTF-8 takes three bytes
			t.Errorf("%d bytes of %d", len(doc.Data), len(body))
		}
	})
}
