package layouts

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"strings"
)

//go:embed pdf
var pdfFiles embed.FS

// SourcesFile stands beside the PDFs: a line for each, the digest of its source and its name.
const SourcesFile = "sources.txt"

// kept is the PDF that was made of the source.
func kept(name string, source []byte) ([]byte, error) {
	data, err := pdfFiles.ReadFile("pdf/" + name)
	if err != nil {
		return nil, fmt.Errorf("%s is not there: run go run ./scripts/layouts -pdf", name)
	}
	sources, err := pdfFiles.ReadFile("pdf/" + SourcesFile)
	if err != nil {
		return nil, err
	}
	if !strings.Contains("\n"+string(sources), "\n"+Digest(source)+" "+name+"\n") {
		return nil, fmt.Errorf("%s was made of another source than is printed today: run go run ./scripts/layouts -pdf", name)
	}
	return data, nil
}

// Source is what the PDF of a layout is made of, a file of that extension, and the program that makes it; program is "" for all other media.
func Source(l Layout) (program, extension string, data []byte) {
	m := l.medium()
	return m.program, m.source, m.print(&compose(l).page)
}

// Digest is what SourcesFile has of a source.
func Digest(source []byte) string {
	sum := sha256.Sum256(source)
	return hex.EncodeToString(sum[:8])
}
