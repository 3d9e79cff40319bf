"""The phrases that come with the package, one file a language, and how lines are looked up among them."""
