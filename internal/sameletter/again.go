package sameletter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"undersigned/graph"
)

// Difference is what a newer reading of a stored letter's document says otherwise than what is stored.
type Difference struct {
	New     []Row     `json:"new"`
	Gone    []Row     `json:"gone"`
	Changed []Changed `json:"changed"` // rows of one name that say something else
	Fields  []Field   `json:"fields"`  // of the letter
	Kept    []Row     `json:"kept"`    // what persons corrected, added or left out, where the newer reading says otherwise
}

// Row is a signatory.
type Row struct {
	Name string              `json:"name"`
	Type graph.SignatoryType `json:"type"`
	Page int                 `json:"page"`
	Line int                 `json:"line"`
	Text string              `json:"text"`
}

// Changed is a signatory of both readings.
type Changed struct {
	Row
	Fields []Field `json:"fields"`
}

// Field is one value that differs.
type Field struct {
	Name string `json:"name"`
	Was  string `json:"was"`
	Is   string `json:"is"`
}

// None reports whether the newer reading says nothing else for people; its evidence may.
func (d *Difference) None() bool { return len(d.New)+len(d.Gone)+len(d.Changed)+len(d.Fields) == 0 }

// byPerson is in the extractor of evidence, and in the reason of a line left out, that persons have to answer for.
const byPerson = "person: "

// Again returns what is to be stored where a document of old was read again, and how that differs from old: the newer reading, under the old id,
// with what persons corrected. That is: names that they corrected, joined, cut or added stand as they left them, and the newer reading's names of
// the same lines do not come beside them; what they left out stays out. saved says that the stored state is one that a person saved (see
// Saved): then what it says about the letter itself, and about each signatory that both have, was seen by a person and stays, too. Neither
// letter is changed. Where the newer reading says nothing else, what is returned may still differ from old in its evidence.
func Again(old, fresh *graph.Letter, saved bool) (graph.Letter, Difference) {
	out := *fresh
	out.ID = old.ID
	out.VersionOf, out.TranslationOf, out.ReportOf = cmp.Or(fresh.VersionOf, old.VersionOf), cmp.Or(fresh.TranslationOf, old.TranslationOf), cmp.Or(fresh.ReportOf, old.ReportOf)
	out.Stance = cmp.Or(fresh.Stance, old.Stance)
	if len(fresh.Topics) == 0 {
		out.Topics = old.Topics
	}
	if saved {
		out.Title, out.TitleBy, out.Kind, out.Date, out.Language = old.Title, old.TitleBy, old.Kind, old.Date, old.Language
		out.Addressees, out.Targets, out.Claimed = old.Addressees, old.Targets, old.Claimed
	}
	m := merge{old: old, names: map[string]bool{}}
	m.learn()
	d := Difference{New: []Row{}, Gone: []Row{}, Changed: []Changed{}, Kept: []Row{}}
	m.signatures(fresh, saved, &d)
	out.Signatures = m.out
	out.LeftOut = slices.Concat(fresh.LeftOut, m.left)
	slices.SortStableFunc(out.LeftOut, func(a, b graph.LeftOut) int { return cmp.Compare(a.Line, b.Line) })
	if len(out.LeftOut) == 0 {
		out.LeftOut = nil
	}
	d.compare(old.Signatures, out.Signatures)
	d.Fields = fieldsOf(old, &out)
	state, _ := State(old, &out, true)
	return *state, d
}

// merge is one call of Again.
type merge struct {
	old   *graph.Letter
	names map[string]bool    // folded names of old
	hand  []*graph.Signature // of old, those that a person has to answer for
	left  []graph.LeftOut    // of old, lines that a person left out
	out   []graph.Signature
}

func (m *merge) learn() {
	for i := range m.old.Signatures {
		s := &m.old.Signatures[i]
		m.names[graph.Fold(s.Name)] = true
		if slices.ContainsFunc(s.Evidence, func(e graph.Evidence) bool { return strings.Contains(e.Extractor, byPerson) }) {
			m.hand = append(m.hand, s)
		}
	}
	for _, o := range m.old.LeftOut {
		if strings.Contains(o.Why, byPerson) {
			m.left = append(m.left, o)
		}
	}
}

// signatures takes those of the newer reading, but for those that a person decided about, and puts those of persons where they stand.
func (m *merge) signatures(fresh *graph.Letter, saved bool, d *Difference) {
	stored := map[string]*graph.Signature{}
	for i := range m.old.Signatures {
		stored[graph.Fold(m.old.Signatures[i].Name)] = &m.old.Signatures[i]
	}
	m.out = []graph.Signature{}
	for i := range fresh.Signatures {
		s := fresh.Signatures[i]
		by := m.decided(&s)
		if by != nil {
			if !m.names[graph.Fold(s.Name)] {
				d.Kept = append(d.Kept, rowOf(by))
			}
			continue
		}
		if m.leftOut(&s) {
			d.Kept = append(d.Kept, rowOf(&s))
			continue
		}
		if was := stored[graph.Fold(s.Name)]; saved && was != nil {
			s.Type, s.Capacity, s.Status, s.Country, s.Note, s.Affiliation = was.Type, was.Capacity, was.Status, was.Country, was.Note, was.Affiliation
		}
		m.out = append(m.out, s)
	}
	if len(m.hand) == 0 {
		return
	}
	for _, h := range m.hand {
		at := slices.IndexFunc(m.out, func(s graph.Signature) bool { return place(&s) > place(h) })
		if at < 0 {
			at = len(m.out)
		}
		m.out = slices.Insert(m.out, at, *h)
	}
	for i := range m.out {
		s := &m.out[i]
		s.Position, s.Evidence = i+1, slices.Clone(s.Evidence)
		for k := range s.Evidence {
			s.Evidence[k].Position = i + 1
		}
	}
}

