// Package document is what reading works on: printed lines in reading order, each with its place and the marks its medium gives (heading,
// item, cells, struck out, a box), and pieces, which are runs of lines that layout holds together. It knows neither media nor, but for
// one case, words.
//
// Decisions:
//
// 2026-11-22 Office documents have no lines: a line's number is that of its paragraph, empty ones and those in tables counted,
// and pages are not known. Of a workbook it is the row, and the page is the sheet where several are read.
//
// 2026-11-30 The one case is a month's name: "5. Mai 2021" at the head of a line is a date and no numbered item. Every medium takes markers
// off lines by the same function (CutMarker), so the question stands here and not in each of them.
package document
