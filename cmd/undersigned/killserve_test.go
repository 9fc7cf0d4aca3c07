package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"undersigned/internal/store/sqlite"
)

// TestKillsWhileAdding kills a server with SIGKILL while letters are added over its API: every letter that was acknowledged is there, whole, at
// most one more, and the next server goes on with them.
func TestKillsWhileAdding(t *testing.T) {
	rounds, random := kills(t, killsVariable, 8)
	total, more := 0, 0
	for round := range max(1, rounds/8) {
		letters, after := random.IntN(5), time.Duration(random.Int64N(int64(time.Second)))
		t.Run(fmt.Sprintf("%d %v after %d letters", round, after.Round(time.Millisecond), letters), func(t *testing.T) {
			data := t.TempDir()
			acknowledged := addUntilKilled(t, data, letters, after)
			path := filepath.Join(data, "undersigned.db")
			must(t, data, "verify")
			s, err := sqlite.OpenExisting(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			there, err := s.Snapshot(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			titles := map[string]bool{}
			for _, l := range there.Letters {
				titles[l.Title] = true
				if len(l.Signatures) != 3 {
					t.Errorf("%s has %d signatures", l.Title, len(l.Signatures))
				}
			}
			for i := range acknowledged {
				if !titles[titleOf(i)] {
					t.Errorf("%s was acknowledged and is not there", titleOf(i))
				}
			}
			if len(titles) > acknowledged+1 {
				t.Errorf("%d letters are there, %d were acknowledged", len(titles), acknowledged)
			}
			total, more = total+acknowledged, more+len(titles)-acknowledged
			address, stop := startServer(t, data, "--listen", "127.0.0.1:0")
			defer stop()
			if status, body := get(t, address+"/ready"); status != http.StatusOK {
				t.Errorf("the next server: %d %s", status, body)
			}
			if err := add(address, sessionOf(t, address).Token, len(titles)); err != nil {
				t.Errorf("the next letter: %v", err)
			}
		})
	}
	t.Logf("%d letters were acknowledged and are there, %d more whose answer the kill cut off", total, more)
}

func titleOf(i int) string { return fmt.Sprintf("Keep river number %d open", i) }

// addUntilKilled starts a server, adds letters to it, kills it that long after so many were acknowledged, and returns how many were by then.
func addUntilKilled(t *testing.T, data string, letters int, after time.Duration) (acknowledged int) {
	t.Helper()
	c := program(t, data, "serve", "--no-open", "--listen", "127.0.0.1:0")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer c.Wait() // "signal: killed" is what is wanted
	defer c.Process.Kill()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(line[strings.Index(line, "http://"):])
	token := sessionOf(t, address).Token
	dead := make(chan struct{})
	for {
		if acknowledged == letters {
			time.AfterFunc(after, func() { close(dead); c.Process.Kill() })
			letters = -1 // once
		}
		err := add(address, token, acknowledged)
		select {
		case <-dead:
			if err == nil { // the answer came before the kill
				acknowledged++
			}
			return acknowledged
		default:
		}
		if _, ours := errors.AsType[refused](err); ours {
			t.Fatal(err)
		}
		if err == nil {
			acknowledged++
		}
	}
}

// refused is an answer of a server, in contrast to none.
type refused string

func (r refused) Error() string { return string(r) }

// add adds letter i over the API, as the page does.
func add(address, token string, i int) error {
	send := func(path, body string, into any) error {
		r, err := http.NewRequest(http.MethodPost, address+"/api/v1"+path, strings.NewReader(body))
		if err != nil {
			return err
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Origin", address)
		r.Header.Set("X-Undersigned-Token", token)
		answer, err := (&http.Client{Timeout: time.Minute}).Do(r)
		if err != nil {
			return err
		}
		defer answer.Body.Close()
		content, err := io.ReadAll(answer.Body)
		if err != nil {
			return err
		}
		if answer.StatusCode >= 300 {
			return refused(fmt.Sprintf("%s: %d %s", path, answer.StatusCode, content))
		}
		return json.Unmarshal(content, into)
	}
	text, err := json.Marshal(map[string]string{"name": "river.txt", "text": letterText(i)})
	if err != nil {
		return err
	}
	var draft struct {
		ID   string
		Rows []struct{ Name string }
	}
	if err := send("/drafts", string(text), &draft); err != nil {
		return err
	}
	var rows []string
	for k, r := range draft.Rows {
		rows = append(rows, fmt.Sprintf(`{"from":[%d],"name":%q}`, k, r.Name))
	}
	var saved any
	return send("/drafts/"+draft.ID+"/save", fmt.Sprintf(`{"by":"Ada","title":%q,"date":"2021-03-05","addressees":[],"targets":[],"rows":[%s]}`,
		titleOf(i), strings.Join(rows, ",")), &saved)
}
