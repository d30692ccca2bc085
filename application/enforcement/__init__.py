"""What time brings about: deadlines that run out, exemptions that expire, reminders in time.

The clock only says when. Everything here takes the day, can be done again, and changes nobody's
position: what has lapsed has done so by its day, whoever notices.
"""
