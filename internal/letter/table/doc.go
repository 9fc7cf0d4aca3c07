// Package table says which column of a table holds what: by the words of its header, else by the look of its cells. Reading the rows is
// left to the packages entry (tables within documents) and sheet (tables that are documents).
//
// Decisions:
//
// 2026-11-22 What one line cannot tell, its list tells: whether a column holds names is judged over all its cells (ProfilesOf).
package table
