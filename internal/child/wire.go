package child

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"time"

	"undersigned/graph"
)

// order is the head of what a child is given; the document follows it.
type order struct {
	Do        string          `json:"do"`
	Time      time.Duration   `json:"time"` // in nanoseconds, as encoding/json has durations
	Processor time.Duration   `json:"processor"`
	Memory    uint64          `json:"memory"`
	Task      json.RawMessage `json:"task"`
}

// answer is the head of what a child gives; bytes follow it where there are any.
type answer struct {
	Code    graph.Code      `json:"code,omitempty"` // "" where all went well
	Message string          `json:"message,omitempty"`
	Reply   json.RawMessage `json:"reply,omitempty"`
}

// A frame is two lengths of four bytes, then that many bytes of JSON and that many of anything.
const lengths = 8

var errFull = errors.New("more than is taken")

func writeFrame(w io.Writer, head, rest []byte) error {
	var n [lengths]byte
	binary.BigEndian.PutUint32(n[:4], uint32(len(head)))
	binary.BigEndian.PutUint32(n[4:], uint32(len(rest)))
	for _, b := range [][]byte{n[:], head, rest} {
		if _, err := w.Write(b); err != nil {
			return err
		}
	}
	return nil
}

// readFrame reads a frame of at most so many bytes: errFull above, io.EOF where none begins.
func readFrame(r io.Reader, most int) (head, rest []byte, err error) {
	var n [lengths]byte
	if _, err := io.ReadFull(r, n[:]); err != nil {
		return nil, nil, err
	}
	first, second := uint64(binary.BigEndian.Uint32(n[:4])), uint64(binary.BigEndian.Uint32(n[4:]))
	if first+second > uint64(most) {
		return nil, nil, errFull
	}
	both := make([]byte, first+second)
	if _, err := io.ReadFull(r, both); err != nil {
		return nil, nil, errors.Join(io.ErrUnexpectedEOF, err)
	}
	return both[:first:first], both[first:], nil
}
