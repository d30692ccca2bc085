"""Letters as pages and as files for the archive, from one template."""
