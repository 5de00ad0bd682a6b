-- Policy documents: their versions, the comments of departments, and their breakdown into tasks. Days are texts
-- yyyy-mm-dd, '' for none.

CREATE TABLE policy_documents (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    kind        TEXT    NOT NULL,            -- opinions, measures, plan
    title       TEXT    NOT NULL,
    number      TEXT    NOT NULL DEFAULT '', -- 运政办〔2026〕8号
    status      TEXT    NOT NULL,            -- draft, asking, issued, revised, repealed
    issued_on   TEXT    NOT NULL DEFAULT '',
    ended_on    TEXT    NOT NULL DEFAULT '', -- repealed on
    comments_until TEXT NOT NULL DEFAULT ''
);

CREATE TABLE policy_versions (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    policy_id   INTEGER NOT NULL REFERENCES policy_documents (id),
    number      INTEGER NOT NULL,            -- 第 3 稿
    note        TEXT    NOT NULL DEFAULT '', -- what it is: 征求意见稿, 送审稿, 印发稿
    text        TEXT    NOT NULL
);
CREATE UNIQUE INDEX policy_versions_by_policy ON policy_versions (policy_id, number);

CREATE TABLE policy_comments (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    policy_id       INTEGER NOT NULL REFERENCES policy_documents (id),
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    state           TEXT    NOT NULL,            -- asked, none (无意见), given
    text            TEXT    NOT NULL DEFAULT '',
    adoption        TEXT    NOT NULL DEFAULT '', -- adopted, partly, refused; '' while nobody decided
    reply           TEXT    NOT NULL DEFAULT ''  -- why, or how it went in
);
CREATE INDEX policy_comments_by_policy ON policy_comments (policy_id);
CREATE INDEX policy_comments_by_organization ON policy_comments (organization_id);

-- 任务分解表: a line of a document and the task it became. A task carries its departments, days and progress.
CREATE TABLE policy_lines (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    policy_id   INTEGER NOT NULL REFERENCES policy_documents (id),
    position    INTEGER NOT NULL,
    task_id     INTEGER NOT NULL REFERENCES supervised_tasks (id)
);
CREATE INDEX policy_lines_by_policy ON policy_lines (policy_id);
CREATE INDEX policy_lines_by_task ON policy_lines (task_id);

CREATE VIEW searched_policies (kind, record, text) AS
SELECT 'policy', p.id, search_text(p.title, p.number, search_spelt(p.title)) FROM policy_documents p WHERE p.deleted_at IS NULL;

DROP VIEW searched;
CREATE VIEW searched (kind, record, text) AS
SELECT kind, record, text FROM searched_first
UNION ALL SELECT kind, record, text FROM searched_council
UNION ALL SELECT kind, record, text FROM searched_chronicle
UNION ALL SELECT kind, record, text FROM searched_more
UNION ALL SELECT kind, record, text FROM searched_policies;

CREATE TRIGGER policy_documents_found AFTER INSERT ON policy_documents BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'policy' AND record = new.id;
END;
CREATE TRIGGER policy_documents_found_anew AFTER UPDATE ON policy_documents BEGIN
    DELETE FROM search_records WHERE kind = 'policy' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'policy' AND record = new.id;
END;
CREATE TRIGGER policy_documents_lost AFTER DELETE ON policy_documents BEGIN
    DELETE FROM search_records WHERE kind = 'policy' AND record = old.id;
END;
