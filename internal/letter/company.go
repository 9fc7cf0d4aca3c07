package letter

// judgeCompany decides for the entries of each list together what one line alone cannot tell: whether a name that could be a person's is
// one, and whether persons sign for the organizations beside their names. Where most lines surely are persons, the others that
// may be are, too; and where most of them print no office, the organizations are affiliations, since those who sign for an
// organization say what they are in it. Where nearly all do, or all
// print an organization and some of these a legal form, the few who print only the organization sign for it.
func judgeCompany(entries []entry, habits []habit) {
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && sameList(&entries[to-1], &entries[to], entries[from:to]) {
			to++
		}
		judgeList(entries[from:to], habits[from:to])
		from = to
	}
}

// sameList reports whether b goes on with the list that a ends: it stands under the same heading, and no gap divides them
// where the list has lines without.
func sameList(a, b *entry, list []entry) bool {
	if a.setting != b.setting || len(a.lines) == 0 || len(b.lines) == 0 {
		return false
	}
	if b.lines[0].gap == 0 || b.lines[0].sort != plain || len(list) < 3 {
		return true
	}
	for i := range list {
		if i > 0 && list[i].lines[0].gap == 0 {
			return false
		}
	}
	return true
}

// academy are the words for where scholars work, who sign for themselves.
var academy = wordSet("university college school faculty universität hochschule fakultät université école faculté universidad facultad cnrs")

func judgeList(list []entry, habits []habit) {
	if len(list) < 3 || list[0].company == organizations {
		return
	}
	sure, maybe, offices, employed := 0, 0, 0, 0
	occupied := 0                 // persons who say what they are, and no office
	beside, firms, own := 0, 0, 0 // organizations beside names, those with a legal form or named by a "for", persons with occupations
	could := make([]bool, len(list))
	for i := range list {
		e := &list[i]
		if e.person != "" {
			sure++
			offices++
			employed++
			continue
		}
		w, ok := readPerson(cutMarks(e.text))
		if _, _, behalf := signsForWhom(cutMarks(e.text)); behalf {
			firms++
		} else if ok && w.organization != "" {
			beside++
			if legalEnd(w.organization) {
				firms++
			}
		}
		if ok && w.own {
			occupied++
		}
		if w.own || hasWord(w.organization, academy) {
			own++
		}
		switch {
		case !ok:
			continue
		case w.certainty == 2:
			sure++
		default:
			maybe++
		}
		could[i] = true
		if w.office && !w.own {
			offices++
			if w.organization != "" {
				employed++
			}
		}
	}
	if occupied >= 3 && occupied > offices { // persons beside organizations, each for herself
		for i := range list {
			habits[i].themselves = true
		}
	}
	if 2*sure < len(list) && (5*sure < 2*len(list) || 4*(sure+maybe) < 3*len(list)) {
		return
	}
	officers := len(list) >= 5 && (3*employed >= 2*(sure+maybe) || firms >= 2 && own == 0 && 10*(beside+firms) >= 9*len(list))
	for i := range list {
		habits[i].persons = could[i]
		habits[i].officers = officers
		habits[i].themselves = !officers && 2*offices < sure+maybe
	}
}
