// Package export writes a network, or a view of one, in the file formats that other programs read. It answers "give me
// these data": GEXF 1.3, GraphML, Pajek (network and partition), VOSviewer's JSON, CSV (nodes, ties, signatures, aliases, judgements), XLSX, JSON, Parquet
// (organizations, letters, signatures, ties) and FollowTheMoney entities. Pictures, and the list of all formats by
// name, are package report's; which organizations, letters and ties belong to a view is decided by the caller, who fills a
// Network.
//
// Every writer streams, checks the network before the first byte, and writes the same bytes for the same network: no clock,
// no map order. Every file but the table of judgements, which is package dataset's, carries the data version (the content hash of the data) and, where the format has room for
// it, the statement of the view and what is left out.
//
// # Text
//
// Files are UTF-8. Names go out as they are, with two exceptions that hold for all formats alike, so that all of them
// tell the same name: bytes that are no UTF-8, and characters that XML 1.0 forbids (control characters other than tab
// and line breaks, U+FFFE, U+FFFF), become U+FFFD. Some formats need more:
//
//   - CSV is RFC 4180 (CRLF, quotes doubled, line breaks inside a cell kept) without a byte order mark unless one is asked for
//     (package report puts it there); in a spreadsheet, import it as UTF-8. A text cell that a spreadsheet would run as a formula, because it begins with = + - @, a tab or
//     a carriage return (or the full-width form of one of the four signs), gets an apostrophe in front. So that this
//     can be undone, a cell that begins with apostrophes before such a sign gets one more: to have the original text,
//     remove one apostrophe from every cell that matches ^'+[=+@\t\r-] (package cells). Numbers are never touched.
//   - XLSX has texts as texts, so that nothing is guarded; a text of more than 32,767 characters is cut there, since a cell holds no more.
//   - Pajek labels know no escapes: a double quote becomes an apostrophe, a backslash a slash, a line break or tab a blank.
//     Pajek joins nothing by label, but other readers of its format do, so a label that stands twice gets its id in
//     brackets. Only Pajek's .net carries a byte order mark, without which Pajek reads UTF-8 as Latin; it stands before a
//     comment line, where readers that do not expect it see nothing but a comment. Read back with igraph in both modes and
//     with networkx in one-mode (networkx does not know the two-mode header that Pajek wants).
//   - Parquet (docs/spark.md) holds no printed text, which only evidence needs. Its text is never run, so nothing is guarded.
//
// # Numbers
//
// Strength, betweenness, PageRank, clusters, first and last are of the whole network; "letters" and "signers" count what the
// view shows, and a tie sums over the letters of the view. A letter's "signers_total" counts the signers that the view hides
// too: with it, a tie's weight can be recomputed from those letters as the sum of 1/(signers_total-1).
//
// Numbers have the shortest form that reads back as the same float64. Cluster 0 means "in no cluster". A stability that
// was not computed is left out (an empty cell in CSV).
//
// # Decisions
//
// 2026-11: time spans in GEXF are whole years, as numbers. GEXF's dates must be full days, and letters are often known to the month or
// the year only; a made-up day would be a claim nobody printed. The dates as known (2021, 2021-05 or 2021-05-06) are attributes.
//
// 2026-11: GraphML says what it holds and its data version in the graph's desc, not as keys of the graph, which Gephi reports as faults
// (severe ones before 0.10.1).
//
// 2026-11: the few parts that a workbook of texts and numbers needs are written here. The library for it, excelize 2.11, costs 9.7 ms
// of every start of the program, whatever it is started for, and 4.5 MB of the binary; it is made to edit workbooks.
//
// 2026-11: no file says the store's revision. It counts writes, so the same letters loaded in another order have another
// one, and the same content has to give the same bytes. The content hash is what can be compared.
//
// 2026-11: y grows downward in a Network, as on a screen. GEXF and VOSviewer positions are turned over, because y grows upward there and
// the map should look the same; GraphML, CSV and JSON keep the plain x and y; Pajek has both scaled into 0..1.
//
// 2026-11-30: Parquet is written with parquet-go, which is Go alone and takes rows one by one; arrow-go, its runner-up, would bring Arrow's
// columns, compute and file formats for the same four tables. Files name undersigned as their writer, not the library's version as a build has it,
// or the same data would not give the same bytes. Spark 4.0 and pyarrow 26 read them.
//
// 2026-11-30: in FollowTheMoney a letter is a Document and a signature a Documentation with the role signatory. Rejected: Event, which has a place and
// an organizer and no text; UnknownLink, which does not say that one end is a document; Mention, which is a name that a program found. What its
// package would drop or change is written as it takes it (codes of countries and languages, addresses) or left out, and make test-ftm asks it.
package export
