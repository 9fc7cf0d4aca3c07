package phrase

// Parts of the patterns for sentences that name signatories, for lexicon.Pattern: words for what is signed (SignedNoun), for those who sign
// (GroupNoun), and those that lead to their names (ListWord).
const (
	SignedNoun = `{pattern signed-noun}`
	GroupNoun  = `{organization signatories}`
	ListWord   = `(?:{pattern list-word}|:|—|–)`
)
