package api

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"undersigned/internal/dataset"
	"undersigned/internal/explore"
	"undersigned/internal/report"
)

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

// TestFilesOfWho: what is about organizations and judgements, not about a view's nodes and ties, is served as all files are, and the table of
// judgements says what /judgements does.
func TestFilesOfWho(t *testing.T) {
	s := readExample(t)
	for _, format := range []string{"ftm", "aliases.csv", "judgements.csv", "organizations.parquet", "letters.parquet", "signatures.parquet", "ties.parquet"} {
		f, err := report.FormatNamed(format)
		if err != nil {
			t.Fatal(err)
		}
		res := s.ask("GET", base+"/export?min_letters=1&format="+format)
		content := body(t, res)
		name, _ := strings.CutPrefix(res.Header.Get("Content-Disposition"), `attachment; filename="undersigned-`)
		if res.StatusCode != http.StatusOK || !strings.HasSuffix(name, f.Extension+`"`) || res.Header.Get("Content-Type") != f.MediaType || res.Header.Get("ETag") == "" {
			t.Errorf("%s: %d, %v", format, res.StatusCode, res.Header)
		}
		if two := body(t, s.ask("GET", base+"/export?two_mode=true&min_letters=1&format="+format)); !bytes.Equal(two, content) {
			t.Errorf("%s depends on the mode", format)
		}
		if res := s.ask("GET", base+"/export?min_letters=1&format="+format, "If-None-Match", res.Header.Get("ETag")); res.StatusCode != http.StatusNotModified {
			t.Errorf("%s is sent again: %d", format, res.StatusCode)
		}
		if format == "ftm" {
			all := decode[explore.About](t, body(t, s.ask("GET", base+"/about"))).Coverage
			if n := bytes.Count(content, []byte(`"schema":"Organization"`)); n != all.Organizations {
				t.Errorf("the least number of letters leaves %d of %d organizations", n, all.Organizations)
			}
		}
		if format != "judgements.csv" {
			continue
		}
		read, err := dataset.Table(format, content)
		listed := decode[explore.ReviewAnswer](t, body(t, s.ask("GET", base+"/judgements"))).Judgements
		if err != nil || len(read) == 0 || len(read) != len(listed) {
			t.Fatalf("%d judgements of %d, %v", len(read), len(listed), err)
		}
		for i, j := range read {
			if l := listed[i]; j.ID != l.ID || j.By != l.By || j.Why != l.Why || j.Relation == "" && (j.A.Name != l.A || j.B.Name != l.B) {
				t.Fatalf("row %d is %+v, listed %+v", i+1, j, l)
			}
		}
	}
}
