// Package child has documents read apart from the program: in a process of the same binary with limits of memory and time and without secrets, which may
// break without anything else being touched. It answers what a task gave, or in a sentence how the process ended that gave nothing. What is read and how
// is for the packages whose tasks these are (intake for the explorer, load and extract for the command line); how many may be read at once is, too.
//
// reader.go starts processes and says how they ended (process.go is one of them); work.go is what runs in one, limit*.go its limits; wire.go is the
// form of what goes to and fro.
//
// Decisions:
//
// 2026-11-22 A process for each document. Context: documents come from anywhere, and their formats have been broken before; a goroutine can neither be
// stopped nor given a limit of memory. Decision: our own binary, with a hidden subcommand, limits of memory and time of its own and no secrets in
// its environment. Consequence: a document that kills its reader is an error of that document; it costs some 20 ms to start one.
//
// 2026-11-30 The command line reads in the same children, several documents in one, one after the other. Context: it read in its own process, bounded by
// counting alone, and a document that counting missed took all memory or ended a whole folder; a process for each of 6,000 letters would take
// longer than reading them. Decision: a child of the command line reads up to 500 documents in up to half a minute before another takes its place. A
// document at which a child ends that has read others is given once more, to a new one: so what one file gives never depends on those before it.
// Whoever would take a child over could answer for the documents after it; they are then the same user's, who gave all of them. The server's, which
// are of different people, have a process each.
//
// 2026-11-30 A document has 30 seconds of the processors, and on the command line two minutes by the clock. Context: with the clock alone, whether a large
// letter is read depended on what else the machine did. Consequence: Linux and macOS count the processors; elsewhere the clock decides.
package child
