package lexicon

// WasRead reports whether the files of words have been read.
func WasRead() bool { return wasRead.Load() }
