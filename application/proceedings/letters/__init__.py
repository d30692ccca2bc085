"""Letters of a proceeding: composed from its facts, printed, kept, and handed out again."""
