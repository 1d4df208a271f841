"""Words written in one text, as a set."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, cut at blanks.

    >>> sorted(word_set("size colour"))
    ['colour', 'size']
    """
    return frozenset(text.split())
