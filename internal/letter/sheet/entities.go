package sheet

import (
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
)

// followTheMoney refuses data of FollowTheMoney (https://followthemoney.tech), entities with a schema and lists of values: it says who exists and how
// they belong together, and not who signed a letter, so that a letter made of it would tie all to all.
func followTheMoney(name string, root *datum) error {
	items := root.values
	if root.kind == mapping {
		items = []*datum{root}
	}
	n, groups, persons := 0, 0, 0
	for _, v := range items {
		schema, properties := v.get("schema"), v.get("properties")
		if v.kind != mapping || schema == nil || schema.kind != scalar || properties == nil || properties.kind != mapping || v.get("id") == nil {
			continue
		}
		n++
		switch {
		case schema.text == "Person":
			persons++
		case slices.Contains([]string{"Organization", "Company", "PublicBody", "LegalEntity"}, schema.text):
			groups++
		}
	}
	if n == 0 || 2*n < len(items) {
		return nil
	}
	var kinds []string
	if groups > 0 {
		kinds = append(kinds, counted(groups, "organization", "organizations"))
	}
	if persons > 0 {
		kinds = append(kinds, counted(persons, "person", "persons"))
	}
	among := ""
	if len(kinds) > 0 {
		among = ", among them " + strings.Join(kinds, " and ")
	}
	return graph.Errorf(graph.Unsupported, "%s", fmt.Sprintf("%s holds %s of FollowTheMoney%s: they say who exists and not who signed a letter. Give a table with the columns organization and letter, made of those that signed", name, counted(n, "entity", "entities"), among))
}
