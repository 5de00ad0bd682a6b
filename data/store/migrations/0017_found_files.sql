-- The search box finds the files that belong to records, and published notices.

CREATE VIEW searched_files (kind, record, text) AS
SELECT 'attachment', a.id, search_text(a.name, search_spelt(a.name)) FROM attachments a WHERE a.deleted_at IS NULL
UNION ALL SELECT 'notice', n.id, search_text(n.title, n.doc_number, search_spelt(n.title)) FROM reward_notices n WHERE n.deleted_at IS NULL;

DROP VIEW searched;
CREATE VIEW searched (kind, record, text) AS
SELECT kind, record, text FROM searched_first
UNION ALL SELECT kind, record, text FROM searched_council
UNION ALL SELECT kind, record, text FROM searched_chronicle
UNION ALL SELECT kind, record, text FROM searched_more
UNION ALL SELECT kind, record, text FROM searched_policies
UNION ALL SELECT kind, record, text FROM searched_files;

CREATE TRIGGER attachments_found AFTER INSERT ON attachments BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'attachment' AND record = new.id;
END;
CREATE TRIGGER attachments_found_anew AFTER UPDATE ON attachments BEGIN
    DELETE FROM search_records WHERE kind = 'attachment' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'attachment' AND record = new.id;
END;
CREATE TRIGGER attachments_lost AFTER DELETE ON attachments BEGIN
    DELETE FROM search_records WHERE kind = 'attachment' AND record = old.id;
END;
CREATE TRIGGER reward_notices_found AFTER INSERT ON reward_notices BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'notice' AND record = new.id;
END;
CREATE TRIGGER reward_notices_found_anew AFTER UPDATE ON reward_notices BEGIN
    DELETE FROM search_records WHERE kind = 'notice' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'notice' AND record = new.id;
END;
CREATE TRIGGER reward_notices_lost AFTER DELETE ON reward_notices BEGIN
    DELETE FROM search_records WHERE kind = 'notice' AND record = old.id;
END;

INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched_files;
