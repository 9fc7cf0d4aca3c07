package neo4j

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"undersigned/graph"
)

// Status codes of Neo4j that need a sentence of their own.
// See https://neo4j.com/docs/status-codes/5/errors/all-errors/
const (
	unauthorized       = "Neo.ClientError.Security.Unauthorized"
	rateLimited        = "Neo.ClientError.Security.AuthenticationRateLimit"
	credentialsExpired = "Neo.ClientError.Security.CredentialsExpired"
	forbidden          = "Neo.ClientError.Security.Forbidden"
	noDatabase         = "Neo.ClientError.Database.DatabaseNotFound"
	databaseStopped    = "Neo.TransientError.Database.DatabaseUnavailable"
	poolOutOfMemory    = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
	outOfMemory        = "Neo.TransientError.General.OutOfMemoryError"
	tooMuchMemory      = "Neo.TransientError.General.TransactionOutOfMemoryError"
	constraintFailed   = "Neo.ClientError.Schema.ConstraintValidationFailed"
	readOnly           = "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase"
	readOnlyDatabase   = "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase"
	notLeader          = "Neo.ClientError.Cluster.NotALeader"
	timedOut           = "Neo.ClientError.Transaction.TransactionTimedOut"
	timedOutClient     = "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"
)

// statusOf returns the server's status code, "" where err is none of the server's.
func statusOf(err error) string {
	if e, ok := errors.AsType[*driver.Neo4jError](err); ok {
		return e.Code
	}
	return ""
}

func isMemory(err error) bool {
	switch statusOf(err) {
	case poolOutOfMemory, outOfMemory, tooMuchMemory:
		return true
	}
	return false
}

// isServers reports an error of server, connection or driver, not one of reading what they gave.
func isServers(err error) bool {
	if _, late := errors.AsType[*slow](err); late {
		return true
	}
	if _, full := errors.AsType[*busy](err); full {
		return true
	}
	if _, misuse := errors.AsType[*driver.UsageError](err); misuse {
		return true
	}
	return statusOf(err) != "" || isCut(err)
}

// isCut reports that the connection went, or never came, and that nothing was committed.
func isCut(err error) bool {
	if _, open := errors.AsType[*undecided](err); open {
		return false
	}
	if _, waited := errors.AsType[*slow](err); waited {
		return false
	}
	_, cut := errors.AsType[*driver.ConnectivityError](err)
	return cut
}

// isPassing reports what the server says will pass by itself. Memory is not among it: the same again needs as much.
func isPassing(err error) bool {
	e, ok := errors.AsType[*driver.Neo4jError](err)
	if _, open := errors.AsType[*undecided](err); open {
		return false
	}
	return ok && e.IsRetriable() && !isMemory(err) && e.Code != databaseStopped
}

// translate makes a graph error of a driver's error, by status code or type. Graph errors stay as they are.
func (s *Store) translate(ctx context.Context, err error, operation string) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*graph.Error](err); ok {
		return err
	}
	if _, open := errors.AsType[*undecided](err); open {
		return graph.Wrap(graph.Unavailable, err, operation+": the connection to "+s.config.URI+" broke while the database was asked to keep the change, so it may or may not be there; do the same again, which writes nothing twice")
	}
	if cause := ctx.Err(); cause != nil {
		return graph.Wrap(graph.Cancelled, cause, operation+" was cancelled")
	}
	return explain(s.config, err, operation)
}

