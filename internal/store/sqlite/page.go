package sqlite

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
)

// What is read here without SQLite: the row of the table meta, in the file alone and in the log alone. SQLite itself shows only both together,
// and that is the mixture that has to be noticed before it is made. The form of both is in "Database File Format",
// https://sqlite.org/fileformat2.html.

// errForm says that a page does not have the form that is expected of it.
var errForm = errors.New("a page has another form")

// lastWrite is the row of meta: what the last write left.
type lastWrite struct {
	revision      int64
	state, before string // "" in stores of formats before 4
}

// pageSizeOf reads the size of a page from the header of a file, or from that of a log, which spells it alike.
func pageSizeOf(n uint32) int {
	if n == 1 {
		return 65536
	}
	return int(n)
}

// plainFile reads pages of the file alone, as if there were no log.
type plainFile struct {
	file     *os.File
	pageSize int
}

func openPlain(path string) (*plainFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	var header [18]byte
	if _, err := f.ReadAt(header[:], 0); err != nil {
		f.Close()
		return nil, err
	}
	size := pageSizeOf(uint32(binary.BigEndian.Uint16(header[16:])))
	if size < 512 || size&(size-1) != 0 {
		f.Close()
		return nil, errForm
	}
	return &plainFile{f, size}, nil
}

func (p *plainFile) page(number uint32) ([]byte, error) {
	b := make([]byte, p.pageSize)
	_, err := p.file.ReadAt(b, int64(number-1)*int64(p.pageSize))
	if errors.Is(err, io.EOF) {
		err = errForm
	}
	return b, err
}

// metaRoot finds the page of meta, whose one row never needs a second one, in the table of tables, which begins on page 1.
func metaRoot(page func(uint32) ([]byte, error)) (uint32, error) {
	return metaBelow(page, 1, 8)
}

func metaBelow(page func(uint32) ([]byte, error), number uint32, depth int) (uint32, error) {
	b, err := page(number)
	if err != nil || depth == 0 {
		return 0, errors.Join(err, errForm)
	}
	cells, inner, err := cellsOf(b, number)
	if err != nil {
		return 0, err
	}
	for _, at := range cells {
		if inner {
			if at+4 > len(b) {
				return 0, errForm
			}
			if root, err := metaBelow(page, binary.BigEndian.Uint32(b[at:]), depth-1); err != nil || root != 0 {
				return root, err
			}
			continue
		}
		row, err := recordAt(b, at, 4) // type, name, table, root page
		if err != nil {
			return 0, err
		}
		if row[0].text == "table" && row[1].text == "meta" {
			return uint32(row[3].number), nil
		}
	}
	if inner {
		right := binary.BigEndian.Uint32(b[headerAt(number)+8:])
		return metaBelow(page, right, depth-1)
	}
	return 0, nil
}

// headerAt is where the header of a page of a tree begins: page 1 has that of the file before it.
func headerAt(number uint32) int {
	if number == 1 {
		return 100
	}
	return 0
}

// cellsOf returns where the cells of a page of a table begin, and whether it is an inner one, whose cells begin with a page number.
func cellsOf(b []byte, number uint32) (at []int, inner bool, err error) {
	h := headerAt(number)
	size := 8
	switch b[h] {
	case 0x0d:
	case 0x05:
		inner, size = true, 12
	default:
		return nil, false, errForm
	}
	n := int(binary.BigEndian.Uint16(b[h+3:]))
	if h+size+2*n > len(b) {
		return nil, false, errForm
	}
	for i := range n {
		at = append(at, int(binary.BigEndian.Uint16(b[h+size+2*i:])))
	}
	return at, inner, nil
}

// value is a whole number or a text.
type value struct {
	number int64
	text   string
}

// recordAt reads the first columns of the row whose cell begins at a place of a leaf page. A row that goes on on other pages begins on this one.
func recordAt(b []byte, at, columns int) ([]value, error) {
	_, n := varint(b, at) // length of the row
	at += n
	key, n := varint(b, at)
	at += n
	begin := at
	length, n := varint(b, at)
	at += n
	body, end := begin+int(length), begin+int(length)
	if n == 0 || body > len(b) {
		return nil, errForm
	}
	row := make([]value, 0, columns)
	for range columns {
		if at >= end {
			break // rows of before a column was added
		}
		kind, n := varint(b, at)
		at += n
		size, text := sizeOf(kind)
		if n == 0 || size < 0 || body+size > len(b) {
			return nil, errForm
		}
		cell := b[body : body+size]
		body += size
		switch {
		case text:
			row = append(row, value{text: string(cell)})
		case kind == 9:
			row = append(row, value{number: 1})
		case kind == 0 && len(row) == 0:
			row = append(row, value{number: int64(key)}) // the key of the table stands before its row
		default:
			x := int64(0)
			if size > 0 && cell[0] >= 0x80 {
				x = -1
			}
			for _, c := range cell {
				x = x<<8 | int64(c)
			}
			row = append(row, value{number: x})
		}
	}
	return row, nil
}

// sizeOf is how many bytes a value of a kind takes; -1 for kinds that we do not store in what is read here.
func sizeOf(kind uint64) (size int, text bool) {
	switch {
	case kind <= 4:
		return int(kind), false
	case kind == 5:
		return 6, false
	case kind == 6:
		return 8, false
	case kind == 8 || kind == 9:
		return 0, false
	case kind >= 13 && kind%2 == 1 && kind < 1<<31:
		return int(kind-13) / 2, true
	}
	return -1, false
}

// varint reads a number of one to nine bytes; n is 0 where the page ends before it.
func varint(b []byte, at int) (x uint64, n int) {
	for n < 8 {
		if at+n >= len(b) {
			return 0, 0
		}
		c := b[at+n]
		n++
		x = x<<7 | uint64(c&0x7f)
		if c < 0x80 {
			return x, n
		}
	}
	if at+n >= len(b) {
		return 0, 0
	}
	return x<<8 | uint64(b[at+n]), n + 1
}

// metaOn reads the row of meta on its page.
func metaOn(b []byte, number uint32) (lastWrite, error) {
	cells, inner, err := cellsOf(b, number)
	if err != nil || inner || len(cells) != 1 {
		return lastWrite{}, errForm
	}
	row, err := recordAt(b, cells[0], 4) // one, revision, state, before
	if err != nil || len(row) < 2 {
		return lastWrite{}, errForm
	}
	row = append(row, value{}, value{})
	return lastWrite{row[1].number, row[2].text, row[3].text}, nil
}
