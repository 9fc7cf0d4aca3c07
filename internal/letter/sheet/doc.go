// Package sheet reads tables and lists that say themselves who signed: CSV, TSV, Excel workbooks, YAML and JSON. They have no sentences to
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
package sheet
