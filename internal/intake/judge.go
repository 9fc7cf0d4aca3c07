package intake

import (
	"context"
	"fmt"
	"slices"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/names/match"
	"undersigned/internal/sameletter"
)

// judged is what saving a letter says about names and letters.
type judged struct {
	list      []graph.Judgement // each once
	linked    []string          // what the rule linked, in sentences
	undecided []string          // names of several organizations of which nobody said which is meant, in sentences
	seen      map[string]bool
}

func (m *judged) add(j graph.Judgement) {
	if j = graph.NewJudgement(j); !m.seen[j.ID] {
		m.seen[j.ID] = true
		m.list = append(m.list, j)
	}
}

// judge turns the decisions of a request into judgements. others is the network without the letter.
func (in *Intake) judge(ctx context.Context, data *explore.Reading, others *graph.Network, r *reading, l *graph.Letter, q *SaveRequest, person string) (judged, error) {
	m := judged{seen: map[string]bool{}}
	homonyms := match.NewHomonyms(others)
	base := graph.Judgement{By: person, When: q.When, Why: fmt.Sprintf("decided when “%.200s” was added", l.Title)}
	for i := range q.Rows {
		row := &q.Rows[i]
		if row.Type == string(graph.TypePerson) || row.Type == "" && len(row.From) > 0 && r.Rows[row.From[0]].Type == graph.TypePerson {
			continue
		}
		name := graph.CleanName(row.Name)
		bearers := homonyms.Of(name)
		if len(bearers) > 0 && row.Organization.Decision == "" {
			m.leave(name, len(bearers))
			continue
		}
		by, err := in.rules(ctx, data, others, name, row.Organization)
		if err != nil {
			return m, err
		}
		if err := m.name(others, data.Graph(), l.ID, name, bearers, by, row.Organization, base); err != nil {
			return m, graph.Errorf(graph.CodeOf(err), "row %d (%.60s): %s", i+1, squeeze(row.Name), graph.MessageOf(err))
		}
	}
	decided := slices.Clone(others.Judgements())
	for _, rel := range q.Relations {
		if rel.Letter == l.ID {
			return m, graph.Errorf(graph.Invalid, "a letter is no version, translation or report of itself: choose another letter, or none")
		}
		if _, err := in.store.Letter(ctx, rel.Letter); err != nil {
			return m, err
		}
		j := base
		j.A, j.B = graph.NameRef{Letter: l.ID}, graph.NameRef{Letter: newest(others, rel)}
		j.Verdict, j.Relation = graph.Same, graph.Relation(rel.Relation)
		if rel.Relation == "unrelated" {
			j.Verdict, j.Relation = graph.Different, graph.VersionOf
		}
		m.add(j)
		decided = append(decided, j)
	}
	in.alike.ask(data.Graph(), func(index *sameletter.Index) {
		m.link(index.Links(l), l, settled(data.Graph(), l, decided))
	})
	return m, nil
}

// newest returns the record that a person means who says that a letter is a version or a translation of another: of its versions the one whose list
// counts. Who names another record than the letter itself means that.
func newest(n *graph.Network, rel SaveRelation) string {
	at, ok := n.Letter(rel.Letter)
	if w := n.Letters(); ok && w[at].ID == rel.Letter && (rel.Relation == string(graph.VersionOf) || rel.Relation == string(graph.TranslationOf)) {
		return w[at].List.ID
	}
	return rel.Letter
}

