// Package signatory says what one entry says: name, type, capacity, country, note and affiliation, or why it is no signatory. It neither
// looks at other entries (their habit is given to it) nor rates what it read.
package signatory
