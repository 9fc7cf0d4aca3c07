// Package draft is the answer of reading: what was read in one document, its JSON (which `undersigned extract --json` prints), and the
// domain record that is made of it. It leaves finding the answer to the stages of reading.
//
// Decisions:
//
// 2026-11-22 Rows that one list prints twice stay two rows of the Draft (the list says so) and become one signature with two
// evidences in Draft.Letter. Lists that repeat each other are one row with two evidences from the start.
//
// 2026-11-30 The record is made here and not in package letter, where the plan of rooms had it: it needs nothing but the Draft, and as a
// method of it callers find it.
package draft
