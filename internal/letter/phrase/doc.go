// Package phrase says what a few words are: a sentence, a person with office and organization, a list of names, a date, a number, a
// place, an address, a country at the end of a name, somebody who signs for another. It knows words and no lines; what a line says about
// the lines around it is package cue's.
package phrase
