"""The command line does the main job without a browser, and says in a sentence what it cannot do."""

import json
from pathlib import Path
from typing import Any

import click
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from app.commands.cli import main
from app.planning.plan import Plan
from app.views.order_table import ORDER_COLUMNS, order_table
from data.samples import sample_products_path, sample_sales_path
from tests.app.shops import small_sales, write_products, write_sales


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def read(folder: Path, name: str = "orders.csv") -> pd.DataFrame:
    return pd.read_csv(folder / name, dtype={"sku": str})


def sentence(result: Result) -> str:
    """What a command that failed said, and nothing else."""
    assert result.exit_code != 0
    assert not isinstance(result.exception, Exception) or isinstance(result.exception, SystemExit)
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    return result.stderr.removeprefix("Error: ").strip()


# --- plan


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """The sample shop, planned on the command line."""
    out = tmp_path_factory.mktemp("plan") / "out"
    return run("plan", sample_sales_path(), "--products", sample_products_path(), "--out", out), out


def test_plan_writes_the_orders_of_the_pages(planned: tuple[Result, Path], sample_plan: Plan) -> None:
    result, out = planned
    assert result.exit_code == 0
    orders = read(out).fillna({"forecast_reason": ""})
    assert list(orders.columns) == list(ORDER_COLUMNS)
    wanted = order_table(sample_plan)
    pd.testing.assert_frame_equal(orders, wanted, check_dtype=False)


def test_plan_prints_a_summary_the_day_and_the_files(planned: tuple[Result, Path]) -> None:
    result, out = planned
    lines = result.stdout.splitlines()
    assert lines[0] == "sample_sales.csv: 29,741 rows read, 29,741 used."
    products = lines.index("sample_products.csv: 60 rows read, 60 used.")
    assert all("have no rows" in line for line in lines[1:products]), "the sample's Christmas weeks"
    assert lines[products + 1].startswith("Order ")
    assert lines[products + 2].startswith("Alerts: ")
    assert lines[-2] == ("Your sales end on 9 December 2011; this plan is for 10 December 2011. Import newer sales.")
    assert lines[-1] == "Written: " + ", ".join(str(out / f"{name}.csv") for name in ("orders", "forecast", "alerts"))
    assert result.stderr == "", "no progress where nobody watches"


def test_without_stock_nothing_is_ordered_and_counts_are_asked_for(tmp_path: Path) -> None:
    result = run("plan", small_sales(tmp_path), "--out", tmp_path / "out")
    assert "Count your stock to see what to order" in result.stdout.splitlines()
    orders = read(tmp_path / "out")
    assert orders[["on_hand", "order_quantity"]].isna().all(axis=None)
    assert (orders["order_up_to"] > 0).all()
    assert set(read(tmp_path / "out", "alerts.csv")["alert"]) == {"count_missing"}


def changed_after(folder: Path, weeks: int) -> Path:
    """The small shop's sales, other ones after so many weeks."""
    first = {"tea": [3, 4, 5, 6, 7, 8, 9], "mug": [2] * 7, "tray": [0, 0, 0, 0, 0, 1, 0]}
    sold = {sku: days * weeks + [50.0] * 21 for sku, days in first.items()}
    return write_sales(folder / "changed.csv", sold)


def test_a_plan_for_an_earlier_day_sees_no_later_sales(tmp_path: Path) -> None:
    products = write_products(
        tmp_path / "list.csv",
        [{"sku": sku, "name": sku, "on_hand": 5, "price": 2.5, "lead_time_days": 7} for sku in ("tea", "mug", "tray")],
    )
    for number, path in enumerate((small_sales(tmp_path), changed_after(tmp_path, 8))):
        result = run("plan", path, "--products", products, "--on", "2024-02-26", "--out", tmp_path / str(number))
        assert result.exit_code == 0
        assert "Your sales end" not in result.stdout, "that day was asked for"
    for name in ("orders.csv", "forecast.csv", "alerts.csv"):
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes()
    assert read(tmp_path / "0", "forecast.csv")["date"].min() == "2024-02-26"


