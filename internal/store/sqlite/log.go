package sqlite

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"undersigned/graph"
)

// A log belongs to one file: the one whose pages it changes. SQLite trusts the names, and puts a log into whatever file stands beside it; where
// one of them was exchanged, the result is a mixture of two stores. So every write leaves a random state in meta, and the one that it
// found; the writes of a log are a chain, and the file must hold one of its links, or the one before the first. Any other file, be it older,
// newer or of another store, is none that the log was made for.

// belongs reports whether the log beside a file was made for it. No log, and one without a whole write, harm no file.
func belongs(path string) (bool, error) {
	wal, err := os.Open(path + "-wal")
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, graph.Wrap(graph.Unavailable, err, "the log "+path+"-wal cannot be read; check its permissions")
	}
	defer wal.Close()
	have, root, pageSize, err := metaOf(path)
	if err != nil {
		if !errors.Is(err, errForm) {
			return false, graph.Wrap(graph.Unavailable, err, "the store "+path+" cannot be read; check its disk")
		}
		_, size := writesOf(wal, 0)
		return size == 0, nil // a file of which nothing can be told has no log with writes
	}
	chain, size := writesOf(wal, root)
	switch {
	case size == 0: // no whole write
		return true, nil
	case size != pageSize || len(chain) == 0:
		return false, nil
	case have.state != "":
		return isLink(chain, have), nil
	}
	first := chain[0] // made before there were states: by number, then
	return first.state == "" && have.revision >= first.revision-1 && have.revision <= chain[len(chain)-1].revision ||
		first.state != "" && first.before == "" && have.revision == first.revision, nil
}

// lastWriteOf reads what the file alone says.
func lastWriteOf(path string) (lastWrite, error) {
	last, _, _, err := metaOf(path)
	return last, err
}

// inLog reports whether the log beside a file has this write, or begins after it.
func inLog(path string, last lastWrite) bool {
	wal, err := os.Open(path + "-wal")
	if err != nil {
		return false
	}
	defer wal.Close()
	_, root, _, err := metaOf(path)
	if err != nil {
		return false
	}
	chain, _ := writesOf(wal, root)
	return len(chain) > 0 && isLink(chain, last)
}

// isLink reports whether a file with this write is one that the writes of a log may be put into.
func isLink(chain []lastWrite, have lastWrite) bool {
	return have.state == chain[0].before || slices.ContainsFunc(chain, func(w lastWrite) bool { return w.state == have.state })
}

// metaOf reads the row of meta in the file alone. errForm: it is not to be found.
func metaOf(path string) (last lastWrite, root uint32, pageSize int, err error) {
	plain, err := openPlain(path)
	if err != nil {
		return last, 0, 0, err
	}
	defer plain.file.Close()
	root, err = metaRoot(plain.page)
	if err != nil || root == 0 {
		return last, 0, 0, errors.Join(err, errForm)
	}
	page, err := plain.page(root)
	if err != nil {
		return last, 0, 0, err
	}
	last, err = metaOn(page, root)
	return last, root, plain.pageSize, err
}

// writesOf reads the whole writes of a log: what each left in meta, and the size of its pages, 0 where there is no whole write. A log is
// whole as far as its sums agree; what stands behind is of an earlier use, or was being written when the machine went out.
func writesOf(wal *os.File, root uint32) (chain []lastWrite, pageSize int) {
	r := bufio.NewReaderSize(wal, 1<<16)
	var header [32]byte
	if _, err := wal.Seek(0, io.SeekStart); err != nil {
		return nil, 0
	}
	if _, err := io.ReadFull(r, header[:]); err != nil {
		return nil, 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch binary.BigEndian.Uint32(header[:]) {
	case 0x377f0682:
	case 0x377f0683:
		order = binary.BigEndian
	default:
		return nil, 0
	}
	size := pageSizeOf(binary.BigEndian.Uint32(header[8:]))
	if size < 512 || size > 65536 || size&(size-1) != 0 {
		return nil, 0
	}
	var s [2]uint32
	sum(order, &s, header[:24])
	if !agrees(s, header[24:]) {
		return nil, 0
	}
	frame, salts := make([]byte, 24+size), header[16:24]
	var now, last lastWrite // of the write under way; of the one before
	for {
		if _, err := io.ReadFull(r, frame); err != nil || string(frame[8:16]) != string(salts) {
			break
		}
		sum(order, &s, frame[:8])
		sum(order, &s, frame[24:])
		if !agrees(s, frame[16:]) {
			break
		}
		if number := binary.BigEndian.Uint32(frame); number == root {
			if w, err := metaOn(frame[24:], root); err == nil {
				now = w
			}
		}
		if binary.BigEndian.Uint32(frame[4:]) == 0 {
			continue // the write goes on
		}
		pageSize = size
		if now != last {
			chain = append(chain, now)
			last = now
		}
	}
	return chain, pageSize
}

func agrees(s [2]uint32, b []byte) bool {
	return s[0] == binary.BigEndian.Uint32(b) && s[1] == binary.BigEndian.Uint32(b[4:])
}

// sum goes on with the check sum of a log.
func sum(order binary.ByteOrder, s *[2]uint32, b []byte) {
	for i := 0; i+8 <= len(b); i += 8 {
		s[0] += order.Uint32(b[i:]) + s[1]
		s[1] += order.Uint32(b[i+4:]) + s[0]
	}
}

// checkLog fails where the log beside a file was made for another. While another program writes, file and log are read at two moments, so that
// it looks again before it says so.
func checkLog(path string) error {
	for try := 0; ; try++ {
		ok, err := belongs(path)
		if err != nil || ok {
			return err
		}
		if try == 2 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	wal := filepath.Base(path) + "-wal"
	return graph.Wrap(graph.Conflict, errStranger, "the log "+wal+" beside the store "+path+" was made for another file, so that one of them was exchanged; opening both together would mix two stores. "+
		"Put the file back that the log belongs to; or, to open this one without what the log holds, move "+wal+" to another folder and remove "+filepath.Base(path)+"-shm")
}

// errStranger never leaves this package alone.
var errStranger = errors.New("the log belongs to another file")

// setAside gives the log of another file a name at which nobody takes it for this one's, and returns it. Nothing of it is lost.
func setAside(path string, now time.Time) (string, error) {
	to := path + "-wal-of-another-file-" + now.UTC().Format("20060102T150405.000")
	if err := os.Rename(path+"-wal", to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", graph.Wrap(graph.Unavailable, err, "the log "+path+"-wal of another file cannot be renamed; check the permissions of its folder")
	}
	if err := os.Remove(path + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", graph.Wrap(graph.Unavailable, err, "the file "+path+"-shm of another store cannot be removed; check the permissions of its folder")
	}
	return to, nil
}
