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
INSERT INTO "added_days" VALUES(1,19725);
INSERT INTO "added_days" VALUES(2,19726);
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
	report VARCHAR NOT NULL
);
INSERT INTO "imports" VALUES(1,'january.csv','hash of january.csv','2024-02-01T12:00:00+00:00','2024-01-01','2024-01-03',4,10.5,21.0,3,0,4,0,0,0.0,10.5,2,0,'{"file_name": "january.csv", "rows_read": 4, "rows_used": 4, "left_out": {}, "left_out_rows": {}, "units_read": 10.5, "units": 10.5, "revenue_read": 21.0, "revenue": 21.0, "first_day": "2024-01-01", "last_day": "2024-01-03", "products": 2, "columns": {"day": "Date", "sku": "SKU", "units": "Qty"}, "encoding": "utf-8", "delimiter": ",", "notes": []}');
INSERT INTO "imports" VALUES(2,'february.csv','hash of february.csv','2024-02-01T12:00:00+00:00','2024-01-03','2024-01-04',3,17.0,34.0,1,1,2,1,0,2.5,17.0,1,1,'{"file_name": "february.csv", "rows_read": 3, "rows_used": 3, "left_out": {}, "left_out_rows": {}, "units_read": 17.0, "units": 17.0, "revenue_read": 34.0, "revenue": 34.0, "first_day": "2024-01-03", "last_day": "2024-01-04", "products": 3, "columns": {"day": "Date", "sku": "SKU", "units": "Qty"}, "encoding": "utf-8", "delimiter": ",", "notes": []}');
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
INSERT INTO "product_changes" VALUES(2,1,0,'Mug',NULL,2.0);
INSERT INTO "product_changes" VALUES(2,3,1,NULL,NULL,NULL);
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
INSERT INTO "products" VALUES(1,'A1','a1','Big mug',NULL,'Willow',NULL,2.0,NULL,NULL,NULL,NULL,1,'supplier');
INSERT INTO "products" VALUES(2,'B2','b2',NULL,NULL,NULL,NULL,2.0,NULL,NULL,NULL,NULL,1,'');
INSERT INTO "products" VALUES(3,'C3','c3',NULL,NULL,NULL,NULL,2.0,NULL,NULL,NULL,NULL,1,'');
CREATE TABLE sales (
	epoch_day INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	units FLOAT NOT NULL, 
	revenue FLOAT, 
	PRIMARY KEY (epoch_day, product_id)
)
 WITHOUT ROWID

;
INSERT INTO "sales" VALUES(19723,1,3.0,6.0);
INSERT INTO "sales" VALUES(19723,2,1.0,2.0);
INSERT INTO "sales" VALUES(19724,1,4.0,8.0);
INSERT INTO "sales" VALUES(19725,2,9.0,18.0);
INSERT INTO "sales" VALUES(19725,3,1.0,2.0);
INSERT INTO "sales" VALUES(19726,1,7.0,14.0);
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
INSERT INTO "sales_changes" VALUES(2,19725,2,2.5,5.0,9.0,18.0);
INSERT INTO "sales_changes" VALUES(2,19725,3,NULL,NULL,1.0,2.0);
CREATE TABLE settings (
	name VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "settings" VALUES('service_level','0.95');
INSERT INTO "settings" VALUES('review_period_days','7');
INSERT INTO "settings" VALUES('lead_time_days','7');
INSERT INTO "settings" VALUES('order_cost','5.0');
INSERT INTO "settings" VALUES('holding_rate','0.25');
INSERT INTO "settings" VALUES('maximum_cover_days','90');
INSERT INTO "settings" VALUES('currency','"\u20ac"');
INSERT INTO "settings" VALUES('rule','"quantile"');
CREATE TABLE shop_state (
	name VARCHAR NOT NULL, 
	value INTEGER NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "shop_state" VALUES('schema_version',1);
INSERT INTO "shop_state" VALUES('revision',5);
CREATE TABLE stock_counts (
	count_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	on_hand FLOAT, 
	on_order FLOAT, 
	PRIMARY KEY (count_id), 
	FOREIGN KEY(product_id) REFERENCES products (product_id)
);
INSERT INTO "stock_counts" VALUES(1,1,'2024-01-04',12.0,NULL);
CREATE TABLE suppliers (
	supplier VARCHAR NOT NULL, 
	supplier_key VARCHAR NOT NULL, 
	lead_time_days FLOAT, 
	review_period_days FLOAT, 
	order_cost FLOAT, 
	PRIMARY KEY (supplier), 
	UNIQUE (supplier_key)
);
INSERT INTO "suppliers" VALUES('Willow','willow',NULL,NULL,NULL);
CREATE INDEX ix_stock_counts_product_id ON stock_counts (product_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('imports',2);
COMMIT;
