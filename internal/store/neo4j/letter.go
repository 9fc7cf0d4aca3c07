package neo4j

import (
	"cmp"
	"encoding/json"
	"strings"

	"undersigned/graph"
	"undersigned/internal/names/search"
)

// properties leaves empty text, numbers and lists out: in the graph they are absent, and come back as the zero value.
type properties map[string]any

func (p properties) text(key, value string) {
	if value != "" {
		p[key] = value
	}
}

func (p properties) number(key string, value int) {
	if value != 0 {
		p[key] = value
	}
}

func (p properties) list(key string, values []string) {
	if len(values) > 0 {
		p[key] = values
	}
}

// json keeps a list or map of structures, which properties cannot hold, as text.
func (p properties) json(key string, length int, value any) error {
	if length == 0 {
		return nil
	}
	encoded, err := json.Marshal(value)
	p[key] = string(encoded)
	return err
}

func letterProperties(l *graph.Letter, hash string) (map[string]any, error) {
	p := properties{"id": l.ID, "hash": hash, "work": l.ID}
	for _, f := range []struct{ key, value string }{{"title", l.Title}, {"title_by", l.TitleBy}, {"kind", l.Kind}, {"date", l.Date.String()},
		{"language", l.Language}, {"stance", l.Stance}, {"claimed_text", l.Claimed.Text}, {"version_of", l.VersionOf},
		{"translation_of", l.TranslationOf}, {"report_of", l.ReportOf}} {
		p.text(f.key, f.value)
	}
	p.number("year", l.Date.Year) // for people: date has as many parts as are known
	p.number("individuals", l.Individuals)
	p.list("topics", l.Topics)
	p.list("quotes", l.Quotes)
	p.list("doubtful", l.Doubtful)
	if l.Checked != nil {
		p["checked_by"], p["checked_when"] = l.Checked.By, l.Checked.When
	}
	if l.Claimed.Organizations != nil {
		p["claimed_organizations"] = *l.Claimed.Organizations
	}
	if l.Claimed.Individuals != nil {
		p["claimed_individuals"] = *l.Claimed.Individuals
	}
	if l.Documents != nil {
		p["documents"] = len(l.Documents)
	}
	if l.Signatures != nil {
		p["signatures"] = len(l.Signatures)
	}
	for _, f := range []struct {
		key    string
		length int
		value  any
	}{{"addressees", len(l.Addressees), l.Addressees}, {"targets", len(l.Targets), l.Targets}, {"left_out", len(l.LeftOut), l.LeftOut}} {
		if err := p.json(f.key, f.length, f.value); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (c *change) writeDocuments(letters []*graph.Letter) error {
	var rows []any
	for _, l := range letters {
		for i := range l.Documents {
			d := &l.Documents[i]
			p := properties{"id": d.ID}
			for _, f := range []struct{ key, value string }{{"name", d.Name}, {"sha256", d.SHA256}, {"medium", d.Medium}, {"published", d.Published},
				{"retrieved", d.Retrieved}, {"text", d.Text}, {"repository", d.Repository}, {"path", d.Path}} {
				p.text(f.key, f.value)
			}
			rows = append(rows, values{"letter": l.ID, "place": i, "document": values(p)})
		}
	}
	return c.each(rows, "UNWIND $rows AS r MATCH (l:Letter {id: r.letter}) CREATE (l)-[:HAS_DOCUMENT {place: r.place}]->(d:Document) SET d = r.document")
}

// targetEdge is a target or addressee of a letter. The key is what makes two names one target: the folded name.
type targetEdge struct {
	typ, key, name string
	place          int
	properties     properties
}

func targetsOf(l *graph.Letter) []targetEdge {
	var edges []targetEdge
	add := func(typ, name string, place int, p properties) {
		if name = graph.CleanName(name); name != "" {
			p["place"] = place
			edges = append(edges, targetEdge{typ, cmp.Or(graph.Fold(name), name), name, place, p})
		}
	}
	for i, t := range l.Targets {
		p := properties{}
		p.text("name", t.Name)
		p.text("kind", t.Kind)
		p.text("part_of", t.PartOf)
		add("TARGETS", t.Name, i, p)
	}
	for i, a := range l.Addressees {
		p := properties{}
		p.text("name", a.Name)
		p.text("role", a.Role)
		p.text("organization", a.Organization)
		add("ADDRESSED_TO", cmp.Or(a.Organization, a.Role, a.Name), i, p)
	}
	return edges
}

// writeTargets draws the edges to targets. They say what the letter's own lists say, for people who ask in Cypher.
func (c *change) writeTargets(letters []*graph.Letter) error {
	known := map[string]bool{}
	var nodes []any
	edges := map[string][]any{}
	for _, l := range letters {
		for _, e := range targetsOf(l) {
			if !known[e.key] {
				known[e.key] = true
				nodes = append(nodes, values{"key": e.key, "id": graph.TargetID(e.name), "name": e.name})
			}
			edges[e.typ] = append(edges[e.typ], values{"letter": l.ID, "target": e.key, "edge": values(e.properties)})
		}
	}
	if err := c.each(nodes, "UNWIND $rows AS r MERGE (t:Target {key: r.key}) ON CREATE SET t.id = r.id, t.name = r.name"); err != nil {
		return err
	}
	for _, typ := range []string{"TARGETS", "ADDRESSED_TO"} {
		if err := c.each(edges[typ], "UNWIND $rows AS r MATCH (l:Letter {id: r.letter}) MATCH (t:Target {key: r.target}) CREATE (l)-[e:"+typ+"]->(t) SET e = r.edge"); err != nil {
			return err
		}
	}
	return nil
}

// names makes the (:Name) nodes of organizations that have none, each with an organization of its own, and returns the
// organization to which each name's signatures go: the one it has already, or the first by id where it has several (then
// canonicalize decides by letter).
func (c *change) names(letters []*graph.Letter) (map[string]string, error) {
	organization := map[string]string{}
	var names []string
	var asked []any
	for _, l := range letters {
		for i := range l.Signatures {
			if s := &l.Signatures[i]; s.Type == graph.TypeOrganization {
				if _, known := organization[s.Name]; !known {
					organization[s.Name] = ""
					names = append(names, s.Name)
					asked = append(asked, s.Name)
				}
			}
		}
	}
	if !c.fresh {
		err := c.eachRow(asked, "UNWIND $rows AS r MATCH (:Name {text: r})-[:NAME_OF {kind: 'printed'}]->(o:Organization) RETURN r AS name, min(o.id) AS organization", func(r *row) error {
			organization[r.text("name")] = r.text("organization")
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	var fresh []any
	for _, name := range names {
		if organization[name] == "" {
			organization[name] = graph.OrganizationID(name, "")
			fresh = append(fresh, values{"name": name, "words": strings.Join(search.Words(name), " "), "id": organization[name]})
		}
	}
	create := "MERGE (n:Name {text: r.name}) SET n.words = r.words MERGE (o:Organization {id: r.id}) ON CREATE SET o.name = r.name, o.names = [r.name]"
	if c.fresh {
		create = "CREATE (n:Name {text: r.name, words: r.words}) CREATE (o:Organization {id: r.id, name: r.name, names: [r.name]})"
	}
	return organization, c.each(fresh, "UNWIND $rows AS r "+create+" CREATE (n)-[:NAME_OF {kind: 'printed'}]->(o)")
}

func (c *change) persons(letters []*graph.Letter) error {
	known := map[string]bool{}
	var rows []any
	for _, l := range letters {
		for i := range l.Signatures {
			if s := &l.Signatures[i]; s.Type == graph.TypePerson && !known[s.Name] {
				known[s.Name] = true
				rows = append(rows, s.Name)
			}
		}
	}
	return c.each(rows, "UNWIND $rows AS r MERGE (:Person {name: r})")
}
