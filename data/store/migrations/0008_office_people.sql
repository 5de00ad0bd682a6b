-- Who works in the office, and what each of them may do. The table people holds those of the organisations.

CREATE TABLE office_people (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    deleted_at DATETIME,
    name       TEXT    NOT NULL,             -- as it stands in the journal and on papers
    initials   TEXT    NOT NULL DEFAULT '',  -- pinyin of the name, for finding it
    roles      TEXT    NOT NULL,             -- clerk, reviewer, approver: a JSON list, at least one
    gone       BOOLEAN NOT NULL DEFAULT FALSE -- works here no more; the name stays in what was done
);
CREATE UNIQUE INDEX office_people_by_name ON office_people (name) WHERE deleted_at IS NULL;
