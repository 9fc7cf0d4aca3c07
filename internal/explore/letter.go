package explore

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"undersigned/graph"
)

// LettersQuery asks for letters.
type LettersQuery struct {
	Text     string // words of the title
	Target   string // id of a target
	From, To int    // years; letters without a date are left out where one is given
}

// Letters lists letters, latest first, undated last.
func (r *Reading) Letters(ctx context.Context, q LettersQuery) (LettersAnswer, error) {
	a := LettersAnswer{Version: r.version, Letters: []LetterRef{}}
	v, err := r.apply(ctx, View{Target: q.Target, From: q.From, To: q.To})
	if err != nil {
		return a, err
	}
	wanted, err := r.matching(ctx, q.Text, kindLetter)
	if err != nil {
		return a, err
	}
	letters, _ := r.lettersOf(v)
	if wanted != nil {
		letters = slices.DeleteFunc(slices.Clone(letters), func(l int32) bool { return !wanted[l] })
	}
	a.Total = len(letters)
	a.Letters = r.letterRefs(r.lettersLatestFirst(letters))
	return a, nil
}

// Letter returns all that is known of one letter. It is found by the id of any of its records.
func (r *Reading) Letter(ctx context.Context, id string) (LetterAnswer, error) {
	l, err := r.letter(id)
	if err != nil {
		return LetterAnswer{}, err
	}
	number, err := r.numbers(ctx)
	if err != nil {
		return LetterAnswer{}, err
	}
	w := r.network.Letters()[l]
	a := LetterAnswer{Version: r.version, Letter: r.letterRef(l), Addressees: []AddresseeAnswer{}, Topics: orEmpty(w.Topics), Stance: w.Stance,
		Claimed: w.List.Claimed, Found: ownOrganizations(w.List), Persons: w.Persons(), Signatories: r.signatories(l, number), LeftOut: []graph.LeftOut{}, Doubts: []DoubtAnswer{},
		Versions: r.versionsOf(l), Gone: r.gone(l), Documents: []DocumentAnswer{}, Related: r.related(w), SharedSigners: r.sharedSigners(l)}
	a.Sentence = claim(w, a.Found)
	for _, to := range w.Addressees {
		if to.Role != "" || to.Organization != "" {
			a.Addressees = append(a.Addressees, AddresseeAnswer{to.Role, to.Organization})
		}
	}
	for _, record := range w.Records {
		a.LeftOut = append(a.LeftOut, leftOut(record)...)
		if len(record.Doubtful) > 0 {
			a.Doubts = append(a.Doubts, doubts(record))
		}
		for _, d := range record.Documents {
			a.Documents = append(a.Documents, document(record, d))
		}
	}
	return a, nil
}

func doubts(record *graph.Letter) DoubtAnswer {
	d := DoubtAnswer{Record: record.ID, Title: titleOf(record), Doubtful: slices.Clone(record.Doubtful), Checked: record.Checked != nil}
	if c := record.Checked; c != nil {
		d.By, d.When = strings.TrimPrefix(c.By, "person: "), c.When
	}
	return d
}

func document(record *graph.Letter, d graph.Document) DocumentAnswer {
	published := d.Published
	if published == "" && d.Repository != "" {
		published = strings.TrimSuffix(d.Repository+": "+d.Path, ": ")
	}
	return DocumentAnswer{Record: record.ID, Name: d.Name, Medium: d.Medium, Published: published, SHA256: d.SHA256, Retrieved: d.Retrieved,
		HasText: d.Text != ""}
}

// ownOrganizations counts the organizations in the letter's own list.
func ownOrganizations(l *graph.Letter) int {
	n := 0
	for i := range l.Signatures {
		if s := &l.Signatures[i]; s.Type == graph.TypeOrganization && s.Signs() {
			n++
		}
	}
	return n
}

