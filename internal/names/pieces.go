package names

import "strings"

// separators stand between the parts of a name that may be names themselves.
const separators = "–—|/;:•·"

// brackets returns what stands outside and inside the brackets of a name. An acronym may stand in a bracket that is cut off.
func brackets(name string) (outside string, inside []string) {
	var out, in strings.Builder
	depth := 0
	for _, r := range name {
		switch {
		case strings.ContainsRune("([{（【", r):
			depth++
			if depth == 1 {
				continue
			}
		case strings.ContainsRune(")]}）】", r):
			if depth == 0 {
				out.WriteRune(' ')
				continue
			}
			if depth--; depth == 0 {
				inside = append(inside, strings.TrimSpace(in.String()))
				in.Reset()
				out.WriteRune(' ')
				continue
			}
		}
		if depth > 0 {
			in.WriteRune(r)
		} else {
			out.WriteRune(r)
		}
	}
	if rest := strings.TrimSpace(in.String()); rest != "" {
		if strings.ContainsAny(rest, " ") || strings.ToUpper(rest) != rest || out.Len() == 0 || upper(out.String()) {
			out.WriteString(" " + rest) // a stray bracket
		} else {
			inside = append(inside, rest)
		}
	}
	return strings.TrimSpace(out.String()), inside
}

// pieces divides a name where a dash with a blank beside it, a slash, a colon or a comma stands.
func pieces(s string) []string {
	var list []string
	runes := []rune(s)
	from := 0
	cut := func(at int) {
		if p := strings.TrimSpace(string(runes[from:at])); joined(p) != "" {
			list = append(list, p)
		}
		from = at + 1
	}
	for i, r := range runes {
		switch {
		case r == '-':
			if i > 0 && i+1 < len(runes) && (runes[i-1] == ' ' || runes[i+1] == ' ') {
				cut(i)
			}
		case r == ',':
			cut(i)
		case strings.ContainsRune(separators, r):
			cut(i)
		}
	}
	cut(len(runes))
	return list
}
