// Package graph is the library of undersigned: organizations, letters, targets, signatures with their evidence, the
// judgements about names, and the immutable two-mode network built from them. It answers "who signed what, and which
// printed line proves it". It does no I/O and reads no clock, environment or global random source; measures, clusters,
// suggestions and positions live in the packages below it.
//
// 2026-11-30, kinds of judgements. Context: "same" and "different" cannot say that one organization is a part or a member of another, that a name is
// of earlier times, or that a name is another organization's in one letter only. Decision: four verdicts more, which have a direction. Parent and
// member keep two names apart exactly as "different" does, so that nothing new decides what is one organization; a former name joins as "same"
// does; a split keeps a name in some letters apart and leaves the name elsewhere as it was, where "different" leaves it in doubt. Parents are a forest, since what
// is rolled up must end: a second parent and a circle are refused. Memberships may lead in circles, as those of coalitions do. What signed nothing
// stays a name. Consequence: ids of judgements of the old verdicts stay; what dates mean for who signed when is asked by RollUp alone.
//
// 2026-11-30, a revised list decides. Context: the lists of all versions of a letter were put together, so who left a letter still signed it, and what
// one version claims was held against what another lists. Decision: of the versions of a letter the newest one that lists organizations is the
// letter's list (versions.go says which is newest); who is only in older ones, or in translations of these, is gone: no tie rests on it, whatever a
// report says, and the network keeps it with the line that printed it and the version that does not. Consequence: records stay as they are in every
// store, so a link that is undone brings everybody back; which of two versions with one date is newer rests on who points at whom.
//
// 2026-11-30, rolled up on request. Context: a question about movements counts the chapters of an organization as one, a question about places does not.
// Decision: RollUp makes a second network of a finished one, by entries of the incidence: who stands behind a name is settled before, and the lines stay
// below their entry. Rejected: to join the names in the resolution, by which the lines of a chapter would be its parent's own, and names and ids would differ from
// request to request. A letter that several signed who count as one has one entry, so that its size, by which ties are weighed, counts them once.
// Consequence: parents that signed nothing are organizations of a rolled-up network and of no other.
package graph
