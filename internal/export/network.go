package export

import (
	"fmt"
	"iter"
	"math"
	"strconv"
	"strings"

	"undersigned/graph"
)

// Network is what is exported and drawn: a view of a network, or all of it. Rows refer to each other by position.
type Network struct {
	Hash      string  // content hash of the data; printed in full in data files, shortened in figures
	Statement string  // the view in a sentence
	Remark    string  // what the view leaves out, ties apart, in sentences; ties are counted by the writer
	Source    string  // "24 letters read by undersigned.": where it comes from
	Width     float64 // positions lie in 0..Width, 0..Height, y downward
	Height    float64

	Organizations []Organization
	Letters       []Letter
	Ties          []Tie // strongest first
	TiesTotal     int64 // all ties of the view, of which Ties may hold the strongest only
	Clusters      []Cluster

	// Signatures yields every printed line of every signature of the view, in a fixed order; nil where the caller has
	// none to give. It is ranged over at most once a call.
	Signatures iter.Seq[Signature]

	// Judgements yields all judgements about names and letters, not only those of the view; nil where the caller has none to give.
	Judgements iter.Seq[graph.Judgement]

	// Pairs calls its argument for every tie of the view, by position, also for those that Ties lacks; an error of the argument ends it.
	// It is nil where Ties has all that are wanted.
	Pairs func(func(Tie) error) error
}

// Organization is one node of the network.
type Organization struct {
	ID, Name, Country, Kind string
	Letters                 int // signed within the view
	Strength                float64
	Betweenness             float64 // -1 where it was not computed
	PageRank                float64
	Cluster                 int        // number from 1; 0 for none
	Stability               float64    // -1 where it was not computed
	First, Last             graph.Date // of the letters signed
	X, Y, Radius            float64    // Radius in units of the positions; 0 lets the drawing choose
	Names                   []graph.Name
	Printed                 int    // how many of Names, the first ones, letters print; more may be of the kind graph.Printed
	Parent                  string // id of an organization, which the view may lack
	MemberOf                []graph.Membership
	ExternalIDs             map[string]string // scheme -> id
}

// Letter is one node of the two-mode network.
type Letter struct {
	ID, Title, Kind, Language string
	Date                      graph.Date
	Targets                   []string
	X, Y                      float64
	Signers                   []int // positions of organizations
	Size                      int   // all its signers, also those that the view hides: the k of Newman's 1/(k-1)
	Topics                    []string
	File, Address             string // of its first document: base name, and where it was published
}

// size is Size, which is at least the signers that are there.
func (l *Letter) size() int { return max(l.Size, len(l.Signers)) }

// Tie joins two organizations that signed letters together.
type Tie struct {
	A, B    int // positions of organizations
	Letters int // shared letters
	Newman  float64
}

// Cluster is one numbered cluster.
type Cluster struct {
	Number         int
	Label          string
	Size           int // members in the view
	Stability      float64
	Hull           [][2]float64 // closed outline; empty where there is none
	LabelX, LabelY float64      // beside the hull, where its label may stand
}

// Signature is one printed line that proves a signature. A signature printed twice has two.
type Signature struct {
	Organization int    // position
	Letter       int    // position
	Name         string // the signatory exactly as printed
	Text         string // the printed line
	Document     string // base name
	Record       string // id of the letter, or of the version, translation or report that prints it
	Relation     string // of the record to the letter: "", version-of, translation-of, report-of
	Page, Line   int    // 0 where the medium has none
	Position, Of int    // place in the list of signatories and its length; 0 where not known
	Status       graph.Status
	Country      string
}

// Mode says what the nodes of a file are.
type Mode bool

// The modes.
const (
	OneMode Mode = false // organizations, tied by shared letters
	TwoMode Mode = true  // organizations and letters, tied by signatures
)

// Version returns the short data version that figures print: the first 12 letters of the hash.
func (n *Network) Version() string { return n.Hash[:min(12, len(n.Hash))] }

// SignatureCount returns the number of (organization, letter) pairs of the view: the ties of the two-mode network.
func (n *Network) SignatureCount() int {
	sum := 0
	for i := range n.Letters {
		sum += len(n.Letters[i].Signers)
	}
	return sum
}

