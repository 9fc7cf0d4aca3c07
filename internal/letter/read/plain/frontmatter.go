package plain

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	yaml "github.com/goccy/go-yaml"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/text"
)

// FrontMatter cuts YAML ("---") or TOML ("+++") front matter off and returns the body with the number of its first line. The
// front matter of a letter tells its title, date and language; anything else in it is no text of the letter. Front matter
// that cannot be read is dropped with a warning: the letter below it can still be read.
func FrontMatter(s string) (m document.Meta, body string, first int, warning string) {
	mark, _, _ := strings.Cut(s, "\n")
	mark = strings.TrimRight(mark, " \t")
	if mark != "---" && mark != "+++" {
		return document.Meta{}, s, 1, ""
	}
	start := strings.IndexByte(s, '\n') + 1
	if start == 0 {
		return document.Meta{}, s, 1, ""
	}
	end := strings.Index(s[start-1:], "\n"+mark)
	if end < 0 {
		return document.Meta{}, s, 1, ""
	}
	end += start - 1
	rest := end + 1 + len(mark)
	if nl := strings.IndexByte(s[rest:], '\n'); nl >= 0 {
		if text.Trim(s[rest:rest+nl]) != "" {
			return document.Meta{}, s, 1, "" // "----" or text after the mark: a rule, no front matter
		}
		rest += nl + 1
	} else {
		rest = len(s)
	}
	content := s[start:max(start, end+1)]
	values := map[string]any{}
	if mark == "---" {
		if len(content) > 1<<16 || yamlAnchor.MatchString(content) { // references can grow without bound
			values, warning = flatValues(content, ":"), "its front matter is long or has references; only simple lines of it were read"
		} else if err := yaml.Unmarshal([]byte(content), &values); err != nil {
			values = flatValues(content, ":")
			warning = "its front matter is no valid YAML; only simple lines of it were read"
		}
	} else {
		values = flatValues(content, "=")
	}
	return MetaOf(values), s[rest:], 1 + strings.Count(s[:rest], "\n"), warning
}

var yamlAnchor = text.Lazy("plain.yamlAnchor", `(?m)(^|[\s\[{,:])&[^\s&]`)

// flatValues reads "key: value" and "key = value" lines; sections and nested values are not needed.
func flatValues(content, sep string) map[string]any {
	values := map[string]any{}
	for l := range strings.SplitSeq(content, "\n") {
		k, v, ok := strings.Cut(l, sep)
		if k = text.Trim(k); ok && k != "" && !strings.ContainsAny(k, " [#\"") && l[0] != ' ' {
			values[k] = strings.Trim(text.Trim(v), `"'`)
		}
	}
	return values
}

// MetaOf picks title, date and language from fields, whatever the case of their names.
func MetaOf(values map[string]any) document.Meta {
	get := func(keys ...string) string {
		for _, key := range keys {
			for _, k := range slices.Sorted(maps.Keys(values)) {
				v := values[k]
				if !strings.EqualFold(k, key) || v == nil {
					continue
				}
				switch v := v.(type) {
				case string:
					return text.Trim(v)
				case time.Time:
					return v.Format(time.DateOnly)
				case map[string]any, []any:
				default:
					return fmt.Sprint(v)
				}
			}
		}
		return ""
	}
	return document.Meta{Title: Inline(get("title", "titel", "titre", "titulo")), Date: get("date", "published", "pubdate", "datum"),
		Language: get("lang", "language", "locale")}
}
