// Package evaluate answers how well documents are read: it extracts the documents of gold folders, compares each with what a person
// found in it, adds up, and fits on gold what is fitted. What a letter is read as, and how a fitted weight is applied, is package
// letter's.
//
// The way through: folder.go and gold.go read what a person found, extract.go the documents; match.go and document.go hold one against the other;
// overall.go, reliability.go and same.go add up; publisher.go does so with everything fitted on other publishers (fit.go, prior.go); print.go,
// csv.go and drafts.go write what came of it. ablate.go asks what each rule of the reader earns.
//
// Decisions:
//
// 2026-11, micro averages: precision and recall are counted over all names of all documents, not averaged by document, so that
// a list of four hundred weighs more than a list of seven. The smallest document is looked after by its own bar (BarEach).
//
// 2026-11-30 Counting is that of ../shared/data/check/score.py, and a test compares the two: micro, macro and median are of documents that
// organizations signed. Before, a false organization in a document that nobody signs lowered the micro precision; it hid there, and
// depended on how many names the other documents had. It is counted apart now.
//
// 2026-11-30 Left out is a publisher, not a document. Documents of one publisher share their layout, so leaving out one document
// let the fit see its like, and flattered. Whatever is fitted joins the list of parts, so that no figure can forget one.
//
// 2026-11-30 Whether documents know that they were read badly is counted over all that were read, those that nobody signs too (F1 is 1 there where
// nothing was found, else 0), as score.py does. With a publisher left out, doubts about rows are made anew from its rows' confidence.
//
// 2026-11-30 Micro and macro are printed with an interval of 95 in 100, from 2,000 samples of publishers (bootstrap.go) and not of documents: a publisher's
// documents share their layout, so that they are fewer proofs than they are many. Whether a document was read rightly is fitted like all else (wholes.go).
package evaluate
