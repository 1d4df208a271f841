"""Makes the sample shop from the two files of the Online Retail data set; run by hand when the sample shall change.

    python -m data.samples.make_samples online_retail_II_2009-2010.csv.gz OnlineRetail_2010-2011.csv.gz

The sales are real, products and stock are invented; README.md beside this file says what was done.
"""

import re
import sys
from pathlib import Path

import pandas as pd

from data.samples import sample_products_path, sample_sales_path
from data.samples.invented_products import invented_products

COLUMNS = ["invoice", "sku", "item", "quantity", "sold_at", "price", "customer", "country"]
PRODUCTS = 60
MONTHS_SOLD = 20  # of 25: shows newer products too, but none that came and went
WORDS = {"hldr": "holder", "ant": "antique", "s/3": "set of 3", "set/5": "set of 5", "of4": "of 4", "+": "and"}
SMALL_WORDS = {"of", "and", "in", "the", "with"}


def sample_sales(first_year: Path, second_year: Path) -> pd.DataFrame:
    """Daily sales of the best-selling products: date, sku, item, quantity, amount."""
    lines = real_products(read_lines(first_year, second_year))
    months = lines["sold_at"].dt.to_period("M").groupby(lines["sku"]).nunique()
    revenue = lines["amount"].groupby(lines["sku"]).sum()
    best = revenue[months >= MONTHS_SOLD].nlargest(PRODUCTS).index
    lines = lines[lines["sku"].isin(best)]
    items = lines.groupby("sku")["item"].agg(lambda names: readable(names.mode().iloc[0]))
    days = sales_day(lines).rename("date")
    daily = lines.groupby([days, "sku"])[["quantity", "amount"]].sum().round(2).reset_index()
    daily.insert(2, "item", daily["sku"].map(items))
    return daily[(daily["quantity"] != 0) | (daily["amount"] != 0)]


def read_lines(first_year: Path, second_year: Path) -> pd.DataFrame:
    """The invoice lines of both years; of the days that are in both files those of the second."""
    types = {"invoice": str, "sku": str}
    years = [pd.read_csv(path, header=0, names=COLUMNS, dtype=types) for path in (first_year, second_year)]
    years[0]["sold_at"] = pd.to_datetime(years[0]["sold_at"])
    years[1]["sold_at"] = pd.to_datetime(years[1]["sold_at"], format="%m/%d/%Y %H:%M")
    earlier = years[0][years[0]["sold_at"] < years[1]["sold_at"].min().normalize()]
    return pd.concat([earlier, years[1]], ignore_index=True)


def real_products(lines: pd.DataFrame) -> pd.DataFrame:
    """Sales and cancellations of things: no postage, fees or vouchers, no write-offs, which have no price."""
    sku = lines["sku"].str.strip().str.upper()
    is_thing = sku.str.fullmatch(r"\d{5}[A-Z]{0,2}") & (lines["price"] > 0)
    lines = lines.assign(sku=sku, amount=lines["quantity"] * lines["price"])
    return lines[is_thing].reset_index(drop=True)


def sales_day(lines: pd.DataFrame) -> pd.Series:
    """The day of each line; of a cancellation that of the last sale of as many to the same customer, if any."""
    keys = ["sku", "customer", "pieces"]
    lines = lines.assign(pieces=lines["quantity"].abs(), line=lines.index).sort_values("sold_at")
    is_cancelled = lines["invoice"].str.startswith("C") & lines["customer"].notna()
    sales = lines.loc[lines["quantity"] > 0, [*keys, "sold_at"]].dropna().assign(cancelled_at=lambda t: t["sold_at"])
    matched = pd.merge_asof(lines.loc[is_cancelled, [*keys, "sold_at", "line"]], sales, on="sold_at", by=keys)
    cancelled_at = matched.set_index("line")["cancelled_at"].dropna()
    moved = lines["sold_at"].copy()
    moved.loc[cancelled_at.index] = cancelled_at
    return moved.dt.normalize().sort_index()


def readable(item: str) -> str:
    """An item's name as people write it.

    >>> readable("WHITE HANGING HEART  T-LIGHT HLDR ")
    'White Hanging Heart T-Light Holder'
    """
    words = " ".join(WORDS.get(word, word) for word in re.sub(r"[\s.]+", " ", item.lower()).split()).split()
    return " ".join(word if word in SMALL_WORDS and place else _capital(word) for place, word in enumerate(words))


def _capital(word: str) -> str:
    return "LED" if word == "led" else "-".join(part.capitalize() for part in word.split("-"))


def main(first_year: Path, second_year: Path) -> None:
    """Write both sample files beside this one."""
    sales = sample_sales(first_year, second_year)
    sales.to_csv(sample_sales_path(), index=False, date_format="%Y-%m-%d", lineterminator="\n")
    invented_products(sales).to_csv(sample_products_path(), index=False, lineterminator="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
