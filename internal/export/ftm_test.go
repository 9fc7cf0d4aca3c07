package export

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"undersigned/graph"
)

// entities reads what FTM wrote, strictly: every reference leads to an entity, and no id stands twice.
func entities(t *testing.T, n *Network) map[string]ftmEntity {
	t.Helper()
	all := map[string]ftmEntity{}
	for line := range strings.Lines(string(write(t, n, OneMode, FTM))) {
		var e ftmEntity
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if _, twice := all[e.ID]; twice || !regexp.MustCompile(`^[0-9a-zA-Z][0-9a-zA-Z.-]*[0-9a-zA-Z]$`).MatchString(e.ID) || !strings.HasPrefix(e.ID, "undersigned-") {
			t.Errorf("the id %q", e.ID)
		}
		all[e.ID] = e
	}
	for id, e := range all {
		for _, property := range []string{"parent", "entity", "document", "member", "organization"} {
			for _, to := range e.Properties[property] {
				if _, ok := all[to]; !ok {
					t.Errorf("%s of %s is %s, which is not there", property, id, to)
				}
			}
		}
	}
	return all
}

func TestFTM(t *testing.T) {
	n := hard()
	n.Letters[1].ID, n.Organizations[4].ID = "lettre-générale", "منظمة-abc"
	n.Letters[1].Language = "xx"
	n.Signatures = slices.Values([]Signature{{Organization: 4, Letter: 0, Name: "A", Status: graph.Listed}, {Organization: 4, Letter: 1, Name: "A", Status: graph.Listed},
		{Organization: 4, Letter: 1, Name: "B", Status: graph.Listed}, {Organization: 4, Letter: 1, Name: "A", Status: graph.Reported}})
	all := entities(t, n)
	count := map[string]int{}
	for _, e := range all {
		count[e.Schema]++
	}
	if count["Organization"] != len(n.Organizations) || count["Document"] != len(n.Letters) || count["Documentation"] != 2 || len(count) != 3 {
		t.Errorf("%v", count)
	}
	check := func(id string, want map[string]string) {
		t.Helper()
		e, ok := all["undersigned-"+id]
		if !ok {
			t.Fatalf("there is no %s", id)
		}
		for property, values := range want {
			if got := strings.Join(e.Properties[property], "|"); got != values {
				t.Errorf("%s of %s: %q, want %q", property, id, got, values)
			}
		}
	}
	check("o1", map[string]string{"name": `Bread, Roses & "Co."`, "alias": "Bread, Roses|+ Bread|Twins", "abbreviation": "B&R", "previousName": "Roses <old>", "country": "fr", "classification": "union", "parent": ""})
	check("o2", map[string]string{"wikidataId": "Q42", "leiCode": "UNDERSIGNEDTEST00045", "taxNumber": "12-3456789", "idNumber": "ror:012abc", "website": "https://sum.example/", "parent": "undersigned-o1"})
	check("o3", map[string]string{"wikidataId": "", "leiCode": "", "parent": "", "idNumber": "domain:https://sum.example|lei:UNDERSIGNEDTEST00001|wikidata:P42"})
	check("o12", map[string]string{"name": "o12"})
	check("l1", map[string]string{"fileName": "a.txt", "language": "eng", "date": "2020-04", "keywords": "letter|trade", "sourceUrl": "https://letters.example/1", "namesMentioned": "World Trade Organization|G7; G20"})
	check("l3", map[string]string{"fileName": "l3", "date": "", "title": ""})
	letter, organization := strings.TrimPrefix(ftmID("lettre-générale"), ftmPrefix), strings.TrimPrefix(ftmID("منظمة-abc"), ftmPrefix)
	check(letter, map[string]string{"language": "", "fileName": "lettre-générale"})
	check(organization+"."+letter, map[string]string{"role": "signatory", "status": "listed|reported", "namesMentioned": "A|B", "date": "2021"})
	for address, want := range map[string]string{"https://a.example?b=c": "https://a.example/?b=c", "https://a:b@c.example/": "", "archive/2.md": "", "ftp://a.example/": "", "https://": "", "http://a.example/ä b": "http://a.example/ä b"} {
		if got := ftmAddress(address); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	if ftmID("lettre-générale") == ftmID("lettre-gnrale") || ftmID("منظمة") == ftmID("منظم") {
		t.Error("two ids are one")
	}
}

// A member of a coalition is an entity for each period, where the coalition is in the view.
func TestFTMMemberships(t *testing.T) {
	n := hard()
	n.Organizations[3].MemberOf = []graph.Membership{{Coalition: "o1", Name: "Bread, Roses & \"Co.\"", From: graph.Date{Year: 2001}, Until: graph.Date{Year: 2004, Month: 5}},
		{Coalition: "o1", Name: "Bread, Roses & \"Co.\"", From: graph.Date{Year: 2010}}, {Coalition: "hidden", Name: "Hidden"}, {Name: "Signed nothing"}}
	var got []string
	for _, e := range entities(t, n) {
		if e.Schema == "Membership" {
			p := e.Properties
			got = append(got, strings.Join(slices.Concat(p["member"], p["organization"], p["role"], p["startDate"], []string{"-"}, p["endDate"]), " "))
		}
	}
	slices.Sort(got)
	if want := []string{"undersigned-o4 undersigned-o1 member 2001 - 2004-05", "undersigned-o4 undersigned-o1 member 2010 -"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A former name that letters print is in the table of names, one that none prints is not.
func TestAliasesOfFormerNames(t *testing.T) {
	n := hard()
	n.Organizations[3].Names = []graph.Name{{Text: "Liberties", Kind: graph.Printed}, {Text: "Rights Club", Kind: graph.Former, Until: graph.Date{Year: 2001}}, {Text: "Club", Kind: graph.Former}}
	n.Organizations[3].Printed = 2
	if got := string(write(t, n, OneMode, Aliases)); !strings.Contains(got, "Liberties,Rights Club,") || strings.Contains(got, ",Club,") {
		t.Errorf("%s", got)
	}
}
