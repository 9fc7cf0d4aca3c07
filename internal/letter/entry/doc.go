// Package entry finds which lines, or which part of a line, are one signatory: wraps, columns, items, cells, second printings, names in
// sentences; then what a list as a whole says of each of its entries (Judge). What one entry says is package signatory's question.
//
// Decisions:
//
// 2026-11-22 A name ends where a line ends in every printing. Letterheads and sign-offs wrap the same names differently, so two
// printings decide a wrap better than any dictionary. Where there is one printing only, dangling words, open brackets, the
// width of the column and alphabetical order decide, and the confidence says so.
//
// 2026-11-22 What one line cannot tell, its list tells: whether a country ends a name, whether persons sign for themselves. The testdata of
// package letter holds a small letter for each layout; add one before a rule.
//
// 2026-11-30 A list's habit is a value beside it (Habit), one for each entry, and nothing is written into entries. Sentences give entries and not
// blocks of lines, as the plan of rooms had it: the name is a part of a line, and the whole sentence is its evidence.
//
// 2026-11-30 What tells a list of persons (people.go) is fitted on the entries that do not say themselves whether they are persons: their own evidence is
// given, and the list adds to it. Fitted on whole lists, which are clear, the weights knew nothing of those in doubt, and took developers' groups in a list of
// persons for persons. Where persons sign for organizations and say their offices, an entry that says none names an organization, however
// much the list is one of persons: the features do not tell such a list from one of affiliations.
package entry
