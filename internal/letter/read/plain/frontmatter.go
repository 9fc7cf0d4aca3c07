package plain

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	yaml "github.com/goccy/go-yaml"

	"undersigned/internal/letter/document"
	"undersigned/internal/letter/lexicon"
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

// FrontData is the YAML or TOML that FrontMatter cut off, none where there is none; first is the number of the body's first line.
func FrontData(s string, first int) []document.Data {
	toml := strings.HasPrefix(s, "+++")
	if first < 3 || !toml && !strings.HasPrefix(s, "---") || yamlAnchor.MatchString(s[:min(len(s), 1<<16)]) {
		return nil
	}
	lines := strings.SplitN(s, "\n", first)
	content := strings.Join(lines[1:first-2], "\n")
	if len(content) > 1<<20 {
		return nil
	}
	return []document.Data{{Text: content, First: 2, TOML: toml}}
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

// The keys that say title, date and language, folded (MetaOf), the ones that say it best first. When a page was changed last is no date of a
// letter.
var (
	titleKeys    = lexicon.PartsOf("{field title}{field heading}")
	dateKeys     = lexicon.PartsOf("{field date}{field issued}{field made}")
	leadKeys     = lexicon.PartsOf("{field subtitle}")
	languageKeys = lexicon.PartsOf("{field language}")
)

// MetaOf says what fields tell of a document, whatever their case and however the words of a key are joined.
func MetaOf(values map[string]any) document.Meta {
	folded := map[string]any{}
	for _, k := range slices.Backward(slices.Sorted(maps.Keys(values))) {
		folded[strings.NewReplacer("_", "", "-", "", " ", "", ".", "").Replace(strings.ToLower(k))] = values[k]
	}
	get := func(keys *lexicon.Parts) string {
		for _, key := range keys.All() {
			switch v := folded[key].(type) {
			case nil, map[string]any, []any:
			case string:
				if v = text.Trim(v); v != "" {
					return v
				}
			case time.Time:
				return v.Format(time.DateOnly)
			default:
				return fmt.Sprint(v)
			}
		}
		return ""
	}
	return document.Meta{Title: Inline(get(titleKeys)), Date: instant(get(dateKeys)), Language: get(languageKeys), Lead: Inline(get(leadKeys))}
}

// instant makes a day of the seconds, or their thousandths, that programs count from 1970; any other date stays as it is printed.
func instant(s string) string {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || len(s) != 10 && len(s) != 13 {
		return s
	}
	if len(s) == 13 {
		n /= 1000
	}
	return time.Unix(n, 0).UTC().Format(time.DateOnly)
}
