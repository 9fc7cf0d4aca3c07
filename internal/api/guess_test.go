package api

import (
	"context"
	"testing"
	"time"
)

func TestWrongTokensAreSlowed(t *testing.T) {
	g := newGuesses()
	now, waited := time.Unix(0, 0), time.Duration(0)
	g.now = func() time.Time { return now }
	g.sleep = func(_ context.Context, d time.Duration) { waited += d }
	for range guessesFree {
		if !g.miss(t.Context()) || waited != 0 {
			t.Fatalf("a typing error waits %v", waited)
		}
	}
	for range 1000 {
		if !g.miss(t.Context()) {
			t.Fatal("one at a time is always answered")
		}
	}
	if waited < 900*guessLongest {
		t.Errorf("a thousand guesses take %v only", waited)
	}
	g.waiting = guessesWaiting
	if g.miss(t.Context()) {
		t.Error("any number may wait at a time")
	}
	g.waiting, waited = 0, 0
	now = now.Add(guessesForget + 1)
	if !g.miss(t.Context()) || waited != 0 {
		t.Errorf("after a while the first waits %v", waited)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	begin := time.Now()
	newGuesses().sleep(stopped, time.Hour)
	if time.Since(begin) > time.Minute {
		t.Error("waits for a caller that has gone")
	}
}

// TestGuessing: through the handler, the right token is answered while others wait.
func TestGuessing(t *testing.T) {
	s := openWriting(t, func(w *Writing) { w.Ask = true })
	for range guessesFree {
		checkProblem(t, s.send("POST", base+"/drafts", "application/json", paste(river), tokenHeader, "wrong"), 401, "unauthorized")
	}
	slow := make(chan time.Duration)
	go func() {
		begin := time.Now()
		s.send("POST", base+"/drafts", "application/json", paste(river), tokenHeader, "wrong")
		slow <- time.Since(begin)
	}()
	res := s.send("POST", base+"/drafts", "application/json", paste(river))
	if res.StatusCode != 201 {
		t.Errorf("the right token: %d", res.StatusCode)
	}
	if took := <-slow; took < guessStep {
		t.Errorf("the wrong one took %v", took)
	}
}
