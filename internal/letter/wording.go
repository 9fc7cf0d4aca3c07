package letter

// wording answers what media ask about words.
type wording struct{}

func (wording) Cue(l *line) bool           { return cueOf(l) != noCue }
func (wording) Opens(l *line) bool         { return cueOf(l) == opens }
func (wording) Sentence(s string) bool     { return isSentence(s) }
func (wording) NameList(s string) bool     { return isNameList(s) }
func (wording) Person(s string) int        { return personCertainty(s) }
func (wording) Country(s string) bool      { return isCountry(s) }
func (wording) Place(s string) bool        { return isPlace(s) }
func (wording) PageNumber(s string) bool   { return pageNumber.MatchString(s) }
func (wording) Initial(s string) string    { return initial(s) }
func (wording) Header(cells []string) bool { _, ok := readHeader(cells); return ok }
func (wording) Headers(cells []string) int { return knownHeaders(cells) }

func (wording) Table(rows [][]string, header bool) bool { return meaningful(rows, header) }
func (wording) SideBySide(rows [][]string) bool         { return sideBySide(rows) }
