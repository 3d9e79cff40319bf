"""The command line: options, files in and out, messages. What to remove is decided elsewhere."""
