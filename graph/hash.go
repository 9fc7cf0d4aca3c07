package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// RecordHash returns the SHA-256 of a record's canonical form (its JSON: fields in the order of the type, maps by key) in hex.
// Stores keep it beside each record, to write nothing where nothing changed.
func RecordHash(record any) string {
	text, err := json.Marshal(record)
	if err != nil {
		panic("graph: a record that is no JSON: " + err.Error()) // a NaN in our own data: a broken invariant
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// ProfileKey is the key under which stores keep a profile.
func ProfileKey(p Profile) string { return OrganizationID(p.Of.Name, p.Of.Letter) }

// ContentHash returns the hash of everything a store holds apart from its audit log and counter. Equal records give equal
// hashes in whatever order they were written and whichever store holds them.
func ContentHash(letters []Letter, profiles []Profile, judgements []Judgement) string {
	keys := make([]string, 0, len(letters)+len(profiles)+len(judgements))
	for _, l := range letters {
		keys = append(keys, HashLine("letter", l.ID, RecordHash(l)))
	}
	for _, p := range profiles {
		keys = append(keys, HashLine("profile", ProfileKey(p), RecordHash(p)))
	}
	for _, j := range judgements {
		keys = append(keys, HashLine("judgement", j.ID, RecordHash(j)))
	}
	return HashOfLines(keys)
}

// HashLine is one record's line in the content hash.
func HashLine(kind, id, recordHash string) string { return kind + " " + id + " " + recordHash + "\n" }

// HashOfLines hashes the lines in sorted order; a store that keeps record hashes needs no record for it. No lines at all
// hash to "".
func HashOfLines(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	slices.Sort(lines)
	h := sha256.New()
	for _, line := range lines {
		h.Write([]byte(line))
	}
	return hex.EncodeToString(h.Sum(nil))
}
