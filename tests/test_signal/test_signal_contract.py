"""Every judge of mas_signal keeps the contract that all evaluators share."""

from collections.abc import Callable

import pytest

from mas.nouns import Score, Wanted
from mas.protocols import Evaluator
from mas.testing.evaluator_contract import EvaluatorContract

WISH = "A vivid purple dragon circles a dark tower, thunder rolls. Slow. Pan left."


class TestShippedJudges(EvaluatorContract):
    @pytest.fixture(params=["technical", "audio", "palette", "camera", "motion", "mood"])
    def evaluator(
        self, request: pytest.FixtureRequest, open_judge: Callable[[str], Evaluator]
    ) -> Evaluator:
        return open_judge(request.param)

    @pytest.fixture
    def wanted(self) -> Wanted:
        return Wanted(WISH)


@pytest.mark.parametrize("kind", ["palette", "camera", "motion", "mood"])
def test_a_judge_that_was_asked_nothing_says_so(
    kind: str, show: Callable[..., Score], textured: Callable[..., object]
) -> None:
    score = show(kind, [textured()] * 6, Wanted("A fox crosses a bridge."))

    assert score.value is None
    assert "asked for" in score.reason
