// Package cue says what a short line says about the lines around it: that signatories follow, that the letter ends, that something else
// begins, that a part of the list has a name. Which lines then are signatories is decided in package section.
package cue
