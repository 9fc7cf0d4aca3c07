package letter

// fitted is the model that confidence uses. Made 2026-11-22 on 3154 rows of 61 documents (those of ../shared/data/gold that may be read in development, the
// seeds, and further letters of the same kinds) by: undersigned evaluate extract --gold DIR --fit
var fitted = Model{Bias: 4.45, Weights: Features{
	fReprinted: 2.01, fMarked: 1.09, fUnderGreet: -0.04, fUnannounced: -0.93, fInSentence: -0.65, fUnsureWrap: -1.20,
	fJoined: -0.27, fLong: -0.36, fVeryLong: -2.44, fLowerCase: -1.75, fUnbalanced: -1.77, fVerbal: -1.70, fEndsOpen: -3.50,
	fOddType: -1.00, fGroupWord: 1.24, fOneWord: -0.05, fOnBehalf: -0.23, fNoted: -0.31, fAddressed: -3.95, fDoubtful: -4.18,
	fMixed: -0.68, fTailed: -1.02, fPlaced: -5.06, fCountry: -2.61, fOffice: -3.98, fCounts: -5.00, fRefers: -5.00, fGlued: -1.94,
	fPartOf: -1.83, fShortFor: -4.22, fMinority: -1.26, fBareName: -1.50, fFewRows: -0.96, fClaimMet: 1.19, fClaimMissed: -0.39,
}}

// startingModel is what the weights were judged to be before any was fitted; a fit moves them as far as the gold demands (its prior is
// normal around them, with variance 1), so that a feature that no gold shows keeps a sensible weight.
var startingModel = Model{Bias: 3.6, Weights: Features{fReprinted: 2, fMarked: 0.5, fUnderGreet: -0.3, fUnannounced: -1, fInSentence: -0.7, fUnsureWrap: -1.2, fJoined: -0.3,
	fLong: -0.8, fVeryLong: -3, fLowerCase: -2, fUnbalanced: -2.5, fVerbal: -1.5, fEndsOpen: -3.5, fOddType: -1, fGroupWord: 1, fOneWord: -0.2, fOnBehalf: -0.3, fNoted: -0.2,
	fAddressed: -4, fDoubtful: -4, fMixed: -1.5, fTailed: -1, fPlaced: -5, fCountry: -2.5, fOffice: -4, fCounts: -5, fRefers: -5, fGlued: -2, fPartOf: -1.5, fShortFor: -4, fMinority: -2, fBareName: -1.5, fFewRows: -1, fClaimMet: 1, fClaimMissed: -0.7}}

// StartingModel returns the model that fits begin from.
func StartingModel() Model { return startingModel }
