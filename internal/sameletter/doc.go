// Package sameletter answers whether two records are one letter: a report of it by the written rule (rule.go), or perhaps a version,
// translation or report of it, which is proposed with reasons (proposal.go). An index finds the candidates without comparing all with all
// (index.go). It leaves to its callers which records there are, what a person has decided about them, and to write what it says.
//
// Decisions:
//
// 2026-11-22 Two letters that may be one are proposed with sentences that say why, never joined: coalitions sign many letters together, on
// one day and to one address. Only a report that quotes its letter is joined, by the written rule.
//
// 2026-11-30 A package of its own, which knows records and not how they were read. Context: the rule stood in package letter, and loading
// and intake had parts of it again. Decision: what is asked of two records is answered here, whoever asks.
package sameletter
