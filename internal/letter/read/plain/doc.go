// Package plain reads text as it is printed: lines, blanks, page feeds. What other media of text share stands here too: front matter, and
// marks within a line.
package plain
