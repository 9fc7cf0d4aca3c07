// Package affinity measures ties between organizations: how many letters two of them share and how much each shared
// letter says. It works from the incidence and never stores the projection, whose pairs grow with the square of the
// largest letter.
//
// The displayed weight is Newman's: a letter of k signers adds 1/(k-1) to each pair of its signers (M. E. J. Newman,
// "Scientific collaboration networks II", 2001, doi:10.1103/PhysRevE.64.016132). Every letter of two or more signers
// thus gives each of them a total of exactly 1, so a letter of 500 does not drown one of three; the raw count of shared
// letters always stands beside the weight.
//
// Which ties exceed chance is a question for significance tests, and which organizations form a coalition one for
// package cluster. Filtering by year, topic or size is done by building a smaller incidence first.
package affinity
