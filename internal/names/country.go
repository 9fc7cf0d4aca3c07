package names

import "strings"

// countriesByCode are codes that are printed and are not those of the data, and a union that has one.
var countriesByCode = map[string]string{"uk": "gb", "usa": "us", "eu": "eu", "european union": "eu"}

// CountryCode returns the code of a country (ISO 3166-1, two small letters; eu for the European Union) by its name in one of the languages whose places are
// known, or by the code itself; "" where that is none or stands for several.
func CountryCode(name string) string {
	var list []string
	for _, w := range split(name) {
		list = append(list, w.text)
	}
	if len(list) > 1 && list[0] == "the" {
		list = list[1:]
	}
	text := strings.Join(list, " ")
	t := load()
	if code := countriesByCode[text]; code != "" {
		return code
	}
	if m := t.known(list); m != nil {
		found := ""
		for _, id := range m.places {
			if len(id) != 2 {
				continue
			}
			if found != "" && found != id {
				return ""
			}
			found = id
		}
		if found != "" {
			return found
		}
	}
	if len(text) == 2 && strings.HasPrefix(t.within[text], "continent") {
		return text
	}
	return ""
}

// known returns the meaning of a word or phrase; nil where it has none.
func (t *tables) known(words []string) *meaning {
	if len(words) == 0 {
		return nil
	}
	if len(words) == 1 {
		return t.word[words[0]]
	}
	text := strings.Join(words, " ")
	for _, p := range t.phrases[words[0]] {
		if strings.Join(p.words, " ") == text {
			return p.of
		}
	}
	return nil
}
