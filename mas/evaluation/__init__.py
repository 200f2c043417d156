"""Quality: how scores are weighed, and the Verifier that runs the judges over a clip."""