// About says in sentences what a file in the given mode holds, what it lacks and which data it was made of.
func (n *Network) About(mode Mode) string {
	s := n.Statement
	if mode == OneMode {
		s = sentence(s, n.TieSentence(len(n.Ties), "in this file"))
	} else {
		s = sentence(s, fmt.Sprintf("Two-mode network: %s signatures tie organizations to letters.", Count(n.SignatureCount())))
	}
	s = sentence(s, n.Remark)
	s = sentence(s, n.SourceSentence())
	return sentence(s, n.VersionSentence(n.Hash))
}

// TieSentence says how many of the view's ties are where the words say ("drawn", "in this file").
func (n *Network) TieSentence(held int, where string) string {
	total := max(n.TiesTotal, int64(len(n.Ties)))
	switch {
	case total == 0:
		return "There are no ties."
	case int64(held) < total:
		return fmt.Sprintf("The %s strongest of %s ties are %s.", Count(held), Count(int(total)), where)
	case total == 1:
		return "The only tie is " + where + "."
	}
	return fmt.Sprintf("All %s ties are %s.", Count(int(total)), where)
}

// SourceSentence says where the data come from; it is empty where Source is.
func (n *Network) SourceSentence() string {
	if n.Source == "" {
		return ""
	}
	return "Source: " + strings.TrimSuffix(n.Source, ".") + "."
}

// VersionSentence names the data by the given form of their hash; it is empty where that is.
func (n *Network) VersionSentence(hash string) string {
	if hash == "" {
		return ""
	}
	return "Data version " + hash + "."
}

// sentence appends the sentence t to s, ending s with a stop first.
func sentence(s, t string) string {
	switch {
	case t == "":
		return s
	case s == "":
		return t
	}
	if last := s[len(s)-1]; last != '.' && last != '?' && last != '!' {
		s += "."
	}
	return s + " " + t
}

// Count prints a whole number with commas: 13,701.
func Count(n int) string {
	digits := strconv.Itoa(n)
	out := make([]byte, 0, len(digits)+len(digits)/3)
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 && digits[i-1] != '-' {
			out = append(out, ',')
		}
		out = append(out, digits[i])
	}
	return string(out)
}

// Check refuses a network that cannot be written faithfully: a position out of range, an id that stands twice, a number
// that is none. All of these are faults of the program, not of a user's data.
func (n *Network) Check() error {
	seen := make(map[string]bool, len(n.Organizations)+len(n.Letters))
	node := func(id string, values ...float64) error {
		if id == "" || seen[id] {
			return graph.Errorf(graph.Internal, "the export has the id %q twice or empty", id)
		}
		seen[id] = true
		return finite(id, values...)
	}
	for i := range n.Organizations {
		o := &n.Organizations[i]
		if err := node(o.ID, o.Strength, o.Betweenness, o.PageRank, o.Stability, o.X, o.Y, o.Radius); err != nil {
			return err
		}
	}
	inRange := func(i int) bool { return i >= 0 && i < len(n.Organizations) }
	for i := range n.Letters {
		l := &n.Letters[i]
		if err := node(l.ID, l.X, l.Y); err != nil {
			return err
		}
		for _, o := range l.Signers {
			if !inRange(o) {
				return graph.Errorf(graph.Internal, "letter %s has a signer at position %d of %d", l.ID, o, len(n.Organizations))
			}
		}
	}
	for _, t := range n.Ties {
		if !inRange(t.A) || !inRange(t.B) {
			return graph.Errorf(graph.Internal, "a tie joins the positions %d and %d of %d", t.A, t.B, len(n.Organizations))
		}
		if err := finite("tie", t.Newman); err != nil {
			return err
		}
	}
	for _, c := range n.Clusters {
		if err := finite("cluster", c.Stability, c.LabelX, c.LabelY); err != nil {
			return err
		}
		for _, p := range c.Hull {
			if err := finite("hull", p[0], p[1]); err != nil {
				return err
			}
		}
	}
	return finite("size", n.Width, n.Height)
}

func finite(of string, values ...float64) error {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return graph.Errorf(graph.Internal, "the export has a number of %s that is not finite", of)
		}
	}
	return nil
}
