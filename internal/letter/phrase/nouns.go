package phrase

// Parts of the patterns for sentences that name signatories: words for what is signed (SignedNoun), for those who sign (GroupNoun), and those
// that lead to their names (ListWord).
const (
	SignedNoun = `(?:letters?|statements?|petition|brief|declaration|appeal|open letter|call|resolution|manifesto|brief|appell|aufruf|erklärung|stellungnahme|lettre|déclaration|appel|tribune|carta|declaración|comunicado|manifiesto|llamamiento|lettera|appello|brief|verklaring)`
	GroupNoun  = `{organization signatories}` // for lexicon.Pattern
	ListWord   = `(?:include[sd]?|including|are|were|such as|like|among them|namely|sind|waren|darunter|wie|sont|étaient|dont|tels? que|telles? que|comme|notamment|figurent|figuraient|on trouve|on retrouve|on compte|se trouvent|gehören|gehörten|zählen|zählten|finden sich|befinden sich|son|incluyen|incluidas?|incluidos?|entre ell[oa]s|como|zijn|waaronder|sono|tra cui|são|entre as quais|:|—|–)`
)
