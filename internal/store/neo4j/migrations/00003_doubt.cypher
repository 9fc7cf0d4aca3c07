// No index is needed: a letter gets the properties doubtful, checked_by and checked_when, which no query looks for.
