"""The key under which two spellings of an SKU, or of a supplier's name, are the same."""


def sku_key(spelling: str) -> str:
    """The spelling without regard to letter case and to blanks around or doubled.

    >>> sku_key(" 85123a ") == sku_key("85123A")
    True
    """
    return " ".join(spelling.split()).casefold()
