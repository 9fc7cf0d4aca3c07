// Package pdf reads PDF: words at places become printed lines in reading order. The way: word.go makes words and rows; margin.go sets running
// heads, page numbers and footnotes aside; gutter.go and proof.go find the white space that parts columns, region.go puts columns into reading
// order, table.go tells tables from them, flow.go follows cells over pages; stretch.go and line.go see how a column is set and how wide it is,
// heading.go what stands out; wrap.go and shape.go say of each line whether it goes on with the one above. What geometry leaves open is decided
// in package entry, once signatories are known.
//
// Lines are numbered through the document in reading order, page by page: first what was set aside at a page's head, then its text, then what was
// set aside at its foot. Boxes are x0, y0, x1, y1 in points from the page's top left corner.
//
// Decisions:
//
// 2026-11-22 White space tells columns, and the room at a line's end tells wraps. A PDF has words at places and nothing else. A line goes on with
// the one above only if its first word had no room there; where it had none, most lines still begin a name, so a wrap needs a second sign: a
// hanging indent, a smaller distance, a word that cannot begin a name, or the order of the alphabet. A trained model would need labelled pages, and
// could not say why.
package pdf
