package letter

// fitted is the model that confidence uses. Made 2026-11-22 on 4424 rows of 99 published documents (open letters, statements, reports
// of them, and pages that nobody signed) whose signatories a person had listed, by: undersigned evaluate extract --gold DIR --fit
var fitted = Model{Bias: 5.07, Weights: Features{
	fReprinted: 2.00, fMarked: 1.01, fUnderGreet: 0.13, fUnannounced: -1.13, fInSentence: -0.60, fUnsureWrap: -1.60, fJoined: -0.69,
	fLong: 0.15, fVeryLong: -2.08, fLowerCase: -1.93, fUnbalanced: -3.10, fVerbal: -2.44, fEndsOpen: -6.00, fOddType: -1.00,
	fGroupWord: 1.38, fOneWord: 0.40, fOnBehalf: -1.12, fNoted: -0.37, fAddressed: -3.98, fDoubtful: -3.87, fMixed: -1.90,
	fTailed: -0.60, fPlaced: -7.06, fCountry: -6.41, fOffice: -3.97, fCounts: -4.89, fRefers: -5.00, fGlued: -2.07, fPartOf: -1.47,
	fShortFor: -4.56, fRunIn: -4.87, fGiven: -3.98, fMinority: -1.29, fBareName: -1.50, fFewRows: -0.97, fClaimMet: 1.20,
	fClaimMissed: -0.48,
}}

// startingModel is what the weights were judged to be before any was fitted; a fit moves them as far as the gold demands (its prior is
// normal around them, with variance 1), so that a feature that no gold shows keeps a sensible weight.
var startingModel = Model{Bias: 3.6, Weights: Features{fReprinted: 2, fMarked: 0.5, fUnderGreet: -0.3, fUnannounced: -1, fInSentence: -0.7, fUnsureWrap: -1.2, fJoined: -0.3,
	fLong: -0.8, fVeryLong: -3, fLowerCase: -2, fUnbalanced: -4, fVerbal: -2.5, fEndsOpen: -6, fOddType: -1, fGroupWord: 1, fOneWord: -0.2, fOnBehalf: -0.3, fNoted: -0.2,
	fAddressed: -4, fDoubtful: -4, fMixed: -3, fTailed: -1, fPlaced: -7, fCountry: -6.5, fOffice: -4, fCounts: -5, fRefers: -5, fGlued: -2, fPartOf: -1.5, fShortFor: -5, fRunIn: -5, fGiven: -4, fMinority: -2, fBareName: -1.5, fFewRows: -1, fClaimMet: 1, fClaimMissed: -0.7}}

// StartingModel returns the model that fits begin from.
func StartingModel() Model { return startingModel }
