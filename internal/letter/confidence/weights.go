package confidence

// fitted is the model that confidence uses. Made 2026-11-22 on 4424 rows of 99 published documents (open letters, statements, reports
// of them, and pages that nobody signed) whose signatories a person had listed, by: undersigned evaluate extract --gold DIR --fit
var fitted = Model{Bias: 5.07, Weights: Features{
	fReprinted: 2.00, fMarked: 1.01, fUnderGreet: 0.13, fUnannounced: -1.13, fInSentence: -0.60, fUnsureWrap: -1.60, fJoined: -0.69,
	fLong: 0.15, fVeryLong: -2.08, fLowerCase: -1.93, fUnbalanced: -3.10, fVerbal: -2.44, fEndsOpen: -6.00, fOddType: -1.00,
	fGroupWord: 1.38, fOneWord: 0.40, fOnBehalf: -1.12, fNoted: -0.37, fAddressed: -3.98, fDoubtful: -3.87, fMixed: -1.90,
	fTailed: -0.60, fPlaced: -7.06, fCountry: -6.41, fOffice: -3.97, fCounts: -4.89, fRefers: -5.00, fGlued: -2.07, fPartOf: -1.47,
	fShortFor: -4.56, fRunIn: -4.87, fGiven: -3.98, fMinority: -1.29, fBareName: -1.50, fFewRows: -0.97, fClaimMet: 1.20,
	fClaimMissed: -0.48,
	fStructure:   -3, // from the prior
}}
