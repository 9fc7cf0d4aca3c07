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

// mostTimes is how many times its size a packed file may unpack to, beyond the first megabyte: lists of ties come to some thirty times, and what
// repeats itself more takes far more memory than its size when it is read.
const mostTimes = 200

// counting counts what is read through it.
type counting struct {
	io.Reader
	n int64
}

func (c *counting) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += int64(n)
	return n, err
}

// unpack reads everything, through gzip where the first bytes say so, and returns the SHA-256 of what came in. What a packed
// file unpacks to is bounded, and its factor.
func unpack(in io.Reader, limit int64) (text, sum string, err error) {
	hash := sha256.New()
	count := &counting{Reader: in}
	raw := bufio.NewReader(io.TeeReader(io.LimitReader(count, limit+1), hash))
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
	case packed && n > 1<<20 && n > mostTimes*count.n:
		return "", "", graph.Errorf(graph.TooLarge, "the gzip file unpacks to more than %d times its size, as only files made to do harm do; unpack it first if it is sound", mostTimes)
	case err != nil && packed:
		return "", "", graph.Errorf(graph.Invalid, "the gzip file is damaged or cut off after %d bytes of text; pack it again", n)
	case err != nil:
		return "", "", graph.Wrap(graph.Unavailable, err, "the file could not be read to its end; check that the disk or network it is on is there")
	}
	return b.String(), hex.EncodeToString(hash.Sum(nil)), nil
}