// explain says what an error of the driver means for the database of c and what to do about it.
func explain(c Config, err error, operation string) error {
	fail := func(code graph.Code, format string, args ...any) error {
		return graph.Wrap(code, err, operation+": "+fmt.Sprintf(format, args...))
	}
	if late, ok := errors.AsType[*slow](err); ok {
		return fail(graph.Unavailable, "the database at %s has not answered for %v; see that its server runs and is not overloaded, or that no other program holds it for writing, then try again", c.URI, late.after)
	}
	if full, ok := errors.AsType[*busy](err); ok {
		return fail(graph.Unavailable, "too many calls to the database at %s are under way, none of which has ended for %v; try again in some seconds", c.URI, full.after)
	}
	if odd, ok := errors.AsType[*malformed](err); ok {
		return fail(graph.Unavailable, "the database at %s holds what undersigned did not write so (%s); run undersigned verify, or restore your last backup into an empty database", c.URI, odd)
	}
	switch status := statusOf(err); status {
	case "":
	case unauthorized:
		return fail(graph.Unavailable, "Neo4j at %s refuses the password of user %s; it may have been changed: set NEO4J_USERNAME and NEO4J_PASSWORD_FILE (or NEO4J_PASSWORD) to what is right now", c.URI, c.Username)
	case rateLimited:
		return fail(graph.Unavailable, "Neo4j at %s has seen too many wrong passwords for user %s; wait some seconds, then try again with the right one", c.URI, c.Username)
	case credentialsExpired:
		return fail(graph.Unavailable, "the password of user %s at %s is still the first one and has to be changed: run ALTER CURRENT USER SET PASSWORD FROM '...' TO '...' in cypher-shell or the Neo4j Browser, then try again with the new one", c.Username, c.URI)
	case forbidden:
		return fail(graph.Unavailable, "user %s may not do that in the database at %s; ask whoever runs it for the right to read, write and change the schema", c.Username, c.URI)
	case noDatabase:
		return fail(graph.NotFound, "the server at %s has no database %q; make it there, or name another one", c.URI, c.Database)
	case databaseStopped:
		return fail(graph.Unavailable, "the database at %s is not running; have it started, then try again", c.URI)
	case poolOutOfMemory, outOfMemory, tooMuchMemory:
		return fail(graph.TooLarge, "this is too much for the memory that Neo4j at %s gives to one transaction: load fewer letters at a time, or raise its server.memory.heap.max_size (and dbms.memory.transaction.total.max where that is set); nothing of this change was written", c.URI)
	case constraintFailed:
		return fail(graph.Internal, "the database at %s refuses a record because it has another one under the same id; run undersigned verify to see what stands there", c.URI)
	case readOnly, readOnlyDatabase, notLeader:
		return fail(graph.Unavailable, "the server at %s may only be read; for a cluster give its address as neo4j://, so that writes find the right server", c.URI)
	case timedOut, timedOutClient:
		return fail(graph.Unavailable, "Neo4j at %s has ended the transaction because it took too long; try again, with less at a time", c.URI)
	default:
		if e, ok := errors.AsType[*driver.Neo4jError](err); ok && e.IsRetriable() {
			return fail(graph.Unavailable, "the database at %s is busy with other programs; try again in a moment", c.URI)
		}
		return fail(graph.Internal, "Neo4j at %s answered with an error that we did not expect (%s)", c.URI, status)
	}
	if _, cut := errors.AsType[*driver.ConnectivityError](err); cut {
		return fail(graph.Unavailable, "the database at %s cannot be reached; see that its server runs and that the address is right, then try again", c.URI)
	}
	if _, misuse := errors.AsType[*driver.UsageError](err); misuse {
		return fail(graph.Unsupported, "what answers at %s is no Neo4j 5 that we can talk to; give the address of its Bolt port, usually 7687", c.URI)
	}
	return fail(graph.Internal, "the driver failed in a way that we did not expect")
}

// whoIsThere dials the address itself after a failed connection, to say what answers instead of Bolt; nil where it is Bolt or
// nobody. (With TLS a plain look says nothing, and does no harm.)
func whoIsThere(ctx context.Context, c Config) error {
	dialer := net.Dialer{Timeout: min(c.Limits.Connect, 2*time.Second)}
	conn, err := dialer.DialContext(ctx, "tcp", c.host())
	if err != nil {
		return nil
	}
	defer conn.Close()
	if err := conn.SetDeadline(time.Now().Add(min(c.Limits.Connect, 2*time.Second))); err != nil {
		return nil
	}
	hello := binary.BigEndian.AppendUint32(nil, 0x6060b017) // the Bolt handshake: magic number and four versions
	hello = append(hello, 0, 4, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	if _, err := conn.Write(append(hello, "\r\n\r\n"...)); err != nil {
		return nil
	}
	var reply [4]byte
	if _, err := conn.Read(reply[:]); err != nil {
		return nil
	}
	if string(reply[:]) == "HTTP" {
		return graph.Errorf(graph.Invalid, "%s is the port for web browsers (HTTP), not the one for programs; give the address of the Bolt port, usually 7687", c.URI)
	}
	return nil
}
