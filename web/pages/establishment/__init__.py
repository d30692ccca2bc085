"""The establishment, as its leaders and administrators see it."""

from web.pages.establishment import exemptions, house, leading, people

PARTS = (leading, house, exemptions)
"""What is put up on the pages of the establishment."""
pages = house.pages
people_pages = people.pages
