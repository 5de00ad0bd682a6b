-- Files that belong to a record: licences, photographs, signed papers. The content is kept once by its hash.

CREATE TABLE attachment_contents (
    sha256     TEXT PRIMARY KEY,             -- of the content, hex
    bytes      INTEGER NOT NULL,
    content    BLOB    NOT NULL              -- as it came; kept while any attachment, also one in the bin, needs it
);

CREATE TABLE attachments (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    deleted_at DATETIME,
    subject    TEXT    NOT NULL,             -- the table of the record it belongs to
    record_id  INTEGER NOT NULL,
    role       TEXT    NOT NULL DEFAULT '',  -- what it proves: the material's key, or ''
    name       TEXT    NOT NULL,             -- the file's name as the person knows it
    media_type TEXT    NOT NULL,             -- image/png, application/pdf, ...
    sha256     TEXT    NOT NULL REFERENCES attachment_contents (sha256)
);
CREATE INDEX attachments_by_record ON attachments (subject, record_id);
