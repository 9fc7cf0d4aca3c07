package load

import (
	"undersigned/graph"
)

// Report says what one letter gave.
type Report struct {
	Name          string          `json:"name"` // the file, as it was given
	Letter        string          `json:"letter"`
	Title         string          `json:"title"`
	Date          graph.Date      `json:"date"`
	Kind          string          `json:"kind"`
	Medium        string          `json:"medium"`      // of its first document; "table" for edge lists
	Signatories   int             `json:"signatories"` // organizations and persons, those withdrawn included
	Organizations int             `json:"organizations"`
	Persons       int             `json:"persons"`
	Claimed       graph.Claimed   `json:"claimed"`
	Found         int             `json:"found"` // organizations that sign, to hold against the claim
	LeftOut       []graph.LeftOut `json:"left_out"`
	Warnings      []string        `json:"warnings"`
	Doubtful      []string        `json:"doubtful"` // why it may have been read wrongly as a whole
	Linked        []Linked        `json:"linked"`
	Written       bool            `json:"written"`           // it is new or differs from what was stored
	Replaces      bool            `json:"replaces"`          // an earlier state of it was stored
	CopyOf        string          `json:"copy_of,omitempty"` // the file of this run that holds the same letter
	NotStored     bool            `json:"not_stored"`        // the load ended before this letter was written
	State         State           `json:"state"`             // against what was stored before; in a dry run, what a load would do

	changed bool
}

// State is what a load makes of a letter.
type State string

// The states of a letter.
const (
	New       State = "new"
	Replaced  State = "replaced" // an earlier state of it was stored, and differs
	Unchanged State = "unchanged"
	Copy      State = "copy"       // another file of this run holds the same letter
	NotStored State = "not stored" // the load ended before
)

func (r *Report) state() State {
	switch {
	case r.NotStored:
		return NotStored
	case r.CopyOf != "":
		return Copy
	case r.Replaces:
		return Replaced
	case r.changed:
		return New
	}
	return Unchanged
}

// States counts the letters of a load by what it makes of them.
type States struct {
	New       int `json:"new"`
	Replaced  int `json:"replaced"`
	Unchanged int `json:"unchanged"`
}

// Holding is what a store holds after a load, as stats counts it; after a dry run, what it would hold.
type Holding struct {
	Letters       int `json:"letters"`
	Organizations int `json:"organizations"`
	Refused       int `json:"judgements_refused"` // that contradict others: a person has to say which holds
	Joined        int `json:"merged_by_rule"`     // pairs of names that rules join
	Open          int `json:"rules_not_applied"`  // pairs that a rule would join, one of a list or of several: a person has to say whether they are one
}

// Linked says that a document is a report of a letter, by the written rule.
type Linked struct {
	Report      string  `json:"report"` // ids
	Letter      string  `json:"letter"`
	ReportTitle string  `json:"report_title"`
	LetterTitle string  `json:"letter_title"`
	Share       float64 `json:"share"` // of the report's names that the letter has, too
	Quote       string  `json:"quote"` // a passage of the letter that the report quotes
}

// Failure is a file that could not be read, and why.
type Failure struct {
	Name  string     `json:"name"`
	Code  graph.Code `json:"code"`
	Error string     `json:"error"`
}

// Skip is a file of a folder that was left alone, and why.
type Skip struct {
	Name string `json:"name"`
	Why  string `json:"why"`
}

// Summary says what a load did.
type Summary struct {
	Letters     []Report   `json:"letters"` // in the order of the files' base names
	Failed      []Failure  `json:"failed"`
	Skipped     []Skip     `json:"skipped"`
	Hidden      int        `json:"hidden"` // hidden files and folders that were skipped
	Signed      int        `json:"signed"`
	Unsigned    int        `json:"unsigned"` // documents that nobody signs: news, profiles and the like
	Signatories int        `json:"signatories"`
	Judgements  int        `json:"judgements"`
	Written     int        `json:"written"` // records (letters, profiles, judgements) that are new or differ; in a dry run, that would be written
	Unchanged   int        `json:"unchanged"`
	States      States     `json:"states"`          // of the letters
	Store       *Holding   `json:"store,omitempty"` // missing where the load ended before
	Revision    int64      `json:"revision"`
	Warnings    []string   `json:"warnings"`  // of judgements, whatever the letters
	Proposals   []Proposed `json:"proposals"` // letters of this run that may be the same as others; a person decides
}

func reportOf(name string, l *graph.Letter, warnings []string) Report {
	r := Report{Name: name, Letter: l.ID, Title: l.Title, Date: l.Date, Kind: l.Kind, Signatories: len(l.Signatures), Claimed: l.Claimed,
		LeftOut: append([]graph.LeftOut{}, l.LeftOut...), Warnings: append([]string{}, warnings...), Doubtful: append([]string{}, l.Doubtful...), Linked: []Linked{}}
	if len(l.Documents) > 0 {
		r.Medium = l.Documents[0].Medium
	}
	for i := range l.Signatures {
		switch s := &l.Signatures[i]; {
		case s.Type == graph.TypePerson:
			r.Persons++
		case s.Signs():
			r.Found++
			fallthrough
		default:
			r.Organizations++
		}
	}
	r.Persons += l.Individuals
	return r
}

func (s *Summary) count(r *Report) {
	s.Signatories += r.Signatories
	if r.Signatories+r.Persons > 0 {
		s.Signed++
	} else {
		s.Unsigned++
	}
}

func (s *Summary) fail(name string, err error) {
	message := graph.MessageOf(err)
	if message == "" {
		message = err.Error()
	}
	s.Failed = append(s.Failed, Failure{name, graph.CodeOf(err), message})
}

// err is nil where every file was read.
func (s *Summary) err(files int) error {
	switch n := len(s.Failed); {
	case n == 0:
		return nil
	case n == 1 && files <= 1:
		return graph.Errorf(s.Failed[0].Code, "%s", s.Failed[0].Error)
	case n > 1 && n >= files && len(s.Letters)+s.Judgements == 0:
		return graph.Errorf(s.Failed[0].Code, "none of the %d files could be read; the first: %s", n, s.Failed[0].Error)
	case n == 1:
		return graph.Errorf(s.Failed[0].Code, "1 file could not be read, the others are loaded: %s", s.Failed[0].Error)
	default:
		return graph.Errorf(s.Failed[0].Code, "%d files could not be read, the others are loaded; the first: %s", n, s.Failed[0].Error)
	}
}
