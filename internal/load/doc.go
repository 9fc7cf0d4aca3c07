// Package load is the use case behind `undersigned load`: it takes files and folders, has each read by the package that knows
// its form (letters, tables and edge lists by internal/letter, data sets and judgement files by internal/dataset), asks internal/sameletter
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
//
// 2026-11-30 Reading again (ReadAgain) is another question than loading. Context: the reader gets better, and stored letters were read by the one
// of their day; loading a file again replaces what is stored, corrections included. Decision: `load --again` compares and shows, and writes only
// when told to; what is written is sameletter.Again's, which keeps what persons corrected. The bytes of documents are not stored, their text is, and text
// alone cannot be read anew (columns, boxes and markup are gone): so files are given again, and letters whose files are not given are named. Kept
// copies of what was fetched from addresses are read without being named. Rejected: storing bytes, which would make stores as large as all
// documents; fetching addresses again, since a page that has changed is another document. Consequence: a stored letter is found by the hash of its document
// where a newer reader reads another title and so gives another id; its id stays.
//
// 2026-11-30 A load ends with what the store holds. Context: people asked stats after each load. Decision: it is counted by the rules of graph from what
// the run knows anyway, letters, profiles and judgements, and read from the store only where another program wrote meanwhile; so a dry run can say it,
// too. Consequence: some .25 s a load for each 100,000 signatures.
//
// 2026-11-30 Standard input has no name, and its bytes say how to read it: by their first ones, as tables by having as many fields in each row, else
// as text. Rejected: asking for a name always, since most of what is piped says what it is.
//
// 2026-11-30 The command line reads files in the limited children of package child (apart.go), the next file while the last one is compared and written; what comes of
// them is taken in their order. Data sets above 16 MB have memory and time by their size. Edge lists (--edges) are read here, as a stream that counts
// what it keeps: they are networks of millions of rows, which would take longer to cross between processes than to read. So does evaluate, which looks into
// the reading, and whose documents are those that somebody wrote gold for. Rejected: limits for the whole program, which holds the store.
package load
