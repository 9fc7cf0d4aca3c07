// Package doubt says how surely a document was read as a whole, and in sentences why not more surely: what a person who looks at the document
// should look for. Whether one row is right is package confidence's question; which lines are signatories, that of section, entry and signatory.
//
// Decisions:
//
// 2026-11-30 Doubts do not change what was read. A reading that could be mended by a doubt is mended where it is made; what is left here is what
// no rule could tell.
//
// 2026-11-30 The confidence of a document is a product and no fitted model: the mean confidence of its rows, times what each doubt keeps. So each
// sentence costs something, a document without doubts is as sure as its rows, and whoever reads the sentences knows where the number
// comes from. Thresholds were set on ../shared/data/gold and gold2; `undersigned evaluate extract` says what they do: how many of the documents
// read badly say that they are doubtful, and how many of the others.
package doubt
