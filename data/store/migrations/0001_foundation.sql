-- Settings of the office, the people who work with the file, and the journal of everything that changed.

CREATE TABLE settings (
    key        TEXT PRIMARY KEY,             -- district, office, first_run ... (see data/store/settings.go)
    value      TEXT NOT NULL
);

-- One entry for each record written, one for each bulk path. An entry is never changed or removed.
CREATE TABLE journal (
    id         INTEGER PRIMARY KEY,
    at         TEXT    NOT NULL,             -- RFC 3339, the time of the write's transaction
    actor      TEXT    NOT NULL,             -- the person, or 'program'
    reason     TEXT    NOT NULL,             -- the command, as the person knows it
    action     TEXT    NOT NULL,             -- create, update, delete, restore, bulk
    subject    TEXT    NOT NULL,             -- the table
    record_id  INTEGER NOT NULL,             -- 0 for a bulk entry
    before     TEXT    NOT NULL,             -- JSON of the fields before, '' for create
    after      TEXT    NOT NULL,             -- JSON of the fields after, '' for delete
    previous   TEXT    NOT NULL,             -- hash of the entry before, '' for the first
    hash       TEXT    NOT NULL              -- SM3 over the fields above (GB/T 32905), hex
);
CREATE INDEX journal_by_record ON journal (subject, record_id);
