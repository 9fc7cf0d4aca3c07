package graph

import "slices"

// Version is one version of a letter, with what its list has.
type Version struct {
	Record        *Letter
	Organizations int  // that it lists
	Added, Gone   int  // against the next older version that decides, or would if it were newest
	Decides       bool // its list is the letter's
}

// Gone is an organization that older versions of a letter list and the newest does not. It does not sign the letter, whatever else names it: reports
// know no more than the lists of their day.
type Gone struct {
	ID        string         // of the organization, also where it counts as another (see RollUp); empty where it signs no letter
	Name      string         // as shown; as printed where it signs no letter
	Printed   []SignatureRef // where it is printed, the newest version first
	NotIn     *Letter        // the version whose list does not have it
	Withdrawn bool           // that version prints it as taken back
	// Beside is a line of NotIn: the one that says it is taken back; else of the signatory after which the older list prints it (before which, where
	// there is none), which shows where it would stand. It is the zero value where the lists have nobody in common.
	Beside SignatureRef

	component int
}

// Gone returns the organizations that only older versions of letter l list, in the order of the newest list that has each.
func (n *Network) Gone(l int) []Gone { return n.gone[l] }

// Versions returns the versions of letter l, newest first; nil where it has one.
func (n *Network) Versions(l int) []Version { return n.versions[l] }

// occurrences adds who signs a work, whose position is given, and says who is gone. What one record lists signs with what the others do, but for
// who is printed in replaced records and in none that stands.
func (w *Work) occurrences(r *resolution, letter int32, to []occurrence) ([]occurrence, []Gone) {
	var left map[int]bool
	if w.replaced != nil {
		left = w.left(r)
	}
	var gone []Gone
	at := map[int]int{} // of a component in gone
	each := func(l *Letter) {
		var beside []SignatureRef
		for k := range l.Signatures {
			s := &l.Signatures[k]
			if s.Type != TypeOrganization || !s.Signs() {
				continue
			}
			c, ref := r.component(s.Name, l.ID), SignatureRef{l, s}
			if !left[c] {
				to = append(to, occurrence{int32(c), letter, ref})
				continue
			}
			i, known := at[c]
			if !known {
				if beside == nil {
					beside = besides(r, l, w.replaced[l])
				}
				i = len(gone)
				at[c] = i
				gone = append(gone, Gone{Name: s.Name, NotIn: w.replaced[l], Beside: beside[k], Withdrawn: beside[k].withdraws(r, c), component: c})
			}
			gone[i].Printed = append(gone[i].Printed, ref)
		}
	}
	if left == nil {
		for _, l := range w.Records {
			each(l)
		}
		return to, nil
	}
	for _, l := range w.newestFirst() {
		each(l)
	}
	return to, gone
}

// left are the components that replaced records print and no other does, reports apart.
func (w *Work) left(r *resolution) map[int]bool {
	left := map[int]bool{}
	for pass := range 2 {
		for _, l := range w.Records {
			for k := range l.Signatures {
				s := &l.Signatures[k]
				if s.Type != TypeOrganization || !s.Signs() {
					continue
				}
				if pass == 0 && w.replaced[l] != nil {
					left[r.component(s.Name, l.ID)] = true
				} else if pass == 1 && w.replaced[l] == nil && !w.reports[l] {
					delete(left, r.component(s.Name, l.ID))
				}
			}
		}
	}
	return left
}

// newestFirst are the versions, then the other records that are replaced, then all others: so who is gone is described by a version.
func (w *Work) newestFirst() []*Letter {
	list := slices.Clone(w.Versions)
	for _, replaced := range []bool{true, false} {
		for _, l := range w.Records {
			if (w.replaced[l] != nil) == replaced && !w.version[l] {
				list = append(list, l)
			}
		}
	}
	return list
}

// besides finds for each signature of an older list the line of the newer one that shows where it would stand, see Gone.Beside.
func besides(r *resolution, older, newer *Letter) []SignatureRef {
	in := make(map[int]SignatureRef, len(newer.Signatures))
	for k := len(newer.Signatures) - 1; k >= 0; k-- {
		if s := &newer.Signatures[k]; s.Type == TypeOrganization {
			in[r.component(s.Name, newer.ID)] = SignatureRef{newer, s}
		}
	}
	out := make([]SignatureRef, len(older.Signatures))
	var near SignatureRef
	note := func(k int) {
		s := &older.Signatures[k]
		if s.Type != TypeOrganization {
			return
		}
		if ref, ok := in[r.component(s.Name, older.ID)]; ok {
			near, out[k] = ref, ref
		} else if out[k].Letter == nil {
			out[k] = near
		}
	}
	for k := range older.Signatures {
		note(k)
	}
	near = SignatureRef{}
	for k := len(older.Signatures) - 1; k >= 0; k-- {
		note(k)
	}
	return out
}

// withdraws reports whether the signature is a component's and taken back.
func (s SignatureRef) withdraws(r *resolution, component int) bool {
	return s.Letter != nil && !s.Signature.Signs() && r.component(s.Signature.Name, s.Letter.ID) == component
}

// placeGone gives who is gone its organization.
func (n *Network) placeGone(position []int32) {
	for _, list := range n.gone {
		for i := range list {
			if p := position[list[i].component]; p >= 0 {
				list[i].ID, list[i].Name = n.organizations[p].ID, n.organizations[p].Name
			}
		}
	}
}

// compare counts what each version's list has, more and less than the one before.
func (w *Work) compare(r *resolution) []Version {
	versions := make([]Version, len(w.Versions))
	var before map[int]bool
	for i := len(versions) - 1; i >= 0; i-- {
		l := w.Versions[i]
		v := &versions[i]
		v.Record, v.Decides = l, l == w.List
		here := map[int]bool{}
		for k := range l.Signatures {
			if s := &l.Signatures[k]; s.Type == TypeOrganization && s.Signs() {
				here[r.component(s.Name, l.ID)] = true
			}
		}
		v.Organizations = len(here)
		if before != nil {
			v.Added = lacks(before, here)
		}
		if decisive(l) { // else it takes nobody off
			v.Gone = lacks(here, before)
			before = here
		}
	}
	return versions
}

// lacks counts the members of others that a set does not have.
func lacks(set, others map[int]bool) int {
	n := 0
	for c := range others {
		if !set[c] {
			n++
		}
	}
	return n
}
