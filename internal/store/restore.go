package store

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"strconv"
	"strings"

	"undersigned/graph"
)

// Options limits a Restore. The zero value is right for backups of one's own.
type Options struct {
	MaxBytes int64 // of the unpacked backup; 0 means 4 GiB. More is TooLarge.
}

const defaultMaxBytes = 4 << 30

// Restore reads a backup into a new store, all of it or nothing, and says what it held. Every line is checked before the
// first is written: counts, content hash and the sum at the end. Invalid: the file is no backup, is cut off or was changed.
// Unsupported: a newer version made it. Conflict: the store is not new.
func Restore(ctx context.Context, s Store, r io.Reader, o Options) (Contents, error) {
	revision, err := s.Revision(ctx)
	if err != nil {
		return Contents{}, err
	}
	if revision != 0 {
		return Contents{}, NotNew()
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = defaultMaxBytes
	}
	packed, err := gzip.NewReader(r)
	if err != nil {
		return Contents{}, notBackup(err)
	}
	in := &lineReader{r: bufio.NewReaderSize(&limited{packed, o.MaxBytes}, 1<<16), sum: sha256.New()}
	head, err := in.header()
	if err != nil {
		return Contents{}, err
	}
	data, audit, err := in.records(ctx, head)
	if err != nil {
		return Contents{}, err
	}
	if graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != head.Hash {
		return Contents{}, damaged(errors.New("the content hash differs"))
	}
	if err := s.Restore(ctx, data, audit); err != nil {
		return Contents{}, err
	}
	return Contents{len(data.Letters), len(data.Profiles), len(data.Judgements), len(audit), data.Revision, head.Hash}, nil
}

func damaged(cause error) error {
	return graph.Wrap(graph.Invalid, cause, "the backup is damaged or was changed: copy it again, or use another one (nothing was restored)")
}

func notBackup(cause error) error {
	if unreadable := readError(cause); unreadable != nil {
		return unreadable
	}
	return graph.Wrap(graph.Invalid, cause, "the file is no backup of undersigned: give one that `undersigned backup` wrote")
}

// readError tells the failures of the source itself from those of its contents; nil for the latter.
func readError(err error) error {
	if _, ok := errors.AsType[*graph.Error](err); ok {
		return err
	}
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	if corrupt || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		return nil
	}
	return graph.Wrap(graph.Unavailable, err, "the backup cannot be read; check its disk")
}

// limited refuses to read more than so many bytes.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, graph.Errorf(graph.TooLarge, "the backup is larger than the limit; is it one of yours?")
	}
	n, err := l.r.Read(p[:min(int64(len(p)), l.left)])
	l.left -= int64(n)
	return n, err
}

// lineReader reads JSON lines and sums them up.
type lineReader struct {
	r   *bufio.Reader
	sum hash.Hash
}

// next reads a line with its end.
func (r *lineReader) next() ([]byte, error) {
	text, err := r.r.ReadBytes('\n')
	if err == nil {
		return text, nil
	}
	if unreadable := readError(err); unreadable != nil {
		return nil, unreadable
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, graph.Wrap(graph.Invalid, err, "the backup is cut off: copy it again, or use another one (nothing was restored)")
	}
	return nil, damaged(err)
}

func (r *lineReader) header() (header, error) {
	var head header
	text, err := r.next()
	if code := graph.CodeOf(err); code == graph.Unavailable || code == graph.TooLarge {
		return head, err
	}
	if err != nil {
		return head, notBackup(errors.Unwrap(err))
	}
	r.sum.Write(text)
	if err := json.Unmarshal(text, &head); err != nil || !strings.HasPrefix(head.Format, formatName) {
		return head, graph.Wrap(graph.Invalid, errors.Join(err, errors.New("no header")), "the file is no backup of undersigned: give one that `undersigned backup` wrote")
	}
	if head.Format != format {
		if n, err := strconv.Atoi(head.Format[len(formatName):]); err == nil && n > 1 {
			return head, graph.Errorf(graph.Unsupported, "the backup was made by a newer version of undersigned (its format is %d, this program knows 1): update undersigned", n)
		}
		return head, damaged(errors.New("unknown format"))
	}
	return head, nil
}

// records reads what follows the header, to the end of the file.
func (r *lineReader) records(ctx context.Context, head header) (data graph.Data, audit []AuditEntry, err error) {
	data.Revision, data.Hash = head.Revision, head.Hash
	for {
		if err := ctx.Err(); err != nil {
			return data, nil, graph.Wrap(graph.Cancelled, err, "the restore was cancelled")
		}
		text, err := r.next()
		if err != nil {
			return data, nil, err
		}
		var l line
		if err := json.Unmarshal(text, &l); err != nil {
			return data, nil, damaged(err)
		}
		switch {
		case l.Letter != nil:
			data.Letters = append(data.Letters, *l.Letter)
		case l.Profile != nil:
			data.Profiles = append(data.Profiles, *l.Profile)
		case l.Judgement != nil:
			data.Judgements = append(data.Judgements, *l.Judgement)
		case l.Audit != nil:
			audit = append(audit, AuditEntry{l.Audit.Sequence, l.Audit.Time, l.Audit.Actor, l.Audit.Action, l.Audit.Subject, l.Audit.Detail})
		case l.SHA256 != "":
			return data, audit, r.end(l.SHA256, head, &data, len(audit))
		default:
			return data, nil, damaged(errors.New("a line that is nothing"))
		}
		r.sum.Write(text)
	}
}

func (r *lineReader) end(sum string, head header, data *graph.Data, audit int) error {
	if sum != hex.EncodeToString(r.sum.Sum(nil)) {
		return damaged(errors.New("the sum differs"))
	}
	if head.Letters != len(data.Letters) || head.Profiles != len(data.Profiles) || head.Judgements != len(data.Judgements) || head.Audit != audit {
		return damaged(errors.New("the counts differ"))
	}
	if _, err := r.r.ReadByte(); !errors.Is(err, io.EOF) { // reading on to the end also makes gzip look at its own sum
		if err == nil {
			err = errors.New("lines after the end")
		}
		return damaged(err)
	}
	return nil
}
