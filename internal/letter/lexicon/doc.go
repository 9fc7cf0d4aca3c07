// Package lexicon says what a word is, language by language: a month, an office, a title, a legal form, a word that names of
// organizations have, a country or another place. It is data with functions to ask it, and knows no lines; what several words are
// together is package phrase's.
package lexicon
