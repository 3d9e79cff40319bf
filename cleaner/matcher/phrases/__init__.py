"""The phrases that come with the package, one file a language, and how they are looked up."""
