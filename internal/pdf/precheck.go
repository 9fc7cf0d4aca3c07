package pdf

import (
	"bytes"
	"regexp"
	"strconv"

	"undersigned/graph"
)

// Is reports whether data say that they are a PDF: the mark stands within the first kilobyte, where readers of PDF look for it. What stands
// before it (a line of a mail program, blanks) is no part of the document.
func Is(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// precheck refuses without the engine what is no PDF, or is so large that it cannot be read within the limits.
func precheck(data []byte, limits Limits) error {
	if !Is(data) {
		return graph.Errorf(graph.Invalid, "this is not a PDF, whatever its name says; open it to see what it is, and save the letter as PDF or text")
	}
	// The engine keeps the document in its memory, beside some 18 MB of its own and what it makes of the document.
	if room := (limits.Memory*wasmPage - 18<<20) / 2; len(data) > room {
		return graph.Errorf(graph.TooLarge, "this PDF has %d MB, and at most %d MB are read; print it to a smaller PDF, or paste the text instead",
			len(data)>>20, max(room, 0)>>20)
	}
	if m := linearized.FindSubmatch(data[:min(len(data), 1024)]); m != nil {
		if length, err := strconv.Atoi(string(m[1])); err == nil && length > len(data) {
			return errCutShort()
		}
	}
	return nil
}

// linearized is the first dictionary of a PDF made for the web, which tells how many bytes the whole file has.
var linearized = regexp.MustCompile(`/Linearized\s[^>]{0,200}?/L\s+(\d{1,10})[^0-9]`)

// endsEarly tells whether the file lacks its end, which is %%EOF with no further part behind it. A file whose table of parts was found
// (not repaired) may do without %%EOF; a part behind it is an update that did not arrive whole, and reading on would show
// the version before it.
func endsEarly(data []byte, repaired bool) bool {
	end := bytes.LastIndex(data, []byte("%%EOF"))
	if end < 0 {
		return repaired
	}
	return partBegins.Match(data[end:])
}

var partBegins = regexp.MustCompile(`[\r\n]\d+ \d+ obj\b`)

func errCutShort() error {
	return graph.Errorf(graph.Invalid, "this PDF is cut short: its end is missing; download it again, completely")
}
