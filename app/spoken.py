"""The language that this process speaks: the one that the shop's owner chose."""

from app.words.language import use_language
from data.shop import Shop
from data.shop_settings import read_settings


def speak_for(shop: Shop) -> None:
    """From now on speak the language of `shop`."""
    use_language(read_settings(shop).language)
