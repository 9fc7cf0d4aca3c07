package confidence

import (
	"math"
	"strings"
	"sync"

	"undersigned/graph"
	"undersigned/internal/letter/about"
	"undersigned/internal/letter/draft"
	"undersigned/internal/letter/entry"
	"undersigned/internal/letter/lexicon"
	"undersigned/internal/letter/phrase"
	"undersigned/internal/letter/section"
	"undersigned/internal/letter/text"
	"undersigned/internal/letter/weights"
)

// Features are what speaks for or against a row being a signatory with its exact name, each 0 or 1 (or a share). What a row says
// by itself is noted when it is read; what its neighbours and the document say is added when all rows are known.
type Features [featureCount]float64

// The features, in the order of weights.
const (
	fReprinted   = iota // the document prints the name twice, each printing with its own wraps
	fMarked             // it has a bullet or number, or a table row of its own
	fUnderGreet         // it stands below "Sincerely," and no heading announces a list
	fUnannounced        // it ends a letter, stands in its head, or repeats a list
	fInSentence         // a sentence names it
	fUnsureWrap         // signs that are less than certain joined its lines
	fJoined             // it stands on several lines
	fLong               // more than nine words
	fVeryLong           // more than fourteen
	fLowerCase          // it begins in lower case
	fUnbalanced         // a bracket or quotation mark without its partner
	fVerbal             // it has a verb or pronoun
	fEndsOpen           // it ends with a word or mark that something should follow
	fOddType            // its look says person where the list has organizations, or the other way
	fGroupWord          // a word for organizations, a legal form or an acronym in brackets
	fOneWord            // a single word
	fOnBehalf           // a person signs for it
	fNoted              // a description was cut off
	fAddressed          // it has an address, a link or many digits
	fDoubtful           // share of its eight neighbours that are very long, begin in lower case, are unbalanced, verbal, end open or have an address
	fMixed              // persons and organizations stand in one list, no heading tells which, and no word of the name does
	fTailed             // a comma or dash within the name: what follows may be a place or description
	fPlaced             // a comma within the name, and after one more its country: a city is likely to stand between
	fCountry            // it ends with a country after a comma or in brackets, which was not cut off
	fOffice             // it is an office and nothing else, or ends with what looks like a person's name
	fCounts             // it reads like a number of signatories that a text claims
	fRefers             // it reads like a reference of a footnote
	fGlued              // a company's form or a colon inside it: two names, or a label and a name
	fPartOf             // another row's name begins with it
	fShortFor           // it looks like an abbreviation of another row's name
	fRunIn              // a comma inside a name that was cut out of a list within a line: the list may have been cut too seldom
	fGiven              // it begins with a given name and has no word for organizations: "Jane of Example" is a person
	fMinority           // fewer than a fifth of the rows are of its type, and no heading tells types
	fBareName           // a person without office, affiliation or heading, among organizations
	fFewRows            // the document has fewer than three
	fClaimMet           // the document claims this number of organizations, within a twentieth
	fClaimMissed        // it claims another one, by a seventh at least
	fShaped             // nothing announces the list; it only looks like one of signatories
	fSection            // how likely the list is of signatories: the logarithm of the odds, a third of it, from -1 to 1
	fStructure          // what doubts about the whole document take from its confidence, see package doubt
	fContested          // how near another reading of its list came
	featureCount
)

// FeatureNames are for tables of the fit.
var FeatureNames = [featureCount]string{"reprinted", "marked", "underGreet", "unannounced", "inSentence", "unsureWrap", "joined", "long", "veryLong", "lowerCase", "unbalanced",
	"verbal", "endsOpen", "oddType", "groupWord", "oneWord", "onBehalf", "noted", "addressed", "doubtful", "mixed", "tailed", "placed", "country", "office", "counts", "refers", "glued", "partOf", "shortFor", "runIn", "given", "minority", "bareName", "fewRows", "claimMet", "claimMissed", "shaped", "section", "structure", "contested"}

// featureAt finds a feature by its name.
var featureAt = func() map[string]int {
	at := map[string]int{}
	for i, name := range FeatureNames {
		at[name] = i
	}
	return at
}()

// Has reports whether a row has a feature, by its name.
func (f *Features) Has(name string) bool { return f[featureAt[name]] > 0 }

// builtIn is the model that weights.tsv holds.
var builtIn = sync.OnceValue(func() *weights.Model { return weights.Of("confidence", FeatureNames[:]) })

