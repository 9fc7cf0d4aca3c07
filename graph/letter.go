package graph

import "slices"

// SignatoryType says whether an organization or a person signed.
type SignatoryType string

// The signatory types. Persons are kept, counted and left out of all public output unless somebody asks for them.
const (
	TypeOrganization SignatoryType = "organization"
	TypePerson       SignatoryType = "person"
)

// Capacity says in which role a signatory signed.
type Capacity string

// The capacities.
const (
	AsOrganization Capacity = "organization"
	AsIndividual   Capacity = "individual"
	AsAffiliated   Capacity = "individual with affiliation" // the affiliation is for identification only
	OnBehalf       Capacity = "on behalf of"                // a person signs for an organization
)

// Status says how well a signature is known.
type Status string

// The statuses.
const (
	Listed    Status = "listed"    // the letter's own list prints it
	Reported  Status = "reported"  // only a report about the letter names it
	Verified  Status = "verified"  // somebody checked it with the signatory
	Disputed  Status = "disputed"  // somebody says it is wrong
	Withdrawn Status = "withdrawn" // taken back; kept, but no tie rests on it
)

// Evidence is one printing of a signatory: where it stands and how it reads there.
type Evidence struct {
	Document  string    `json:"document"`           // Document.ID within the letter
	Page      int       `json:"page,omitempty"`     // from 1; 0 where the medium has no pages
	Line      int       `json:"line,omitempty"`     // from 1, the line (or row) of the document
	Position  int       `json:"position,omitempty"` // from 1, the place in the list of signatories
	Text      string    `json:"text"`               // the printed line or lines, as they stand
	Form      string    `json:"form,omitempty"`     // the form of the name, where it differs from the signature's
	Extractor string    `json:"extractor,omitempty"`
	Box       []float64 `json:"box,omitempty"` // x0, y0, x1, y1 in points from the top left of the page
}

// Signature is one (letter, signatory, capacity). Name is the signatory as printed; which organization stands behind it is
// decided when a Network is built, from the judgements.
type Signature struct {
	Name        string        `json:"name"`
	Type        SignatoryType `json:"type"`
	Capacity    Capacity      `json:"capacity"`
	Status      Status        `json:"status"`
	Affiliation string        `json:"affiliation,omitempty"`
	Country     string        `json:"country,omitempty"` // as printed
	Note        string        `json:"note,omitempty"`
	Position    int           `json:"position,omitempty"`   // from 1, in the letter's list
	Confidence  float64       `json:"confidence,omitempty"` // 0 to 1; 0 where nobody estimated it
	Evidence    []Evidence    `json:"evidence"`
}

// Document is one published form of a letter. Name is a base name, never a path, so that the same input gives the same bytes
// everywhere.
type Document struct {
	ID         string `json:"id"` // unique within the letter; its SHA-256 where that is known
	Name       string `json:"name,omitempty"`
	SHA256     string `json:"sha256,omitempty"`
	Medium     string `json:"medium,omitempty"`     // text, markdown, html, pdf, docx, table, dataset, ...
	Published  string `json:"published,omitempty"`  // where it was published: an address, or repository and path
	Retrieved  string `json:"retrieved,omitempty"`  // when, as the input says (RFC 3339 or a date); empty where it does not
	Text       string `json:"text,omitempty"`       // what was read, line by line; empty for data sets and edge lists
	Repository string `json:"repository,omitempty"` // owner/name of a public repository
	Path       string `json:"path,omitempty"`       // the path inside that repository
}

// Addressee is somebody a letter is addressed to.
type Addressee struct {
	Name         string `json:"name,omitempty"` // a person; left out of public output
	Role         string `json:"role,omitempty"`
	Organization string `json:"organization,omitempty"`
}

// TargetRef names a target as a letter has it. PartOf is the name of the body or organization it belongs to.
type TargetRef struct {
	Name   string `json:"name"`
	Kind   string `json:"kind,omitempty"` // organization, body, product, role
	PartOf string `json:"part_of,omitempty"`
}

// Claimed is what the letter (or a report of it) says about the number of its signatories; nil means that it says nothing.
type Claimed struct {
	Organizations *int   `json:"organizations"`
	Individuals   *int   `json:"individuals"`
	Text          string `json:"text,omitempty"` // the phrase that claims it
}

// LeftOut is a line of a signatory block that was not taken as a signatory, and why.
type LeftOut struct {
	Line int    `json:"line,omitempty"`
	Text string `json:"text"`
	Why  string `json:"why"`
}

// Check says that a person looked at a reading that was doubtful and found it right, who, and when as the input says.
type Check struct {
	By   string `json:"by"` // "person: NAME"
	When string `json:"when,omitempty"`
}

// QuoteWords is the length from which a quotation identifies the text that it was taken from.
const QuoteWords = 8

// Letter is the unit that is stored, replaced and removed as a whole: one letter (or one translation, version or report of
// a letter) with its documents and signatures.
type Letter struct {
	ID            string      `json:"id"`
	Title         string      `json:"title,omitempty"`
	TitleBy       string      `json:"title_by,omitempty"` // "described" where the title is ours, not printed
	Kind          string      `json:"kind,omitempty"`     // letter, statement, petition, amicus-brief, press-release, news, profile, list, other
	Date          Date        `json:"date"`
	Language      string      `json:"language,omitempty"` // ISO 639-1
	Stance        string      `json:"stance,omitempty"`   // support, oppose, demand, ...: towards the targets
	Addressees    []Addressee `json:"addressees,omitempty"`
	Targets       []TargetRef `json:"targets,omitempty"`
	Topics        []string    `json:"topics,omitempty"`
	Claimed       Claimed     `json:"claimed"`
	Individuals   int         `json:"individuals,omitempty"` // persons who signed and have no signature of their own here: unnamed ones, and namesakes of one that has
	VersionOf     string      `json:"version_of,omitempty"`  // id of a letter
	TranslationOf string      `json:"translation_of,omitempty"`
	ReportOf      string      `json:"report_of,omitempty"`
	Quotes        []string    `json:"quotes,omitempty"` // passages of QuoteWords words or more that it quotes from another text
	Documents     []Document  `json:"documents"`
	Signatures    []Signature `json:"signatures"`
	LeftOut       []LeftOut   `json:"left_out,omitempty"`
	Doubtful      []string    `json:"doubtful,omitempty"` // why it may have been read wrongly as a whole, in sentences
	Checked       *Check      `json:"checked,omitempty"`  // nil: nobody confirmed it in spite of that
}

// Signs reports whether a tie may rest on the signature: withdrawn ones are kept and shown, but sign nothing.
func (s *Signature) Signs() bool { return s.Status != Withdrawn }

// PrintedNames are the names of organizations that letters print, sorted.
func PrintedNames(letters []Letter) []string {
	seen := map[string]bool{}
	for i := range letters {
		for k := range letters[i].Signatures {
			if s := &letters[i].Signatures[k]; s.Type == TypeOrganization {
				seen[s.Name] = true
			}
		}
	}
	list := make([]string, 0, len(seen))
	for name := range seen {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}
