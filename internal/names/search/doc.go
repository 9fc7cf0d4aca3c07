// Package search answers which names a person means who types words: names of which every word of the query begins a word, the same in every
// store (Words, QueryWords) and in memory (Index); where nothing begins so, names like the query. Whether two names are one organization is
// package names'; in what order things are shown belongs to who asks.
//
// Decisions:
//
// 2026-11-30 Names like a mistyped query are found by trigrams, not by the comparison of package names. Context: of 20 mistyped queries on the
// example, trigrams give the name meant first for 14, the comparison for 12 with a score that is worth showing; it is made for whole names,
// trigrams take beginnings of them, and titles of letters, too.
package search
