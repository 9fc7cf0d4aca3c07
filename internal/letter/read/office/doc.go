// Package office reads office documents: Word, OpenDocument and Rich Text as lines, Excel workbooks as sheets, whose columns package sheet
// understands. Zip and XML are read by the standard library within limits of our own (zip.go). What it does not read it says.
//
// Decisions:
//
// 2026-11-30 Rich Text has a reader of our own: a letter needs its words, paragraphs, tables and character sets, a few dozen of the many
// control words, with the limits and the notes set aside that the other office documents have. A dependency was not weighed against it.
package office
