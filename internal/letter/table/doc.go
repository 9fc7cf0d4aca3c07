// Package table says which column of a table, or which field of a list of data, holds what: who signs, and what is said of them. It goes by the words
// above a column and by what its cells look like, and reads rows by that (Judge, Reading.Row). Finding the tables of signatories, and making
// signatories of rows, is left to the packages entry (tables within documents) and sheet (tables and data that are documents).
//
// Decisions:
//
// 2026-11-22 What one line cannot tell, its list tells: whether a column holds names is judged over all its cells.
//
// 2026-11-30 Columns are scored and no longer the first that fits: each kind of column has weights for what is above a column and for shares of its
// cells (weights.tsv of package weights), the best kind is taken, and its distance to the second is what doubt is stated by. One code reads tables of
// all media and fields of YAML and JSON, where a key is a header; before, three lists of headers said three things. The weights are priors set by
// hand: twelve tables of the gold are too few to fit two hundred weights, and the generator of layouts makes its tables by our own ideas
// of them (but see below). Words above columns, for kinds of signatories and for what became of a signature are data (package lexicon).
//
// 2026-11-30 Who signs, where persons stand beside organizations: the persons, unless the organizations stand in front, a header calls the
// persons contacts, or six rows in ten say an office in an organization and fewer than three an occupation. Row by row, a column of kinds
// has the last word.
//
// 2026-11-30 The weights of columns are fitted, too (evaluate extract --fit): each column of which the gold or an unambiguous header says what it holds is
// held against all else that it might be told to be, once with its header and once as if it had none. Only the weights that were judged by hand
// move, around what they were judged to be, so that a column keeps the few features that speak of it; those judged 1 and more keep their signs.
package table
