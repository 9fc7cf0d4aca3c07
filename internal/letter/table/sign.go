package table

import (
	"slices"

	"undersigned/internal/letter/rule"
)

// sign decides which column names who signs, and what stands beside it.
func (r *Reading) sign(senses []sense, looks []features, rows [][]string) {
	r.typed, r.status, r.country = r.Column(TypeColumn), r.Column(StatusColumn), r.best(looks, CountryColumn)
	if r.status >= 0 {
		r.readStatus(rows)
	}
	if first := r.Column(FirstColumn); first >= 0 {
		r.name, r.given, r.last = first, first, r.Column(LastColumn)
	}
	org := r.best(looks, OrganizationColumn, OrganizationsColumn)
	neutral := r.best(looks, NameColumn)
	person := r.best(looks, PersonColumn, PersonsColumn)
	affiliation, contact := r.best(looks, AffiliationColumn), r.best(looks, ContactColumn)
	if r.name >= 0 {
		person = r.name
	}
	if neutral >= 0 { // what a column of names holds, its cells say, and what stands beside
		switch f := &looks[neutral].shares; {
		case org < 0 && person < 0 && affiliation < 0:
		case org >= 0 && person < 0 && r.Columns[org].Said && !r.Columns[neutral].Said:
			neutral = -1 // a header says where the names stand
		case person < 0 && org >= 0 && r.same(neutral, org, rows):
			neutral = -1 // the name again, longer or shorter
		case person < 0 && f[fOrg] < 0.25 && (f[fPerson] >= 0.5 || f[fSurePerson] >= 0.3 || affiliation >= 0 && f[fOrg] < 0.1):
			person, neutral = neutral, -1
		case person < 0 && org >= 0 && r.Columns[org].Said && r.Columns[neutral].Said && f[fOrg] < 0.25 && looks[org].shares[fDistinct] >= 0.3:
			person, neutral = neutral, -1 // a name beside an organization's is somebody's
		case org < 0 && affiliation < 0 && (person >= 0 || f[fOrg] > 0.25):
			org, neutral = neutral, -1
		}
	}
	if person < 0 && contact >= 0 && org < 0 && neutral < 0 && affiliation < 0 {
		person, contact = contact, -1
	}
	switch {
	case person >= 0 && (org >= 0 || affiliation >= 0):
		if org < 0 {
			org = affiliation
		}
		r.beside(person, org, senses, looks, rows)
	case person >= 0:
		r.name, r.Who = person, Persons
		if !r.Columns[person].Said && neutral < 0 && looks[person].shares[fSurePerson] < 0.5 {
			r.Who = Anyone
		}
	case neutral >= 0:
		r.name = neutral
		if f := &looks[neutral].shares; f[fOrg] <= 0.1 && f[fPerson] >= 0.6 && f[fSurePerson] >= 0.3 {
			r.Who = Persons
		}
		if affiliation >= 0 {
			r.other, r.Who = affiliation, Persons
		} else if contact >= 0 {
			r.other = contact
		}
	case org >= 0:
		r.name, r.other = org, contact
		if r.Columns[org].Said && looks[org].shares[fSurePerson] < 0.3 && r.typed < 0 {
			r.Who = Organizations
		}
	case affiliation >= 0:
		r.name, r.other = affiliation, contact
	}
	if r.name < 0 {
		r.name, r.guessed = r.likeliest(looks), true
	}
	r.likePersons = r.name >= 0 && looks[r.name].shares[fPerson] >= 0.6 && looks[r.name].shares[fSurePerson] >= 0.3
	r.firm = r.name >= 0 && r.Who == Persons && senses[r.name].share > 0.5 && (senses[r.name].column == PersonColumn || senses[r.name].column == PersonsColumn || senses[r.name].column == FirstColumn)
	if r.name >= 0 && r.Who == Anyone && r.Columns[r.name].Column == PersonsColumn {
		r.Who = Persons
	}
}

// likeliest returns the column that names would stand in if any did; -1.
func (r *Reading) likeliest(looks []features) int {
	best, score := -1, 0.0
	for k := range looks {
		if looks[k].cells == 0 {
			continue
		}
		for _, c := range []Column{NameColumn, OrganizationColumn, PersonColumn} {
			if s := r.by.score(c, sense{}, &looks[k]); best < 0 || s > score {
				best, score = k, s
			}
		}
	}
	return best
}

// beside reads persons beside organizations: who signs for whom.
func (r *Reading) beside(person, org int, senses []sense, looks []features, rows [][]string) {
	if r.forOthers(person, org, senses, looks, rows) {
		r.name, r.other, r.Behalf = org, person, true
		return
	}
	r.name, r.other, r.Who = person, org, Persons
}

