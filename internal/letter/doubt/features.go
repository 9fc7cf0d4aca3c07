package doubt

// Features are what speaks for or against a document having been read rightly as a whole, each 0 or 1, or a share.
type Features [featureCount]float64

// The features, in the order of weights.
const (
	// Nothing was found, and yet ...
	fNone         = iota
	fNoneSpeaks   // share of headings and paragraphs that speak of signing
	fNoneOpens    // a line announces signatories, or takes leave
	fNoneFollows  // log of the lines below it, up to the next heading
	fNoneLikely   // the score of the likeliest candidate
	fNoneLarge    // log of the entries of the largest one
	fNoneNames    // log of the lines outside running text that have a word of an organization
	fNonePictures // log of the pictures
	fNoneLetter   // it is a letter, statement or petition
	fNoneList     // it is a list
	fNoneClaim    // it claims signatories
	fNoneDropped  // lines were left out
	fNoneTitled   // its title speaks of signing or support
	fNoneData     // it is data
	// Some were found.
	fRows        // log of their number
	fFew         // fewer than three
	fSure        // the mean of their confidence, as a logit
	fLeast       // that of the tenth least sure
	fUnsure      // share below .5
	fMargin      // the score of the least likely candidate that was taken, as a logit
	fSecond      // share in candidates that were hardly taken
	fRival       // the largest candidate that was not taken, beside the rows: by its score
	fRivalOrgs   // by its share of words of organizations
	fUntaken     // lines of list shape that nothing announces, beside the rows
	fDropped     // lines left out, beside the rows
	fClaimFew    // share of the claimed organizations that is missing
	fClaimMany   // and that is too many
	fClaimMet    // about as many as claimed
	fClaimOthers // share by which persons miss their claim
	fNameless    // share of organizations that nothing says to be some
	fBare        // that have no word of one, whatever the heading says
	fMixed       // share of the rarer of persons and organizations that stand in one list unsaid
	fBehalf      // share of rows for which a person was taken to sign
	fRepeated    // share of names that stand in the list again
	fUnannounced // share of rows that only their place makes signatories
	fShaped      // and that only the shape of their list does
	fNoLetter    // it is news, a profile or anything else
	fSilent      // nothing in it speaks of signing
	fFewOrgs     // organizations are few among persons
	fPersons     // share of persons
	fNoOrgs      // nobody but persons signed: what is wrong with them is no organization
	fLikePersons // share of organizations that may be persons
	fTails       // share of names with a tail behind a dash, a comma or in brackets
	fSameTails   // share of those whose tail others have, too
	fJoined      // share of names that stand on several lines
	fShort       // share of one or two letters
	fSpoken      // share that are sentences
	fLong        // share that are very long, have a verb, or begin in lower case
	fSpread      // how much the number of words differs
	fNumbers     // share with a number in front or behind
	fHeads       // share that name a column
	fPartOf      // share that another name begins with
	fUnbalanced  // share with something missing at an end
	fElse        // share in candidates that stand below something else
	fLists       // log of the candidates taken, at most 1
	fCells       // its lines are rows of a table
	fData        // it says itself who signed
	// Either.
	fUnread     // the medium did not read a part
	fNoLanguage // none was recognized
	fForeign    // share of letters that are not Latin
	fPages
	fBrief
	featureCount
)

// FeatureNames name them, as weights.tsv does.
var FeatureNames = [featureCount]string{"none", "noneSpeaks", "noneOpens", "noneFollows", "noneLikely", "noneLarge", "noneNames", "nonePictures", "noneLetter", "noneList", "noneClaim",
	"noneDropped", "noneTitled", "noneData", "rows", "few", "sure", "least", "unsure", "margin", "second", "rival", "rivalOrgs", "untaken", "dropped", "claimFew", "claimMany", "claimMet", "claimOthers",
	"nameless", "bare", "mixed", "behalf", "repeated", "unannounced", "shaped", "noLetter", "silent", "fewOrgs", "persons", "noOrgs", "likePersons", "tails", "sameTails", "joined", "short", "spoken", "long",
	"spread", "numbers", "heads", "partOf", "unbalanced", "else", "lists", "cells", "data", "unread", "noLanguage", "foreign", "pages", "brief"}
