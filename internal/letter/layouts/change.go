package layouts

import "slices"

// plainest are layouts that have nothing special, of several kinds; Changes varies them.
var plainest = [][axes]string{
	{"html-plain", "bullets", "name", "heading", "none", "en", "25"},
	{"html-blog", "paragraphs", "name", "lead", "none", "es", "9"},
	{"markdown", "lines", "name", "label", "none", "de", "9"},
	{"text-wrapped", "lines", "name", "sign-off", "none", "fr", "9"},
	{"docx", "table", "comma-country", "heading", "none", "fr", "25"},
	{"json", "records", "comma-country", "key", "none", "en", "9"},
}

// Changes returns layouts that have nothing special, each followed by those that differ from it in one value: what they lose is lost by that value
// alone. PDFs are not among them, for few are kept.
func Changes() []Layout {
	var out []Layout
	for _, names := range plainest {
		var base Layout
		for a, axis := range Axes() {
			base[a] = slices.Index(axis.Values, names[a])
		}
		out = append(out, base)
		for a, axis := range Axes() {
			for v := range axis.Values {
				l := base
				l[a] = -1
				if v != base[a] && fits(l, a, v) && (a != axMedium || media[v].program == "") {
					l[a] = v
					out = append(out, l)
				}
			}
		}
	}
	return out
}

// Differs names the value in which a layout differs from the one before it that has nothing special; "" for those.
func Differs(l Layout) string {
	for _, names := range plainest {
		different, value := 0, ""
		for a, v := range l.Values() {
			if v != names[a] {
				different, value = different+1, axisNames[a]+" "+v
			}
		}
		if different < 2 {
			return value
		}
	}
	return ""
}