// forOthers reports whether persons sign for the organizations beside them. Where a row says by itself what it is, and where the column of
// organizations says what persons are ("Vicar, Some Church"), they do not.
func (r *Reading) forOthers(person, org int, senses []sense, looks []features, rows [][]string) bool {
	if rule.Off("table.Reading.forOthers") {
		return false
	}
	f := &looks[org].shares
	if senses[org].column == AffiliationColumn || r.typed >= 0 && r.last >= 0 || f[fOffice]+f[fOwn] >= 0.5 && f[fOrg] < 0.9 {
		return false
	}
	officers, own := r.offices(rows)
	if org < person && (r.last < 0 || senses[org].column == OrganizationColumn && own < some) {
		return true // what a form asks first is who signs
	}
	if !rule.Off("table.Reading.alone") && f[fFilled] < often && r.last < 0 {
		return false // who stands alone in many rows signs for herself, and so do the others
	}
	return officers >= mostly && own < some
}

// mostly and some are the shares of rows that make officers of persons, and that keep them from being some; often is the share of rows with organizations
// below which persons sign for themselves.
const (
	mostly = 0.6
	some   = 0.3
	often  = 0.7 // of the cells of organizations, where persons sign for them
)

// offices returns the shares of rows in which somebody says an office in an organization, and an occupation.
func (r *Reading) offices(rows [][]string) (officers, own float64) {
	rows = sample(rows)
	var columns []int
	for k := range r.Columns {
		if c := r.Columns[k].Column; c == OfficeColumn || c == TitleColumn {
			columns = append(columns, k)
		}
	}
	if len(columns) == 0 || len(rows) == 0 {
		return 0, 0
	}
	for _, row := range rows {
		for _, k := range columns {
			if k >= len(row) {
				continue
			}
			o, w := saysOffice(row[k])
			if w {
				own++
			} else if o {
				officers++
			}
		}
	}
	return officers / float64(len(rows)), own / float64(len(rows))
}

// sparse is the share of rows below which a column names nobody unless its header says so.
const sparse = 0.15

// best returns of several columns that hold one thing the one to read: whose header says it before others, else the best score; -1.
func (r *Reading) best(looks []features, columns ...Column) int {
	best := -1
	for k := range r.Columns {
		if !slices.Contains(columns, r.Columns[k].Column) || r.Columns[k].Cells == 0 && !r.Columns[k].Said || !r.Columns[k].Said && looks[k].shares[fFilled] < sparse {
			continue
		}
		if c := &r.Columns[k]; c.Column == OrganizationColumn && !c.Said && looks[k].shares[fOrg]+looks[k].shares[fLegal] < 0.1 {
			continue
		}
		if best < 0 || r.better(k, best, looks) {
			best = k
		}
	}
	return best
}

// clearly is how much better a column must fit than one on its left.
const clearly = 1

func (r *Reading) better(a, b int, looks []features) bool {
	x, y := &r.Columns[a], &r.Columns[b]
	if x.Said != y.Said {
		return x.Said
	}
	if full := looks[a].shares[fFilled] - looks[b].shares[fFilled]; full > 0.3 || full < -0.3 {
		return full > 0
	}
	return x.Score > y.Score+clearly
}

// same reports whether two columns say one name in most rows, one perhaps with more.
func (r *Reading) same(a, b int, rows [][]string) bool {
	if rule.Off("table.Reading.same") {
		return false
	}
	rows = sample(rows)
	n, full := 0, 0
	for _, row := range rows {
		if a >= len(row) || b >= len(row) || row[a] == "" || row[b] == "" {
			continue
		}
		full++
		x, y := Key(row[a]), Key(row[b])
		if len(x) >= len(y) && x[:len(y)] == y || len(y) > len(x) && y[:len(x)] == x {
			n++
		}
	}
	return full > 0 && 3*n >= 2*full
}

// Under reads the rows as what a heading above the table says they are: organizations, for which persons sign, or persons.
func (r *Reading) Under(who Who) {
	if r.Side != nil || r.name < 0 || who == Anyone || r.typed >= 0 {
		return
	}
	switch {
	case who == Organizations && r.Who == Persons && r.other >= 0 && r.Columns[r.other].Column != AffiliationColumn:
		r.name, r.other, r.Behalf = r.other, r.name, true
		r.Who = Anyone
	case who == Persons && r.Behalf:
		r.name, r.other, r.Behalf, r.Who = r.other, r.name, false, Persons
	}
}

// tooFewStatuses is how many rows do not yet tell that a column called status means something else.
const tooFewStatuses = 5

// readStatus asks whether the cells of a column of statuses are some; what they mean else is said of the signatory.
func (r *Reading) readStatus(rows [][]string) {
	rows = sample(rows)
	known, filled := 0, 0
	for _, row := range rows {
		if r.status < len(row) && row[r.status] != "" {
			filled++
			if StateOf(row[r.status]) != Unsaid {
				known++
			}
		}
	}
	if 2*known < filled && filled >= tooFewStatuses {
		r.Columns[r.status].Column = NoteColumn
		r.Doubts = append(r.Doubts, r.called(r.status)+" says what we do not know of signatures, and was kept as a note")
		r.status = -1
		return
	}
	r.strict = true
}
