package export

import (
	"strings"
	"testing"

	"undersigned/graph"
)

func TestSpansAreWholeYears(t *testing.T) {
	n := hard()
	n.Letters[2].Date = graph.Date{Year: 2018, Month: 12, Day: 31}
	n.Letters[2].Signers = []int{10, 11, 0, 5}
	got := string(write(t, n, OneMode, GEXF))
	for _, want := range []string{
		`<graph mode="dynamic" timeformat="double" timerepresentation="interval" `,
		`label="Twin" start="2019" end="2021">`,                                 // as the organization has them
		`source="o1" target="o6" weight="1.2" start="2018" end="2020">`,         // two shared letters
		`source="o9" target="o10" weight="0.3333333333333333" start="2021" end`, // one
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the file lacks %s", want)
		}
	}
	if two := string(write(t, n, TwoMode, GEXF)); !strings.Contains(two, `<node id="l3" label="" start="2018" end="2018">`) ||
		!strings.Contains(two, `source="o12" target="l3" weight="1" start="2018" end="2018"/>`) {
		t.Error("a letter or its signatures have another span than its year")
	}
	for i := range n.Organizations {
		n.Organizations[i].First, n.Organizations[i].Last = graph.Date{}, graph.Date{}
	}
	for i := range n.Letters {
		n.Letters[i].Date = graph.Date{}
	}
	if got := string(write(t, n, TwoMode, GEXF)); !strings.Contains(got, `<graph mode="static" defaultedgetype`) || strings.Contains(got, " start=") {
		t.Error("a file without any date is not static")
	}
}
