// Package markdown reads Markdown for its text: headings, lists, tables and front matter are kept as such. It is no renderer: every line
// keeps the number of its source line. Blocks of HTML are read by package page. Other markup of lines is written as Markdown first.
//
// Decisions:
//
// 2026-11-30 reStructuredText, AsciiDoc and Org are rewritten line by line as Markdown: their headings, lists and tables are the same
// things, and a reader of each would say a fourth time what a list of names is. What has no like in Markdown (code, comments, options) goes.
package markdown
