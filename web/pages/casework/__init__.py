"""Casework: dockets, inboxes and case rooms, the same for every role that has to do with cases."""
