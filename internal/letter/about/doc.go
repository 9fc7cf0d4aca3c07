// Package about finds the facts of a whole document: language, title, kind, date, addressees, targets, the number of signatories it
// claims, and what it quotes. Facts are made once, by Of, and no later stage writes into them. Who signed is left to the stages after.
package about
