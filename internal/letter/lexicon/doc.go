// Package lexicon says what a word is, language by language: a month, an office, a title, a legal form, a word that names of
// organizations have, a country or another place. It is data with functions to ask it, and knows no lines; what several words are
// together is package phrase's.
//
// Words are data, a file for each language, where each stands once with all the senses it is used in; data/senses.tsv explains them. Names that
// belong to no one language have a file of their own, data/mul.tsv.
//
// Decisions:
//
// 2026-11-30 A sense is a use. The reader had seven lists of legal forms and over twenty of words for an organization, each grown from documents;
// they were moved with exactly their words, so that answers stayed the same. Two senses become one when evaluation shows that nothing is lost.
// Files are read when a word is first asked for (11,000 rows take 6 ms): lists and patterns are made of them then, and commands that read no letter
// do not pay.
//
// 2026-11-30 Nothing in the code of the reader looks for words of a language (TestReadingHasNoWords names what else it looks for). Words that are
// parts of texts, and belong to the rule of a function, are no rules of their own (Parts). A short word may mean something else in another language:
// Catalan "i" joins names, and is no joint in the patterns of all languages, since Swedish has it for "in".
//
// 2026-11-30 Ten languages are whole: they have every sense but those that data/empty.tsv excuses, with the reason; eight more have what lists,
// dates and countries are read with. Names of countries are Unicode CLDR's in each language that has a file. A month is looked up in its document's
// language first; short names that are words elsewhere ("out", "set") are months in their own language only.
//
// 2026-11-30 Texts are put in lower case without asking for their language, so words of Turkish, Greek and Romanian have the forms that come of
// capitals and of older letters, too (printings): "VAKFI" is "vakfi", "ΦΟΡΕΙΣ" is "φορεισ".
package lexicon
