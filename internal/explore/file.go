package explore

import (
	"context"
	"fmt"
	"io"

	"undersigned/graph"
	"undersigned/internal/report"
)

// File is a view in a format that other programs read, which may still be in the making. Its owner calls Close.
type File struct {
	Name      string // a base name that carries the data version
	MediaType string
	Boxed     []string // names in a picture that have boxes for characters that no embedded font has

	spool *spool
	leave func()
}

// Send writes the file as it is made. What was written when it fails is not the file.
func (f *File) Send(ctx context.Context, w io.Writer) error { return f.spool.send(ctx, w) }

// Whole waits until all of the file is made, and returns its size.
func (f *File) Whole(ctx context.Context) (size int64, err error) {
	if err := f.spool.wait(ctx, func() bool { return false }); err != nil {
		return 0, err
	}
	return f.spool.size, f.spool.err
}

// Close says that the file is no longer read. What nobody reads is made no further.
func (f *File) Close() { f.leave() }

// Export begins a view in one of report.Formats and returns when its first part is there, so that most of what can fail has not. Data formats hold
// all ties, up to tiesInFiles, unless the view asks for fewer; pictures as many as the explorer's map draws.
func (r *Reading) Export(ctx context.Context, format string, v View, o report.Options) (*File, error) {
	f, err := exportFormat(format, o)
	if err != nil {
		return nil, err
	}
	if !f.Picture { // what else there is does not change the file, and equal files are made once
		o = report.Options{TwoMode: o.TwoMode, BOM: o.BOM, Selected: o.Selected}
	}
	key := fmt.Sprintf("%s %+v %+v", f.Name, v, o)
	s, leave, err := r.files.join(ctx, key, r.room, func(ctx context.Context, s *spool) error {
		o := o
		o.Boxed = func(names []string) { s.boxed = names } // before the first byte
		write, err := r.prepare(ctx, f, v, o)
		if err != nil {
			return err
		}
		return write(s)
	})
	if err != nil {
		return nil, err
	}
	file := &File{Name: r.fileName(f), MediaType: f.MediaType, spool: s, leave: leave}
	if err = s.wait(ctx, func() bool { return s.size >= headMost && !f.Late }); err == nil {
		s.mu.Lock()
		file.Boxed = s.boxed
		if s.done {
			err = s.err
		}
		s.mu.Unlock()
	}
	if err != nil {
		leave()
		return nil, err
	}
	return file, nil
}

// Prepare is Export for the one who waits for the file alone: it computes what takes an analysis, and write the rest, while it writes.
func (r *Reading) Prepare(ctx context.Context, format string, v View, o report.Options) (write func(io.Writer) error, err error) {
	f, err := exportFormat(format, o)
	if err != nil {
		return nil, err
	}
	return r.prepare(ctx, f, v, o)
}

func exportFormat(name string, o report.Options) (report.Format, error) {
	f, err := report.FormatNamed(name)
	if err == nil && o.BOM && !f.Table {
		err = graph.Errorf(graph.Invalid, "A byte order mark is for CSV, and %s is none. Leave it out.", f.Name)
	}
	return f, err
}

func (r *Reading) fileName(f report.Format) string {
	name := "undersigned"
	if r.version.Short != "" {
		name += "-" + r.version.Short
	}
	if how := r.how(); how != graph.Plain {
		name += "-" + string(how)
	}
	return name + f.Extension
}

// prepare computes what a file has in common with other answers. A place at the gate is for what is its own: so nobody who has a place waits for
// one, and who waits holds little.
func (r *Reading) prepare(ctx context.Context, f report.Format, v View, o report.Options) (write func(io.Writer) error, err error) {
	if o.Selected != "" {
		at, err := r.organization(o.Selected)
		if err != nil {
			return nil, err
		}
		o.Selected = r.network.Organizations()[at].ID
	}
	fill, err := r.filling(ctx, f, v, o)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		leave, err := r.admit(ctx)
		if err != nil {
			return err
		}
		defer leave()
		n, err := fill()
		if err != nil {
			return err
		}
		r.step("writing the file")
		return f.Write(stopping{ctx, w}, n, o)
	}, nil
}

// stopping ends the writing of a file that nobody waits for any more.
type stopping struct {
	ctx context.Context
	to  io.Writer
}

// Write implements io.Writer.
func (s stopping) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, graph.Wrap(graph.Cancelled, err, "the file was no longer waited for")
	}
	return s.to.Write(b)
}
