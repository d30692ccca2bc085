"""Words every subject of the domain uses."""
