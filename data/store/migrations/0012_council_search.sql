-- Tasks, topics and meetings can be found. Each area says what of its own can be in a view of its own; searched
-- puts them together.

DROP VIEW searched;
CREATE VIEW searched_first (kind, record, text) AS
SELECT 'organization', o.id, search_text(o.name, o.short_name, o.credit_code, o.initials) FROM organizations o WHERE o.merged_into IS NULL
UNION ALL SELECT 'person', p.id, search_text(p.name, search_spelt(p.name)) FROM people p WHERE p.deleted_at IS NULL
UNION ALL SELECT 'phone', p.id, search_text(p.phone) FROM people p WHERE p.deleted_at IS NULL
UNION ALL SELECT 'shop', s.id, search_text(s.name, s.number, search_spelt(s.name)) FROM shops s WHERE s.deleted_at IS NULL
UNION ALL SELECT 'account', a.id, search_text(a.name, a.number) FROM payment_accounts a WHERE a.deleted_at IS NULL
UNION ALL SELECT 'file', f.id, search_text(f.name) FROM statement_files f WHERE 1
UNION ALL SELECT 'rule', r.id, search_text(r.title, r.clause, search_spelt(r.title)) FROM reward_rules r WHERE r.deleted_at IS NULL
UNION ALL SELECT 'claim', c.id, search_text(c.number) FROM claims c WHERE c.deleted_at IS NULL;
CREATE VIEW searched_council (kind, record, text) AS
SELECT 'task', t.id, search_text(t.number, t.title, t.content, t.responsible, search_spelt(t.title)) FROM supervised_tasks t WHERE t.deleted_at IS NULL
UNION ALL SELECT 'topic', p.id, search_text(p.title, p.content, search_spelt(p.title)) FROM topics p WHERE p.deleted_at IS NULL
UNION ALL SELECT 'meeting', m.id, search_text(m.held_on, m.place, m.minutes_number, m.minutes) FROM meetings m WHERE m.deleted_at IS NULL;

CREATE VIEW searched (kind, record, text) AS
SELECT kind, record, text FROM searched_first
UNION ALL SELECT kind, record, text FROM searched_council;

CREATE TRIGGER supervised_tasks_found AFTER INSERT ON supervised_tasks BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'task' AND record = new.id;
END;
CREATE TRIGGER supervised_tasks_found_anew AFTER UPDATE ON supervised_tasks BEGIN
    DELETE FROM search_records WHERE kind = 'task' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'task' AND record = new.id;
END;
CREATE TRIGGER supervised_tasks_lost AFTER DELETE ON supervised_tasks BEGIN
    DELETE FROM search_records WHERE kind = 'task' AND record = old.id;
END;
CREATE TRIGGER topics_found AFTER INSERT ON topics BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'topic' AND record = new.id;
END;
CREATE TRIGGER topics_found_anew AFTER UPDATE ON topics BEGIN
    DELETE FROM search_records WHERE kind = 'topic' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'topic' AND record = new.id;
END;
CREATE TRIGGER topics_lost AFTER DELETE ON topics BEGIN
    DELETE FROM search_records WHERE kind = 'topic' AND record = old.id;
END;
CREATE TRIGGER meetings_found AFTER INSERT ON meetings BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'meeting' AND record = new.id;
END;
CREATE TRIGGER meetings_found_anew AFTER UPDATE ON meetings BEGIN
    DELETE FROM search_records WHERE kind = 'meeting' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'meeting' AND record = new.id;
END;
CREATE TRIGGER meetings_lost AFTER DELETE ON meetings BEGIN
    DELETE FROM search_records WHERE kind = 'meeting' AND record = old.id;
END;
