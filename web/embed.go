// Package web holds the built explorer as files inside the binary. How it is built: npm ci and npm run build in this
// directory (make web); what it shows comes from the API alone. Serving the files, their headers and the route to
// index.html belong to internal/api.
package web

import (
	"embed"
	"io/fs"
)

// dist is made by the build and is not in version control, except for a file that keeps the directory, so that the
// package also compiles before the first build.
//
//go:embed all:dist
var dist embed.FS

// Files returns the built explorer with index.html at its root, and whether it has been built.
func Files() (fs.FS, bool) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the path is a constant of this file
	}
	_, err = fs.Stat(files, "index.html")
	return files, err == nil
}
