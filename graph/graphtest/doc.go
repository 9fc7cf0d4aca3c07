// Package graphtest gives the tests below graph/ their networks: two small ones whose measures are published, a seeded
// generator, the larger files of ../shared/data/networks, and the slow, obvious projection that fast kernels are compared
// with. It is imported by tests only. Nothing here is meant to be quick, except the generator.
package graphtest
