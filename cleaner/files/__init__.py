"""Files: bytes to text and back, with the encoding kept, and texts written in one step or not at all."""
