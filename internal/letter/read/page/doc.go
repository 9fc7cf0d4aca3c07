// Package page reads pages of the web, as published, as templates, and as saved by browsers and archives.
//
// Decisions:
//
// 2026-11-22 Pages are walked token by token, without a tree: few are well formed, tokens know their source line, and the work is linear.
// What belongs to the site (menus, margins of links) is dropped where it announces nobody; what the author's classes say of a list
// ("signatories", "org-name", "footnotes") goes with its lines to package section. Code of templates is taken off before (code.go) and never
// run. Readability algorithms were rejected: they cut lists off as clutter.
//
// 2026-11-30 Cards are found by their repetition: elements of one class, four or more in a row, each with a name that is marked or alone in it.
// Lists of class names were rejected: they would know the frameworks of a year; repetition needs none. An element's class says who signed
// only where authors name it so (signedClass, nameClass).
package page
