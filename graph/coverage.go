package graph

import "slices"

// Coverage says what a network covers and what is known to be missing. Counts are of signed letters unless named otherwise.
type Coverage struct {
	Letters              int       `json:"letters"`
	Documents            int       `json:"documents"`          // published forms read, of signed letters
	UnsignedDocuments    int       `json:"unsigned_documents"` // read, but nobody signs them
	Organizations        int       `json:"organizations"`
	SeveralLetters       int       `json:"organizations_on_several_letters"`
	Persons              int       `json:"persons"` // persons who signed, listed by name or only counted; left out of ties
	Signatures           int       `json:"signatures"`
	Reported             int       `json:"reported"`  // signatures that only a report names
	Withdrawn            int       `json:"withdrawn"` // signatures taken back
	Disputed             int       `json:"disputed"`
	Gone                 int       `json:"gone"` // organizations, by letter, that only older versions of it list; they do not sign it
	Targets              int       `json:"targets"`
	First                Date      `json:"first,omitzero"`
	Last                 Date      `json:"last,omitzero"`
	Undated              int       `json:"undated"`
	Years                []Year    `json:"years"`
	LeftOut              int       `json:"left_out"` // lines of signatory blocks that were not taken
	Gaps                 []Gap     `json:"gaps"`     // letters whose claimed number was not found
	Ambiguous            []NameRef `json:"ambiguous"`
	Refused              int       `json:"refused"`       // judgements of persons and files that contradict others
	RulesDoubted         int       `json:"rules_doubted"` // of rules, where letters speak against them or a judgement stands
	UnsureJudgements     int       `json:"unsure_judgements"`
	MergedByRule         int       `json:"merged_by_rule"`
	MergedByJudgement    int       `json:"merged_by_judgement"`
	DifferentJudgements  int       `json:"different_judgements"`
	ParentJudgements     int       `json:"parent_judgements"`
	MemberJudgements     int       `json:"member_judgements"`
	FormerNames          int       `json:"former_name_judgements"` // counted in merged_by_judgement, too
	Splits               int       `json:"split_judgements"`
	WithoutTargets       int       `json:"without_targets"`
	WithoutCountry       int       `json:"organizations_without_country"`
	OrganizationsByForms int       `json:"printed_names"` // distinct printed names of organizations
}

// Year counts the letters and signatures of one year.
type Year struct {
	Year       int `json:"year"`
	Letters    int `json:"letters"`
	Signatures int `json:"signatures"`
}

// Gap is a letter that claims another number of organizations than was found in the same record. Older versions have none: their lists are replaced.
type Gap struct {
	Letter  string `json:"letter"`
	Title   string `json:"title"`
	Claimed int    `json:"claimed"`
	Found   int    `json:"found"`
	Phrase  string `json:"phrase,omitempty"`
}

func (n *Network) buildCoverage(r *resolution, printed map[string]bool) Coverage {
	x := n.incidence
	c := Coverage{Letters: x.Letters(), Organizations: x.Organizations(), Signatures: x.Signatures(), Targets: len(n.targets),
		OrganizationsByForms: len(printed), Years: []Year{}, Gaps: []Gap{}, Ambiguous: []NameRef{}}
	for _, refusal := range n.refused {
		if refusal.Judgement.ByRule() {
			c.RulesDoubted++
		} else {
			c.Refused++
		}
	}
	for _, w := range n.unsigned {
		c.UnsignedDocuments += len(w.Records)
	}
	c.countOrganizations(n)
	years := map[int]*Year{}
	for i, w := range n.letters {
		c.countLetter(n, i, w, years)
	}
	for _, y := range years {
		c.Years = append(c.Years, *y)
	}
	slices.SortFunc(c.Years, func(a, b Year) int { return a.Year - b.Year })
	for _, ref := range r.ambiguous {
		if printed[ref.Name] && r.occurs(ref, n) {
			c.Ambiguous = append(c.Ambiguous, ref)
		}
	}
	for _, j := range n.rules {
		if j.Undone == nil {
			c.MergedByRule++
		}
	}
	for _, j := range n.judgements {
		switch {
		case j.Relation != "" || j.Undone != nil || j.ByRule():
		case j.Verdict == Unsure:
			c.UnsureJudgements++
		case j.Verdict == Same:
			c.MergedByJudgement++
		case j.Verdict == Different:
			c.DifferentJudgements++
		case j.Verdict == ParentOf:
			c.ParentJudgements++
		case j.Verdict == HasMember:
			c.MemberJudgements++
		case j.Verdict == FormerName:
			c.FormerNames++
			c.MergedByJudgement++
		case j.Verdict == Split:
			c.Splits++
		}
	}
	return c
}

// countOrganizations counts organizations by their letters and countries, and signatures by how well they are known.
func (c *Coverage) countOrganizations(n *Network) {
	x := n.incidence
	for o := range x.Organizations() {
		if x.Degree(o) > 1 {
			c.SeveralLetters++
		}
		if n.organizations[o].Country == "" {
			c.WithoutCountry++
		}
		for _, l := range x.LettersOf(o) {
			switch n.Status(o, int(l)) {
			case Reported:
				c.Reported++
			case Disputed:
				c.Disputed++
			}
		}
	}
}

// occurs reports whether an ambiguous name stands in some letter without a judgement for that letter.
func (r *resolution) occurs(ref NameRef, n *Network) bool {
	for _, e := range n.entries {
		if e.Signature.Name == ref.Name {
			if _, judged := r.index[NameRef{ref.Name, e.Letter.ID}]; !judged {
				return true
			}
		}
	}
	return false
}

func (c *Coverage) countLetter(n *Network, i int, w Work, years map[int]*Year) {
	if len(n.letterTargets[i]) == 0 {
		c.WithoutTargets++
	}
	c.Gone += len(n.Gone(i))
	for _, l := range w.Records {
		c.Documents += len(l.Documents)
		c.LeftOut += len(l.LeftOut)
		found := 0
		for k := range l.Signatures {
			s := &l.Signatures[k]
			if s.Status == Withdrawn {
				c.Withdrawn++
			} else if s.Type == TypeOrganization {
				found++
			}
		}
		if claimed := l.Claimed.Organizations; claimed != nil && *claimed > found && w.replaced[l] == nil {
			c.Gaps = append(c.Gaps, Gap{w.ID, l.Title, *claimed, found, l.Claimed.Text})
		}
	}
	c.Persons += w.Persons()
	d := w.Date
	if d.IsZero() {
		c.Undated++
		return
	}
	if c.First.IsZero() || d.Compare(c.First) < 0 {
		c.First = d
	}
	if c.Last.IsZero() || d.Compare(c.Last) > 0 {
		c.Last = d
	}
	y := years[d.Year]
	if y == nil {
		y = &Year{Year: d.Year}
		years[d.Year] = y
	}
	y.Letters++
	y.Signatures += n.incidence.Size(i)
}
