import pytest

from data.values.date_words import month_of, plain_words, weekday_of

MONTHS = {
    "English": "January February March April May June July August September October November December",
    "German": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
}
SHORT_MONTHS = {
    "English": "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.",
    "German": "Jan. Feb. Mrz. Apr. Mai Jun. Jul. Aug. Sep. Okt. Nov. Dez.",
    "French": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "Spanish": "ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.",
    "Italian": "gen. feb. mar. apr. mag. giu. lug. ago. set. ott. nov. dic.",
    "Portuguese": "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    "Dutch": "jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.",
}
WEEKDAYS = {
    "English": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "German": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "German, short": "Mo Di Mi Do Fr Sa So",
    "French": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "Spanish": "lunes martes miércoles jueves viernes sábado domingo",
    "Italian": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "Portuguese": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "Dutch": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "Dutch, short": "ma di wo do vr za zo",
}


@pytest.mark.parametrize("names", [*MONTHS.values(), *SHORT_MONTHS.values()])
def test_every_month_is_known_whole_and_cut_short(names: str) -> None:
    assert [month_of(plain_words(name)) for name in names.split()] == list(range(1, 13))


@pytest.mark.parametrize("names", WEEKDAYS.values())
def test_every_weekday_is_known(names: str) -> None:
    assert [weekday_of(plain_words(name)) for name in names.split()] == list(range(7))


@pytest.mark.parametrize("word", ["de", "um", "uhr", "am", "pm", "tea", "total", "jui"])
def test_what_is_no_month_or_could_be_two_is_none(word: str) -> None:
    assert month_of([word]) == 0
