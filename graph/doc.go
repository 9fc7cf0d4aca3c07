// Package graph is the library of undersigned: organizations, letters, targets, signatures with their evidence, the
// judgements about names, and the immutable two-mode network built from them. It answers "who signed what, and which
// printed line proves it". It does no I/O and reads no clock, environment or global random source; measures, clusters,
// suggestions and positions live in the packages below it.
package graph
