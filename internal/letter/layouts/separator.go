package layouts

import "strings"

// separator is what stands between the entries of a list, or how they are arranged.
type separator struct {
	name    string
	runOn   string // the mark between entries of one paragraph
	style   string // of a list: lines, bullets, paragraphs, cards
	columns int    // side by side, each read down
	table   string // "header", "bare", "type" (one more column, which says what each signatory is), "grid" (names in every cell), "one" (one cell a row)
	data    string // the shape in data: strings, records, keyed, typed
	blocks  bool   // entries of several lines can be told apart
	longest int    // name that has room; 0: any
	least   int    // signatories
	without []string
}

var separators = []separator{
	{name: "lines", style: "lines"},
	{name: "bullets", style: "bullets", blocks: true},
	{name: "paragraphs", style: "paragraphs", blocks: true},
	{name: "cards", style: "cards", blocks: true},
	{name: "semicolons", runOn: "; ", without: []string{";"}},
	{name: "commas", runOn: ", ", without: []string{",", " and ", " & ", " y ", " e ", " et ", " und ", " i ", " ve ", " och ", " en "}},
	{name: "middots", runOn: " · "},
	{name: "run-on-bullets", runOn: " • "},
	{name: "bars", runOn: " | ", without: []string{"|"}},
	{name: "columns-2", columns: 2, longest: 34, least: 9},
	{name: "columns-3", columns: 3, longest: 24, least: 9},
	{name: "grid", table: "grid", longest: 44, least: 9},
	{name: "table-one", table: "one", blocks: true},
	{name: "table", table: "header"},
	{name: "table-bare", table: "bare"},
	{name: "table-type", table: "type", least: 9},
	{name: "strings", data: "strings"},
	{name: "records", data: "records"},
	{name: "keyed", data: "keyed"},
	{name: "typed", data: "typed", least: 9},
}

// holds reports whether entries of the form can be told apart.
func (s *separator) holds(e *entry) bool {
	switch {
	case s.data == "strings":
		return len(e.columns) == 1 && e.columns[0].key != "number"
	case s.data == "typed" || s.table == "type":
		return e.columns != nil && !e.persons && !strings.HasPrefix(e.name, "behalf") && e.name != "organization-first"
	case s.data != "" || s.table == "header" || s.table == "bare":
		return e.columns != nil
	case e.blocks:
		return s.blocks && (s.style != "cards" || e.name != "two-lines")
	case e.picture:
		return s.runOn == "" && s.table != "one"
	case e.pair:
		return s.style == "lines" || s.style == "paragraphs"
	case e.numbers:
		return s.style == "lines" || s.style == "paragraphs" || s.columns > 0
	case s.style == "cards":
		return e.name == "name" || e.name == "link" || e.name == "persons" || e.name == "bracket-country"
	case s.columns == 3 || s.table == "grid" || s.runOn == ", ":
		return !e.commas
	}
	return true
}
