// Package lexicon says what a word is, language by language: a month, an office, a title, a legal form, a word that names of
// organizations have, a country or another place. It is data with functions to ask it, and knows no lines; what several words are
// together is package phrase's.
//
// Words move into data, a file for each language, where each stands once with all the senses it is used in; data/senses.tsv explains them.
// Legal forms and words for an organization have moved.
//
// Decisions:
//
// 2026-11-30 A sense is a use. The reader had seven lists of legal forms and over twenty of words for an organization, each grown from documents;
// they were moved with exactly their words, so that answers stayed the same. Two senses become one when evaluation shows that nothing is lost.
// Files are read when the program starts, since lists are variables (600 rows take 0.2 ms); patterns are made of them when first used.
package lexicon
