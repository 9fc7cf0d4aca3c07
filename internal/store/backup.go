package store

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"hash"
	"io"
	"time"

	"undersigned/graph"
)

// A backup is gzip of JSON lines: a header; a line for each letter, profile, judgement and line of the audit log, in this
// order; at the end the SHA-256 of all lines before it. It holds what Snapshot and Audit tell and nothing of the store
// that wrote it, so any store can read it, and equal stores give equal bytes.
const (
	formatName = "undersigned-backup/"
	format     = formatName + "1"
)

type header struct {
	Format     string `json:"format"`
	Letters    int    `json:"letters"`
	Profiles   int    `json:"profiles"`
	Judgements int    `json:"judgements"`
	Audit      int    `json:"audit"`
	Revision   int64  `json:"revision"`
	Hash       string `json:"hash"` // content hash
}

// line is any line but the first.
type line struct {
	Letter    *graph.Letter    `json:"letter,omitempty"`
	Profile   *graph.Profile   `json:"profile,omitempty"`
	Judgement *graph.Judgement `json:"judgement,omitempty"`
	Audit     *auditLine       `json:"audit,omitempty"`
	SHA256    string           `json:"sha256,omitempty"`
}

type auditLine struct {
	Sequence int64     `json:"sequence"`
	Time     time.Time `json:"time"`
	Actor    string    `json:"actor,omitempty"`
	Action   string    `json:"action"`
	Subject  string    `json:"subject"`
	Detail   string    `json:"detail,omitempty"`
}

// Contents counts what a backup holds.
type Contents struct {
	Letters, Profiles, Judgements, Audit int
	Revision                             int64
	Hash                                 string // content hash
}

// Backup writes all of a store, as of one revision. A damaged store is noticed while older backups still exist.
func Backup(ctx context.Context, s Store, w io.Writer) error {
	data, audit, err := readAll(ctx, s)
	if err != nil {
		return err
	}
	packed := gzip.NewWriter(w)
	out := &lineWriter{w: packed, sum: sha256.New()}
	out.write(header{format, len(data.Letters), len(data.Profiles), len(data.Judgements), len(audit), data.Revision, data.Hash})
	for i := range data.Letters {
		if ctx.Err() != nil {
			return graph.Wrap(graph.Cancelled, ctx.Err(), "the backup was cancelled")
		}
		out.write(line{Letter: &data.Letters[i]})
	}
	for i := range data.Profiles {
		out.write(line{Profile: &data.Profiles[i]})
	}
	for i := range data.Judgements {
		out.write(line{Judgement: &data.Judgements[i]})
	}
	for _, e := range audit {
		out.write(line{Audit: &auditLine{e.Sequence, e.When.UTC(), e.Actor, e.Action, e.Subject, e.Detail}})
	}
	out.write(line{SHA256: hex.EncodeToString(out.sum.Sum(nil))})
	if out.err == nil {
		out.err = packed.Close()
	}
	return graph.Wrap(graph.Unavailable, out.err, "the backup cannot be written; check the disk")
}

// readAll reads snapshot and log of one revision, and checks that the records are the ones that were written. A store need not
// offer that, so it looks whether the revision moved.
func readAll(ctx context.Context, s Store) (graph.Data, []AuditEntry, error) {
	const page = 10_000
	for range 10 {
		data, err := s.Snapshot(ctx)
		if err != nil {
			return graph.Data{}, nil, err
		}
		var audit []AuditEntry
		for after := int64(0); ; after = audit[len(audit)-1].Sequence {
			entries, err := s.Audit(ctx, after, page)
			if err != nil {
				return graph.Data{}, nil, err
			}
			audit = append(audit, entries...)
			if len(entries) < page {
				break
			}
		}
		revision, err := s.Revision(ctx)
		if err != nil {
			return graph.Data{}, nil, err
		}
		if revision != data.Revision {
			continue
		}
		if graph.ContentHash(data.Letters, data.Profiles, data.Judgements) != data.Hash {
			return graph.Data{}, nil, graph.Errorf(graph.Unavailable, "the store is damaged: its records are not the ones that were written; keep your earlier backups and restore the last one into a new place")
		}
		return data, audit, nil
	}
	return graph.Data{}, nil, graph.Errorf(graph.Unavailable, "the store is being written all the time; try again when the loading has finished")
}

// lineWriter writes values as JSON lines and sums them up. After an error it does nothing more.
type lineWriter struct {
	w   io.Writer
	sum hash.Hash
	err error
}

func (w *lineWriter) write(value any) {
	if w.err != nil {
		return
	}
	text, err := json.Marshal(value)
	if err != nil {
		w.err = err
		return
	}
	text = append(text, '\n')
	w.sum.Write(text)
	_, w.err = w.w.Write(text)
}
