package letter

// fitted is the model that confidence uses. Made 2026-11-22 on 3154 rows of 61 documents (those of ../shared/data/gold that may be read in development, the
// seeds, and further letters of the same kinds) by: undersigned evaluate extract --gold DIR --fit
var fitted = Model{Bias: 3.53, Weights: Features{
	fReprinted: 2.02, fMarked: 1.35, fUnderGreet: -0.32, fUnannounced: -0.85, fInSentence: -0.59, fUnsureWrap: -1.20,
	fJoined: -0.47, fLong: -0.55, fVeryLong: -2.58, fLowerCase: -1.56, fUnbalanced: -1.93, fVerbal: -1.66, fEndsOpen: -3.50,
	fOddType: -1.00, fGroupWord: 1.45, fOneWord: -0.07, fOnBehalf: -0.20, fNoted: -0.27, fAddressed: -3.90, fDoubtful: -4.10,
	fMixed: -0.90, fTailed: -1.21, fPlaced: -1.75, fCountry: -1.78, fOffice: -4.04, fCounts: -5.00, fRefers: -5.00, fGlued: -2.00,
	fPartOf: -1.78, fMinority: -1.56, fBareName: -1.62, fFewRows: -0.96, fClaimMet: 1.47, fClaimMissed: -0.08,
}}

// startingModel is what the weights were judged to be before any was fitted; a fit moves them as far as the gold demands (its prior is
// normal around them, with variance 1), so that a feature that no gold shows keeps a sensible weight.
var startingModel = Model{Bias: 3.6, Weights: Features{fReprinted: 2, fMarked: 0.5, fUnderGreet: -0.3, fUnannounced: -1, fInSentence: -0.7, fUnsureWrap: -1.2, fJoined: -0.3,
	fLong: -0.8, fVeryLong: -3, fLowerCase: -2, fUnbalanced: -2.5, fVerbal: -1.5, fEndsOpen: -3.5, fOddType: -1, fGroupWord: 1, fOneWord: -0.2, fOnBehalf: -0.3, fNoted: -0.2,
	fAddressed: -4, fDoubtful: -4, fMixed: -1.5, fTailed: -1, fPlaced: -2, fCountry: -1.5, fOffice: -4, fCounts: -5, fRefers: -5, fGlued: -2, fPartOf: -1.5, fMinority: -2, fBareName: -1.5, fFewRows: -1, fClaimMet: 1, fClaimMissed: -0.7}}

// StartingModel returns the model that fits begin from.
func StartingModel() Model { return startingModel }
