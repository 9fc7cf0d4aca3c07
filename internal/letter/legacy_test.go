package letter_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"

	"undersigned/internal/letter"
)

// TestLegacySets writes cases in the character sets that their languages had before UTF-8, with nothing that says which, and asks for the same
// signatories.
func TestLegacySets(t *testing.T) {
	quotes := strings.NewReplacer("«", `"`, "»", `"`, "“", `"`, "”", `"`, "—", "-", `<meta charset="utf-8">`, "")
	for name, sets := range map[string]string{
		"zh-hant-claim": "big5 gb18030", "zh-hans-numbers": "gb18030 gbk", "zh-hans-persons": "gb18030", "ja-numbered": "shift_jis euc-jp iso-2022-jp",
		"ja-inline": "shift_jis euc-jp", "ja-persons": "shift_jis euc-jp", "ko-inline": "euc-kr", "ko-list": "euc-kr", "ko-persons": "euc-kr",
		"ar-inline": "windows-1256 iso-8859-6", "ar-html": "windows-1256", "ru-guillemets": "windows-1251 koi8-r", "ru-persons": "windows-1251 koi8-r ibm866",
		"uk-inline": "windows-1251 koi8-u", "uk-mixed": "windows-1251",
	} {
		f := readFixture(t, name)
		f.data = []byte(quotes.Replace(string(f.data)))
		want := namesOf(t, f)
		if len(want) < 3 {
			t.Errorf("%s has %d signatories", name, len(want))
		}
		for set := range strings.FieldsSeq(sets) {
			e, err := htmlindex.Get(set)
			if err != nil {
				t.Fatal(err)
			}
			data, err := e.NewEncoder().Bytes(f.data)
			if err != nil {
				t.Errorf("%s has what %s has not: %v", name, set, err)
				continue
			}
			if got := namesOf(t, fixture{name, f.file, data}); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s in %s: %q, want %q", name, set, got, want)
			}
		}
	}
}

func namesOf(t *testing.T, f fixture) []string {
	t.Helper()
	d, err := letter.Extract(context.Background(), f.file, f.data, letter.Limits{})
	if err != nil {
		t.Fatalf("%s: %v", f.name, err)
	}
	var out []string
	for _, r := range d.Signatories {
		out = append(out, string(r.Type)+" "+r.Name)
	}
	return out
}
