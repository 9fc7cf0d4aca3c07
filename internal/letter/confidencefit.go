package letter

// fitted is the model that confidence uses. Made 2026-11-22 on 2596 rows of 48 documents (those of ../shared/data/gold that may be read in development, the
// seeds, and further letters of the same kinds) by: undersigned evaluate extract --gold DIR --fit
var fitted = Model{Bias: 4.66, Weights: Features{
	fReprinted: 2.01, fMarked: 0.94, fUnderGreet: 0.03, fUnannounced: -0.95, fInSentence: -0.66, fUnsureWrap: -1.20, fJoined: -0.29,
	fLong: -0.64, fVeryLong: -1.88, fLowerCase: -1.88, fUnbalanced: -2.39, fVerbal: -1.49, fEndsOpen: -3.50, fOddType: -1.00,
	fGroupWord: 1.46, fOneWord: 0.18, fOnBehalf: -0.27, fNoted: -0.15, fAddressed: -3.97, fDoubtful: -2.92, fMixed: -1.43,
	fTailed: -0.95, fPlaced: -1.98, fCountry: -1.49, fOffice: -3.97, fCounts: -5.08, fRefers: -5.00, fFewRows: -0.99,
	fClaimMet: 1.05, fClaimMissed: -0.56,
}}

// startingModel is what the weights were judged to be before any was fitted; a fit moves them as far as the gold demands (its prior is
// normal around them, with variance 1), so that a feature that no gold shows keeps a sensible weight.
var startingModel = Model{Bias: 3.6, Weights: Features{fReprinted: 2, fMarked: 0.5, fUnderGreet: -0.3, fUnannounced: -1, fInSentence: -0.7, fUnsureWrap: -1.2, fJoined: -0.3,
	fLong: -0.8, fVeryLong: -2, fLowerCase: -2, fUnbalanced: -2.5, fVerbal: -1.5, fEndsOpen: -3.5, fOddType: -1, fGroupWord: 1, fOneWord: -0.2, fOnBehalf: -0.3, fNoted: -0.2,
	fAddressed: -4, fDoubtful: -3, fMixed: -1.5, fTailed: -1, fPlaced: -2, fCountry: -1.5, fOffice: -4, fCounts: -5, fRefers: -5, fFewRows: -1, fClaimMet: 1, fClaimMissed: -0.7}}

// StartingModel returns the model that fits begin from.
func StartingModel() Model { return startingModel }
