package api

import "testing"

// TestBoxedNamesAreInTheHeader: what a picture cannot print is said, and only then.
func TestBoxedNamesAreInTheHeader(t *testing.T) {
	s := readExample(t)
	for query, want := range map[string]string{
		"format=png&title=Frogs,+%F0%9F%90%B8":                              "Frogs%2C%20%F0%9F%90%B8",
		"format=png&title=%D8%B9%D8%B1%D8%A8+%E4%BE%8B+%ED%95%9C&width=900": "",
		"format=svg&title=%F0%9F%90%B8":                                     "",
		"format=json&title=%F0%9F%90%B8":                                    "",
	} {
		res := s.ask("GET", "/api/v1/export?"+query)
		if got, ok := res.Header["Undersigned-Boxed"]; res.StatusCode != 200 || len(body(t, res)) == 0 || ok != (want != "") || ok && got[0] != want {
			t.Errorf("%s: %d, header %q, want %q", query, res.StatusCode, got, want)
		}
	}
}
