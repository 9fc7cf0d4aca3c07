package lexicon

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// whole are the languages that have to have every sense, enough those that need what lists, dates and countries are read with.
var (
	whole  = strings.Fields("ca de en es fr it nl pt sv tr")
	enough = strings.Fields("cs da el fi hu no pl ro")
)

// needed are the senses that lists, dates and countries are read with.
var needed = strings.Split(`cue closes|cue dated|cue gone|cue greeting|cue note|cue opens|cue organizations|cue people|cue sign-off|cue signed-by|cue subject|cue we|`+
	`furniture anonymous|furniture label|function-word and|function-word own-voice|function-word small|function-word spoken|function-word stop|legal-form suffix|month number|`+
	`numeral beside|numeral between|numeral joint|numeral number|numeral scale|numeral vague|`+
	`organization column|organization counted|organization head|organization heading|organization label|organization name|organization type|`+
	`paper letter|paper open-letter|paper petition|paper statement|person counted|person given|person honorific|person occupation|person office|place country|`+
	`topic aside|topic group|topic paper|topic person|topic sign|topic support`, "|")

// inPhrases are the patterns whose languages may say the same in phrases, with the sense of these.
var inPhrases = map[string]string{
	"pattern as-of-now":     "as-of-now",
	"pattern claims":        "claims",
	"pattern closes":        "closes",
	"pattern dated":         "dated",
	"pattern letter":        "letter",
	"pattern long-ago":      "long-ago",
	"pattern not-signers":   "gathers",
	"pattern note":          "note",
	"pattern open-letter":   "open-letter",
	"pattern opens":         "opens",
	"pattern other-day":     "other-day",
	"pattern own-mark":      "note",
	"pattern parts-after":   "closes",
	"pattern people":        "people",
	"pattern petition":      "petition",
	"pattern pledges":       "pledges",
	"pattern release":       "release",
	"pattern represented":   "represented-by",
	"pattern sent":          "tells",
	"pattern sign-off":      "sign-off",
	"pattern signed-by":     "signed-by",
	"pattern signed-part":   "signed-by",
	"pattern signing":       "signing",
	"pattern signs-have":    "signed-by",
	"pattern signs-verb":    "signed-by",
	"pattern statement":     "statement",
	"pattern teller":        "tells",
	"pattern tells":         "tells",
	"pattern thanks-for":    "sign-off",
	"pattern the-following": "following",
	"pattern under":         "we",
	"pattern undersigned":   "undersigned",
	"pattern updated":       "updated",
	"pattern warning":       "warns",
	"pattern we-under":      "we",
}

// reasons returns the rows of empty.tsv: a sense, the languages that have no word of it, and why.
func reasons(t *testing.T) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash("data/empty.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, wrong := rowsOf(string(data), "sense\tlanguages\twhy")
	for _, w := range wrong {
		t.Errorf("empty.tsv: %s", w)
	}
	return rows
}

// TestEmptyClasses lists, for each language, the senses that have no words.
func TestEmptyClasses(t *testing.T) {
	may := map[string]string{}
	for _, r := range reasons(t) {
		for code := range strings.FieldsSeq(r[1]) {
			if may[code+" "+r[0]] != "" {
				t.Errorf("empty.tsv says twice why %s has no word of the sense %q", code, r[0])
			}
			may[code+" "+r[0]] = r[2]
		}
	}
	rows, _ := explained(t)
	saidIn := func(code, sense string) bool {
		return slices.ContainsFunc(rows, func(r []string) bool { return r[1] == sense && len(Class(r[0]).In(code, sense)) > 0 })
	}
	for _, code := range Languages() {
		var empty []string
		for _, r := range rows {
			sense := r[0] + " " + r[1]
			has := inPhrases[sense] != "" && saidIn(code, inPhrases[sense]) || r[1] == "number" && len(Class(r[0]).Numbers(code)) > 0 || len(Class(r[0]).In(code, r[1])) > 0
			why, excused := may[code+" "+sense]
			switch {
			case has && excused:
				t.Errorf("%s has words of the sense %q, though it is said to lack them: %s", code, sense, why)
			case has || excused:
				delete(may, code+" "+sense)
			case slices.Contains(whole, code), slices.Contains(enough, code) && slices.Contains(needed, sense):
				t.Errorf("%s has no word of the sense %q", code, sense)
			default:
				empty = append(empty, sense)
			}
		}
		if len(empty) > 0 {
			t.Logf("%s has no words of these senses: %s", code, strings.Join(empty, ", "))
		}
	}
	for key, why := range may {
		t.Errorf("empty.tsv says why %s is empty, which is neither a language nor a sense that needs a reason: %s", key, why)
	}
	for _, code := range slices.Concat(whole, enough) {
		if !slices.Contains(Languages(), code) {
			t.Errorf("%s has no file", code)
		}
	}
	for _, sense := range needed {
		if !slices.ContainsFunc(rows, func(r []string) bool { return r[0]+" "+r[1] == sense }) {
			t.Errorf("nothing explains the sense %q", sense)
		}
	}
}
