import pytest
from hypothesis import given
from hypothesis import strategies as st

from mas.report.comparison import compare


def marked(before: str, after: str) -> str:
    marks = {"same": "{}", "added": "[+{}]", "removed": "[-{}]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in compare(before, after))


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        pytest.param("A griffin glides.", "A griffin glides.", "A griffin glides.", id="the same"),
        pytest.param(
            "A griffin glides over hills.",
            "A bronze griffin glides over hills.",
            "A [+bronze ]griffin glides over hills.",
            id="a word more",
        ),
        pytest.param(
            "It glides over grey hills.", "It glides over hills.", "It glides over [-grey ]hills.",
            id="a word less",
        ),
        pytest.param(
            "The camera is static.",
            "The camera pans left.",
            "The camera [-is static][+pans left].",
            id="words changed, the full stop kept",
        ),
        pytest.param("", "all new", "[+all new]", id="from nothing"),
        pytest.param("all gone", "", "[-all gone]", id="to nothing"),
    ],
)  # fmt: skip
def test_changes_are_marked_word_by_word(before: str, after: str, shown: str) -> None:
    assert marked(before, after) == shown


def test_a_stray_shared_word_does_not_split_a_change() -> None:
    shown = marked("red fox and grey wolf sleep", "blue owl and gold hawk sleep")

    assert shown == "[-red fox and grey wolf ][+blue owl and gold hawk ]sleep"


@given(st.text(), st.text())
def test_what_is_same_or_added_is_the_new_text(before: str, after: str) -> None:
    pieces = compare(before, after)

    kept = "".join(piece.text for piece in pieces if piece.kind != "removed")
    assert kept == after.lstrip()


@given(st.text(alphabet="ab .,"), st.text(alphabet="ab .,"))
def test_what_is_same_or_removed_says_the_old_words(before: str, after: str) -> None:
    pieces = compare(before, after)

    old = "".join(piece.text for piece in pieces if piece.kind != "added")
    assert "".join(old.split()) == "".join(before.split())
