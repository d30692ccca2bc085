"""How people and programs reach the system: JSON, pages later, and the command line."""
