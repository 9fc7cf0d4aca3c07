// Nothing changes in a database: format 4 binds the log of a store in a file to that file, and the numbers mean the same in both.
