package lexicon

import "sync"

// Months are the names of months in the languages we read, full and short, with and without accents and in the cases that dates take, to
// 1..12. Where languages disagree (listopad) any may count; MonthIn asks one first.
var Months = sync.OnceValue(func() map[string]int { return Month.Numbers("") })

// months are those of each language.
var months = sync.OnceValue(func() map[string]map[string]int {
	m := map[string]map[string]int{}
	for _, code := range Languages() {
		m[code] = Month.Numbers(code)
	}
	return m
})

// homographs are the short names of months that are words, too, with the languages in which they are months all the same: "out" is October
// in Portuguese only.
var homographs = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, code := range Languages() {
		for _, w := range Month.In(code, "homograph") {
			m[w] = append(m[w], code)
		}
	}
	return m
})

// MonthIn returns the month that a word in lower case names in a text of a language, "" where it is not known; 0 for none.
func MonthIn(word, language string) int {
	if m := months()[language][word]; m > 0 {
		return m
	}
	if only := homographs()[word]; only != nil && language != "" {
		return 0
	}
	return Months()[word]
}
