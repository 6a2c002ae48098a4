"""An argument of the command line to documents: files, folders, globs, standard input."""
