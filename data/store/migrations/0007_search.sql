-- One index over the records of every area, and one over the lines of statements (decision 0007).

-- What can be found, and by which text: a kind and a record's id each. This view is the one place that says it;
-- triggers copy it, check compares with it, rebuild starts from it. The functions are the store's. Organisations in the
-- bin are in: the bin is searched as well.
CREATE VIEW searched (kind, record, text) AS
SELECT 'organization', o.id, search_text(o.name, o.short_name, o.credit_code, o.initials) FROM organizations o WHERE o.merged_into IS NULL
UNION ALL SELECT 'person', p.id, search_text(p.name, search_spelt(p.name)) FROM people p WHERE p.deleted_at IS NULL
UNION ALL SELECT 'phone', p.id, search_text(p.phone) FROM people p WHERE p.deleted_at IS NULL
UNION ALL SELECT 'shop', s.id, search_text(s.name, s.number, search_spelt(s.name)) FROM shops s WHERE s.deleted_at IS NULL
UNION ALL SELECT 'account', a.id, search_text(a.name, a.number) FROM payment_accounts a WHERE a.deleted_at IS NULL
UNION ALL SELECT 'file', f.id, search_text(f.name) FROM statement_files f WHERE 1
UNION ALL SELECT 'rule', r.id, search_text(r.title, r.clause, search_spelt(r.title)) FROM reward_rules r WHERE r.deleted_at IS NULL
UNION ALL SELECT 'claim', c.id, search_text(c.number) FROM claims c WHERE c.deleted_at IS NULL;

-- The copy, in the order of its making: what was changed last has the highest id and is found first.
CREATE TABLE search_records (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT    NOT NULL,
    record     INTEGER NOT NULL,
    text       TEXT    NOT NULL             -- folded (data/grams), a field a line
);
CREATE UNIQUE INDEX search_records_by_record ON search_records (kind, record);

-- Overlapping pairs of characters, without their places: what is found is read again.
CREATE VIRTUAL TABLE search_words USING fts5 (pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1');

CREATE TRIGGER search_records_made AFTER INSERT ON search_records BEGIN
    INSERT INTO search_words (rowid, pairs) VALUES (new.id, search_pairs(new.text));
END;
CREATE TRIGGER search_records_gone AFTER DELETE ON search_records BEGIN
    DELETE FROM search_words WHERE rowid = old.id;
END;

-- Each table of records keeps its part in the same write, whoever writes.
CREATE TRIGGER organizations_found AFTER INSERT ON organizations BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'organization' AND record = new.id;
END;
CREATE TRIGGER organizations_found_anew AFTER UPDATE ON organizations BEGIN
    DELETE FROM search_records WHERE kind = 'organization' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'organization' AND record = new.id;
END;
CREATE TRIGGER organizations_lost AFTER DELETE ON organizations BEGIN
    DELETE FROM search_records WHERE kind = 'organization' AND record = old.id;
END;
CREATE TRIGGER people_found AFTER INSERT ON people BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind IN ('person', 'phone') AND record = new.id;
END;
CREATE TRIGGER people_found_anew AFTER UPDATE ON people BEGIN
    DELETE FROM search_records WHERE kind IN ('person', 'phone') AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind IN ('person', 'phone') AND record = new.id;
END;
CREATE TRIGGER people_lost AFTER DELETE ON people BEGIN
    DELETE FROM search_records WHERE kind IN ('person', 'phone') AND record = old.id;
END;
CREATE TRIGGER shops_found AFTER INSERT ON shops BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'shop' AND record = new.id;
END;
CREATE TRIGGER shops_found_anew AFTER UPDATE ON shops BEGIN
    DELETE FROM search_records WHERE kind = 'shop' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'shop' AND record = new.id;
END;
CREATE TRIGGER shops_lost AFTER DELETE ON shops BEGIN
    DELETE FROM search_records WHERE kind = 'shop' AND record = old.id;
END;
CREATE TRIGGER payment_accounts_found AFTER INSERT ON payment_accounts BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'account' AND record = new.id;
END;
CREATE TRIGGER payment_accounts_found_anew AFTER UPDATE ON payment_accounts BEGIN
    DELETE FROM search_records WHERE kind = 'account' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'account' AND record = new.id;
END;
CREATE TRIGGER payment_accounts_lost AFTER DELETE ON payment_accounts BEGIN
    DELETE FROM search_records WHERE kind = 'account' AND record = old.id;
END;
CREATE TRIGGER statement_files_found AFTER INSERT ON statement_files BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'file' AND record = new.id;
END;
CREATE TRIGGER statement_files_found_anew AFTER UPDATE ON statement_files BEGIN
    DELETE FROM search_records WHERE kind = 'file' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'file' AND record = new.id;
END;
CREATE TRIGGER statement_files_lost AFTER DELETE ON statement_files BEGIN
    DELETE FROM search_records WHERE kind = 'file' AND record = old.id;
END;
CREATE TRIGGER reward_rules_found AFTER INSERT ON reward_rules BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'rule' AND record = new.id;
END;
CREATE TRIGGER reward_rules_found_anew AFTER UPDATE ON reward_rules BEGIN
    DELETE FROM search_records WHERE kind = 'rule' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'rule' AND record = new.id;
END;
CREATE TRIGGER reward_rules_lost AFTER DELETE ON reward_rules BEGIN
    DELETE FROM search_records WHERE kind = 'rule' AND record = old.id;
END;
CREATE TRIGGER claims_found AFTER INSERT ON claims BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'claim' AND record = new.id;
END;
CREATE TRIGGER claims_found_anew AFTER UPDATE ON claims BEGIN
    DELETE FROM search_records WHERE kind = 'claim' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'claim' AND record = new.id;
END;
CREATE TRIGGER claims_lost AFTER DELETE ON claims BEGIN
    DELETE FROM search_records WHERE kind = 'claim' AND record = old.id;
END;

INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched;

-- Lines come by the million; they are indexed right after the import, 131,072 ids (1 << 17) a block.
CREATE VIEW searched_lines (id, text) AS
SELECT id, order_no || char(10) || merchant_no || char(10) || product FROM transactions;

CREATE TABLE search_blocks (
    block      INTEGER PRIMARY KEY,          -- the ids from block << 17 on
    upto       INTEGER NOT NULL,             -- the last id that is in
    stale      INTEGER NOT NULL DEFAULT 0    -- how many lines changed their text since
);

CREATE TABLE search_postings (
    piece      INTEGER PRIMARY KEY,          -- block << 43 | code of the piece (data/grams)
    lines      BLOB    NOT NULL              -- the ids that have it, from the last to the first, as differences (varint)
);

CREATE TRIGGER transactions_reworded AFTER UPDATE OF order_no, merchant_no, product ON transactions
WHEN old.order_no <> new.order_no OR old.merchant_no <> new.merchant_no OR old.product <> new.product BEGIN
    UPDATE search_blocks SET stale = stale + 1 WHERE block = new.id >> 17 AND upto >= new.id;
END;
