// Package cluster finds coalitions: groups of organizations, with the letters that hold them together, that sign with
// each other more than their numbers of letters and the sizes of the letters would make likely. It maximizes Barber's
// bipartite modularity by the Leiden method directly on the two-mode network, so a sweep costs the signatures and no
// projection is built; every cluster is connected.
//
// Modularity finds clusters in anything, and other seeds find others. Therefore Stability says how often an organization
// comes back to its cluster, and Significance compares with networks of the same degrees in which who signs what is
// random. Labels for people come from Letters. Where clusters are drawn is a question for package layout.
package cluster
