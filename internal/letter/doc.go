// Package letter reads published letters: it answers who signed a document, on which printed line, and what the document
// says about its title, date, addressees and number of signatories. What stands behind a printed name, and whether two
// names are one organization, is left to package graph; storing is left to the loader.
//
// It is the face of the rooms below it, and what the rest of the program imports. A document goes through them in this order; each stage
// gets values of the ones before, and writes into none:
//
//	read/*      bytes           -> document.Document    printed lines (or, in sheet, a Draft at once)
//	about       Document        -> about.Facts          language, title, kind, date, addressees, claim
//	section     Facts           -> []section.Block      which lines are signatories; what was left out
//	entry       []Block         -> []entry.Entry        which lines are one signatory; []entry.Habit beside them
//	signatory   Entry, Habit    -> draft.Row            name, type, capacity, country, note
//	confidence  all rows        -> their confidence     once
//	doubt       the Draft       -> its confidence and doubts
//
// Below them stand text, lexicon, document, phrase, cue and table, which know strings, words, lines, a few words, short lines and columns, and
// draft, which is the answer. What read/* have in common is medium, which also says what they may ask about words; wording answers.
// docs/architecture.md draws all rooms and says where a new medium, language or layout goes; cmd/undersigned/imports_test.go holds who may import
// whom. Decisions stand in the package comments of the rooms.
package letter
