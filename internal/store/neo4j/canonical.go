package neo4j

import (
	"context"
	"errors"
	"slices"

	"undersigned/graph"
)

// Canonicalize brings the organizations of the database up to date with the judgements, at once: afterwards each (:Organization)
// is one of the explorer's, with its name, names, kind and country, and (:Letter).work is the same for the versions,
// translations and reports of one letter. It does so by itself some seconds after a write; this is for those who cannot wait.
func (s *Store) Canonicalize(ctx context.Context) error {
	if err := s.enter(ctx); err != nil {
		return err
	}
	defer s.open.RUnlock()
	return s.translate(ctx, s.canonicalize(ctx), "bringing the organizations up to date")
}

var errMoved = errors.New("somebody wrote in the meantime")

// canonicalize computes the network of a snapshot and writes what differs, unless somebody has written since: then it begins
// anew, a few times. It does not change the revision, since no record changes.
func (s *Store) canonicalize(ctx context.Context) error {
	if current, err := s.isCanonical(ctx); err != nil || current {
		return err
	}
	err := errMoved
	for range 5 {
		if !errors.Is(err, errMoved) {
			break
		}
		var data graph.Data
		if err = s.readStable(ctx, func(t *tx, now known) (err error) {
			data, err = snapshot(t, now.revision)
			return err
		}); err != nil {
			return err
		}
		network, failed := graph.NewNetwork(data)
		if failed != nil {
			return failed
		}
		err = s.server.retry(ctx, func() error { return s.writeCanonical(ctx, wantedOf(network, data), data.Revision) })
	}
	return err
}

func (s *Store) isCanonical(ctx context.Context) (current bool, err error) {
	err = s.server.read(ctx, func(t *tx) error {
		_, err := t.one("MATCH (m:Meta {key: 'undersigned'}) RETURN m.revision = m.resolved AS current", nil, func(r *row) error {
			current = r.truth("current")
			return nil
		})
		return err
	})
	return current, err
}

// wanted is what the network says.
type wanted struct {
	organizations map[string]map[string]any    // properties by id
	of            map[string]map[string]string // printed name -> letter -> organization
	names         map[nameOf]map[string]any    // other names, and printed ones, with kind and dates
	works         map[string]string            // letter -> the letter it is a version of, itself where it is none
	links         map[[3]string]bool           // from, to, relation
	targets       map[string]graph.Target      // by key
	parents       map[string]string            // organization -> parent
	members       []membership
	replaced      map[string]string // signature of who is gone -> the version whose list stands instead
}

// membership is a relationship from an organization to a coalition.
type membership struct {
	member, coalition string
	edge              map[string]any // its dates
}

type nameOf struct{ name, organization, kind string }

func wantedOf(n *graph.Network, data graph.Data) *wanted {
	w := &wanted{organizations: map[string]values{}, of: map[string]map[string]string{}, names: map[nameOf]values{},
		works: map[string]string{}, links: map[[3]string]bool{}, targets: map[string]graph.Target{}, parents: map[string]string{}, replaced: map[string]string{}}
	for i, o := range n.Organizations() {
		p := properties{"id": o.ID, "name": o.Name}
		p.text("kind", o.Kind)
		p.text("country", o.Country)
		var names []string
		for _, name := range o.Names {
			names = append(names, name.Text)
			if name.Kind != graph.Printed && len(name.Text) <= longest && name.Text != "" {
				edge := properties{"kind": string(name.Kind)}
				edge.text("from", name.From.String())
				edge.text("until", name.Until.String())
				edge.text("source", name.Source)
				w.names[nameOf{name.Text, o.ID, string(name.Kind)}] = edge
			}
		}
		p.list("names", names)
		for scheme, id := range o.ExternalIDs {
			p.text("id_"+scheme, id)
		}
		p.text("parent_name", o.ParentName)
		var coalitions []string
		for _, m := range o.MemberOf {
			if m.Coalition == "" {
				coalitions = append(coalitions, m.Name)
				continue
			}
			edge := properties{}
			edge.text("from", m.From.String())
			edge.text("until", m.Until.String())
			w.members = append(w.members, membership{o.ID, m.Coalition, edge})
		}
		p.list("coalition_names", coalitions)
		w.organizations[o.ID] = p
		if o.Parent != "" {
			w.parents[o.ID] = o.Parent
		}
		for _, l := range n.Incidence().LettersOf(i) {
			for _, ref := range n.Signatures(i, int(l)) {
				w.put(ref.Signature.Name, ref.Letter.ID, o.ID)
			}
		}
	}
	w.addUnsigned(n, data)
	for _, list := range [][]graph.Work{n.Letters(), n.Unsigned()} {
		for _, work := range list {
			for _, record := range work.Records {
				w.works[record.ID] = work.ID
			}
			for _, link := range work.Links {
				w.links[[3]string{link.From, link.To, relationTypes[link.Relation]}] = true
			}
		}
	}
	for _, t := range n.Targets() {
		for _, name := range t.Names {
			w.targets[targetKey(name)] = t
		}
	}
	return w
}

