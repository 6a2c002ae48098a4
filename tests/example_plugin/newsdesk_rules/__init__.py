"""An example of a package that brings a rule of its own."""
