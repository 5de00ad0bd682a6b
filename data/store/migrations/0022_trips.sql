-- Study trips (考察调研): the plan, who went, where they stopped, what it cost, what was learnt and what became of it.
-- Days are texts yyyy-mm-dd, '' for none.

CREATE TABLE study_trips (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    title       TEXT    NOT NULL,
    purpose     TEXT    NOT NULL,
    places      TEXT    NOT NULL,            -- in their order: 苏州、江阴、义乌、遂昌
    from_on     TEXT    NOT NULL,
    until_on    TEXT    NOT NULL,
    budget_fen  INTEGER NOT NULL DEFAULT 0,
    approver    TEXT    NOT NULL DEFAULT '', -- who is to approve it, as the plan says
    state       TEXT    NOT NULL CHECK (state IN ('draft', 'asked', 'approved', 'travelling', 'back', 'reported', 'archived')),
    asked_by    TEXT    NOT NULL DEFAULT '', -- who put it before the approver
    approved_by TEXT    NOT NULL DEFAULT '',
    approved_on TEXT    NOT NULL DEFAULT '',
    opinion     TEXT    NOT NULL DEFAULT '', -- of the approver: why it was approved, or given back
    back_on     TEXT    NOT NULL DEFAULT '',
    follow_on   TEXT    NOT NULL DEFAULT '', -- when is looked at what became of it
    followed_on TEXT    NOT NULL DEFAULT '', -- when that was done
    CHECK (state IN ('draft', 'asked') OR approved_by <> '') -- nobody travels on what nobody approved
);
CREATE INDEX study_trips_by_day ON study_trips (from_on);
CREATE INDEX study_trips_to_follow ON study_trips (follow_on) WHERE deleted_at IS NULL AND followed_on = '';

CREATE TABLE trip_members (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    trip_id         INTEGER NOT NULL REFERENCES study_trips (id),
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    name            TEXT    NOT NULL,
    post            TEXT    NOT NULL DEFAULT '',
    role            TEXT    NOT NULL,            -- leader, deputy, member, recorder
    grade           TEXT    NOT NULL             -- by which standards differ: bureau (司局级), other (其他人员)
);
CREATE INDEX trip_members_by_trip ON trip_members (trip_id);
CREATE INDEX trip_members_by_organization ON trip_members (organization_id);

