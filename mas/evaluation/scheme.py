"""The scoring scheme: weights and thresholds as the Cameraman uses them."""

from mas.evaluation.settings import ScoringConfig
from mas.nouns import Grade, ScoringScheme
from mas.protocols import Opening


def open_scheme(config: ScoringConfig, opening: Opening) -> ScoringScheme:
    """Return the scheme of `config`, its thresholds from the best grade down."""
    best_first = sorted(config.thresholds, key=lambda name: -Grade(name).rank)
    thresholds = {name: config.thresholds[name] for name in best_first}
    return ScoringScheme(weights=dict(config.weights), thresholds=thresholds)
