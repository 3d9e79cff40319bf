"""Reports: what a cleaning did, for people and for programs."""
