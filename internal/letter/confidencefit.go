package letter

// fitted is the model that confidence uses. Made on DATE by: undersigned evaluate extract --gold DIR --fit
var fitted = startingModel

// startingModel is what the weights were judged to be before any was fitted; a fit moves them as far as the gold demands (its prior is
// normal around them, with variance 1), so that a feature that no gold shows keeps a sensible weight.
var startingModel = Model{Bias: 3.6, Weights: Features{fReprinted: 2, fMarked: 0.5, fUnderGreet: -0.3, fUnannounced: -1, fInSentence: -0.7, fUnsureWrap: -1.2, fJoined: -0.3,
	fLong: -0.8, fVeryLong: -2, fLowerCase: -2, fUnbalanced: -2, fVerbal: -1.5, fEndsOpen: -2.5, fOddType: -1, fGroupWord: 1, fOneWord: -0.2, fOnBehalf: -0.3, fNoted: -0.2,
	fAddressed: -3, fDoubtful: -3, fMixed: -1, fTailed: -0.5, fFewRows: -1, fClaimMet: 1, fClaimMissed: -0.7}}

// StartingModel returns the model that fits begin from.
func StartingModel() Model { return startingModel }