CREATE TABLE trip_stops (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    trip_id     INTEGER NOT NULL REFERENCES study_trips (id),
    on_day      TEXT    NOT NULL,
    time        TEXT    NOT NULL DEFAULT '', -- 09:00, 上午
    place       TEXT    NOT NULL,            -- one of the trip's
    host        TEXT    NOT NULL,            -- the unit visited
    address     TEXT    NOT NULL DEFAULT '',
    theme       TEXT    NOT NULL DEFAULT '',
    notes       TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX trip_stops_by_trip ON trip_stops (trip_id, on_day);

-- What a person may spend a day, by the rule it stands in. The most particular one that holds on a day counts.
CREATE TABLE expense_standards (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    item        TEXT    NOT NULL,            -- transport, lodging, meals, local
    place       TEXT    NOT NULL DEFAULT '', -- '' everywhere
    grade       TEXT    NOT NULL DEFAULT '', -- '' everybody
    amount_fen  INTEGER NOT NULL,
    valid_from  TEXT    NOT NULL,
    valid_until TEXT    NOT NULL DEFAULT '', -- the last day, '' while it holds
    source      TEXT    NOT NULL
);
CREATE INDEX expense_standards_by_item ON expense_standards (item, valid_from);

-- What the rule of the central authorities says; an office enters its own place's beside or instead of it.
INSERT INTO expense_standards (created_at, updated_at, item, amount_fen, valid_from, source) VALUES
    ('2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'meals', 10000, '2014-01-01', '《中央和国家机关差旅费管理办法》（财行〔2013〕531号）'),
    ('2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 'local', 8000, '2014-01-01', '《中央和国家机关差旅费管理办法》（财行〔2013〕531号）');

CREATE TABLE trip_expenses (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    trip_id     INTEGER NOT NULL REFERENCES study_trips (id),
    member_id   INTEGER NOT NULL REFERENCES trip_members (id),
    on_day      TEXT    NOT NULL,
    item        TEXT    NOT NULL,
    place       TEXT    NOT NULL DEFAULT '', -- where the standard is of
    amount_fen  INTEGER NOT NULL CHECK (amount_fen > 0),
    voucher     TEXT    NOT NULL DEFAULT '',
    reason      TEXT    NOT NULL DEFAULT ''  -- why it is over the standard
);
CREATE INDEX trip_expenses_by_trip ON trip_expenses (trip_id, on_day);
CREATE INDEX trip_expenses_by_member ON trip_expenses (member_id);

CREATE TABLE trip_insights (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    trip_id     INTEGER NOT NULL REFERENCES study_trips (id),
    stop_id     INTEGER REFERENCES trip_stops (id),       -- NULL: of the whole trip
    title       TEXT    NOT NULL,
    text        TEXT    NOT NULL DEFAULT '',
    suggestion  TEXT    NOT NULL DEFAULT '',              -- what is to be done at home
    tags        TEXT    NOT NULL DEFAULT '',              -- 园区、人才
    task_id     INTEGER REFERENCES supervised_tasks (id), -- what it became
    topic_id    INTEGER REFERENCES topics (id),
    outcome     TEXT    NOT NULL DEFAULT '',              -- at the follow-up: done, going, dropped; '' not looked at
    outcome_text TEXT   NOT NULL DEFAULT '',
    outcome_on  TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX trip_insights_by_trip ON trip_insights (trip_id);
CREATE INDEX trip_insights_by_task ON trip_insights (task_id);
CREATE INDEX trip_insights_by_topic ON trip_insights (topic_id);

-- Who was met. Those put into the register name their organisation.
CREATE TABLE trip_contacts (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    trip_id         INTEGER NOT NULL REFERENCES study_trips (id),
    stop_id         INTEGER REFERENCES trip_stops (id),
    organization_id INTEGER REFERENCES organizations (id),
    unit            TEXT    NOT NULL,
    person          TEXT    NOT NULL DEFAULT '',
    post            TEXT    NOT NULL DEFAULT '',
    phone           TEXT    NOT NULL DEFAULT '' -- masked on the screen
);
CREATE INDEX trip_contacts_by_trip ON trip_contacts (trip_id);
CREATE INDEX trip_contacts_by_organization ON trip_contacts (organization_id);

-- The report of a trip, part by part as it is written; what is printed is made of it.
CREATE TABLE trip_reports (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    trip_id     INTEGER NOT NULL REFERENCES study_trips (id),
    title       TEXT    NOT NULL,
    team        TEXT    NOT NULL DEFAULT '', -- who signs: 运河区电子商务考察组
    dated       TEXT    NOT NULL DEFAULT '',
    opening     TEXT    NOT NULL DEFAULT '', -- 引言
    overview    TEXT    NOT NULL DEFAULT '', -- 基本情况
    practices   TEXT    NOT NULL DEFAULT '', -- 主要做法
    insights    TEXT    NOT NULL DEFAULT '', -- 启示
    suggestions TEXT    NOT NULL DEFAULT ''  -- 建议
);
CREATE UNIQUE INDEX trip_reports_by_trip ON trip_reports (trip_id) WHERE deleted_at IS NULL;

CREATE VIEW searched_trips (kind, record, text) AS
SELECT 'trip', t.id, search_text(t.title, t.purpose, t.places, search_spelt(t.title), search_spelt(t.places),
    (SELECT group_concat(host, char(10)) FROM (SELECT s.host FROM trip_stops s WHERE s.trip_id = t.id AND s.deleted_at IS NULL ORDER BY s.id)))
FROM study_trips t WHERE t.deleted_at IS NULL;

DROP VIEW searched;
CREATE VIEW searched (kind, record, text) AS
SELECT kind, record, text FROM searched_first
UNION ALL SELECT kind, record, text FROM searched_council
UNION ALL SELECT kind, record, text FROM searched_chronicle
UNION ALL SELECT kind, record, text FROM searched_more
UNION ALL SELECT kind, record, text FROM searched_policies
UNION ALL SELECT kind, record, text FROM searched_files
UNION ALL SELECT kind, record, text FROM searched_trips;

CREATE TRIGGER study_trips_found AFTER INSERT ON study_trips BEGIN
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'trip' AND record = new.id;
END;
CREATE TRIGGER study_trips_found_anew AFTER UPDATE ON study_trips BEGIN
    DELETE FROM search_records WHERE kind = 'trip' AND record = old.id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'trip' AND record = new.id;
END;
CREATE TRIGGER study_trips_lost AFTER DELETE ON study_trips BEGIN
    DELETE FROM search_records WHERE kind = 'trip' AND record = old.id;
END;
-- A trip is found by the units it visited.
CREATE TRIGGER trip_stops_found AFTER INSERT ON trip_stops BEGIN
    DELETE FROM search_records WHERE kind = 'trip' AND record = new.trip_id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'trip' AND record = new.trip_id;
END;
CREATE TRIGGER trip_stops_found_anew AFTER UPDATE OF host, deleted_at ON trip_stops BEGIN
    DELETE FROM search_records WHERE kind = 'trip' AND record = new.trip_id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'trip' AND record = new.trip_id;
END;
CREATE TRIGGER trip_stops_lost AFTER DELETE ON trip_stops BEGIN
    DELETE FROM search_records WHERE kind = 'trip' AND record = old.trip_id;
    INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched WHERE kind = 'trip' AND record = old.trip_id;
END;
