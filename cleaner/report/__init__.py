"""Reports: what a cleaning has removed, for people and for programs."""
