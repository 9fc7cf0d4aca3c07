package neo4j

import (
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"sync/atomic"
	"testing"
)

// proxy stands between store and server and knows enough of Bolt to cut a connection at COMMIT.
// See https://neo4j.com/docs/bolt/current/bolt/message/
type proxy struct {
	listener net.Listener
	to       string
	cut      atomic.Int32 // how the next COMMIT is treated; then cutNothing again
	commits  atomic.Int32 // how many were seen
}

const (
	cutNothing = iota
	cutBefore  // the server never sees it
	cutAfter   // the server does it, the client never hears
)

var commitMessage = []byte{0xb0, 0x12}

func newProxy(t *testing.T, to string) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	p := &proxy{listener: l, to: to}
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return // the test has ended
			}
			go p.serve(client)
		}
	}()
	return p
}

func (p *proxy) uri() string { return "bolt://" + p.listener.Addr().String() }

func (p *proxy) serve(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", p.to)
	if err != nil {
		return
	}
	defer server.Close()
	silent := &atomic.Bool{} // the client hears nothing more
	heard := make(chan struct{}, 1)
	go func() {
		defer client.Close()
		buffer := make([]byte, 1<<16)
		for {
			n, err := server.Read(buffer)
			if silent.Load() && n > 0 {
				select {
				case heard <- struct{}{}:
				default:
				}
				return
			}
			if n > 0 {
				if _, err := client.Write(buffer[:n]); err != nil {
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	hello := make([]byte, 20) // magic number and four versions
	if _, err := io.ReadFull(client, hello); err != nil {
		return
	}
	// Without the offer to negotiate, which would add bytes that are no messages.
	hello = bytes.ReplaceAll(hello, []byte{0, 0, 1, 0xff}, []byte{0, 8, 8, 5})
	if _, err := server.Write(hello); err != nil {
		return
	}
	for {
		message, raw, err := readMessage(client)
		if err != nil {
			return
		}
		if bytes.HasPrefix(message, commitMessage) {
			p.commits.Add(1)
			switch p.cut.Swap(cutNothing) {
			case cutBefore:
				return
			case cutAfter:
				silent.Store(true)
				if _, err := server.Write(raw); err == nil {
					<-heard // the server's answer: it has committed
				}
				return
			}
		}
		if _, err := server.Write(raw); err != nil {
			return
		}
	}
}

// readMessage reads a message: chunks of a two-byte length and so many bytes, up to an empty one.
func readMessage(r io.Reader) (message, raw []byte, err error) {
	for {
		var head [2]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return nil, nil, err
		}
		raw = append(raw, head[:]...)
		n := int(binary.BigEndian.Uint16(head[:]))
		if n == 0 && len(message) > 0 {
			return message, raw, nil
		}
		chunk := make([]byte, n)
		if _, err := io.ReadFull(r, chunk); err != nil {
			return nil, nil, err
		}
		message, raw = append(message, chunk...), append(raw, chunk...)
	}
}

// lookAlike speaks Bolt, says yes to everything and keeps nothing.
func lookAlike(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go sayYes(conn)
		}
	}()
	return "bolt://" + l.Addr().String()
}

func sayYes(conn net.Conn) {
	defer conn.Close()
	if _, err := io.ReadFull(conn, make([]byte, 20)); err != nil {
		return
	}
	if _, err := conn.Write([]byte{0, 0, 4, 5}); err != nil { // version 5.4
		return
	}
	// SUCCESS {server: "Neo4j/5.26.0", connection_id: "bolt-1", fields: []}
	yes := append([]byte{0xb1, 0x70, 0xa3, 0x86}, "server\x8cNeo4j/5.26.0\x8dconnection_id\x86bolt-1\x86fields\x90"...)
	answer := append(binary.BigEndian.AppendUint16(nil, uint16(len(yes))), yes...)
	answer = append(answer, 0, 0)
	for {
		if _, _, err := readMessage(conn); err != nil {
			return
		}
		if _, err := conn.Write(answer); err != nil {
			return
		}
	}
}
