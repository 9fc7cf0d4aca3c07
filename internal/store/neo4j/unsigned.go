package neo4j

import "undersigned/graph"

// addUnsigned gives the signatures on which no tie rests to the organization that the name is elsewhere, else one of its own: those that were taken
// back, and those of who is gone from the newest list.
func (w *wanted) addUnsigned(n *graph.Network, data graph.Data) {
	instead := map[string]string{} // record -> the version whose list is its letter's
	for _, list := range [][]graph.Work{n.Letters(), n.Unsigned()} {
		for _, work := range list {
			for _, record := range work.Records {
				instead[record.ID] = work.List.ID
				if newer := work.Replaced(record); newer != nil {
					instead[record.ID] = newer.ID
				}
			}
		}
	}
	added := map[[2]string]bool{} // names in letters
	for i := range data.Letters {
		l := &data.Letters[i]
		for k := range l.Signatures {
			s := &l.Signatures[k]
			key := [2]string{s.Name, l.ID}
			if s.Type != graph.TypeOrganization || w.of[s.Name][l.ID] != "" && !added[key] {
				continue
			}
			if s.Signs() {
				w.replaced[graph.SignatureID(l.ID, s.Type, s.Name, s.Capacity)] = instead[l.ID]
			}
			if added[key] {
				continue
			}
			added[key] = true
			id := graph.OrganizationID(s.Name, "")
			if at, known := n.Organization(id); known {
				id = n.Organizations()[at].ID
			} else if w.organizations[id] == nil {
				w.organizations[id] = values{"id": id, "name": s.Name, "names": []string{s.Name}}
			}
			w.put(s.Name, l.ID, id)
		}
	}
}

// writeReplaced marks the signatures of who is gone, so that those who count can leave them out.
func (c *change) writeReplaced(w *wanted) error {
	stored := map[string]string{}
	if err := c.run("MATCH (:Organization)-[s:SIGNED]->(:Letter) WHERE s.replaced_by IS NOT NULL RETURN s.id AS signature, s.replaced_by AS by", nil, func(r *row) error {
		stored[r.text("signature")] = r.text("by")
		return nil
	}); err != nil {
		return err
	}
	var rows []any
	for _, id := range sortedKeys(w.replaced) {
		if by := w.replaced[id]; stored[id] != by {
			rows = append(rows, values{"signature": id, "by": by})
		}
	}
	for _, id := range sortedKeys(stored) {
		if w.replaced[id] == "" {
			rows = append(rows, values{"signature": id, "by": nil})
		}
	}
	return c.each(rows, "UNWIND $rows AS r MATCH (:Organization)-[s:SIGNED {id: r.signature}]->(:Letter) SET s.replaced_by = r.by")
}
