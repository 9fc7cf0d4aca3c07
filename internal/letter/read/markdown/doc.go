// Package markdown reads Markdown for its text: headings, lists, tables and front matter are kept as such. It is no renderer: every line
// keeps the number of its source line. Tables in HTML are read by package page.
package markdown
