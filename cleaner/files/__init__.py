"""Files: reading texts in any encoding, and writing them back in one step or not at all."""
