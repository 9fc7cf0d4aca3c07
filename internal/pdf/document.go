package pdf

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"undersigned/graph"
)

// Document is an open PDF. Its methods may be called from several goroutines; they wait for each other.
type Document struct {
	mu       sync.Mutex
	engine   *instance
	limits   Limits
	handle   uint32
	pages    int
	chars    int // read so far
	repaired bool
	info     map[string]string
	language string

	open      uint32 // the page that is open in the engine, or 0
	openPage  int    // its index
	openFrame frame
	openLinks []link
}

// infoKeys are the names that a document's information dictionary may hold.
var infoKeys = []string{"Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"}

// Open opens a document. Errors: graph.Invalid for what is no PDF, is damaged, cut short, without pages or locked by a
// password; graph.TooLarge over a limit; graph.Unsupported where this program was built without the engine; graph.Cancelled. The
// caller closes the document. Data are copied.
func (r *Reader) Open(ctx context.Context, data []byte, limits Limits) (*Document, error) {
	limits = limits.withDefaults()
	if err := precheck(data, limits); err != nil {
		return nil, err
	}
	if err := r.Warm(ctx); err != nil {
		return nil, err
	}
	in := &instance{functions: map[string]api.Function{}, memory: limits.Memory, limit: limits.Time}
	d := &Document{engine: in, limits: limits}
	err := in.within(ctx, func(ctx context.Context) error {
		var err error
		// The instance outlives this call's context: only calls are bound to one.
		if in.module, err = r.runtime.InstantiateModule(ctx, r.compiled, wazero.NewModuleConfig().WithName("").WithStartFunctions()); err != nil {
			return &trapError{err}
		}
		if in.walker, err = r.link(ctx, in.module); err != nil {
			return &trapError{err}
		}
		return d.load(ctx, data)
	})
	if err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

func (d *Document) load(ctx context.Context, data []byte) error {
	in := d.engine
	if in.module.ExportedGlobal(fuel) == nil {
		return graph.Errorf(graph.Unsupported, "this build of undersigned cannot read PDFs safely, because the PDF engine in it cannot be stopped; "+
			"build it with `make build`, or paste the text of the letter instead")
	}
	for _, start := range []string{"emscripten_stack_init", "__wasm_call_ctors", "PDFiumExt_Init"} {
		if _, err := in.call(ctx, start); err != nil {
			return err
		}
	}
	var err error
	if in.scratch, err = in.allocate(ctx, scratchSize); err != nil {
		return err
	}
	at, err := in.allocate(ctx, len(data))
	if err != nil {
		return err
	}
	in.module.Memory().Write(at, data)
	if d.handle, err = in.pointer(ctx, "FPDF_LoadMemDocument", uint64(at), uint64(len(data)), 0); err != nil {
		return err
	}
	if d.handle == 0 {
		return d.refusal(ctx)
	}
	valid, err := in.pointer(ctx, "FPDF_DocumentHasValidCrossReferenceTable", uint64(d.handle))
	if err != nil {
		return err
	}
	if d.repaired = valid == 0; endsEarly(data, d.repaired) {
		return errCutShort()
	}
	n, err := in.pointer(ctx, "FPDF_GetPageCount", uint64(d.handle))
	if err != nil {
		return err
	}
	d.pages = int(int32(n))
	switch {
	case d.pages <= 0:
		return graph.Errorf(graph.Invalid, "this PDF has no pages; check that it is the right file and that it was downloaded completely")
	case d.pages > d.limits.Pages:
		return graph.Errorf(graph.TooLarge, "this PDF has %d pages, and at most %d are read; give the pages with the letter as a PDF of their own",
			d.pages, d.limits.Pages)
	}
	return d.readInfo(ctx)
}

// refusal turns the engine's reason for not opening a document into an error.
func (d *Document) refusal(ctx context.Context) error {
	const passwordNeeded, securityHandler = 4, 5
	reason, err := d.engine.pointer(ctx, "FPDF_GetLastError")
	switch {
	case err != nil:
		return err
	case d.engine.outOfMemory:
		return &trapError{errOutOfMemory}
	case reason == passwordNeeded:
		return graph.Errorf(graph.Invalid, "this PDF is locked by a password; save a copy without a password and use that one")
	case reason == securityHandler:
		return graph.Errorf(graph.Invalid, "this PDF is protected in a way that cannot be read; print it to a new PDF and use that one")
	}
	return graph.Errorf(graph.Invalid, "this PDF is damaged or cut short (the list of its parts cannot be read); download it again, or open it in a "+
		"PDF viewer and print it to a new PDF")
}

func (d *Document) readInfo(ctx context.Context) error {
	in := d.engine
	d.info = map[string]string{}
	for _, key := range infoKeys {
		name, err := in.allocate(ctx, len(key)+1)
		if err != nil {
			return err
		}
		in.module.Memory().WriteString(name, key)
		value, err := in.text(ctx, "FPDF_GetMetaText", true, uint64(d.handle), uint64(name))
		if err != nil {
			return err
		}
		if value = strings.TrimSpace(value); value != "" {
			d.info[key] = value
		}
	}
	var err error
	d.language, err = in.text(ctx, "FPDFCatalog_GetLanguage", true, uint64(d.handle))
	return err
}

// Pages is the number of pages.
func (d *Document) Pages() int { return d.pages }

// Title is the title in the document's information, or "". Programs often leave a file name or another letter's title there.
func (d *Document) Title() string { return d.info["Title"] }

// Info is the document's information under the names of the PDF standard: Title, Author, Subject, Keywords, Creator, Producer,
// CreationDate, ModDate, those that are not empty. The caller must not change it.
func (d *Document) Info() map[string]string { return d.info }

// Language is the language that the document declares, as a BCP 47 tag, or "".
func (d *Document) Language() string { return d.language }

// Created is the time in CreationDate, or the zero time where there is none that can be read.
func (d *Document) Created() time.Time { return parseDate(d.info["CreationDate"]) }

// Repaired tells that the document's table of parts was wrong and was rebuilt by looking through the file. Its text may be
// incomplete; the reader should say so.
func (d *Document) Repaired() bool { return d.repaired }

// Close frees the document's memory. It may be called more than once; other methods then return an error.
func (d *Document) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, m := range []api.Module{d.engine.walker, d.engine.module} {
		if m != nil {
			_ = m.Close(context.Background()) // nothing to flush, and its error says nothing that could be acted on
		}
	}
	if d.engine.dead == nil {
		d.engine.dead = graph.Errorf(graph.Invalid, "the PDF is closed already")
	}
}

// parseDate reads D:YYYYMMDDHHmmSSOHH'mm' of the PDF standard; everything after the year may be missing.
func parseDate(s string) time.Time {
	s = strings.TrimPrefix(s, "D:")
	zone := ""
	if i := strings.IndexAny(s, "Zz+-"); i >= 0 {
		s, zone = s[:i], strings.NewReplacer("'", "", ":", "").Replace(s[i:])
	}
	const digits = "20060102150405"
	if len(s) > len(digits) || len(s) < 4 || len(s)%2 != 0 {
		return time.Time{}
	}
	if len(zone) == 5 {
		if t, err := time.Parse(digits[:len(s)]+"-0700", s+zone); err == nil {
			return t
		}
	}
	t, err := time.Parse(digits[:len(s)], s)
	if err != nil {
		return time.Time{}
	}
	return t
}
