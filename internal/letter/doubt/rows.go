package doubt

import (
	"math"
	"strings"
	"unicode"

	"undersigned/graph"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/table"
	"undersigned/internal/letter/text"
)

// ofRows is what the rows are like.
func (l *look) ofRows(f *Features) {
	n := len(l.Signatories)
	times, tails := map[string]int{}, map[string]int{}
	for _, i := range l.organizations {
		times[graph.Fold(l.Signatories[i].Name)]++
	}
	add := func(feature int, is bool) {
		if is {
			f[feature] += 1 / float64(n)
		}
	}
	words, squares := 0.0, 0.0
	persons, others := 0, 0 // that nothing tells apart but their look
	for i := range l.Signatories {
		r := &l.Signatories[i]
		org, looks, said := r.Type == graph.TypeOrganization, l.organizedRow(i), l.said(i)
		switch {
		case said:
		case !org:
			persons++
		case !looks:
			others++
		}
		add(fNameless, org && !looks && !said && l.Kind != draft.KindBrief)
		add(fBare, org && !looks)
		add(fPersons, !org)
		add(fLikePersons, org && !looks && phrase.PersonCertainty(r.Name) > 0)
		add(fRepeated, org && times[graph.Fold(r.Name)] > 1)
		if l.Behind != nil {
			e := l.Behind[i]
			add(fUnannounced, !l.announced(e))
			add(fShaped, e.Origin == section.Shape)
			add(fBehalf, r.Capacity == graph.OnBehalf && e.Person == "" && e.Company != section.Organizations)
		}
		w := text.WordCount(r.Name)
		words, squares = words+float64(w), squares+float64(w*w)
		add(fShort, lettersIn(r.Name) < 3)
		add(fSpoken, phrase.IsSentence(r.Name) || w > 4 && strings.HasSuffix(r.Name, "."))
		add(fNumbers, numbered(r.Name))
		add(fHeads, w < 3 && table.SenseOf(r.Name) != table.UnknownColumn)
		if tail := tailOf(r.Name); tail != "" && org {
			add(fTails, true)
			tails[graph.Fold(tail)]++
		}
		own := rated(r)
		add(fJoined, own.Has("unsureWrap") || own.Has("joined"))
		add(fLong, own.Has("veryLong") || own.Has("verbal") || own.Has("lowerCase"))
		add(fPartOf, own.Has("partOf"))
		add(fUnbalanced, own.Has("unbalanced") || own.Has("endsOpen") || own.Has("glued") || own.Has("addressed"))
	}
	same := 0
	for _, c := range tails {
		if c > 1 {
			same += c
		}
	}
	f[fSameTails], f[fMixed], f[fFewOrgs] = share(same, n), 2*share(min(persons, others), n), flag(len(l.organizations) > 0 && 4*len(l.organizations) < n)
	mean := words / float64(n)
	f[fSpread] = math.Sqrt(max(0, squares/float64(n)-mean*mean)) / (1 + mean)
}

func lettersIn(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// numbered reports whether a name of several words begins or ends with a number.
func numbered(name string) bool {
	first, rest, several := strings.Cut(name, " ")
	last := rest[strings.LastIndexByte(rest, ' ')+1:]
	return several && (strings.Trim(first, "0123456789.)") == "" || strings.Trim(last, "0123456789") == "")
}

// tailOf is what stands behind the last dash or comma of a name, or in brackets at its end where it is no acronym.
func tailOf(name string) string {
	if strings.HasSuffix(name, ")") {
		i := strings.LastIndexByte(name, '(')
		if i <= 0 {
			return ""
		}
		if t := strings.TrimSuffix(name[i+1:], ")"); t != strings.ToUpper(t) {
			return t
		}
		return ""
	}
	for _, by := range []string{" – ", " - ", " — ", ", "} {
		if i := strings.LastIndex(name, by); i > 0 {
			return name[i+len(by):]
		}
	}
	return ""
}
