// Package confidence says how sure a row is: the probability that it is right, from features of the row, its neighbours and its document.
// It decides nothing: which rows there are is settled before. Weights are fitted on gold in package evaluate.
//
// Decisions:
//
// 2026-11-22 Confidence is a logistic model of some thirty features whose weights are fitted on gold, by undersigned evaluate extract --fit.
// The prior of the fit is what we judged the weights to be, so that a feature that no gold shows still counts, and each can be read. Isotonic
// calibration was rejected: rules are right so often that the few wrong rows would make its steps.
//
// 2026-11-30 It is computed once, when all rows of a document are known, and not first for a row and then again with features taken back.
package confidence
