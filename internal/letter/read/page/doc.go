// Package page reads pages of the web, as published, as templates, and as saved by browsers and archives.
//
// Decisions:
//
// 2026-11-22 Pages are walked token by token, without a tree: few are well formed, tokens know their source line, and the work is linear.
// What belongs to the site (menus, margins of links) is dropped where it announces nobody; what the author's classes say of a list
// ("signatories", "org-name", "footnotes") goes with its lines to package section. Code of templates is taken off before (code.go) and never
// run. Readability algorithms were rejected: they cut lists off as clutter.
package page
