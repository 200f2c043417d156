"""Three tiers of memory: core blocks, the archive of passages, message buffers."""
