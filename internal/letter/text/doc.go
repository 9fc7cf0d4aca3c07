// Package text cuts, trims, folds and joins strings, tells character sets apart, and compiles patterns when they are first used. It knows
// no word of any language; what words mean is package lexicon's.
//
// Decisions:
//
// 2026-11-30 Character sets of one byte a character are told apart by letters, not by trigrams: chardet's are of running text in few
// languages, and lists of names in Polish, Croatian or Latvian were read as Chinese or as Western letters. Each set has the letters beyond
// ASCII of its languages by rank, which is not a word of any. Sets of two bytes are still chardet's to find.
package text
