"""The composition root: config and components become an opened Studio."""
