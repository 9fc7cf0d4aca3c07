// Package load is the use case behind `undersigned load`: it takes files and folders, has each read by the package that knows
// its form (letters by internal/letter, data sets, judgement files and edge lists by internal/dataset), asks internal/sameletter
// which are reports of others, writes everything to a store in few transactions, and says for each letter what was found and
// what was not. It leaves reading and comparing to those packages and printing to cmd.
//
// Decisions:
//
// 2026-11 The order of files never matters. They are taken in the order of their base names; two files that hold one letter with
// different content are a conflict that names both; a letter and its report are compared whichever comes first. So any
// order, in one run or several, gives the same content hash.
//
// 2026-11 A report is linked in the same transaction as the letter that comes second. Context: a kill between the letters and
// their links would leave reports counted as letters. Rejected: a pass over the store at the end.
package load