// decided returns the signature of a person that a newer one belongs to: it has its name, or stands on its line and was its printed form, a part of
// it, or what it is a part of.
func (m *merge) decided(s *graph.Signature) *graph.Signature {
	name := graph.Fold(s.Name)
	for _, h := range m.hand {
		mine := graph.Fold(h.Name)
		if mine == name {
			return h
		}
		for _, e := range h.Evidence {
			for _, f := range s.Evidence {
				if name == "" || e.Document != f.Document || e.Page != f.Page || e.Line != f.Line && !strings.Contains(e.Text, f.Text) {
					continue
				}
				if form := graph.Fold(e.Form); form != "" && form == name || strings.Contains(mine, name) || strings.Contains(name, mine) {
					return h
				}
			}
		}
	}
	return nil
}

// leftOut reports whether a person left the line of a signature out. On a line with several names that is said of those that are not stored.
func (m *merge) leftOut(s *graph.Signature) bool {
	if m.names[graph.Fold(s.Name)] || len(s.Evidence) == 0 {
		return false
	}
	return slices.ContainsFunc(m.left, func(o graph.LeftOut) bool { return o.Line == s.Evidence[0].Line && o.Text == s.Evidence[0].Text })
}

// place orders signatures by where they are printed.
func place(s *graph.Signature) int {
	if len(s.Evidence) == 0 {
		return 0
	}
	return s.Evidence[0].Page<<32 + s.Evidence[0].Line
}

func rowOf(s *graph.Signature) Row {
	r := Row{Name: s.Name, Type: s.Type}
	if len(s.Evidence) > 0 {
		r.Page, r.Line, r.Text = s.Evidence[0].Page, s.Evidence[0].Line, s.Evidence[0].Text
	}
	return r
}

// compare pairs signatures by their folded names, those of one name in their order.
func (d *Difference) compare(old, now []graph.Signature) {
	at := map[string][]*graph.Signature{}
	for i := range old {
		key := graph.Fold(old[i].Name)
		at[key] = append(at[key], &old[i])
	}
	for i := range now {
		s, key := &now[i], graph.Fold(now[i].Name)
		if len(at[key]) == 0 {
			d.New = append(d.New, rowOf(s))
			continue
		}
		was := at[key][0]
		at[key] = at[key][1:]
		if fields := differences([][3]string{{"name", was.Name, s.Name}, {"type", string(was.Type), string(s.Type)}, {"capacity", string(was.Capacity), string(s.Capacity)},
			{"status", string(was.Status), string(s.Status)}, {"affiliation", was.Affiliation, s.Affiliation}, {"country", was.Country, s.Country}, {"note", was.Note, s.Note}}); len(fields) > 0 {
			d.Changed = append(d.Changed, Changed{rowOf(s), fields})
		}
	}
	for i := range old {
		if key := graph.Fold(old[i].Name); slices.Contains(at[key], &old[i]) {
			d.Gone = append(d.Gone, rowOf(&old[i]))
		}
	}
}

// fieldsOf compares what two states say about the letter itself.
func fieldsOf(old, now *graph.Letter) []Field {
	number := func(n *int) string {
		if n == nil {
			return ""
		}
		return fmt.Sprint(*n)
	}
	var targets, addressees [2][]string
	for i, l := range []*graph.Letter{old, now} {
		for _, t := range l.Targets {
			targets[i] = append(targets[i], t.Name)
		}
		for _, a := range l.Addressees {
			addressees[i] = append(addressees[i], cmp.Or(strings.Trim(a.Role+", "+a.Organization, ", "), a.Name))
		}
	}
	return differences([][3]string{{"title", old.Title, now.Title}, {"kind", old.Kind, now.Kind}, {"date", old.Date.String(), now.Date.String()}, {"language", old.Language, now.Language},
		{"addressees", strings.Join(addressees[0], "; "), strings.Join(addressees[1], "; ")}, {"targets", strings.Join(targets[0], "; "), strings.Join(targets[1], "; ")},
		{"organizations claimed", number(old.Claimed.Organizations), number(now.Claimed.Organizations)}, {"persons claimed", number(old.Claimed.Individuals), number(now.Claimed.Individuals)},
		{"persons only counted", fmt.Sprint(old.Individuals), fmt.Sprint(now.Individuals)}, {"doubts", strings.Join(old.Doubtful, "; "), strings.Join(now.Doubtful, "; ")}})
}

func differences(values [][3]string) []Field {
	out := []Field{}
	for _, v := range values {
		if v[1] != v[2] {
			out = append(out, Field{v[0], v[1], v[2]})
		}
	}
	return out
}