// name turns the decision about one row into judgements.
//
// A name that the rules know to be an organization's, and a person says is not, is split off in this letter only ("this name here" is
// what the name is elsewhere): a judgement about the name itself would also part the spellings that the rule joins by it. Names the rules
// do not know are judged everywhere: who says that this is X here means the name. So do those that a person calls
// new: they are none of the organizations that a written rule would join them with. What is said of a name of several organizations (bearers) holds in
// this letter only. shown is the network that the person saw.
func (m *judged) name(n, shown *graph.Network, letter, name string, bearers []int, by rules, d Decision, base graph.Judgement) error {
	known := -1
	if o, ok := n.Organization(name); ok && len(bearers) == 0 {
		known = o
	}
	here, everywhere := graph.NameRef{Name: name, Letter: letter}, graph.NameRef{Name: name}
	say := func(v graph.Verdict, a, b graph.NameRef) {
		j := base
		j.Verdict, j.A, j.B = v, a, b
		m.add(j)
	}
	split := func() { say(graph.Split, here, everywhere) }
	switch d.Decision {
	case "":
		return nil
	case "new":
		if known >= 0 {
			split()
		}
		for _, o := range bearers {
			say(graph.Different, here, identity(n, o))
		}
		if known < 0 && len(bearers) == 0 {
			for _, o := range by.join {
				say(graph.Different, everywhere, identity(n, o))
			}
		}
		return nil
	}
	if d.ID == "" {
		return graph.Errorf(graph.Invalid, "say which organization it is, or is not: the id is missing")
	}
	o, ok := chosen(n, shown, d.ID)
	if !ok {
		return graph.Errorf(graph.NotFound, "there is no organization %.80q any more: look for it again, or say that it is new", d.ID)
	}
	other := identity(n, o)
	alike := graph.Fold(other.Name) == graph.Fold(name)
	switch {
	case len(bearers) > 0:
		say(graph.Verdict(d.Decision), here, other)
	case d.Decision == "different" && (o == known || alike):
		split()
	case d.Decision == "different":
		say(graph.Different, everywhere, other)
	case o == known && by.ask:
		say(graph.Same, everywhere, other)
	case o == known:
	case known >= 0:
		split()
		say(graph.Same, here, other)
	case alike:
		say(graph.Same, here, other)
	default:
		say(graph.Same, everywhere, other)
	}
	return nil
}

// rules is what the written rules say of a name that a person decides about.
type rules struct {
	join []int // organizations that they would join it with, where it is called new
	ask  bool  // they leave it open which it is
}

func (in *Intake) rules(ctx context.Context, data *explore.Reading, others *graph.Network, name string, d Decision) (rules, error) {
	if d.Decision != "new" && d.Decision != string(graph.Same) {
		return rules{}, nil
	}
	register, err := data.Register(ctx)
	if err != nil {
		return rules{}, err
	}
	if d.Decision == string(graph.Same) {
		m, err := register.Match(ctx, name)
		return rules{ask: m.State == match.Unsure}, err
	}
	shown, err := register.Ruled(ctx, name)
	var r rules
	for _, at := range shown {
		if o, ok := chosen(others, data.Graph(), data.Graph().Organizations()[at].ID); ok {
			r.join = append(r.join, o)
		}
	}
	return r, err
}

// leave notes a name of several organizations that nobody decided about. The network keeps it apart from all of them.
func (m *judged) leave(name string, bearers int) {
	says := fmt.Sprintf("“%s”: %s, and nobody said which is meant. It stands by itself, joined with none of them, until somebody does.", name, match.HaveThisName(bearers))
	if !slices.Contains(m.undecided, says) {
		m.undecided = append(m.undecided, says)
	}
}

// chosen finds the organization that a person saw under an id; where the letter was saved before, the id may come from a name that it alone
// prints.
func chosen(n, shown *graph.Network, id string) (int, bool) {
	if o, ok := n.Organization(id); ok {
		return o, true
	}
	if at, ok := shown.Organization(id); ok {
		for _, name := range shown.Organizations()[at].Names {
			if o, ok := n.Organization(name.Text); ok {
				return o, true
			}
		}
	}
	return 0, false
}

// identity returns the printed name that an organization's id is made of, which judgements about it name.
func identity(n *graph.Network, o int) graph.NameRef {
	org := &n.Organizations()[o]
	for _, name := range org.Names {
		if graph.OrganizationID(name.Text, "") == org.ID {
			return graph.NameRef{Name: graph.CleanName(name.Text)}
		}
	}
	for _, l := range n.Incidence().LettersOf(o) { // a name that several organizations share: split off in one letter
		for _, ref := range n.Signatures(o, int(l)) {
			if graph.OrganizationID(ref.Signature.Name, ref.Letter.ID) == org.ID {
				return graph.NameRef{Name: graph.CleanName(ref.Signature.Name), Letter: ref.Letter.ID}
			}
		}
	}
	return graph.NameRef{Name: org.Name}
}
