// Package layouts prints lists of signatories in the layouts that letters have, each with its exact gold, for the tests of reading and
// for fitting. It knows nothing of the reader, and no part of the program imports it.
//
// A layout is one value of each axis (see Axes):
//
//	medium        HTML of five habits, Markdown, text, DOCX, PDF by two programs; CSV, YAML, JSON
//	separator     what stands between entries: lines, bullets, run-on marks, columns, tables, cards; the shape of data
//	entry         what is printed of a signatory: name, country, number, person and office, link, description, logo
//	announcement  what says that they signed (or, in some, that nobody did: members, recipients, thanks)
//	noise         what else is on the page: press contact, menu, related posts, sponsors, form, comments
//	language      words/*.txt, one file a language
//	size          how many sign
//
// Names of organizations are facts of the example data set and inventions in the language of the letter; persons and texts are invented.
// Layouts gives not the product of the axes but a covering array: every pair of values that makes sense stands in some document. The same
// version gives the same bytes. Changes gives letters that have nothing special, and what differs from them in one value.
//
// PDFs are made by hand from what the generator prints (go run ./scripts/layouts -pdf) and stand in pdf/ with the digests of their sources.
package layouts
