// Package medium says what a medium is: how it is known, what reading it may cost, and what it may ask. A medium turns bytes into a
// document.Document or, where a file says itself who signed, into a draft.Draft. The media stand below read and in sheet; package letter
// lists them.
//
// Decisions:
//
// 2026-11-30 Media know no words. Putting lines in order now and then hangs on one all the same: a table of a PDF is a table because its
// columns hold countries and persons, a margin of a page is the letter's if it announces signatories. Such questions are asked of Words, a
// short list; moving each decision behind the media was tried on paper and would have carried half-read tables and margins through every
// stage after.
package medium
