// Package cluster finds coalitions: groups of organizations, with the letters that hold them together, that sign with
// each other more than their numbers of letters and the sizes of the letters would make likely. It maximizes Barber's
// bipartite modularity by the Leiden method directly on the two-mode network, so a sweep costs the signatures and no
// projection is built; every cluster is connected.
//
// Modularity finds clusters in anything, and other seeds find others. Therefore Stability says how often an organization
// comes back to its cluster, and Significance compares with networks of the same degrees in which who signs what is
// random. Labels for people come from Letters. Where clusters are drawn is a question for package layout.
//
// Decision (2026-11-30): what is worth the same alone and together is together. Context: moving asks for a gain, and where all partitions have the same
// modularity, as among organizations that signed the same letters, every node stayed a cluster of its own: two organizations on one letter were three
// clusters. Rejected: merging all clusters whose union loses nothing, which would depend on their order. Consequence: nodes that are alone
// join where they lose nothing (see gather), and at resolution 1 no cluster is of letters only.
package cluster
