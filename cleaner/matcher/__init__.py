"""The matcher: finders that flag what goes. Each returns Removals and knows nothing of files."""
