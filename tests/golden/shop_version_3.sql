BEGIN TRANSACTION;
CREATE TABLE added_days (
	import_id INTEGER NOT NULL, 
	epoch_day INTEGER NOT NULL, 
	PRIMARY KEY (import_id, epoch_day), 
	FOREIGN KEY(import_id) REFERENCES imports (import_id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "added_days" VALUES(1,19723);
INSERT INTO "added_days" VALUES(1,19724);
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
INSERT INTO "deliveries" VALUES(1,1,'2024-01-07');
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
INSERT INTO "imports" VALUES(1,'january.csv','hash of january.csv','2024-02-01T12:00:00+00:00','2024-01-01','2024-01-02',3,8.0,16.0,2,0,3,0,0,0.0,8.0,2,0,'{"file_name": "january.csv", "rows_read": 3, "rows_used": 3, "left_out": {}, "left_out_rows": {}, "units_read": 8.0, "units": 8.0, "revenue_read": 16.0, "revenue": 16.0, "first_day": "2024-01-01", "last_day": "2024-01-02", "products": 2, "columns": {"day": "Date", "sku": "SKU", "units": "Qty"}, "encoding": "utf-8", "delimiter": ",", "format": null, "questions": [], "notes": []}',1,'');
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
INSERT INTO "order_lines" VALUES(2,2,6.0,NULL,'',NULL);
CREATE TABLE orders (
	order_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	supplier VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	made_on DATE NOT NULL, 
	sent_on DATE, 
	expected_on DATE
);
INSERT INTO "orders" VALUES(1,'Willow','partly_received','2024-01-03','2024-01-03','2024-01-08');
INSERT INTO "orders" VALUES(2,'Willow','draft','2024-01-07',NULL,NULL);
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
	PRIMARY KEY (product_id), 
	UNIQUE (sku_key), 
	FOREIGN KEY(supplier) REFERENCES suppliers (supplier)
);
INSERT INTO "products" VALUES(1,'A1','a1','Big mug',NULL,'Willow',NULL,2.0,NULL,NULL,NULL,NULL,1,'name supplier');
INSERT INTO "products" VALUES(2,'B2','b2',NULL,NULL,'Willow',NULL,2.0,NULL,NULL,NULL,NULL,1,'supplier');
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
INSERT INTO "sales" VALUES(19723,1,1,3.0,6.0);
INSERT INTO "sales" VALUES(19723,2,1,1.0,2.0);
INSERT INTO "sales" VALUES(19724,1,1,4.0,8.0);
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
INSERT INTO "settings" VALUES('currency','"\u20ac"');
INSERT INTO "settings" VALUES('rule','"quantile"');
INSERT INTO "settings" VALUES('country','""');
CREATE TABLE shop_state (
	name VARCHAR NOT NULL, 
	value INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "shop_state" VALUES('schema_version',3);
INSERT INTO "shop_state" VALUES('revision',13);
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
INSERT INTO "stock_counts" VALUES(1,1,'2024-01-03',12.0,NULL,0.0);
CREATE TABLE suppliers (
	supplier VARCHAR NOT NULL, 
	supplier_key VARCHAR NOT NULL, 
	lead_time_days FLOAT, 
	review_period_days FLOAT, 
	order_cost FLOAT, 
	PRIMARY KEY (supplier), 
	UNIQUE (supplier_key)
);
INSERT INTO "suppliers" VALUES('Willow','willow',5.0,NULL,4.0);
CREATE INDEX ix_orders_state ON orders (state);
CREATE INDEX ix_deliveries_order_id ON deliveries (order_id);
CREATE INDEX ix_stock_counts_product_id ON stock_counts (product_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('imports',1);
INSERT INTO "sqlite_sequence" VALUES('orders',2);
COMMIT;
