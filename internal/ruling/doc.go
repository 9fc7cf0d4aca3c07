// Package ruling answers which judgements the written rules make of a set of printed names and of what profiles say of them: which names are one
// organization, each pair with the rule's id and version. Whether a rule joins two names is package names'; where the judgements are kept is
// store/ruled's; what follows from them for a network is graph's.
//
// Decisions:
//
// 2026-11-30 What rules decide is stored as judgements, like what persons decide, and is a function of the names and profiles alone. Context: a rule
// inside graph can be seen and undone only by being computed again, each store's program may know other rules, and graph would need the tables of
// words. Consequence: equal records have equal judgements whatever the order of writing; a judgement that the rules no longer make is
// deleted, unless a person has undone it: that is an answer, and stays.
//
// 2026-11-30 A group of names is stored as a tree, not as all its pairs: the surest rules first, then the first names. n names need n − 1 judgements.
package ruling
