// Package wording answers what media ask about words (medium.Words), by what the packages cue, phrase, table and lexicon know. It is apart
// from both sides, so that no medium can look further than its questions.
package wording
