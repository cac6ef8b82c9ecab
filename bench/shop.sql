-- A shop of ten tables for bench/shop.py; :n customers give 13.2 rows each. Deterministic: no random().
CREATE TABLE product      (id int PRIMARY KEY, name text NOT NULL, price numeric(10,2));
CREATE TABLE address      (id bigint PRIMARY KEY, house text, street text, city text, state text, zip text);
CREATE TABLE customer     (id bigint PRIMARY KEY, email text, name text, phone text, created timestamptz NOT NULL, address_id bigint REFERENCES address(id));
CREATE TABLE employee     (id int PRIMARY KEY, email text, name text, address_id bigint REFERENCES address(id));
CREATE TABLE payment_card (id bigint PRIMARY KEY, name text, ccn text, code text, preferred boolean, customer_id bigint REFERENCES customer(id), billing_address_id bigint REFERENCES address(id));
CREATE TABLE orders       (id bigint PRIMARY KEY, customer_id bigint REFERENCES customer(id), shipping_address_id bigint REFERENCES address(id), payment_card_id bigint REFERENCES payment_card(id), placed timestamptz NOT NULL, note text);
CREATE TABLE order_item   (order_id bigint NOT NULL REFERENCES orders(id), item_no smallint NOT NULL, product_id int REFERENCES product(id), quantity smallint, PRIMARY KEY (order_id,item_no));
CREATE TABLE visit        (id bigint PRIMARY KEY, email text, last_visit timestamptz NOT NULL, ip text);
CREATE TABLE login        (id bigint PRIMARY KEY, customer_id bigint REFERENCES customer(id), "time" timestamptz NOT NULL, ip text);
CREATE TABLE service_request (id bigint PRIMARY KEY, email text, alt_email text, opened date, closed date, employee_id int REFERENCES employee(id), body text);
INSERT INTO product SELECT i, 'Product '||i, (i*7 % 9000)/100.0+1 FROM generate_series(1,1000) i;
INSERT INTO address SELECT i, (i%250+1)::text, 'Street '||(i%50000), 'City '||(i%5000), (ARRAY['BY','BW','NW','HE','BE','HH','SN','NI'])[i%8+1], lpad((i%100000)::text,5,'0') FROM generate_series(1,(:n) + 1000) i;
INSERT INTO customer SELECT i, 'customer-'||i||'@example.com', 'First'||(i%7919)||' Last'||(i%9973), '+49 30 '||lpad((i%10000000)::text,7,'0'), timestamptz '2018-01-01 00:00+00' + (i%2900)*interval '1 day' + (i%86400)*interval '1 second', i FROM generate_series(1,:n) i;
INSERT INTO employee SELECT i, 'employee-'||i||'@example.com', 'Emp'||i, (:n) + i FROM generate_series(1,1000) i;
INSERT INTO payment_card SELECT i, 'Card '||i, lpad((4000000000000000+i)::text,16,'0'), lpad((i%1000)::text,3,'0'), true, i, i FROM generate_series(1,:n) i;
INSERT INTO orders SELECT (i-1)*4+k, i, i, i, timestamptz '2019-01-01 00:00+00' + ((i*13+k*97)%2500)*interval '1 day', 'note '||i||'/'||k FROM generate_series(1,:n) i CROSS JOIN LATERAL generate_series(1, 1+(i%3)) k;      -- 1..3, avg 2
INSERT INTO order_item SELECT o.id, k, (o.id*31+k)%1000+1, 1+(o.id%4) FROM orders o CROSS JOIN LATERAL generate_series(1, 1+(o.id%3)::int) k;
INSERT INTO visit SELECT i, 'customer-'||i||'@example.com', timestamptz '2024-01-01 00:00+00' + (i%900)*interval '1 day', '203.0.113.'||(i%256) FROM generate_series(1,:n) i;
INSERT INTO login SELECT (i-1)*3+k, i, timestamptz '2024-01-01 00:00+00' + ((i+k*31)%900)*interval '1 day', '198.51.100.'||(i%256) FROM generate_series(1,:n) i CROSS JOIN generate_series(1,3) k;
INSERT INTO service_request SELECT i, 'customer-'||(i*5)||'@example.com', CASE WHEN i%2=0 THEN 'customer-'||(i*5)||'-alt@example.com' END, date '2023-01-01'+(i%700)::int, CASE WHEN i%3>0 THEN date '2023-01-03'+(i%700)::int END, i%1000+1, 'please help with order '||i FROM generate_series(1,(:n)/5) i;
CREATE INDEX ON customer(email); CREATE INDEX ON customer(address_id);
CREATE INDEX ON employee(email); CREATE INDEX ON employee(address_id);
CREATE INDEX ON payment_card(customer_id); CREATE INDEX ON payment_card(billing_address_id);
CREATE INDEX ON orders(customer_id); CREATE INDEX ON orders(shipping_address_id); CREATE INDEX ON orders(payment_card_id);
CREATE INDEX ON visit(email); CREATE INDEX ON login(customer_id);
CREATE INDEX ON service_request(email); CREATE INDEX ON service_request(alt_email); CREATE INDEX ON service_request(employee_id);