def test_a_plan_for_the_day_after_the_last_sales_is_the_usual_one(tmp_path: Path) -> None:
    sales = small_sales(tmp_path)
    run("plan", sales, "--out", tmp_path / "usual")
    run("plan", sales, "--on", "2024-03-11", "--out", tmp_path / "asked")
    assert (tmp_path / "usual" / "orders.csv").read_bytes() == (tmp_path / "asked" / "orders.csv").read_bytes()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            "2024-03-12",
            "The sales end on 2024-03-10: a plan for 2024-03-12 needs newer sales. Use --on 2024-03-11.",
        ),
        ("2024-01-01", "There are no sales before 2024-01-01."),
    ],
)
def test_a_day_that_cannot_be_planned_is_explained(tmp_path: Path, day: str, said: str) -> None:
    assert sentence(run("plan", small_sales(tmp_path), "--on", day, "--out", tmp_path / "out")) == said
    assert not (tmp_path / "out").exists()


def test_a_higher_promise_orders_no_less(tmp_path: Path) -> None:
    points = []
    for level in ("0.8", "0.99"):
        out = tmp_path / level
        assert run("plan", small_sales(tmp_path), "--service-level", level, "--out", out).exit_code == 0
        orders = read(out)
        assert (orders["service_level"] == float(level)).all()
        points.append(orders["reorder_point"])
    assert (points[1] >= points[0]).all()
    assert points[1].sum() > points[0].sum()


@pytest.mark.parametrize("level", ["95", "0", "1", "-0.5", "nan", "0.9999"])
def test_a_promise_that_is_no_share_is_explained(tmp_path: Path, level: str) -> None:
    said = sentence(run("plan", small_sales(tmp_path), "--service-level", level, "--out", tmp_path / "out"))
    assert said.startswith("Service level: “")
    assert said.endswith("” was not kept. It must be a number from 0.5 to 0.999.")


def test_a_sales_file_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("date,sku,units\n2024-01-01,A,twelve\n")
    said = sentence(run("plan", path, "--out", tmp_path / "out"))
    assert said.startswith('till.csv, row 2, units: "twelve" is not a number')
    assert not (tmp_path / "out").exists()


def test_a_product_list_that_is_none_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("colour\nred\n")
    said = sentence(run("plan", small_sales(tmp_path), "--products", path, "--out", tmp_path / "out"))
    assert said.startswith("list.csv, row 1: no column names the item. Found: colour.")


def test_a_folder_that_is_not_named_is_asked_for(tmp_path: Path) -> None:
    result = run("plan", small_sales(tmp_path))
    assert result.exit_code == 2
    assert "Missing option '--out'" in result.stderr


# --- check


def checked(path: Path) -> tuple[int, dict[str, Any]]:
    result = run("check", path)
    told: dict[str, Any] = json.loads(result.stdout)
    return result.exit_code, told


KEYS = {
    "rows_read", "rows_used", "left_out", "units", "revenue", "first_day", "last_day", "products", "columns", "error",
    "format", "questions", "notes",
}  # fmt: skip


