// Package sameletter answers whether two records are one letter: a report of it by the written rule (rule.go), or perhaps a version,
// translation or report of it, which is proposed with reasons (proposal.go). An index finds the candidates without comparing all with all
// (index.go, postings.go; sketch.go is what is compared). Where two have one id, it says what is kept of both (state.go). It leaves to its
// callers which records there are, what a person has decided about them, and to write what it says.
//
// Decisions:
//
// 2026-11-22 Two letters that may be one are proposed with sentences that say why, never joined: coalitions sign many letters together, on
// one day and to one address. Only a report that quotes its letter is joined, by the written rule.
//
// 2026-11-30 A package of its own, which knows records and not how they were read. Context: the rule stood in package letter, and loading
// and intake had parts of it again. Decision: what is asked of two records is answered here, whoever asks.
//
// 2026-11-30 One index for loading, intake and `letters proposals`. Context: loading looked for reports among all records by an index of its
// own; intake took the reports from the proposals, of which only the forty most alike are weighed, so that a report with one name in common,
// or of a letter that all have left, was linked by one and not by the other. Decision: Links compares with every record that shares half of
// the report's names, and what it finds is among the proposals, too. What is looked up is indexed when it is first asked for, so a load
// without texts pays for no index. Consequence: the order in which letters come, and whether by load or by Add, makes no difference.
//
// 2026-11-30 What is kept of a letter that comes again is one rule (State), whoever stores it. Context: loading kept name and origin of a
// document only where nothing else differed, and took an address that nobody had read for content; so a file loaded after Add, or by a newer
// version of the program, took the address away. Add always kept them, but took the newest name, address and time, and asked whether to
// replace a letter that was the same but for these. Decision, document by document (same id, so the same bytes): an address, once known,
// stays; of two at which it was read the first in order, of two times the earlier, of two names the first, since the order in which copies
// come must not matter; where one was only said, the newer, since a person who corrects an address must be heard. Rejected: that the newest
// always wins, as in Add, which gives one folder another content in each order. What a data set says of its documents is believed as it
// stands. Consequence: the same page added twice is one record, and no question is asked about it.
//
// 2026-11-30 What is kept of persons' work when a document is read again is decided here, too (Again), from the records: evidence says who
// corrected, joined or pointed at a name, and a left-out line who left it out. What persons changed of a letter's other fields is nowhere marked; the
// audit log says who wrote a letter last, and of a letter that a person saved these fields stay as a whole (store.SavedByPersons). Where a
// person confirmed a doubtful reading, that holds for these doubts: another doubt asks anew.
package sameletter
