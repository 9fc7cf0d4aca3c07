// Package match answers which organization of a network a printed name stands for that is not stored yet: one that is known, some that it may
// be, or none (Register.Match); and, for tables of others, how likely each is (Register.Likely). It keeps to what judgements say of names, and
// says which names several organizations have (Homonyms). Whether two names are alike is package names'; what a letter with that name does
// to the network is decided where it is saved.
//
// Decisions:
//
// 2026-11-30 What is stored or a written rule says makes a name known, and nothing else: a name that only resembles is asked about from the
// score on that package names asks from, and below it is none. Context: candidates by shared letters, with scores of their own, offered wrong
// organizations first, which one key accepts. Consequence: of 338 pairs of spellings half are known and a third asked; in other languages some
// are new, where a person has to say so.
//
// 2026-11-30 A bare acronym asks, although a rule of package names joins it with the one name that prints it beside itself. Context: that no other
// name of a store has it says little of the names that no store has yet; a table that is compared with itself is another matter. Consequence: one
// key more for each such row.
package match