// Of is the probability of a row with these features, as a row shows it; m nil means the weights that are built in.
func Of(m *weights.Model, f *Features) float64 {
	if m == nil {
		m = builtIn()
	}
	return rounded(m.Probability(f[:]))
}

// Reasons are the features that a row's confidence rests on, at most n.
func Reasons(f *Features, n int) []weights.Reason {
	return builtIn().Reasons("confidence", FeatureNames[:], f[:], n)
}

// own returns a row's own features; Rate adds those of its neighbours and of the document.
func own(e *entry.Entry, row *draft.Row) *Features {
	f := &Features{}
	set := func(feature int, is bool) {
		if is {
			f[feature] = 1
		}
	}
	words := text.WordCount(row.Name)
	set(fReprinted, len(e.Again) > 0)
	set(fMarked, e.Marked)
	set(fUnderGreet, e.Origin == section.AfterGreet)
	set(fUnannounced, (e.Origin == section.Trailing || e.Origin == section.Letterhead || e.Origin == section.Repeated) && len(e.Again) == 0)
	set(fInSentence, e.Origin == section.Sentence)
	set(fUnsureWrap, e.Unsure && len(e.Again) == 0)
	set(fJoined, len(e.Lines) > 1 && len(e.Again) == 0 && e.Person == "")
	set(fLong, words > 9)
	set(fVeryLong, words > 14)
	set(fLowerCase, text.IsLower(row.Name))
	set(fUnbalanced, uneven(row.Name))
	set(fVerbal, speaks(row.Name))
	set(fEndsOpen, goesOpen(row.Name))
	set(fOddType, row.Type == graph.TypePerson && e.Company == section.Anyone && phrase.PersonCertainty(row.Name) < 2 ||
		row.Type == graph.TypeOrganization && e.Company != section.Organizations && row.Capacity != graph.OnBehalf && phrase.PersonCertainty(row.Name) == 2)
	set(fGroupWord, row.Type == graph.TypeOrganization && words < 13 && (phrase.HasWord(row.Name, lexicon.OrgWords) || phrase.HasWord(row.Name, about.LegalForms) || strings.HasSuffix(row.Name, ")")))
	set(fOneWord, words == 1)
	set(fOnBehalf, row.Capacity == graph.OnBehalf)
	set(fNoted, row.Note != "" && row.Type == graph.TypeOrganization && row.Capacity != graph.OnBehalf)
	set(fTailed, row.Type == graph.TypeOrganization && (strings.Contains(row.Name, ", ") || strings.Contains(row.Name, " - ") || strings.Contains(row.Name, " – ")))
	set(fMixed, row.Type == graph.TypeOrganization && e.Company == section.Anyone && e.Person == "" && f[fGroupWord] == 0) // Rate takes it back where no person stands in the list
	set(fCountry, row.Type == graph.TypeOrganization && endsWithCountry(row.Name))
	set(fOffice, justOffice(row.Name) || row.Type == graph.TypeOrganization && endsWithPerson(row.Name))
	if words > 1 && words < 20 && phrase.IsNumeral(firstFolded(row.Name)) || strings.ContainsAny(row.Name, "0123456789") {
		c := about.ClaimIn(row.Name, true)
		set(fCounts, c.Organizations != nil || c.Individuals != nil)
	}
	set(fRunIn, e.Paragraph && runIn(row.Name))
	set(fGiven, row.Type == graph.TypeOrganization && e.Company != section.Organizations && f[fGroupWord] == 0 && words > 1 && lexicon.GivenNames.Has(firstFolded(row.Name)))
	set(fGlued, glued.MatchString(row.Name))
	set(fRefers, words > 1 && strings.ContainsAny(row.Name, ".,") && refers.MatchString(row.Name))
	set(fMinority, e.Company == section.Anyone && e.Person == "" && row.Capacity != graph.OnBehalf) // Rate takes these two back where the list is another
	set(fBareName, row.Type == graph.TypePerson && e.Company == section.Anyone && row.Capacity == graph.AsIndividual && row.Note == "")
	f[fContested] = e.Contested
	set(fAddressed, strings.Contains(row.Name, "//") || strings.Contains(row.Name, "@") || phrase.LooksLikeAddress(row.Name))
	return f
}

