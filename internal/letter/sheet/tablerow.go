package sheet

import (
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/table"
)

// survey learns from all rows what one does not tell: the order of day and month, letters whose titles differ by case alone, dates that one row
// says against all others, and which names stand alone in a cell.
func (t *tableReader) survey(rows []record) {
	date, title := t.read.Column(table.DateColumn), t.read.Column(table.LetterColumn)
	t.order, t.odd, t.names = table.OrderUnproved, map[string]string{}, map[string]bool{}
	if date >= 0 {
		t.order = t.orderOf(date, rows)
	}
	dates := map[string]map[string]int{} // of each title, how many rows say each date
	var order []string
	times := map[string]int{}
	for i := range rows {
		t.names[t.nameOf(&rows[i])] = true
		if title < 0 || title >= len(rows[i].Cells) || rows[i].key != "" {
			continue
		}
		name := graph.CleanName(rows[i].Cells[title])
		if name == "" {
			continue
		}
		if times[name]++; dates[name] == nil {
			dates[name] = map[string]int{}
			order = append(order, name)
		}
		if date >= 0 && date < len(rows[i].Cells) {
			if d, _, ok := table.ReadDate(cleanCell(rows[i].Cells[date]), t.order); ok && !d.IsZero() {
				dates[name][d.String()]++
			}
		}
	}
	t.join(order, times, dates)
	for name, of := range dates {
		t.oddDates(name, of)
	}
}

// join makes one letter of titles that differ by case alone and have one date: the form that most rows have stands for all, the first of equals.
func (t *tableReader) join(order []string, times map[string]int, dates map[string]map[string]int) {
	alike := map[string][]string{}
	for _, name := range order {
		k := strings.ToLower(name)
		alike[k] = append(alike[k], name)
	}
	for _, name := range order {
		group := alike[strings.ToLower(name)]
		if len(group) < 2 || group[0] != name {
			continue
		}
		seen := map[string]bool{}
		best := name
		for _, g := range group {
			for d := range dates[g] {
				seen[d] = true
			}
			if times[g] > times[best] {
				best = g
			}
		}
		if len(seen) > 1 {
			continue
		}
		for _, g := range group {
			t.titles[g] = best
		}
		t.warnings = append(t.warnings, t.where+": the letters "+quoteList(group)+" differ by case alone and were read as one")
	}
}

// oddDates finds a date that one row says while three or more agree on another.
func (t *tableReader) oddDates(name string, of map[string]int) {
	if len(of) != 2 {
		return
	}
	var one, other string
	for d, n := range of {
		if n == 1 {
			one = d
		} else if n >= fewRows {
			other = d
		}
	}
	if one != "" && other != "" && !refines(one, other) {
		t.odd[name+"\x00"+one] = other
	}
}

