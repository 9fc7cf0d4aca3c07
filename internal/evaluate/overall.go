package evaluate

import (
	"fmt"
	"math"
	"slices"
)

// Tally counts what is right among what was asked.
type Tally struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

func (t *Tally) add(right bool) {
	t.Of++
	if right {
		t.Right++
	}
}

// ask counts an answer that the gold gives.
func (t *Tally) ask(a Answer) {
	if a.Given {
		t.add(a.Right)
	}
}

// String reads "29 of 31".
func (t Tally) String() string { return fmt.Sprintf("%d of %d", t.Right, t.Of) }

// Falsely counts organizations in documents that have none.
type Falsely struct {
	Organizations int `json:"organizations"`
	In            int `json:"in"` // documents
	Of            int `json:"of"` // documents
}

func (f *Falsely) add(organizations int) {
	f.Of++
	f.Organizations += organizations
	if organizations > 0 {
		f.In++
	}
}

// String reads "75 in 11 of 41".
func (f Falsely) String() string { return fmt.Sprintf("%d in %d of %d", f.Organizations, f.In, f.Of) }

// Overall adds documents up, as ../shared/data/check/score.py does.
type Overall struct {
	Documents int `json:"documents"`
	Unread    int `json:"unread"`

	// Documents that organizations signed: their names added up (micro), and the F1 of each (macro is the mean).
	Signed int `json:"signed"`
	Names
	Macro  float64 `json:"macro"`
	Median float64 `json:"median"`
	Lowest float64 `json:"lowest"`
	Good   Tally   `json:"good"` // F1 of BarEach and above

	Unsigned    Falsely `json:"unsigned"`     // documents that nobody signs
	PersonsOnly Falsely `json:"persons_only"` // those that only persons signed
	Negatives   Tally   `json:"negatives"`    // documents that nobody signs, read, and without any row

	// Of the golds that give them.
	Persons   Tally `json:"persons"`
	Dates     Tally `json:"dates"`
	Invented  int   `json:"invented"` // dates found where a gold says that there is none
	Kinds     Tally `json:"kinds"`
	Claims    Tally `json:"claims"`  // documents whose claimed numbers are equal
	Targets   Tally `json:"targets"` // documents whose targets are equal as sets
	Addressed Tally `json:"addressees"`

	Reliability Reliability `json:"reliability"`
	Doubted     Doubted     `json:"doubted"`
}

// Doubted counts, of the documents that were read, those that say of themselves that they are doubtful.
type Doubted struct {
	Bad    Tally `json:"bad"`    // of those with an F1 below BarDoubt: they should
	Others Tally `json:"others"` // of the others: they should not
}

// String reads "28 of 51 documents with F1 below .9, 16 of 64 others".
func (d Doubted) String() string {
	return fmt.Sprintf("%s documents with F1 below .9, %s others", d.Bad, d.Others)
}

// BarDoubt is the F1 below which a document should say that it is doubtful. A document that nobody signs has the F1 1 where nothing was found, else 0.
const BarDoubt = 0.9

// BarEach is the F1 that every document should reach; Overall.Good counts those that do.
const BarEach = 0.95

func addUp(documents []Document) Overall {
	o := Overall{Documents: len(documents), Lowest: 1, Macro: 1, Median: 1, Reliability: reliabilityOf(documents)}
	var each []float64
	for i := range documents {
		d := &documents[i]
		if d.Error != "" {
			o.Unread++
		} else if d.F1 < BarDoubt {
			o.Doubted.Bad.add(len(d.Doubtful) > 0)
		} else {
			o.Doubted.Others.add(len(d.Doubtful) > 0)
		}
		switch {
		case d.gold.nobody():
			o.Unsigned.add(len(d.Extra))
			o.Negatives.add(d.Error == "" && len(d.draft.Signatories) == 0)
		case d.Expected == 0:
			o.PersonsOnly.add(len(d.Extra))
		default:
			o.Expected, o.Found, o.Right = o.Expected+d.Expected, o.Found+d.Found, o.Right+d.Right
			each = append(each, share(2*float64(d.Right), d.Expected+d.Found))
		}
		o.Persons.ask(d.Persons.Answer)
		if d.Date.Wanted != "" {
			o.Dates.ask(d.Date.Answer)
		} else if d.Date.Given && d.Date.Found != "" {
			o.Invented++
		}
		o.Kinds.ask(d.Kind.Answer)
		o.Claims.ask(d.Claimed.Answer)
		o.Targets.ask(d.Targets.Answer)
		o.Addressed.ask(d.Addressed)
	}
	o.rate()
	if o.Signed = len(each); o.Signed == 0 {
		return o
	}
	slices.Sort(each)
	sum := 0.0
	for _, f1 := range each {
		sum += f1
		o.Good.add(f1 >= BarEach)
	}
	o.Macro, o.Lowest = round(sum/float64(len(each))), round(each[0])
	o.Median = round((each[(len(each)-1)/2] + each[len(each)/2]) / 2)
	return o
}

// share is 1 of nothing: where nothing was asked, nothing is wrong.
func share(part float64, of int) float64 {
	if of == 0 {
		return 1
	}
	return part / float64(of)
}

// round keeps five places: enough for every bar, and the same text everywhere.
func round(x float64) float64 { return math.Round(x*1e5) / 1e5 }