// Alone sets the confidence of a row that no document stands around: an entry of a list that says itself who signed.
func Alone(row *draft.Row, e *entry.Entry) {
	f := own(e, row)
	f[fMixed], f[fMinority], f[fBareName] = 0, 0, 0
	row.Features, row.Confidence = f[:], asked(row, Of(nil, f))
}

// most is what a row has at most that may be two: it is asked about. Lists checked by hand have none, so that no weight of it can be fitted.
const most = .5

// between finds a semicolon within a name, which is not the end of a character's number.
var between = text.Lazy("confidence.between", `[^\s\d]; \S`)

func asked(row *draft.Row, p float64) float64 {
	if between.MatchString(row.Name) {
		return min(p, most)
	}
	return p
}

// Rate sets the confidence of the rows of a document: from what the entry behind each says, what its neighbours say, and the document as a whole.
func Rate(m *weights.Model, rows []draft.Row, behind []*entry.Entry, scores []float64, claim *int) {
	features := make([]*Features, len(rows))
	for i := range rows {
		f := own(behind[i], &rows[i])
		if behind[i].Origin == section.Shape {
			f[fShaped] = 1
		}
		p := min(max(scores[i], .05), .95)
		f[fSection] = math.Log(p/(1-p)) / 3
		features[i] = f
	}
	odd, lengthy := make([]float64, len(rows)+1), make([]float64, len(rows)+1) // sums of the doubtful rows before each, and with the long ones
	persons := 0
	for i, f := range features {
		doubtful := max(f[fVeryLong], f[fLowerCase], f[fUnbalanced], f[fVerbal], f[fEndsOpen], f[fAddressed])
		odd[i+1], lengthy[i+1] = odd[i]+doubtful, lengthy[i]+max(doubtful, f[fLong])
		if rows[i].Type == graph.TypePerson {
			persons++
		}
	}
	begins := firstWordsOf(rows)
	organizations := len(rows) - persons
	for i, f := range features {
		from, to := max(0, i-4), min(len(rows), i+5)
		sums := odd
		if f[fLong] == 1 {
			sums = lengthy // a long name among others is one; among long lines it may be a sentence
		}
		if to-from > 1 {
			f[fDoubtful] = (sums[to] - sums[from] - (sums[i+1] - sums[i])) / float64(to-from-1)
		}
		if begins[graph.Fold(rows[i].Name)] {
			f[fPartOf] = 1
		}
		if len(rows) <= 40 && shortFor(rows, i) {
			f[fShortFor] = 1
		}
		if persons < 2 {
			f[fMixed] = 0
		}
		if f[fTailed] == 1 && strings.Contains(rows[i].Name, ", ") && countryAfterComma(&rows[i]) {
			f[fTailed], f[fPlaced] = 0, 1
		}
		same := persons
		if rows[i].Type == graph.TypeOrganization {
			same = organizations
		}
		if f[fMinority] == 1 && (len(rows) < 8 || 5*same >= len(rows)) {
			f[fMinority] = 0
		}
		if persons == len(rows) {
			f[fBareName] = 0
		}
		if len(rows) < 3 {
			f[fFewRows] = 1
		}
		if claim != nil && *claim > 0 && rows[i].Type == graph.TypeOrganization {
			switch off := math.Abs(float64(organizations)/float64(*claim) - 1); {
			case off <= 1.0/20:
				f[fClaimMet] = 1
			case off >= 1.0/7:
				f[fClaimMissed] = 1
			}
		}
		rows[i].Features, rows[i].Confidence = f[:], asked(&rows[i], Of(m, f))
	}
}

// Doubt takes into the confidence of rated rows what doubts about the structure of the document keep of its own.
func Doubt(m *weights.Model, rows []draft.Row, keeps float64) {
	for i := range rows {
		if r := &rows[i]; r.Features != nil && keeps < 1 {
			r.Features[fStructure] = 1 - keeps
			f := Features(r.Features)
			r.Confidence = asked(r, Of(m, &f))
		}
	}
}

// rounded keeps two places, so that a confidence does not pretend to more, and stays above 0.
func rounded(p float64) float64 { return max(0.01, math.Round(p*100)/100) }

// FeaturesOf returns the features of a row, for fitting; false for a row of a table, which says itself who signed.
func FeaturesOf(r *draft.Row) (f Features, rated bool) {
	if r.Features == nil {
		return f, false
	}
	return Features(r.Features), true
}
