// Package sheet reads tables and lists that say themselves who signed: CSV, TSV, workbooks of Excel and OpenDocument, two-mode networks, YAML and JSON. They have no sentences to
// understand, so their rows come without the stages section and entry; which column holds what, package table says.
//
// Decisions:
//
// 2026-11-22 Lists as YAML and JSON, and tables, say themselves what is a name, so they give a Draft without understanding.
//
// 2026-11-22 Excel workbooks have a reader of our own: excelize 2.11 takes a sheet that is cut off for one that ends there, so that signatories
// would be lost in silence, its rows have no bound on columns, and it makes every command start later.
//
// 2026-11-30 The keys of a list of data are the header of a table (fieldsOf), those of groups within an entry with the key above them
// ("organization name"), and package table reads both. Lists within an entry are what it makes or does, unless a key says who signed; they are
// counted aloud. Data without a list of signatories, but with others, is a draft without rows and not an error: a directory is no broken file.
//
// 2026-11-30 Data that a page loads as a script ("var signers = [...]") is read from the first bracket on; where it is no JSON (keys without
// quotation marks), as YAML, whose flow style has that form. A script is not run.
//
// 2026-11-30 A table never invents a tie. Context: rows without a column for the letter were one letter, whatever else they said, so that all of them
// were tied. Decision: where dates differ, or somebody stands in several rows that another column tells apart, or sheets and columns of marks may be
// letters, the reading ends with a question (medium.Question), which names the columns and the answers; the command line answers by options, Add by a
// choice. Rejected: taking the likeliest column with a note, which nobody reads. Consequence: a form that asks for the date of signing must be
// answered with "none" once.
//
// 2026-11-30 One bad row is left out with its reason and the others are read. Before, it ended the reading, and a list of a thousand rows was not
// loaded for one. Two dates of one letter are still a Conflict, unless one row says it against all others.
//
// 2026-11-30 Edge lists are tables. Context: they had a reader of their own in package dataset, which refused encodings, separators, headers and rows that
// tables have. Decision: ReadEdges reads any table; the plain form has a way of its own (plain.go) that numbers the texts of each column and asks
// each different one once, by the functions of the general way, and leaves to that what needs all rows; a property test holds one
// against the other. Half a million rows take a second and some 170 bytes each. Consequence: the rows of the plain form keep their line as evidence
// and no text of the document, as they always did; other edge lists give the records that load gives.
// 2026-11-30 Names under a word such as partners or members are read, and no surer than a document with doubts, where nothing speaks of a letter or of
// signing (belonging.go). Until then a site's list of partners had rows of confidence 1.
package sheet
