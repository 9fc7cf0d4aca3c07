package explore

import (
	"undersigned/graph"
)

// versionsOf lists the versions of a letter, newest first; none where it has one.
func (s *snapshot) versionsOf(l int) []VersionAnswer {
	list := []VersionAnswer{}
	newer := true // than the one whose list is the letter's
	for _, v := range s.network.Versions(l) {
		newer = newer && !v.Decides
		a := VersionAnswer{Record: v.Record.ID, Title: titleOf(v.Record), Date: v.Record.Date, Organizations: v.Organizations, Added: v.Added, Gone: v.Gone,
			Decides: v.Decides, Remark: versionRemark(v, newer)}
		if len(v.Record.Documents) > 0 {
			d := document(v.Record, v.Record.Documents[0])
			a.Document, a.Published = d.Name, d.Published
		}
		list = append(list, a)
	}
	return list
}

func versionRemark(v graph.Version, newer bool) string {
	switch {
	case v.Organizations == 0 && newer:
		return "It lists no organization, so the list before it stays."
	case v.Organizations == 0:
		return "It lists no organization."
	case v.Record.Excerpt():
		says := "An excerpt: it says that " + counted(*v.Record.Claimed.Organizations, "organization") + " signed and names " + count(v.Organizations) + "."
		if newer {
			says += " It takes nobody off the list."
		}
		return says
	case v.Decides && 2*v.Organizations < v.Organizations-v.Added+v.Gone:
		return "Much shorter than the list before it, which had " + count(v.Organizations-v.Added+v.Gone) + "; it decides all the same."
	}
	return ""
}

// gone lists the organizations that only older versions of a letter have, with both lines.
func (s *snapshot) gone(l int) []GoneAnswer {
	w := s.network.Letters()[l]
	list := []GoneAnswer{}
	for _, g := range s.network.Gone(l) {
		a := GoneAnswer{ID: g.ID, Name: g.Name, Lines: []Line{}, NotIn: g.NotIn.ID, Date: g.NotIn.Date, Withdrawn: g.Withdrawn}
		for _, ref := range g.Printed {
			a.Lines = append(a.Lines, s.linesOf(w, ref)...)
		}
		if g.Beside.Letter != nil {
			if beside := s.linesOf(w, g.Beside); len(beside) > 0 {
				a.Beside = &beside[0]
			}
		}
		list = append(list, a)
	}
	return list
}
