// Package sqlite keeps a store in one file, with SQLite (modernc.org/sqlite: no C compiler needed, so that one build runs
// everywhere; the runner-up, mattn/go-sqlite3, is faster but needs cgo). It answers the contract of package store and adds
// nothing to it; the tables are described in migrations/ and may be read with any SQLite program.
//
// What is written is durable: write-ahead log with synchronous=FULL, one write at a time, all of it in one transaction that
// ends with the revision. Readers never wait for the writer and see one revision each.
//
// 2026-11-22: a new store is made under another name in the same folder and then linked to its own, so that a file under
// the name of a store is always a whole one, also after a kill or on a full disk. Consequence: an empty or foreign file is
// never taken for a new store and never written to.
//
// 2026-11-22: a file or folder that may not be written to opens for reading. SQLite cannot read a write-ahead-log database
// there unless it takes the file as immutable; the store then watches size and time of the file and refuses to go on when
// somebody else has written to it.
//
// 2026-11-22: before each call the store looks whether the file under its name is still the one it opened. Context: a store that
// was removed or replaced under a running server was read on, and written to, without a name. Consequence: one stat a call;
// what is removed is an error until it is back, what is replaced is opened after one failed call.
//
// 2026-11-30: every write leaves a random state in the table meta, and the one that it found. Context: a file that was moved or copied over
// another, with the other's log still beside it, was opened with that log, and two stores became one that was neither. Nothing in
// SQLite's format says to which file a log belongs. Consequence: file and log are read apart before SQLite sees them (log.go), and a log
// whose chain of states has no link in the file is refused. A running server whose file was moved away puts its log into that file and
// opens the new one; one whose file was copied over stops reading and writing, since SQLite shares what it knows of a file within a process.
//
// 2026-11-30: who only reads opens with OpenExisting, which makes nothing. Context: stats --store TYPO.db made an empty store and said that it holds
// nothing. Consequence: only load, restore, copy and serve make a store.
package sqlite
