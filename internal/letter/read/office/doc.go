// Package office reads office documents: Word and OpenDocument texts as lines, Excel workbooks as sheets, whose columns package sheet
// understands. Zip and XML are read by the standard library within limits of our own (zip.go). What it does not read it says.
package office