// refines reports whether one of two dates says the other more precisely.
func refines(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// letter returns the draft that a row belongs to, made on its first row.
func (t *tableReader) letter(r *record, value map[table.Column]string) (int, error) {
	title, line := graph.CleanName(value[table.LetterColumn]), r.Number
	at := t.read.Column(table.LetterColumn)
	if at < 0 {
		title = t.title
	} else if title == "" {
		return 0, graph.Errorf(graph.Invalid, "%s, row %d: the column %q is empty; say which letter was signed", t.where, line, t.headerOf(at))
	}
	if why := tooLong(title); why != "" {
		return 0, graph.Errorf(graph.Invalid, "%s, row %d: %s", t.where, line, why)
	}
	if one, known := t.titles[title]; known {
		title = one
	}
	date, err := t.date(r, value[table.DateColumn])
	if err != nil {
		return 0, err
	}
	if rest := t.odd[title+"\x00"+string(date)]; rest != "" && date != "" {
		return 0, graph.Errorf(graph.Invalid, "%s, row %d: it dates letter %q %s and all others %s; give one date for each letter", t.where, line, title, date, rest)
	}
	kind := strings.ToLower(value[table.KindColumn])
	if kind != "" && !slices.Contains([]string{draft.KindLetter, draft.KindStatement, draft.KindPetition, draft.KindBrief, draft.KindPress, draft.KindNews, draft.KindProfile, draft.KindList, draft.KindOther}, kind) {
		return 0, graph.Errorf(graph.Invalid, "%s, row %d: %q is no kind; write letter, statement, petition, amicus-brief, press-release, news, profile, list or other", t.where, line, kind)
	}
	key := title
	if n := t.read.LetterNumber(); n >= 0 && n < len(r.Cells) && cleanCell(r.Cells[n]) != "" {
		key = title + "\x00" + cleanCell(r.Cells[n]) // two letters may have one title
	}
	switch {
	case r.key != "":
		key = r.key
	case t.byDate:
		key = string(date)
	}
	k, known := t.at[key]
	if !known {
		k = t.begin(key, title, date)
	}
	d := t.drafts[k]
	if date != "" {
		if d.Date != "" && !refines(string(d.Date), string(date)) && title != "" {
			return 0, graph.Errorf(graph.Conflict, "%s, row %d dates letter %q %s, an earlier row %s: give one date for each letter", t.where, line, title, date, d.Date)
		}
		if d.Date == "" || title != "" && len(date) > len(d.Date) {
			d.Date = date
		}
	}
	if kind != "" {
		d.Kind = kind
	}
	for v := range strings.SplitSeq(value[table.TargetColumn], ";") {
		if v = graph.CleanName(v); v != "" && !slices.Contains(d.Targets, v) {
			d.Targets = append(d.Targets, v)
		}
	}
	return k, nil
}

// begin makes the draft of a letter.
func (t *tableReader) begin(key, title string, date draft.Maybe) int {
	d := &draft.Draft{Title: draft.Maybe(title), Kind: draft.KindLetter, Name: t.name, Medium: "table", SHA256: t.sha, Addressees: []draft.Addressee{}, Targets: []string{},
		Signatories: []draft.Row{}, LeftOut: []draft.LeftOut{}, Quotes: []string{}, Warnings: t.warnings}
	id := graph.LetterID(title, title) // as for an edge list: a longer table replaces the letter, it does not double it
	switch {
	case title == "" && t.byDate:
		d.Title = draft.Maybe(draft.BaseTitle(t.name) + ", " + string(date))
		id = graph.LetterID(string(d.Title), t.sha+string(date))
	case title == "":
		d.Title = draft.Maybe(draft.BaseTitle(t.name))
		id = graph.LetterID(string(d.Title), t.sha)
		d.Date = draft.Maybe(about.FileDate(t.name).String())
	case key != title && slices.Contains(t.ids, id):
		id = graph.LetterID(title, key) // two letters of one title
	}
	k := len(t.drafts)
	t.at[key] = k
	t.drafts, t.ids, t.texts, t.lines = append(t.drafts, d), append(t.ids, id), append(t.texts, &strings.Builder{}), append(t.lines, nil)
	return k
}

// date reads the date of a row.
func (t *tableReader) date(r *record, v string) (draft.Maybe, error) {
	if v == "" || table.IsFault(v) {
		return "", nil
	}
	date, unsure, ok := table.ReadDate(v, t.order)
	if !ok {
		return "", graph.Errorf(graph.Invalid, "%s, row %d, column %q: %q is no date; write 2021, 2021-05 or 2021-05-06", t.where, r.Number, t.headerOf(t.read.Column(table.DateColumn)), v)
	}
	if unsure {
		t.vague = append(t.vague, r.Number)
	}
	return draft.Maybe(date.String()), nil
}

// signature makes a signatory of a row. why says that it is none, and is told aloud.
func (t *tableReader) signature(said *table.Row, printed string, line int) (r draft.Row, why string, err error) {
	if said.Who == table.Anyone && (t.persons || !t.read.Behalf && surePerson(said.Name)) {
		said.Who = table.Persons
	}
	if t.read.Strict() && said.State == table.Unsaid && said.Status != "" {
		switch graph.Status(strings.ToLower(said.Status)) {
		case graph.Listed, graph.Reported, graph.Verified, graph.Disputed, graph.Withdrawn:
		default:
			return draft.Row{}, "", graph.Errorf(graph.Invalid, "%s, row %d: the status is %q; write listed, reported, verified, disputed or withdrawn", t.where, line, said.Status)
		}
	}
	at := t.read.Name()
	named := t.read.Column(table.LetterColumn) >= 0 && at >= 0 && t.read.Columns[at].Said
	if r, why = makeNamed(said, named); why != "" {
		return r, why, nil
	}
	if r.Withdrawn {
		r.Status = graph.Withdrawn
	}
	switch v := graph.Status(strings.ToLower(said.Status)); v {
	case graph.Listed, graph.Reported, graph.Verified, graph.Disputed, graph.Withdrawn:
		r.Status = v
	}
	r.Line, r.Text, r.Confidence = line, printed, 1
	r.Evidence = []draft.Printing{{Line: line, Text: printed}}
	return r, "", nil
}
