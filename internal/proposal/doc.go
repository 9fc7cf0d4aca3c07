// Package proposal answers which organizations of a network may be one, and which of these questions matters most: it compares the names of
// organizations that nobody has judged, weighs in what the network knows of them (shared letters, countries), and orders the questions by
// how much an answer changes the network. Whether two names are alike is package names'; deciding is for persons.
//
// Decisions:
//
// 2026-11-30 What an answer changes is counted in ties: joining two organizations merges their ties with common partners and gives the others
// one end more. A question counts these ties times the probability that the answer is yes, so that one about two hubs comes before
// one about two names that signed once, unless it is hardly open.
//
// 2026-11-30 Two names on one list are hardly one organization: a list that prints both names lets the odds fall to a tenth. Countries that
// differ let them fall to a third. These two are set by judgement, since gold of who signed with both names is rare.
package proposal
