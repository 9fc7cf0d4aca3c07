package sameletter

import (
	"testing"

	"undersigned/graph"
)

func record(id, kind, text string, quotes []string, names ...string) graph.Letter {
	l := graph.Letter{ID: id, Kind: kind, Quotes: quotes, Documents: []graph.Document{{ID: "d", Text: text}}}
	for _, n := range names {
		l.Signatures = append(l.Signatures, graph.Signature{Name: n, Type: graph.TypeOrganization})
	}
	return l
}

func linkOf(report, letter graph.Letter) (Link, bool) {
	return reportOf(sketchOf(&report), sketchOf(&letter))
}

func TestReportOf(t *testing.T) {
	text := "We ask you to keep the\nold pool, because it is “ours” and always was."
	quote := []string{"keep the old pool because it's not", "Keep the old pool – because it is ours and always was!"}
	letter := record("l", "letter", text, nil, "Salt Union", "Pier Friends", "River Watch")
	if link, ok := linkOf(record("r", "news", "", quote, "SALT union", "Pier-Friends", "Moon Club"), letter); !ok || link.Quote != quote[1] || link.Share < 0.66 || link.Share > 0.67 ||
		link.Report.ID != "r" || link.Letter.ID != "l" {
		t.Errorf("the report is not recognized: %+v %v", link, ok)
	}
	for name, report := range map[string]graph.Letter{
		"an ordinary letter":    record("r", "letter", "", quote, "Salt Union", "Pier Friends"),
		"too few names":         record("r", "news", "", quote, "Salt Union", "Moon Club", "Sun Club"),
		"no names":              record("r", "news", "", quote),
		"no quotation":          record("r", "news", "", nil, "Salt Union"),
		"too short a quotation": record("r", "news", "", []string{"keep the old pool because it is"}, "Salt Union"),
		"another text's words":  record("r", "news", "", []string{"we have always said that this pool is ours alone"}, "Salt Union"),
		"the letter itself":     record("l", "news", "", quote, "Salt Union"),
	} {
		if _, ok := linkOf(report, letter); ok {
			t.Errorf("%s is taken for a report", name)
		}
	}
	if _, ok := linkOf(record("r", "news", "", quote, "Salt Union"), record("n", "news", text, nil, "Salt Union")); ok {
		t.Error("a report of a report is linked")
	}
}
