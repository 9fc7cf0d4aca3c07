package sheet

import (
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/cells"
	"undersigned/internal/letter/read/office"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// export is one of our own tables (package export), which is read back or refused by what it says.
type export int

const (
	noExport export = iota
	signaturesExport
	twoModeExport
	tiesExport
	nodesExport
	judgementTable
)

// isExport knows our own tables by the names of their columns, in any order and case and with others beside.
func isExport(header []string) export {
	has := func(names ...string) bool {
		for _, n := range names {
			if exportColumn(header, n) < 0 {
				return false
			}
		}
		return true
	}
	switch {
	case has("organization_name", "letter", "title", "printed_name"):
		return signaturesExport
	case has("source", "target", "source_label", "target_label") && !has("newman"):
		return twoModeExport
	case has("source", "target", "source_label", "target_label"), has("source", "target", "newman"):
		return tiesExport
	case has("id", "label", "data_version"), has("id", "label", "betweenness"):
		return nodesExport
	case has("name_a", "name_b", "verdict"), has("name1", "name2", "verdict"), len(header) == 2 && has("alias") && (has("canonical") || has("name")):
		return judgementTable
	}
	return noExport
}

func exportColumn(header []string, name string) int {
	return slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(text.Trim(h), name) })
}

// fromExport reads our own tables back: organizations by their names, letters by their titles, each letter's rows held together by its id. The
// apostrophe that keeps spreadsheets from running a cell as a formula is taken off.
func (t *tableReader) fromExport(kind export, rows []record) ([]record, error) {
	switch kind {
	case tiesExport:
		return nil, graph.Errorf(graph.Invalid, "%s is a table of ties between organizations, which does not say what they signed: export ties in two modes, or signatures.csv, and load that", t.where)
	case nodesExport:
		return nil, graph.Errorf(graph.Invalid, "%s is a table of nodes, which does not say who signed what: export signatures.csv, and load that", t.where)
	case judgementTable:
		return nil, graph.Errorf(graph.Invalid, "%s is a table of judgements, which says who is who and not who signed: undersigned load reads it", t.where)
	}
	from := []string{"organization_name", "title", "date", "targets", "country", "status", "letter", "printed_name", "printed_line", "position"}
	if kind == twoModeExport {
		from = []string{"source_label", "target_label", "date", "targets", "country", "status", "target", "", "", ""}
	}
	at := make([]int, len(from))
	for i, name := range from {
		if at[i] = -1; name != "" {
			at[i] = exportColumn(t.header, name)
		}
	}
	best := map[[2]string]string{} // of each signature, which may have a line for each printing
	out := make([]record, len(rows))
	for i := range rows {
		cell := func(k int) string {
			if at[k] < 0 || at[k] >= len(rows[i].Cells) {
				return ""
			}
			return cells.Unguard(rows[i].Cells[at[k]])
		}
		r := record{SheetRow: office.SheetRow{Number: rows[i].Number, Cells: []string{cell(0), cell(1), cell(2), cell(3), cell(4), cell(5)}}, printed: cell(8), key: cell(6)}
		if signature := [2]string{r.key, r.Cells[0]}; statusRank(r.Cells[5]) > statusRank(best[signature]) {
			best[signature] = r.Cells[5]
		}
		if form := cell(7); graph.CleanName(form) != graph.CleanName(r.Cells[0]) {
			r.form = form
		}
		if strings.TrimSpace(strings.Join(r.Cells, "")) == "" {
			r.key = ""
		} else if r.Cells[1] == "" {
			r.Cells[1] = r.key // a letter without a title
		}
		if r.printed == "" {
			r.printed = t.joined(rows[i].Cells)
		}
		out[i] = r
	}
	for i := range out {
		out[i].Cells[5] = best[[2]string{out[i].key, out[i].Cells[0]}]
	}
	t.header = []string{"organization", "letter", "date", "target", "country", "status"}
	given := map[int]table.Column{0: table.OrganizationColumn, 1: table.LetterColumn, 2: table.DateColumn, 3: table.TargetColumn, 4: table.CountryColumn, 5: table.StatusColumn}
	cells := make([][]string, len(out))
	for i := range out {
		cells[i] = out[i].Cells
	}
	t.read = table.JudgeAs(t.limits.Fitted, t.header, cells, given)
	return out, nil
}

// statusRank orders statuses by what is known the better, as package graph does.
func statusRank(status string) int {
	return 1 + slices.Index([]string{string(graph.Withdrawn), string(graph.Reported), string(graph.Disputed), string(graph.Listed), string(graph.Verified)}, status)
}
