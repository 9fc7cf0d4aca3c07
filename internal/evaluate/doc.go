// Package evaluate answers how well documents are read: it extracts the documents of a gold folder, compares each with what a
// person found in it, and adds up. What a letter is read as is package letter's.
//
// 2026-11, micro averages: precision and recall are counted over all names of all documents, not averaged by document, so that
// a list of four hundred weighs more than a list of seven. The smallest document is looked after by its own bar (BarEach).
package evaluate
