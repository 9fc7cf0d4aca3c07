// Package search answers which names a person means who types words: names of which every word of the query begins a word, the same in every
// store (Words, QueryWords) and in memory (Index); where nothing begins so, names like the query. Whether two names are one organization is
// package names'; in what order things are shown belongs to who asks.
package search
