from sqlalchemy import insert, select

from data.membership import is_among
from data.schema import settings
from data.shop import Shop, writing


def test_a_value_is_found_among_more_than_sqlite_has_parameters_for(shop: Shop) -> None:
    names = [f"s{number}" for number in range(50_000)]
    with writing(shop) as connection:
        connection.execute(insert(settings), [{"name": name, "value": "1"} for name in ("s7", "s49999", "it's", "no")])
        query = select(settings.c.name).where(is_among(settings.c.name, [*names, "it's"])).order_by(settings.c.name)
        assert list(connection.execute(query).scalars()) == ["it's", "s49999", "s7"]
        assert list(connection.execute(select(settings.c.name).where(is_among(settings.c.name, []))).scalars()) == []
