package intake

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"undersigned/graph"
	"undersigned/internal/explore"
	"undersigned/internal/letter"
	"undersigned/internal/store"
)

// Limits of what is kept. A draft that nobody looked at for a while makes room for a new one before its end.
const (
	MaxBytes   = 16 << 20 // of one document
	draftsMost = 40
	bytesMost  = 160 << 20 // of all documents kept
	draftLife  = 2 * time.Hour
	idle       = 15 * time.Minute
)

// Document is what a person gives.
type Document struct {
	Name      string // base name; its extension chooses how it is read
	Data      []byte
	Published string // http or https address, "" where it is not known
	Retrieved string // when it was fetched from there, RFC 3339; "" where it was not
}

// Fetch gets a document from an address.
type Fetch func(ctx context.Context, address string) (Document, error)

// Keep keeps a fetched document as evidence when its letter is saved: the page may change or go.
type Keep func(Document) error

// Kept returns a document that was kept, by its SHA-256. NotFound where there is none.
type Kept func(sha256 string) ([]byte, error)

// Options of an Intake.
type Options struct {
	Command []string         // starts a child; needed
	Env     []string         // of children, beside HOME and the like
	Fetch   Fetch            // nil: addresses are not fetched
	Keep    Keep             // nil: fetched documents are not kept
	Kept    Kept             // nil: there are no kept documents to read again
	Logger  *slog.Logger     // nil discards
	Time    time.Duration    // for reading one document; 0 means 30 s
	Now     func() time.Time // for the end of drafts; nil means time.Now
}

// Intake keeps drafts. It is safe for concurrent use.
type Intake struct {
	service *explore.Service
	store   store.Store
	reader  *reader
	fetch   Fetch
	copies  Keep
	kept    Kept
	now     func() time.Time
	alike   lookalikes
	saving  sync.Mutex // held while one letter is saved; taken after draft.mu

	mu     sync.Mutex
	drafts map[string]*draft
}

// draft is a document that was read. What mu guards changes; the rest does not.
type draft struct {
	id       string
	document Document // its data are kept only to draw pages, or a copy when it is saved, or while a question is open
	reading  *reading
	answers  letter.Answers   // to what the table asked so far
	question *letter.Question // what it asks now; the reading has no rows then

	used  time.Time // guarded by Intake.mu
	saved atomic.Bool

	mu         sync.Mutex
	pictures   map[picture][]byte
	savedAs    string   // hash of the letter as this draft saved it; "" before
	judgements []string // ids of those that saving this draft made
}

// New returns an Intake that compares with a service's data and saves to its store.
func New(service *explore.Service, s store.Store, o Options) *Intake {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Intake{service: service, store: s, reader: newReader(o.Command, o.Env, o.Time, o.Logger), fetch: o.Fetch, copies: o.Keep, kept: o.Kept, now: o.Now, drafts: map[string]*draft{}}
}

// Fetches reports whether AddAddress works.
func (in *Intake) Fetches() bool { return in.fetch != nil }

// AddAddress fetches a document and makes a draft of it.
func (in *Intake) AddAddress(ctx context.Context, address string) (DraftAnswer, error) {
	if in.fetch == nil {
		return DraftAnswer{}, graph.Errorf(graph.Unsupported, "this server fetches no addresses: save the page as a file and upload it, or paste its text")
	}
	address, err := published(address)
	if err != nil {
		return DraftAnswer{}, err
	}
	d, err := in.fetch(ctx, address)
	if err != nil {
		return DraftAnswer{}, err
	}
	return in.Add(ctx, d)
}

// Add reads a document in a process of its own and keeps it as a draft. Errors: see reader.ask; Invalid for an address that is none;
// Unavailable where too many drafts are open.
func (in *Intake) Add(ctx context.Context, doc Document) (DraftAnswer, error) {
	if len(doc.Data) > MaxBytes {
		return DraftAnswer{}, graph.Errorf(graph.TooLarge, "the document has %d MB and the limit is %d: cut it to the pages that are signed, or paste its text", len(doc.Data)>>20, MaxBytes>>20)
	}
	var err error
	if doc.Published, err = published(doc.Published); err != nil {
		return DraftAnswer{}, err
	}
	doc.Name = baseName(doc.Name)
	d := &draft{id: rand.Text(), document: doc, pictures: map[picture][]byte{}}
	if err := in.readDraft(ctx, d); err != nil {
		return DraftAnswer{}, err
	}
	if err := in.keep(d); err != nil {
		return DraftAnswer{}, err
	}
	return in.answer(ctx, d)
}

// Draft returns a draft again. NotFound where there is none of that id any more.
func (in *Intake) Draft(ctx context.Context, id string) (DraftAnswer, error) {
	d, err := in.find(id)
	if err != nil {
		return DraftAnswer{}, err
	}
	return in.answer(ctx, d)
}

// Discard forgets a draft. What was saved of it stays.
func (in *Intake) Discard(id string) error {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.drafts[id] == nil {
		return noDraft()
	}
	delete(in.drafts, id)
	return nil
}

func noDraft() error {
	return graph.Errorf(graph.NotFound, "this draft is not here any more: drafts are forgotten after two hours without use and when the server starts again. Give the document again")
}

// find returns a draft and notes that it is used.
func (in *Intake) find(id string) (*draft, error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.sweep()
	d := in.drafts[id]
	if d == nil {
		return nil, noDraft()
	}
	d.used = in.now()
	return d, nil
}

// keep puts a draft on the shelf. What was saved makes room first, since nothing of it is lost; then those that lay longest, if they lay long
// enough.
func (in *Intake) keep(d *draft) error {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.sweep()
	for in.full(d) {
		var oldest *draft
		for _, other := range in.drafts {
			if oldest == nil || other.saved.Load() && !oldest.saved.Load() || other.saved.Load() == oldest.saved.Load() && other.used.Before(oldest.used) {
				oldest = other
			}
		}
		if oldest == nil || !oldest.saved.Load() && in.now().Sub(oldest.used) < idle {
			return graph.Errorf(graph.Unavailable, "%d drafts are open: save or discard some of them, then give the document again", len(in.drafts))
		}
		delete(in.drafts, oldest.id)
	}
	d.used = in.now()
	in.drafts[d.id] = d
	return nil
}

func (in *Intake) full(d *draft) bool {
	total := len(d.document.Data)
	for _, other := range in.drafts {
		total += len(other.document.Data)
	}
	return len(in.drafts) >= draftsMost || total > bytesMost
}

// sweep forgets what nobody used for long. in.mu is held.
func (in *Intake) sweep() {
	now := in.now()
	for id, d := range in.drafts {
		if now.Sub(d.used) > draftLife {
			delete(in.drafts, id)
		}
	}
}

// published checks an address that a person gives: pages make a link of it.
func published(address string) (string, error) {
	address = strings.TrimSpace(address)
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || !slices.Contains([]string{"http", "https"}, strings.ToLower(u.Scheme)) || u.Host == "" || u.User != nil || len(address) > 2000 {
		return "", graph.Errorf(graph.Invalid, "the address %.100q is none of a web page: write it as https://…, without a user name, or leave it out", address)
	}
	return u.String(), nil
}

// baseName makes a name fit to be shown and stored: without its folder, control characters and what is over 200 letters.
func baseName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = squeeze(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\ufffd' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, " ")))
	if letters := []rune(name); len(letters) > 200 {
		name = string(letters[:100]) + "…" + string(letters[len(letters)-99:])
	}
	if name == "" || name == "." || name == ".." {
		return "pasted.txt"
	}
	return name
}
