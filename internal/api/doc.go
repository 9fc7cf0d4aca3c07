// Package api puts the use cases of package explore on HTTP: a Gin router, operations described by huma as OpenAPI 3.1,
// problem+json for every error, and the files of the web explorer. It answers how a question arrives and how an answer
// leaves; what the answer is, is decided in explore.
//
// Decision (2026-11): everything but /health is a function of (request, data, program), so an entity tag is made of these
// three and checked before any work is done. The data are pinned for a request by reading the service once, in
// conditional.go; a handler never sees two revisions. Consequence: handlers are functions from a Reading and parameters to
// data and an error, and one wrapper writes status, headers, body and log line.
//
// Decision (2026-11-30): /reconcile and what is below it, and nothing else, answer pages of every site (CORS), and the preview there may be framed:
// so the clients of the Reconciliation Service API ask. Rejected: the same for the whole API, since nobody needs it. Consequence: a page that is open
// beside the server may ask who signed; nothing is written there, no token or cookie is read, and the host names that are answered to stay the same.
package api
