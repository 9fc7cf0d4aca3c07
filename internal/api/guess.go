package api

import (
	"context"
	"sync"
	"time"
)

// guesses slows those down who try tokens. Wrong ones are counted for all callers together, since an attacker has many addresses and the
// server, behind a proxy, sees one: after some, an answer waits, the longer the more there were; where too many wait, the next is refused at
// once. Who has the right token never waits.
type guesses struct {
	mu      sync.Mutex
	wrong   int       // within the last while
	last    time.Time // wrong one
	waiting int
	now     func() time.Time
	sleep   func(context.Context, time.Duration)
}

const (
	guessesFree    = 5                // typing errors
	guessesForget  = time.Minute      // without one, everything is forgotten
	guessesWaiting = 4                // at one time
	guessStep      = time.Second / 4  // doubles with each
	guessLongest   = 10 * time.Second // below what a browser waits
)

func newGuesses() *guesses {
	return &guesses{now: time.Now, sleep: func(ctx context.Context, d time.Duration) {
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
		}
	}}
}

// miss counts a wrong token and waits. It reports whether the guess may be answered; else there are too many at a time.
func (g *guesses) miss(ctx context.Context) bool {
	g.mu.Lock()
	now := g.now()
	if now.Sub(g.last) > guessesForget {
		g.wrong = 0
	}
	g.last = now
	g.wrong++
	if g.wrong <= guessesFree {
		g.mu.Unlock()
		return true
	}
	if g.waiting >= guessesWaiting {
		g.mu.Unlock()
		return false
	}
	wait := min(guessLongest, guessStep<<min(g.wrong-guessesFree-1, 10))
	g.waiting++
	g.mu.Unlock()
	g.sleep(ctx, wait)
	g.mu.Lock()
	g.waiting--
	g.mu.Unlock()
	return true
}
