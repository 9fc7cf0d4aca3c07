// Package text cuts, trims, folds and joins strings, tells character sets apart, and compiles patterns when they are first used. It knows
// no word of any language; what words mean is package lexicon's.
package text
