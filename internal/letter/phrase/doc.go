// Package phrase says what a few words are: a sentence, a person with office and organization, a list of names, a date, a number, a
// place, an address, a country at the end of a name, somebody who signs for another. It knows words and no lines; what a line says about
// the lines around it is package cue's.
//
// Decisions:
//
// 2026-11-30 Scripts with other marks, or without capitals and blanks, have no rules of their own where ours hold: text.Narrow puts our commas and
// brackets for theirs before a person is read, WideSeparator says what parts a list. What ours cannot hold stands in han.go and wide.go: there a
// person is told by a surname from the files of words, or by syllables of Korean given names, and an office by the end of what stands together.
// Two Chinese characters and more that no surname begins are never taken for a person: names of groups of three characters are as frequent.
package phrase