// claim compares the claimed number with the found one: what the version says whose list is the letter's, else what another record says, older
// versions apart.
func claim(w graph.Work, found int) string {
	for _, record := range slices.Insert(slices.Clone(w.Records), 0, w.List) {
		if record.Claimed.Organizations == nil || w.Replaced(record) != nil {
			continue
		}
		claimed, who := *record.Claimed.Organizations, "The letter"
		switch {
		case record != w.List:
			who, found = "Another version", max(found, ownOrganizations(record))
			if record.Kind == "news" {
				who = "A news report"
			}
		case record != w.Letter:
			who = "Its newest list"
			if date := longDate(record.Date); date != "" {
				who = "The list of " + date
			}
		}
		says := who + " says that " + counted(claimed, "organization") + " signed and names "
		switch missing := claimed - found; {
		case missing > 1:
			return capital(inWords(missing)) + " signers are missing. " + says + count(found) + "."
		case missing == 1:
			return "One signer is missing. " + says + count(found) + "."
		case missing < 0:
			return says + count(found) + ", " + count(-missing) + " more."
		case claimed == 1:
			return says + "it."
		}
		return says + "all of them."
	}
	return ""
}

// signatories lists the organizations in the order of the letter's list, then those that only other records name.
func (s *snapshot) signatories(l int, number func(int) int) []Signatory {
	own := s.network.Letters()[l].List.ID
	list := []Signatory{}
	place := map[string]int{}
	for _, o := range s.x.SignersOf(l) {
		org := &s.network.Organizations()[o]
		list = append(list, Signatory{org.ID, org.Name, number(int(o)), s.x.Degree(int(o)), s.lines(int(o), l)})
		place[org.ID] = 1 << 30
		for _, line := range list[len(list)-1].Lines {
			if line.Record == own {
				place[org.ID] = min(place[org.ID], cmp.Or(line.Position, 1<<29))
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Signatory) int {
		return cmp.Or(cmp.Compare(place[a.ID], place[b.ID]), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// related lists the other records of a letter, and why they belong to it.
func (s *snapshot) related(w graph.Work) []RelatedLetter {
	list := []RelatedLetter{}
	for _, record := range w.Records[1:] {
		r := RelatedLetter{Record: record.ID, Title: titleOf(record), Date: record.Date, Language: record.Language,
			Relation: s.relation(w, record), By: "data"}
		if link := s.linked[record.ID]; link != nil && link.Judgement != nil {
			r.By, r.Why, r.Judgement = link.Judgement.By, link.Judgement.Why, link.Judgement.ID
		}
		list = append(list, r)
	}
	return list
}

// sharedSigners lists the ten letters with most signers in common; equal ones by fewer signers, then position.
func (s *snapshot) sharedSigners(l int) []SharedLetter {
	common := map[int32]int{}
	for _, o := range s.x.SignersOf(l) {
		for _, other := range s.x.LettersOf(int(o)) {
			common[other]++
		}
	}
	delete(common, int32(l))
	others := make([]int32, 0, len(common))
	for other := range common {
		others = append(others, other)
	}
	slices.SortFunc(others, func(a, b int32) int {
		return cmp.Or(cmp.Compare(common[b], common[a]), cmp.Compare(s.x.Size(int(a)), s.x.Size(int(b))), cmp.Compare(a, b))
	})
	list := []SharedLetter{}
	for _, other := range others[:min(len(others), 10)] {
		list = append(list, SharedLetter{s.letterRef(int(other)), common[other]})
	}
	return list
}

// LetterText returns the stored text of a printing; of the letter itself where record is "". NotFound where only facts are
// stored, as in data sets and edge lists.
func (r *Reading) LetterText(_ context.Context, id, record string) (LetterTextAnswer, error) {
	l, err := r.letter(id)
	if err != nil {
		return LetterTextAnswer{}, err
	}
	for _, rec := range r.network.Letters()[l].Records {
		if rec.ID != cmp.Or(record, r.network.Letters()[l].ID) {
			continue
		}
		for _, d := range rec.Documents {
			if d.Text != "" {
				lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(d.Text, "\r\n", "\n"), "\n"), "\n")
				return LetterTextAnswer{r.version, rec.ID, d.Name, textLines(rec, &d, lines)}, nil
			}
		}
		return LetterTextAnswer{}, graph.Errorf(graph.NotFound, "No text of this letter is stored, only who signed it. Load the document itself to read it here.")
	}
	return LetterTextAnswer{}, graph.Errorf(graph.NotFound, "This letter has no printing %q. Choose one from its list of documents.", shorten(record, 80))
}
