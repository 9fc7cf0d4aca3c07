package report

import (
	"path/filepath"
	"slices"
	"strings"

	"undersigned/graph"
)

// FormatOf returns the format that the name of a file asks for: the one with the longest Extension that the name ends with, or is but for the
// dot, as ties.csv is. An ending that only some formats' Extensions end with, such as .csv, is theirs where there is but one; else the error
// says what to call the file.
func FormatOf(file string) (Format, error) {
	base := strings.ToLower(filepath.Base(file))
	var best Format
	var endings, near []string
	var only Format
	last := filepath.Ext(base)
	for _, f := range Formats() {
		endings = append(endings, f.Extension)
		if (strings.HasSuffix(base, f.Extension) || "."+base == f.Extension) && len(f.Extension) > len(best.Extension) {
			best = f
		}
		if last != "" && strings.HasSuffix(f.Extension, last) {
			near, only = append(near, strings.TrimSuffix(base, last)+f.Extension), f
		}
	}
	switch {
	case best.Name != "":
		return best, nil
	case len(near) == 1:
		return only, nil
	case len(near) > 1:
		return Format{}, graph.Errorf(graph.Invalid, "%s does not say which of several formats it is: call it %s, or name the format with --format", filepath.Base(file), orList(near))
	}
	slices.Sort(endings)
	return Format{}, graph.Errorf(graph.Invalid, "%s has no ending that names a format: end it with %s, or name the format with --format", filepath.Base(file), orList(slices.Compact(endings)))
}

func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " or " + words[len(words)-1]
}
