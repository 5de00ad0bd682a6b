-- Imports and reward measures can be found as well.

CREATE VIEW searched_more (kind, record, text) AS
SELECT 'batch', b.id, search_text('第' || b.id || '批', SUBSTR(CAST(b.created_at AS TEXT), 1, 10), b.actor, search_spelt(b.actor)) FROM import_batches b WHERE 1
UNION ALL SELECT 'scheme', s.id, search_text(s.title, s.doc_number, search_spelt(s.title)) FROM reward_schemes s WHERE s.deleted_at IS NULL;

DROP VIEW searched;
CREATE VIEW searched (kind, record, text) AS
SELECT kind, record, text FROM searched_first
UNION ALL SELECT kind, record, text FROM searched_council
UNION ALL SELECT kind, record, text FROM searched_chronicle
UNION ALL SELECT kind, record, text FROM searched_more;

CREATE TRIGGER import_batches_found AFTER INSERT ON import_batches BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'batch' AND record = new.id;
END;
CREATE TRIGGER import_batches_found_anew AFTER UPDATE ON import_batches BEGIN
    DELETE FROM search_records WHERE kind = 'batch' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'batch' AND record = new.id;
END;
CREATE TRIGGER import_batches_lost AFTER DELETE ON import_batches BEGIN
    DELETE FROM search_records WHERE kind = 'batch' AND record = old.id;
END;
CREATE TRIGGER reward_schemes_found AFTER INSERT ON reward_schemes BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'scheme' AND record = new.id;
END;
CREATE TRIGGER reward_schemes_found_anew AFTER UPDATE ON reward_schemes BEGIN
    DELETE FROM search_records WHERE kind = 'scheme' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'scheme' AND record = new.id;
END;
CREATE TRIGGER reward_schemes_lost AFTER DELETE ON reward_schemes BEGIN
    DELETE FROM search_records WHERE kind = 'scheme' AND record = old.id;
END;

INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched_more;
