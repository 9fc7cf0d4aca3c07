package sheet

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"strings"

	"undersigned/graph"
)

// unpack reads everything, through gzip where the first bytes say so, and returns the SHA-256 of what came in. What a packed
// file unpacks to is bounded, not its factor: a file of zeros ends at the bound, too.
func unpack(in io.Reader, limit int64) (text, sum string, err error) {
	hash := sha256.New()
	raw := bufio.NewReader(io.TeeReader(io.LimitReader(in, limit+1), hash))
	var from io.Reader = raw
	magic, _ := raw.Peek(2)
	packed := string(magic) == "\x1f\x8b"
	if packed {
		zip, err := gzip.NewReader(raw)
		if err != nil {
			return "", "", graph.Errorf(graph.Invalid, "the gzip file is damaged at its beginning; pack it again")
		}
		from = zip
	}
	var b strings.Builder
	if f, ok := in.(*os.File); ok && !packed {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() && info.Size() <= limit {
			b.Grow(int(info.Size()) + 1)
		}
	}
	n, err := io.Copy(&b, io.LimitReader(from, limit+1))
	switch {
	case n > limit:
		return "", "", graph.Errorf(graph.TooLarge, "the file holds more than %d MiB; split it", limit>>20)
	case err != nil && packed:
		return "", "", graph.Errorf(graph.Invalid, "the gzip file is damaged or cut off after %d bytes of text; pack it again", n)
	case err != nil:
		return "", "", graph.Wrap(graph.Unavailable, err, "the file could not be read to its end; check that the disk or network it is on is there")
	}
	return b.String(), hex.EncodeToString(hash.Sum(nil)), nil
}
