// Package intake is the use case behind "Add a letter" of the explorer: a person gives a document, it is read apart from the
// server, held against the store as a draft, corrected on the page and saved once. It answers what a draft says, how it differs from
// a stored letter, and what saving writes. Reading itself is internal/letter's, matching of names internal/explore's, writing the
// store's; HTTP and who may write are internal/api's.
//
// The way through the house: child.go has each document read in a process of its own (package child) and work.go is what runs in it;
// wire.go is what the two say to each other. drafts.go keeps the drafts, answer.go shows one (lines.go, warnings.go, similar.go,
// diff.go), save.go and signature.go make the letter of it, judge.go the judgements.
//
// Decisions:
//
// 2026-11-22 Drafts are kept in memory only. Context: what is not saved is nobody's record and may hold personal data. Decision: an id that
// nobody can guess, limits of size and number, and an end after two hours without use. Consequence: a restart forgets drafts; the page
// still has the rows, and the same document gives the same letter.
//
// 2026-11-22 The id of a saved letter is the one that `undersigned load` would give: from what was read, never from what was edited. So the
// same document is one letter, whichever way it came and however often it is saved.
//
// 2026-11-22 Whether a draft and a stored letter are one is asked of package sameletter. Context: a rule of our own knew the store's judgements
// about names, and proposed other pairs than the command line. Decision: its rule and index, over the records of the newest revision.
// Consequence: one answer everywhere; letters that nobody signs are not proposed, since the page cannot show them.
//
// 2026-11-22 Saves go one after the other, each with all that is stored by then. Context: two drafts of one document replaced each other
// unseen. Consequence: the second is told; a load by another program that writes the very document between look and write still wins.
//
// 2026-11-30 What a document is, package letter says. Context: pages were drawn of what begins with a PDF's mark, and letter reads as PDF what
// has the mark within its first kilobyte. Decision: the medium that the reading gives decides; what has pages is kept to draw them.
//
// 2026-11-30 A confirmation in spite of doubts stands in the letter (graph.Letter.Checked) and not among the judgements. Context: judgements say of two names
// or letters whether they are one, and every reader of them would have had to step over a third kind; the doubts themselves stand in
// the letter. Consequence: exports, backups and copies carry both, the audit log says who confirmed, and it can be taken back. Saving on
// Add confirms nothing: the doubts stand on the letter's page until somebody compared it with the source.
//
// 2026-11-30 The letter's page reads again by way of a draft (again.go): from the kept copy where there is one, else from the file that the person
// gives, which must be the same bytes. See the decision in package load.
package intake
