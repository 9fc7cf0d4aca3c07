// Package graphtest gives the tests below graph/ their networks: two small ones whose measures are published, a seeded
// generator, larger ones from files, and the slow, obvious projection that fast kernels are compared with. It is imported by
// tests only. Nothing here is meant to be quick, except the generator.
//
// The files lie outside the repository, in ../shared/data/networks, since they are large or of others; each is an edge list
// with the columns organization and letter:
//
//   - davis.csv: the Southern Women again, to compare the two, with davis-reference.json, a table of their measures
//   - senate115.csv: the 115th US Senate, 110 senators as organizations, 3,874 bills and joint resolutions as letters, sponsors
//     and cosponsors as signers; from the R package networkdata (github.com/schochastics/networkdata, MIT)
//   - s2k.csv, s10k.csv.gz, s50k.csv.gz: synthetic, with Zipf's law for the letters of an organization and the signers of a
//     letter, twelve planted groups, and a quarter of the signatures across groups. They have 2,000 organizations and 500
//     letters with 20,000 signatures; 10,000 and 1,000 with 100,000; 50,000 and 5,000 with 500,000
package graphtest
