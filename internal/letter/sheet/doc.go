// Package sheet reads tables and lists that say themselves who signed: CSV, TSV, Excel workbooks, YAML and JSON. They have no sentences to
// understand, so their rows come without the stages section and entry; which column holds what, package table says.
//
// Decisions:
//
// 2026-11-22 Lists as YAML and JSON, and tables, say themselves what is a name, so they give a Draft without understanding.
//
// 2026-11-22 Excel workbooks have a reader of our own: excelize 2.11 takes a sheet that is cut off for one that ends there, so that signatories
// would be lost in silence, its rows have no bound on columns, and it makes every command start later.
package sheet
