-- The chronicle: what happened, proposed by the program or added by people. Days are texts yyyy-mm-dd.

CREATE TABLE chronicle_entries (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    on_day      TEXT    NOT NULL,
    title       TEXT    NOT NULL,
    text        TEXT    NOT NULL DEFAULT '',
    kind        TEXT    NOT NULL,            -- visit, talk, signing, meeting, document, milestone, opening, payment, training, task, other
    importance  TEXT    NOT NULL,            -- normal, major, great
    public      BOOLEAN NOT NULL DEFAULT FALSE, -- may leave the office
    state       TEXT    NOT NULL CHECK (state IN ('proposed', 'kept', 'dismissed', 'merged')),
    read_by     TEXT    NOT NULL DEFAULT '', -- who read it and took it in
    merged_into INTEGER REFERENCES chronicle_entries (id),
    rule        TEXT    NOT NULL DEFAULT '', -- by which it was proposed, '' for one a person added
    origin      TEXT    NOT NULL DEFAULT '', -- what the rule proposed it for; once for each
    CHECK (state <> 'kept' OR read_by <> '')  -- nothing is in the chronicle that nobody has read
);
CREATE INDEX chronicle_entries_by_day ON chronicle_entries (on_day) WHERE deleted_at IS NULL AND state = 'kept';
CREATE INDEX chronicle_entries_proposed ON chronicle_entries (on_day) WHERE deleted_at IS NULL AND state = 'proposed';
CREATE UNIQUE INDEX chronicle_entries_by_origin ON chronicle_entries (rule, origin) WHERE rule <> '';

-- Where an entry comes from: the page that tells more.
CREATE TABLE chronicle_sources (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    entry_id    INTEGER NOT NULL REFERENCES chronicle_entries (id),
    label       TEXT    NOT NULL,
    link        TEXT    NOT NULL DEFAULT ''  -- smartcanal://meeting/4, or '' for what lies outside the program
);
CREATE INDEX chronicle_sources_by_entry ON chronicle_sources (entry_id);

-- How far the journal has been read for proposals.
CREATE TABLE chronicle_reading (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    journal_id  INTEGER NOT NULL
);
INSERT INTO chronicle_reading (id, journal_id) VALUES (1, 0);

CREATE VIEW searched_chronicle (kind, record, text) AS
SELECT 'chronicle', c.id, search_text(c.title, c.text, c.on_day, search_spelt(c.title)) FROM chronicle_entries c WHERE c.deleted_at IS NULL AND c.state = 'kept';

DROP VIEW searched;
CREATE VIEW searched (kind, record, text) AS
SELECT kind, record, text FROM searched_first
UNION ALL SELECT kind, record, text FROM searched_council
UNION ALL SELECT kind, record, text FROM searched_chronicle;

CREATE TRIGGER chronicle_entries_found AFTER INSERT ON chronicle_entries BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'chronicle' AND record = new.id;
END;
CREATE TRIGGER chronicle_entries_found_anew AFTER UPDATE ON chronicle_entries BEGIN
    DELETE FROM search_records WHERE kind = 'chronicle' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'chronicle' AND record = new.id;
END;
CREATE TRIGGER chronicle_entries_lost AFTER DELETE ON chronicle_entries BEGIN
    DELETE FROM search_records WHERE kind = 'chronicle' AND record = old.id;
END;