var relationTypes = map[graph.Relation]string{graph.VersionOf: "VERSION_OF", graph.TranslationOf: "TRANSLATION_OF", graph.ReportOf: "REPORT_OF"}

func (w *wanted) put(name, letter, organization string) {
	if w.of[name] == nil {
		w.of[name] = map[string]string{}
	}
	w.of[name][letter] = organization
}

func (s *Store) writeCanonical(ctx context.Context, w *wanted, revision int64) error {
	t, err := s.server.beginWrite(ctx)
	if err != nil {
		return err
	}
	defer t.close()
	c := &change{tx: t, rows: s.config.Limits.Rows, loose: newLooseEnds()}
	if err := c.lock("canonicalize"); err != nil {
		return err
	}
	if c.revision != revision {
		return errMoved
	}
	if err := c.writeOrganizations(w); err != nil {
		return err
	}
	if err := c.moveSignatures(w); err != nil {
		return err
	}
	if err := c.writeReplaced(w); err != nil {
		return err
	}
	if err := c.writeNames(w); err != nil {
		return err
	}
	if err := c.writeWorks(w); err != nil {
		return err
	}
	if err := c.run("MATCH (m:Meta {key: 'undersigned'}) SET m.resolved = $revision, m.moves = m.moves + 1 REMOVE m.writer", values{"revision": revision}, nil); err != nil {
		return err
	}
	return t.commit()
}

// writeOrganizations makes and describes the organizations that differ. Those that nobody wants any more go when their last
// signature has moved.
func (c *change) writeOrganizations(w *wanted) error {
	stored := map[string]string{}
	if err := c.run("MATCH (o:Organization) RETURN o.id AS id, properties(o) AS properties", nil, func(r *row) error {
		stored[r.text("id")] = graph.RecordHash(r.properties("properties").all)
		return nil
	}); err != nil {
		return err
	}
	var rows []any
	for _, id := range sortedKeys(w.organizations) {
		if p := w.organizations[id]; stored[id] != graph.RecordHash(p) {
			rows = append(rows, values{"id": id, "organization": p})
		}
	}
	return c.each(rows, "UNWIND $rows AS r MERGE (o:Organization {id: r.id}) SET o = r.organization")
}

// moveSignatures moves the signatures of those names whose organizations differ from the wanted ones.
func (c *change) moveSignatures(w *wanted) error {
	stored := map[string][]string{}
	if err := c.run("MATCH (n:Name)-[:NAME_OF {kind: 'printed'}]->(o:Organization) RETURN n.text AS name, collect(DISTINCT o.id) AS organizations", nil, func(r *row) error {
		stored[r.text("name")] = r.texts("organizations")
		return nil
	}); err != nil {
		return err
	}
	var differ, edges []any
	for _, name := range sortedKeys(w.of) {
		want := map[string]bool{}
		for _, id := range w.of[name] {
			want[id] = true
		}
		have := stored[name]
		if len(want) == 1 && len(have) == 1 && want[have[0]] {
			continue
		}
		differ = append(differ, name)
		for _, id := range sortedKeys(want) {
			edges = append(edges, values{"name": name, "organization": id})
		}
	}
	moves := map[string][]any{} // by relationship type
	if err := c.eachRow(differ, "UNWIND $rows AS r MATCH (:Name {text: r})-[:NAME_OF {kind: 'printed'}]->(o:Organization)-[s:SIGNED|WITHDREW]->(l:Letter) "+
		"WHERE s.name = r RETURN r AS name, s.id AS signature, l.id AS letter, o.id AS organization, type(s) AS type", func(r *row) error {
		letter, from, typ := r.text("letter"), r.text("organization"), r.text("type")
		if to := w.of[r.text("name")][letter]; to != "" && to != from {
			moves[typ] = append(moves[typ], values{"from": from, "signature": r.text("signature"), "letter": letter, "to": to})
		}
		return nil
	}); err != nil {
		return err
	}
	for _, typ := range []string{"SIGNED", "WITHDREW"} {
		if err := c.each(moves[typ], "UNWIND $rows AS r MATCH (l:Letter {id: r.letter}) MATCH (to:Organization {id: r.to}) MATCH (:Organization {id: r.from})-[s:"+typ+" {id: r.signature}]->(l) "+
			"WITH l, to, s, properties(s) AS kept DELETE s CREATE (to)-[moved:"+typ+"]->(l) SET moved = kept"); err != nil {
			return err
		}
	}
	if err := c.each(differ, "UNWIND $rows AS r MATCH (:Name {text: r})-[e:NAME_OF {kind: 'printed'}]->() DELETE e"); err != nil {
		return err
	}
	return c.each(edges, "UNWIND $rows AS r MATCH (n:Name {text: r.name}) MATCH (o:Organization {id: r.organization}) CREATE (n)-[:NAME_OF {kind: 'printed'}]->(o)")
}

func targetKey(name string) string {
	name = graph.CleanName(name)
	if key := graph.Fold(name); key != "" {
		return key
	}
	return name
}

func sortedKeys[V any](m map[string]V) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}
