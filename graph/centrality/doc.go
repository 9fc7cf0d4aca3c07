// Package centrality measures how central an organization (and, where it costs nothing more, a letter) is: degree,
// closeness, betweenness and PageRank, on the two-mode network or on its projection, but always computed from the
// incidence.
//
// Three betweenness notions are in use and differ; we name them. Betweenness counts shortest paths between
// organizations only, which equals betweenness on the projection that keeps one edge a shared letter: it is the default,
// since organizers ask who stands between organizations. BipartiteBetweenness counts paths between all nodes, letters
// included, as networkx does. Betweenness on the simple projection, which forgets how many letters a pair shares, is not
// offered.
//
// Two-mode normalizations follow Borgatti and Everett 1997 (doi:10.1016/S0378-8733(96)00301-2). Ties that stand for
// something more than chance, and clusters, are questions for packages affinity and cluster.
package centrality
