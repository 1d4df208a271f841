"""What the models of a forecast are called."""

from app.words.language import N_, _

MODELS = {
    "arima": N_("seasonal ARIMA"),
    "smoothing": N_("exponential smoothing"),
    "shop_smoothing": N_("smoothing that follows the shop"),
    "boosting": N_("boosted trees over all products"),
    "combination": N_("a mix of several models"),
    "weekday_average": N_("same-weekday average"),
    "gamma_poisson": N_("plain average, wide band"),
    "average_since_shift": N_("average since its sales changed"),
    "nothing": N_("nothing expected"),
}


def model_texts() -> dict[str, str]:
    """What each method is called."""
    return {method: _(text) for method, text in MODELS.items()}
