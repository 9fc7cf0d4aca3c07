package lexicon

import (
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

// permitted are the senses that languages which are whole may lack, with the reason.
var permitted = []struct{ why, sense, languages string }{
	{"it is of scripts without blanks", "function-word within", "ca de en es fr it nl pt sv tr"},
	{"it is of scripts without blanks", "surname first", "ca de en es fr it nl pt sv tr"},
	{"such words are prefixes there", "person suffix", "ca de en es fr it nl pt sv tr"},
	{"the language makes no compounds", "organization compound-end", "ca en es fr it pt tr"},
	{"the language makes no compounds", "organization counted-end", "ca en es fr it pt tr"},
	{"the language makes no compounds", "organization following-end", "ca en es fr it pt tr"},
	{"the language makes no compounds", "person occupation-end", "ca en es fr it pt tr"},
	{"numbers are several words, or a whole word each", "numeral glued", "ca en es fr pt tr"},
	{"numbers are several words, or a whole word each", "numeral inner", "ca en es fr it pt sv tr"},
	{"nothing stands between a number and its noun", "numeral of", "de en nl sv tr"},
	{"short names of months are no words there", "month homograph", "nl"},
	{"the pattern is of the English participle; cue opens has the announcements of the others", "organization have-signed", "ca de es fr it nl pt sv tr"},
	{"the pattern is of the English participle; cue opens has the announcements of the others", "organization in-support", "ca de es fr it nl pt sv tr"},
	{"the pattern is of the English participle; cue opens has the announcements of the others", "organization taking-part", "ca de es fr it nl pt sv tr"},
	{"the pattern is of the French adjective", "organization followed", "ca de en es it nl pt sv tr"},
	{"the pattern is of English and German", "organization following", "ca nl sv tr"},
	{"years are counted from our era", "month era", "ca de en es fr it nl pt sv tr"},
	{"names have no patronymics", "person patronymic", "ca de en es fr it nl pt sv tr"},
	{"family names stand last", "surname given", "ca de en es fr it nl pt sv tr"},
	{"names glued together were not met", "organization pair", "de nl tr"},
	{"the pattern is of English and German", "organization tells", "ca es fr it nl pt sv tr"},
	{"the pattern is of English, German and French", "organization warns", "ca es it nl pt sv tr"},
	{"nouns are written large, or endings stand for the preposition", "organization of-whom", "de sv tr"},
	{"endings stand for the preposition", "function-word office-of", "tr"},
	{"a participle before the noun says it", "cue represented-by", "tr"},
	{"endings stand for the article", "organization noun-before", "tr"},
	{"names have no particles", "person particle", "tr"},
	{"letters behind names are of English, and of German parliaments", "person post-nominal", "ca es fr it nl pt sv tr"},
	{"their names stand with those of no one language", "person given", "de en fr"},
	{"a full stop within the abbreviation says the same", "legal-form dotted", "ca it pt sv tr"},
	{"the form stands before the name, or behind a comma", "legal-form trade", "ca de es fr it nl pt sv tr"},
}

// TestEmptyClasses lists, for each language, the senses that have no words.
func TestEmptyClasses(t *testing.T) {
	may := map[string]string{}
	for _, p := range permitted {
		for code := range strings.FieldsSeq(p.languages) {
			may[code+" "+p.sense] = p.why
		}
	}
	for _, p := range permittedPatterns {
		for code := range strings.FieldsSeq(p.languages) {
			for sense := range strings.SplitSeq(p.senses, ",") {
				may[code+" "+sense] = p.why
			}
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
