package letter

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
)

// frontMatter cuts YAML ("---") or TOML ("+++") front matter off and returns the body with the number of its first line. The
// front matter of a letter tells its title, date and language; anything else in it is no text of the letter. Front matter
// that cannot be read is dropped with a warning: the letter below it can still be read.
func frontMatter(text string) (m meta, body string, first int, warning string) {
	mark, _, _ := strings.Cut(text, "\n")
	mark = strings.TrimRight(mark, " \t")
	if mark != "---" && mark != "+++" {
		return meta{}, text, 1, ""
	}
	start := strings.IndexByte(text, '\n') + 1
	if start == 0 {
		return meta{}, text, 1, ""
	}
	end := strings.Index(text[start-1:], "\n"+mark)
	if end < 0 {
		return meta{}, text, 1, ""
	}
	end += start - 1
	rest := end + 1 + len(mark)
	if nl := strings.IndexByte(text[rest:], '\n'); nl >= 0 {
		if trim(text[rest:rest+nl]) != "" {
			return meta{}, text, 1, "" // "----" or text after the mark: a rule, no front matter
		}
		rest += nl + 1
	} else {
		rest = len(text)
	}
	content := text[start:max(start, end+1)]
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
	return metaOf(values), text[rest:], 1 + strings.Count(text[:rest], "\n"), warning
}

var yamlAnchor = lazy(`(?m)(^|[\s\[{,:])&[^\s&]`)

// flatValues reads "key: value" and "key = value" lines; sections and nested values are not needed.
func flatValues(content, sep string) map[string]any {
	values := map[string]any{}
	for l := range strings.SplitSeq(content, "\n") {
		k, v, ok := strings.Cut(l, sep)
		if k = trim(k); ok && k != "" && !strings.ContainsAny(k, " [#\"") && l[0] != ' ' {
			values[k] = strings.Trim(trim(v), `"'`)
		}
	}
	return values
}

func metaOf(values map[string]any) meta {
	get := func(keys ...string) string {
		for _, key := range keys {
			for _, k := range slices.Sorted(maps.Keys(values)) {
				v := values[k]
				if !strings.EqualFold(k, key) || v == nil {
					continue
				}
				switch v := v.(type) {
				case string:
					return trim(v)
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
	return meta{title: inline(get("title", "titel", "titre", "titulo")), date: get("date", "published", "pubdate", "datum"),
		language: get("lang", "language", "locale")}
}
