import json
from datetime import date

from data.report import ImportReport, LeftOut, Note

REPORT = ImportReport(
    file_name="sales.csv",
    rows_read=152,
    rows_used=1,
    left_out=(LeftOut("blank", tuple(range(3, 154)), 0.0, 0.0),),
    units_read=2.0,
    units_used=2.0,
    revenue_read=5.0,
    revenue_used=5.0,
    first_day=date(2024, 1, 1),
    last_day=None,
    products=1,
    columns={"day": "Date"},
    encoding="utf-8",
    delimiter=",",
    notes=(Note("currency", {"found": "€"}),),
)


def test_a_report_is_told_as_json_with_at_most_100_rows_per_reason() -> None:
    told = json.loads(json.dumps(REPORT.as_dict()))
    assert told["left_out"] == {"blank": 151}
    assert told["left_out_rows"]["blank"] == list(range(3, 103))
    assert (told["first_day"], told["last_day"]) == ("2024-01-01", None)
    assert (told["units"], told["revenue"]) == (2.0, 5.0)
    assert told["notes"] == [{"code": "currency", "found": "€"}]