def test_check_prints_what_was_understood_as_json(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    sold = "".join(f"2024-01-{day:02d},tea,{day},2.50\n" for day in range(1, 13))
    path.write_text(f"date,sku,units,price\n{sold}2024-01-12,mug,twelve,1\n,,,\n")
    status, told = checked(path)
    assert status == 0
    assert told.keys() >= KEYS
    assert (told["rows_read"], told["rows_used"]) == (14, 12)
    assert told["left_out"] == {"bad_quantity": 1, "blank": 1}
    assert (told["units"], told["revenue"]) == (78, 195)
    assert (told["first_day"], told["last_day"], told["products"]) == ("2024-01-01", "2024-01-12", 1)
    assert told["columns"] == {"day": "date", "sku": "sku", "units": "units", "price": "price"}
    assert told["error"] is None
    assert 'Row 14, units: "twelve" is not a number. The row was left out.' in told["left_out_in_words"]


def test_check_of_the_sample_adds_up() -> None:
    status, told = checked(sample_sales_path())
    assert status == 0
    assert told["rows_read"] == told["rows_used"] + sum(told["left_out"].values())
    assert told["products"] == 60


def rubbish() -> bytes:
    """Bytes that mean nothing, the same each time."""
    return b"\n".join(bytes((7 * row + 13 * cell) % 251 for cell in range(40)) for row in range(2000))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "file.csv is not there or is a folder."),
        (b"", "file.csv is empty."),
        (b"date,sku,units\n", "file.csv has a header in row 1, but no rows below it."),
        (b"sku,unit_cost\nA,1\n", "file.csv, row 1: no column holds a date."),
        (b"\x89PNG\r\n\x1a\n", "file.csv is not a table of sales or products, it holds a PNG picture."),
        (b"date,sku,units\n1/1/20223,A,1\n", 'file.csv, row 2, date: "1/1/20223" is not a date'),
        (rubbish(), "file.csv"),
    ],
    ids=["missing", "empty", "header only", "product list", "picture", "year 20223", "rubbish"],
)
def test_check_of_a_file_that_cannot_be_used_says_why_and_fails(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "file.csv"
    if content is not None:
        path.write_bytes(content)
    status, told = checked(path)
    assert status == 2
    assert told.keys() >= KEYS
    assert told["error"].startswith(said)
    assert (told["rows_used"], told["units"], told["first_day"]) == (0, 0, None)


def test_check_names_the_format_of_a_till_and_asks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text(
        "Receipt number,Receipt type,Date,Item,Variant,SKU,Category,Quantity,Net sales,Status\n"
        "1-1001,Sale,2024-01-05 09:00,Tea,,T1,Drinks,2,5.00,Closed\n"
    )
    status, told = checked(path)
    assert status == 0
    assert "Loyverse" in told["format"]
    assert (told["questions"], told["questions_in_words"]) == ([], [])


def open_file(folder: Path) -> Path:
    """Sales of one day that can be 1 February or 2 January."""
    path = folder / "till.csv"
    path.write_text("Date,Item,Qty\n01/02/25,tea,3\n")
    return path


def test_check_of_a_file_that_can_be_read_in_two_ways_asks(tmp_path: Path) -> None:
    status, told = checked(open_file(tmp_path))
    assert status == 0
    (question,) = told["questions"]
    assert (question["code"], question["options"]) == ("date_order", ["day", "month"])
    assert told["questions_in_words"] == ["“01/02/25” in Date: is that 1 February 2025 or 2 January 2025?"]


def test_check_does_not_ask_for_an_order_in_which_no_date_is_one(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty\n13/01/2024,tea,3\n01/14/2024,tea,2\n")
    status, told = checked(path)
    assert (status, told["questions"], told["left_out"]) == (0, [], {"bad_date": 1})


def test_check_offers_only_orders_in_which_the_example_is_a_date(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_text("Date,Item,Qty\n24-01-02,tea,3\n")
    assert checked(path)[1]["questions_in_words"] == ["“24-01-02” in Date: is that 2 January 2024 or 24 January 2002?"]


@pytest.mark.parametrize(("order", "day"), [("day", "2025-02-01"), ("month", "2025-01-02")])
@pytest.mark.parametrize("way", ["--date-order {}", "--answer date_order={}"])
def test_check_hears_the_answer(tmp_path: Path, order: str, day: str, way: str) -> None:
    told = json.loads(run("check", open_file(tmp_path), *way.format(order).split()).stdout)
    assert (told["first_day"], told["questions"]) == (day, [])


def test_check_never_ends_in_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_values: object, **_names: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("app.commands.check.read_sales", break_off)
    status, told = checked(open_file(tmp_path))
    assert (status, told["error"]) == (2, "till.csv could not be read. Export it again, or send it to the makers.")


def test_plan_of_a_file_that_can_be_read_in_two_ways_says_how_to_answer(tmp_path: Path) -> None:
    said = sentence(run("plan", open_file(tmp_path), "--out", tmp_path / "out"))
    assert said.startswith("till.csv: “01/02/25” in Date: ")
    assert said.endswith("Say --date-order day (1 February 2025) or --date-order month (2 January 2025).")
    assert not (tmp_path / "out").exists()


def test_plan_hears_the_answer(tmp_path: Path) -> None:
    result = run("plan", open_file(tmp_path), "--date-order", "month", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert read(tmp_path / "out", "forecast.csv")["date"].min() == "2025-01-03"


def test_an_answer_without_its_question_is_explained(tmp_path: Path) -> None:
    result = run("check", open_file(tmp_path), "--answer", "month")
    assert result.exit_code == 2
    assert '"month" must be written as in --answer date_order=day.' in result.stderr


# --- inbox


def test_inbox_imports_what_was_put_there_and_tells_each_file(tmp_path: Path) -> None:
    inbox = tmp_path / "shop" / "inbox"
    assert run("inbox", "--shop", tmp_path / "shop").stdout == f"Nothing to import in {inbox}.\n"
    small_sales(inbox)
    result = run("inbox", "--shop", tmp_path / "shop")
    assert (result.exit_code, result.stdout) == (0, "till.csv: 70 days added, 0 changed.\n")
    assert (inbox / "done" / "till.csv").is_file()


# --- backtest


def test_backtest_writes_what_the_scorer_reads(tmp_path: Path) -> None:
    sold = {"tea": [3, 4, 5, 6, 7, 8, 9] * 30, "mug": [2] * 210, "young": [1] * 210}
    sold["young"][:120] = [0] * 120
    out = tmp_path / "deep" / "out"
    result = run("backtest", write_sales(tmp_path / "till.csv", sold), "--origins", 2, "--out", out)
    assert result.exit_code == 0
    means = pd.read_csv(out / "forecast.csv", parse_dates=["origin", "date"], dtype={"sku": str})
    totals = pd.read_csv(out / "totals.csv", parse_dates=["origin"], dtype={"sku": str})
    assert list(means.columns) == ["origin", "date", "sku", "mean"]
    assert list(totals.columns) == ["origin", "sku", "days", "level", "units"]
    last = pd.Timestamp("2024-01-01") + pd.Timedelta(days=209)
    assert set(means["origin"]) == {last - pd.Timedelta(days=28), last - pd.Timedelta(days=56)}
    assert set(means["sku"]) == set(totals["sku"]) == {"tea", "mug"}
    assert set(totals["level"]) == {0.5, 0.8, 0.9, 0.95, 0.98}
    assert len(means) == 2 * 2 * 28
    assert len(totals) == 2 * 2 * 3 * 5
    mug = means[means["sku"] == "mug"]["mean"]
    assert mug.between(1.9, 2.1).all(), "mugs sell two a day"
    assert result.stdout.startswith("4 forecasts of 28 days, ")
    assert f" seconds forecasting. Written to {out}." in result.stdout


def test_backtest_of_too_few_days_says_so(tmp_path: Path) -> None:
    said = sentence(run("backtest", small_sales(tmp_path), "--out", tmp_path / "out"))
    assert said == "till.csv: no product has 120 days of sales before 2024-02-11."
    assert not (tmp_path / "out").exists()


def test_backtest_of_a_file_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    path.write_bytes(b"")
    assert sentence(run("backtest", path, "--out", tmp_path / "out")).startswith("till.csv is empty.")


@pytest.mark.parametrize("option", [("--horizon", 6), ("--horizon", "x"), ("--origins", 0)])
def test_backtest_refuses_spans_that_make_no_sense(tmp_path: Path, option: tuple[str, object]) -> None:
    result = run("backtest", small_sales(tmp_path), *option, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert f"Invalid value for '{option[0]}'" in result.stderr


# --- the program itself


COMMANDS = {"": main, **main.commands}


@pytest.mark.parametrize("name", COMMANDS)
def test_help_gives_an_example_of_the_command_and_of_every_option(name: str) -> None:
    command = COMMANDS[name]
    told = " ".join(run(*name.split(), "--help").stdout.split())
    assert f"Example: python -m app {name}".strip() in told
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help is not None
            assert "Example: " in option.help, f"{option.opts[0]} has no example"
            assert option.help.split("Example: ")[1] in told
            assert any(each in option.help.split("Example: ")[1] for each in option.opts)


def test_the_commands_are_those_promised() -> None:
    assert set(main.commands) == {"plan", "replay", "check", "inbox", "backtest"}


def test_a_shop_file_that_is_none_is_explained_and_not_served(tmp_path: Path) -> None:
    (tmp_path / "shop.sqlite").write_bytes(b"no database, whatever its name may say" * 40)
    said = sentence(run("--shop", tmp_path, "--no-browser"))
    assert said.startswith(f"The shop file {tmp_path / 'shop.sqlite'} cannot be read:")
    assert said.endswith("Choose another shop folder or restore a backup.")
