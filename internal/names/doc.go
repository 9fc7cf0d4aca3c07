// Package names answers whether two printed names stand for one organization: with a probability, a verdict (same, ask or different) and its
// reasons in words. It takes names apart (Corpus, Form), finds the pairs worth comparing by an index, never by trying all (Pairs), compares
// two (Compare), and makes groups that are as good as their weakest pair (Group).
//
// It knows names only: what else is known of two organizations, such as shared lists, comes in as Context. Who signed what, judgements of persons,
// and what is stored belong to others.
//
// Decisions:
//
// 2026-11-30 Verdict and score are two things. "Same" is given by a written rule only (rules.go), each of which can be named, undone and
// switched off; the score is a fitted logistic model over features that can be said in words. Context: a threshold on a score would merge
// what no one can explain. Consequence: a pair of score .95 without a rule is asked, and a veto (different places, numbers, distinguishing
// words) keeps a rule from firing whatever the score.
//
// 2026-11-30 Words of languages, places, legal forms and abbreviations are data (data/*.tsv), folded in one way (fold.go) when the first
// name is compared, not at start.
//
// 2026-11-30 A chapter is never the same as its parent, and a link between both wants proof. Context: of names that add one place to another, every
// fifth only says where the body has its seat. Consequence: Child tells what a pair looks like, for who knows more of the two; Parents
// links only by the word for a part, or where names add two places to one. Arms (education fund) are asked.
//
// 2026-11-30 Greek and Cyrillic words are spelt in Latin letters when they are read, and compared as they sound. Context: lists print a name in
// the script of their readers. Consequence: names in two scripts score high but are asked, since no rule calls equal sound the same.
package names
