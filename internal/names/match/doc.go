// Package match answers which organization of a network a printed name stands for that is not stored yet: one that is known, several that it may
// be, or none. It keeps to what judgements say of names, and says which names several organizations have (Homonyms). Whether two names are
// alike is package names'; what a letter with that name does to the network is decided where it is saved.
package match
