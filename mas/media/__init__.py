"""Clips as files: reading, writing, joining, contact sheets, and lettering."""
