BEGIN TRANSACTION;
CREATE TABLE added_days (
	import_id INTEGER NOT NULL, 
	epoch_day INTEGER NOT NULL, 
	PRIMARY KEY (import_id, epoch_day), 
	FOREIGN KEY(import_id) REFERENCES imports (import_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "added_days" VALUES(1,19724);
INSERT INTO "added_days" VALUES(1,19725);
INSERT INTO "added_days" VALUES(1,19726);
CREATE TABLE advice (
	advice_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	day DATE NOT NULL, 
	made_at VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	content BLOB NOT NULL, 
	UNIQUE (day)
);
CREATE TABLE alert_memory (
	"key" VARCHAR NOT NULL, 
	first_seen DATE NOT NULL, 
	last_seen DATE NOT NULL, 
	silent_until DATE, 
	PRIMARY KEY ("key")
);
CREATE TABLE bundle_parts (
	bundle INTEGER NOT NULL, 
	part INTEGER NOT NULL, 
	units FLOAT NOT NULL, 
	PRIMARY KEY (bundle, part), 
	FOREIGN KEY(bundle) REFERENCES products (product_id) ON DELETE CASCADE, 
	FOREIGN KEY(part) REFERENCES products (product_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE day_ends (
	import_id INTEGER NOT NULL, 
	epoch_day INTEGER NOT NULL, 
	last_minute INTEGER, 
	is_complete BOOLEAN NOT NULL, 
	PRIMARY KEY (import_id, epoch_day), 
	FOREIGN KEY(import_id) REFERENCES imports (import_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE deliveries (
	delivery_id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	PRIMARY KEY (delivery_id), 
	FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE
);
INSERT INTO "deliveries" VALUES(1,1,'2024-01-04');
CREATE TABLE delivery_lines (
	delivery_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	units FLOAT NOT NULL, 
	count_id INTEGER, 
	PRIMARY KEY (delivery_id, product_id), 
	FOREIGN KEY(delivery_id) REFERENCES deliveries (delivery_id) ON DELETE CASCADE, 
	FOREIGN KEY(product_id) REFERENCES products (product_id)
)
 WITHOUT ROWID

;
INSERT INTO "delivery_lines" VALUES(1,1,10.0,1);
CREATE TABLE edits (
	edit_id INTEGER NOT NULL, 
	at VARCHAR DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	what VARCHAR NOT NULL, 
	thing VARCHAR NOT NULL, 
	"before" VARCHAR NOT NULL, 
	"after" VARCHAR NOT NULL, 
	PRIMARY KEY (edit_id)
);
INSERT INTO "edits" VALUES(1,'2026-11-21 09:41:47','product','1','{"name": null, "_edited": ""}','{"name": "Big mug", "_edited": "name"}');
INSERT INTO "edits" VALUES(2,'2026-11-21 09:41:47','product','1','{"supplier": null, "_edited": "name"}','{"supplier": "Willow", "_edited": "name supplier"}');
INSERT INTO "edits" VALUES(3,'2026-11-21 09:41:47','product','1','{"_count": null, "on_hand": null}','{"_count": {"count_id": 1, "product_id": 1, "day": "2024-01-03", "on_hand": 12.0, "on_order": null, "sold_by_then": 4.0, "deliveries": 0}, "on_hand": 12.0}');
INSERT INTO "edits" VALUES(4,'2026-11-21 09:41:48','product','1','{"unit_cost": null, "_edited": "name supplier"}','{"unit_cost": 1.5, "_edited": "name supplier unit_cost"}');
INSERT INTO "edits" VALUES(5,'2026-11-21 09:41:48','product','1','{"service_level": null, "_edited": "name supplier unit_cost"}','{"service_level": 0.97, "_edited": "name service_level supplier unit_cost"}');
INSERT INTO "edits" VALUES(6,'2026-11-21 09:41:48','product','1','{"article_code": null, "_edited": "name service_level supplier unit_cost"}','{"article_code": "W-7", "_edited": "article_code name service_level supplier unit_cost"}');
INSERT INTO "edits" VALUES(7,'2026-11-21 09:41:48','product','2','{"supplier": null, "_edited": ""}','{"supplier": "Willow", "_edited": "supplier"}');
INSERT INTO "edits" VALUES(8,'2026-11-21 09:41:48','supplier','Willow','{"lead_time_days": null}','{"lead_time_days": 5.0}');
INSERT INTO "edits" VALUES(9,'2026-11-21 09:41:48','supplier','Willow','{"order_days": null}','{"order_days": "Mon, Thu"}');
INSERT INTO "edits" VALUES(10,'2026-11-21 09:41:48','supplier','Willow','{"minimum_order_value": null}','{"minimum_order_value": 80.0}');
INSERT INTO "edits" VALUES(11,'2026-11-21 09:41:48','supplier','Willow','{"fee_below_minimum": null}','{"fee_below_minimum": 6.5}');
INSERT INTO "edits" VALUES(12,'2026-11-21 09:41:48','supplier','Willow','{"email": null}','{"email": "orders@willow.example"}');
INSERT INTO "edits" VALUES(13,'2026-11-21 09:41:48','supplier','Willow','{"closed_on_holidays": false}','{"closed_on_holidays": true}');
INSERT INTO "edits" VALUES(14,'2026-11-21 09:41:48','supplier','Willow','{"closed": []}','{"closed": [["2024-08-01", "2024-08-14"]]}');
INSERT INTO "edits" VALUES(15,'2026-11-21 09:41:48','settings','','{"service_level": 0.95}','{"service_level": 0.9}');
CREATE TABLE imports (
	import_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	file_name VARCHAR NOT NULL, 
	content_hash VARCHAR NOT NULL, 
	imported_at VARCHAR NOT NULL, 
	first_day DATE, 
	last_day DATE, 
	rows_used INTEGER NOT NULL, 
	units FLOAT NOT NULL, 
	revenue FLOAT NOT NULL, 
	days_added INTEGER NOT NULL, 
	days_changed INTEGER NOT NULL, 
	rows_added INTEGER NOT NULL, 
	rows_changed INTEGER NOT NULL, 
	rows_removed INTEGER NOT NULL, 
	units_before FLOAT NOT NULL, 
	units_after FLOAT NOT NULL, 
	new_products INTEGER NOT NULL, 
	products_changed INTEGER NOT NULL, 
	report VARCHAR NOT NULL, 
	source_id INTEGER DEFAULT '1' NOT NULL, 
	shape VARCHAR DEFAULT '' NOT NULL
);
INSERT INTO "imports" VALUES(1,'sales.csv','hash of sales.csv','2024-02-01T12:00:00+00:00','2024-01-02','2024-01-04',4,17.0,34.0,3,0,4,0,0,0.0,17.0,2,0,'{"file_name": "sales.csv", "rows_read": 4, "rows_used": 4, "left_out": {}, "left_out_rows": {}, "units_read": 17.0, "units": 17.0, "revenue_read": 34.0, "revenue": 34.0, "first_day": "2024-01-02", "last_day": "2024-01-04", "products": 2, "columns": {"day": "Date", "sku": "SKU", "units": "Qty"}, "encoding": "utf-8", "delimiter": ",", "format": null, "questions": [], "notes": []}',1,'');
CREATE TABLE kept_promises (
	made_for INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	days INTEGER NOT NULL, 
	level FLOAT NOT NULL, 
	promised FLOAT NOT NULL, 
	mean FLOAT NOT NULL, 
	PRIMARY KEY (made_for, product_id, days, level), 
	FOREIGN KEY(product_id) REFERENCES products (product_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE left_out_rows (
	import_id INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (import_id), 
	FOREIGN KEY(import_id) REFERENCES imports (import_id) ON DELETE CASCADE
);
CREATE TABLE order_lines (
	order_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	units FLOAT NOT NULL, 
	advised FLOAT, 
	reason VARCHAR NOT NULL, 
	unit_cost FLOAT, 
	PRIMARY KEY (order_id, product_id), 
	FOREIGN KEY(order_id) REFERENCES orders (order_id) ON DELETE CASCADE, 
	FOREIGN KEY(product_id) REFERENCES products (product_id)
)
 WITHOUT ROWID

;
INSERT INTO "order_lines" VALUES(1,1,24.0,20.0,'a fair',1.5);
INSERT INTO "order_lines" VALUES(2,1,0.0,6.0,'',NULL);
CREATE TABLE orders (
	order_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	supplier VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	made_on DATE NOT NULL, 
	sent_on DATE, 
	expected_on DATE
);
INSERT INTO "orders" VALUES(1,'Willow','partly_received','2024-01-04','2024-01-04','2024-01-09');
INSERT INTO "orders" VALUES(2,'Willow','draft','2024-01-04',NULL,NULL);
CREATE TABLE product_changes (
	import_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	is_new BOOLEAN NOT NULL, 
	name_before VARCHAR, 
	category_before VARCHAR, 
	price_before FLOAT, 
	PRIMARY KEY (import_id, product_id), 
	FOREIGN KEY(import_id) REFERENCES imports (import_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "product_changes" VALUES(1,1,1,NULL,NULL,NULL);
INSERT INTO "product_changes" VALUES(1,2,1,NULL,NULL,NULL);
CREATE TABLE products (
	product_id INTEGER NOT NULL, 
	sku VARCHAR NOT NULL, 
	sku_key VARCHAR NOT NULL, 
	name VARCHAR, 
	category VARCHAR, 
	supplier VARCHAR, 
	unit_cost FLOAT, 
	price FLOAT, 
	lead_time_days FLOAT, 
	lead_time_sd_days FLOAT, 
	pack_size FLOAT, 
	moq FLOAT, 
	active BOOLEAN NOT NULL, 
	edited VARCHAR NOT NULL, 
	article_code VARCHAR, 
	shelf_life_days FLOAT, 
	salvage_value FLOAT, 
	service_level FLOAT, 
	similar_to INTEGER, 
	similar_share FLOAT, 
	PRIMARY KEY (product_id), 
	UNIQUE (sku_key), 
	FOREIGN KEY(supplier) REFERENCES suppliers (supplier), 
	FOREIGN KEY(similar_to) REFERENCES products (product_id) ON DELETE SET NULL
);
INSERT INTO "products" VALUES(1,'A1','a1','Big mug',NULL,'Willow',1.5,2.0,NULL,NULL,NULL,NULL,1,'article_code name service_level supplier unit_cost','W-7',NULL,NULL,0.97,NULL,NULL);
INSERT INTO "products" VALUES(2,'B2','b2',NULL,NULL,'Willow',NULL,2.0,NULL,NULL,NULL,NULL,1,'supplier',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE reading_choices (
	shape VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (shape, kind, name)
);
CREATE TABLE sales (
	epoch_day INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	units FLOAT NOT NULL, 
	revenue FLOAT, 
	PRIMARY KEY (epoch_day, product_id, source_id)
)
 WITHOUT ROWID

;
INSERT INTO "sales" VALUES(19724,1,1,3.0,6.0);
INSERT INTO "sales" VALUES(19724,2,1,1.0,2.0);
INSERT INTO "sales" VALUES(19725,1,1,4.0,8.0);
INSERT INTO "sales" VALUES(19726,2,1,9.0,18.0);
CREATE TABLE sales_changes (
	import_id INTEGER NOT NULL, 
	epoch_day INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	units_before FLOAT, 
	revenue_before FLOAT, 
	units_after FLOAT, 
	revenue_after FLOAT, 
	PRIMARY KEY (import_id, epoch_day, product_id), 
	FOREIGN KEY(import_id) REFERENCES imports (import_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE settings (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "settings" VALUES('service_level','0.9');
INSERT INTO "settings" VALUES('review_period_days','7');
INSERT INTO "settings" VALUES('lead_time_days','7');
INSERT INTO "settings" VALUES('order_cost','5.0');
INSERT INTO "settings" VALUES('holding_rate','0.25');
INSERT INTO "settings" VALUES('maximum_cover_days','90');
INSERT INTO "settings" VALUES('currency','""');
INSERT INTO "settings" VALUES('rule','"quantile"');
INSERT INTO "settings" VALUES('country','""');
INSERT INTO "settings" VALUES('language','"en"');
INSERT INTO "settings" VALUES('service_level_a','null');
INSERT INTO "settings" VALUES('service_level_b','null');
INSERT INTO "settings" VALUES('service_level_c','null');
INSERT INTO "settings" VALUES('by_fill_rate','false');
INSERT INTO "settings" VALUES('budget','null');
CREATE TABLE shop_state (
	name VARCHAR NOT NULL, 
	value INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "shop_state" VALUES('schema_version',4);
INSERT INTO "shop_state" VALUES('revision',21);
CREATE TABLE sold_out_verdicts (
	product_id INTEGER NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	was_sold_out BOOLEAN NOT NULL, 
	PRIMARY KEY (product_id, first_day, last_day), 
	FOREIGN KEY(product_id) REFERENCES products (product_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE stock_counts (
	count_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	on_hand FLOAT, 
	on_order FLOAT, 
	sold_by_then FLOAT DEFAULT '0' NOT NULL, 
	PRIMARY KEY (count_id), 
	FOREIGN KEY(product_id) REFERENCES products (product_id)
);
INSERT INTO "stock_counts" VALUES(1,1,'2024-01-03',12.0,NULL,4.0);
CREATE TABLE supplier_closures (
	supplier VARCHAR NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	PRIMARY KEY (supplier, first_day), 
	FOREIGN KEY(supplier) REFERENCES suppliers (supplier) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "supplier_closures" VALUES('Willow','2024-08-01','2024-08-14');
CREATE TABLE supplier_names (
	supplier_key VARCHAR NOT NULL, 
	supplier VARCHAR NOT NULL, 
	PRIMARY KEY (supplier_key), 
	FOREIGN KEY(supplier) REFERENCES suppliers (supplier) ON DELETE CASCADE
);
CREATE TABLE suppliers (
	supplier VARCHAR NOT NULL, 
	supplier_key VARCHAR NOT NULL, 
	lead_time_days FLOAT, 
	review_period_days FLOAT, 
	order_cost FLOAT, 
	lead_time_sd_days FLOAT, 
	order_days VARCHAR, 
	minimum_order_value FLOAT, 
	fee_below_minimum FLOAT, 
	closed_on_holidays BOOLEAN DEFAULT '0' NOT NULL, 
	email VARCHAR, 
	note VARCHAR, 
	PRIMARY KEY (supplier), 
	UNIQUE (supplier_key)
);
INSERT INTO "suppliers" VALUES('Willow','willow',5.0,NULL,NULL,NULL,'Mon, Thu',80.0,6.5,1,'orders@willow.example',NULL);
CREATE INDEX ix_orders_state ON orders (state);
CREATE INDEX ix_deliveries_order_id ON deliveries (order_id);
CREATE INDEX ix_stock_counts_product_id ON stock_counts (product_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('imports',1);
INSERT INTO "sqlite_sequence" VALUES('orders',2);
COMMIT;
