"""Our own names of columns."""

DAY, TIME, INVOICE = "day", "time", "invoice"
SKU, NAME, VARIANT, CATEGORY = "sku", "name", "variant", "category"
UNITS, PRICE, REVENUE = "units", "price", "revenue"
STATUS, KIND, CANCELLED_AT, REFUNDED = "status", "kind", "cancelled_at", "refunded"
ITEM_STATUS, VOIDED, DEFERRED = "item_status", "voided", "deferred"
TAKEN_BACK, EXCHANGED, FEE, RETURNED = "taken_back", "exchanged", "fee", "returned"
DISCOUNT, ORDER_DISCOUNT, ITEMS = "discount", "order_discount", "items"
LOCATION, HOUR = "location", "hour"
MEASURE, MONEY_UNIT = "measure", "money_unit"
OTHER_DAY, WEEKDAY, MONTH, YEAR = "other_day", "weekday", "month", "year"  # they only help to read the day

SUPPLIER, UNIT_COST, LEAD_TIME_DAYS, LEAD_TIME_SD_DAYS = "supplier", "unit_cost", "lead_time_days", "lead_time_sd_days"
PACK_SIZE, MOQ, ON_HAND, ON_ORDER, ACTIVE = "pack_size", "moq", "on_hand", "on_order", "active"
HANDLE = "handle"
REVIEW_PERIOD_DAYS, ORDER_COST = "review_period_days", "order_cost"
MINIMUM_ORDER_VALUE, FEE_BELOW_MINIMUM = "minimum_order_value", "fee_below_minimum"
ORDER_DAYS, CLOSED_ON_HOLIDAYS, CLOSED = "order_days", "closed_on_holidays", "closed"
EMAIL, NOTE = "email", "note"
ARTICLE_CODE, SHELF_LIFE_DAYS, SALVAGE_VALUE = "article_code", "shelf_life_days", "salvage_value"
SERVICE_LEVEL, SIMILAR_TO, SIMILAR_SHARE, PARTS = "service_level", "similar_to", "similar_share", "parts"

PRODUCT_FIELDS = (
    *(SKU, NAME, CATEGORY, SUPPLIER, UNIT_COST, PRICE, LEAD_TIME_DAYS, LEAD_TIME_SD_DAYS),
    *(PACK_SIZE, MOQ, ON_HAND, ON_ORDER, ACTIVE),
    *(ARTICLE_CODE, SHELF_LIFE_DAYS, SALVAGE_VALUE, SERVICE_LEVEL, SIMILAR_TO, SIMILAR_SHARE, PARTS),
)
