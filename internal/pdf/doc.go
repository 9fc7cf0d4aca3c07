// Package pdf reads PDF documents with PDFium: it answers what text stands where on a page, in which font, behind which link,
// and what a page looks like. Which lines, columns and names the text makes is left to package letter.
//
// The way through the house: Reader (reader.go) owns the compiled engine and Open gives a Document; page.go and run.go turn
// PDFium's characters into runs; draw.go draws; instance.go is the only place that calls into the engine and the only one that
// says what a failure in it means; host.go is all that the engine may ask of the world outside, which is nothing.
//
// Decisions:
//
// 2026-11-22 PDFium compiled to WebAssembly, run by wazero inside this process. Letters come as PDFs of every maker, with damaged
// tables and odd fonts; the readers written in Go lose text that browsers show. A native PDFium needs cgo and one build per
// platform, and a hostile file would run in our address space. In WebAssembly a file can do no more than end its own instance, and
// memory and time have limits that hold. The price: 4.6 MB in the binary and about two seconds of compiling on the
// first run of a machine (see cache.go). The module is the one of the npm package @embedpdf/pdfium, pinned in web/package.json and
// put into engine/ by `make build`; a build without it compiles and says so when asked for a PDF.
//
// 2026-11-22 One instance per document, thrown away with it. Starting one takes a few milliseconds. Nothing that one document
// does to the engine's memory reaches the next, and the same bytes give the same answer whatever was read before.
//
// 2026-11-22 The engine asks whether it may go on. wazero's own way to end a call costs an exit from the compiled code in every round
// of every loop, which made PDFs of browsers take four times as long (.8 s for ten pages). So package main in meter/ puts a
// counter into every loop when the program is built, and the engine calls us each 20,000 rounds.
//
// 2026-11-22 The engine sees no file, no clock, no environment and no font of the machine. A page is drawn and
// measured alike everywhere.
package pdf
