"""Can these words be shown in a film, or are they keys hit at random, small talk, or an errand?"""

import re

from mas.agents.lexicon import words

_ERRANDS = re.compile(
    r"^(?:"
    r"(?:book|order|buy|sell|send|email|mail|text|phone|hire|rent|reserve|translate|calculate|compute"
    r"|solve|explain|summari[sz]e|schedule|download|install|delete|upload|transfer|pay|cook|bake|teach"
    r"|fix|google|print|post|publish|tweet|cancel)\s+(?:me|us|my|a|an|the|this|that|it|to|some|for|two|\d+|on|all)\b"
    r"|(?:tell|remind|call|wake|drive|read|help|message|pick)\s+(?:me|us)\b(?!\s+(?:create|make|generate|produce))"
    r"|set\s+(?:an?|the|my)\s+(?:alarm|timer|reminder)"
    r"|play\s+(?:me|some|a\s+song|the\s+song|music)\b"
    r"|(?:write|draft|compose)\s+(?:me\s+|us\s+)?(?:a|an|the|some|my)\s+(?:\w+\s+)?(?:poem|essay|e-?mail|letter|story|song"
    r"|code|program|function|script|article|blog|report|tweet|haiku|novel|book|cv|resume)\b"
    r"|search\s+(?:for\s+flights|the\s+(?:web|internet)|google|online)"
    r")",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:(?:what|who|when|why|how|which|whose|where)(?:['\u2019]s|\s+(?:is|are|was|were|do|does|did|can|could|much|many"
    r"|should|would|will|has|have|time|day))\b|(?:is|are|am|do|does|did|has|have|should|will|would)\s+(?:it|you"
    r"|i|we|the|there|this|that|they|he|she)\b)",
    re.IGNORECASE,
)
_SMALL_TALK = words(
    """
    yes no ok okay yep nope sure thanks thank you thx please stop cancel quit exit help hi
    hello hey hm hmm hmmm um uh lol haha test testing asdf qwerty good bye goodbye morning
    evening wow cool nice great sorry what why how who nothing anything something whatever
    idk maybe it this that the an and or of in on at to is for with
    """
)
_KEYBOARD = re.compile(
    r"asd[fgjkl]|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert[yz]|rtyu|zxcv|xcvb|cvbn|vbnm", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def is_errand(text: str) -> bool:
    """Say whether `text` orders something that is no film ("book me a flight")."""
    return _ERRANDS.match(text) is not None


def is_question(text: str) -> bool:
    """Say whether `text` asks something instead of naming something to show."""
    starts_like_one = _QUESTION.match(text) is not None
    return starts_like_one or text.rstrip().endswith("?")


def is_showable(text: str) -> bool:
    """Say whether `text` names something that can be shown: real-looking words, no small talk."""
    words = _LETTERS.findall(text)
    if not words or all(word.lower() in _SMALL_TALK for word in words):
        return False
    if not any(len(word) > 2 or ord(word[0]) > 0x2FF for word in words):
        return False
    real = sum(_looks_like_a_word(word) for word in words)
    return 2 * real > len(words)


def _looks_like_a_word(word: str) -> bool:
    low = word.lower()
    if not low.isascii():
        return True  # other scripts and accents: no way to tell
    if _KEYBOARD.search(low):
        return False
    if len(low) > 2 and not re.search(r"[aeiouy]", low):
        return word.isupper() and len(word) <= 4  # NASA-like initials
    return not (
        re.search(r"[bcdfghjklmnpqrstvwxz]{6,}|[aeiou]{5,}|(\w)\1\1|q[bcdfghjklmnprstvwxz]", low)
        or re.search(r"^[bcdfghjklmnpqrtvwxz]{4,}", low)
    )
