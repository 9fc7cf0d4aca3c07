package table

// Column is what a column of a table, or a field of data, holds.
type Column uint8

const (
	UnknownColumn       Column = iota
	NameColumn                 // who signs, of either kind
	OrganizationColumn         // an organization
	OrganizationsColumn        // organizations: a list of its own beside others
	PersonColumn               // a person
	PersonsColumn              // persons: a list of its own beside others
	FirstColumn                // given names
	LastColumn                 // family names
	ContactColumn              // the person who answers for an organization
	AffiliationColumn          // where a person works
	OfficeColumn               // what a person is
	TitleColumn                // of a person or of a letter
	HonorificColumn            // what stands before a person's name
	CountryColumn
	PlaceColumn
	EmailColumn
	AddressColumn // postal, or by telephone
	LinkColumn
	PictureColumn
	DateColumn  // of the letter
	StampColumn // when a row was written
	NoteColumn  // what else is said of the signatory
	NumberColumn
	TypeColumn // what the signatory is
	KindColumn // what the letter is
	StatusColumn
	LetterColumn
	TargetColumn
	ListColumn // several names with semicolons between them
	LabelColumn
	fillerColumn
	columnCount
)

// columnNames are the words for columns in the data files and in weights.tsv.
var columnNames = [columnCount]string{"unknown", "name", "organization", "organizations", "person", "persons", "first", "last", "contact", "affiliation", "office", "title", "honorific", "country", "place", "email", "address",
	"link", "picture", "date", "stamp", "description", "number", "type", "kind", "status", "letter", "target", "list", "label", "filler"}

func (c Column) String() string { return columnNames[c] }

// named reports whether a column may name a signatory.
func (c Column) named() bool {
	return c >= NameColumn && c <= LastColumn || c == AffiliationColumn || c == ContactColumn
}

// Names reports whether a column may name a signatory.
func Names(c Column) bool { return c.named() }

// Who is what a signatory is.
type Who uint8

const (
	Anyone Who = iota
	Organizations
	Persons
	Workers // what a column of kinds says in words for occupations: persons, where the names may be persons'
)

// State is what became of a signature.
type State uint8

const (
	Unsaid State = iota // nothing is said, or nothing that is understood
	Stands
	Gone  // withdrawn
	Waits // not confirmed, a draft, refused
)
