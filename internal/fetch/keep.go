package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"undersigned/graph"
)

// Keep keeps the document in a folder, as evidence: the page may change or go. The file is named after the SHA-256 of its bytes,
// as the letter's document in the store is, with the ending of Name; bytes that are there already are not written again. It is
// written whole or not at all, readable to its owner only. It returns the file's path. Errors are Unavailable.
func (r Result) Keep(folder string) (string, error) {
	sum := sha256.Sum256(r.Data)
	file := filepath.Join(folder, hex.EncodeToString(sum[:])+path.Ext(r.Name))
	if info, err := os.Stat(file); err == nil && info.Size() == int64(len(r.Data)) {
		return file, nil
	}
	if err := writeWhole(folder, file, r.Data); err != nil {
		return "", &graph.Error{Code: graph.Unavailable, Message: "the copy of " + r.Name + " could not be kept in " + folder + ": make room, or give another data folder with --data", Err: err}
	}
	return file, nil
}

// writeWhole writes a file under another name and gives it its own when all of it is on the disk.
func writeWhole(folder, file string, data []byte) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	out, err := os.CreateTemp(folder, ".copy-*")
	if err != nil {
		return err
	}
	_, err = out.Write(data)
	err = errors.Join(err, out.Sync(), out.Close())
	if err == nil {
		err = os.Rename(out.Name(), file)
	}
	if err != nil {
		if e := os.Remove(out.Name()); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}
	return err
}

// Kept returns the document of that SHA-256 that Keep kept in a folder. NotFound where there is none, or what lies there is something else.
func Kept(folder, sum string) ([]byte, error) {
	missing := graph.Errorf(graph.NotFound, "no copy of this document is kept")
	if b, err := hex.DecodeString(sum); err != nil || len(b) != sha256.Size {
		return nil, missing
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, missing
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), sum) || !e.Type().IsRegular() {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, &graph.Error{Code: graph.Unavailable, Message: "the kept copy of the document cannot be read: see that the folder copies in the data folder is yours", Err: err}
		}
		if is := sha256.Sum256(data); hex.EncodeToString(is[:]) == sum {
			return data, nil
		}
	}
	return nil, missing
}
