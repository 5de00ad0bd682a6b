-- The joint conference: members, meetings, topics, decisions, and tasks supervised to their end. Days are
-- texts yyyy-mm-dd, '' for none.

CREATE TABLE councils (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL DEFAULT 1,
    created_at     DATETIME NOT NULL,
    updated_at     DATETIME NOT NULL,
    deleted_at     DATETIME,
    name           TEXT    NOT NULL,             -- 运河区电子商务工作联席会议
    convener       TEXT    NOT NULL DEFAULT '',  -- 召集人: 姓名, 职务
    office         TEXT    NOT NULL DEFAULT '',  -- 办公室设在哪里
    office_head    TEXT    NOT NULL DEFAULT '',
    rules          TEXT    NOT NULL DEFAULT ''   -- 工作规则
);

-- A membership from a day on; a change of leader or liaison ends one row and begins another.
CREATE TABLE council_members (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    leader          TEXT    NOT NULL DEFAULT '',
    leader_post     TEXT    NOT NULL DEFAULT '',
    liaison         TEXT    NOT NULL DEFAULT '',
    liaison_phone   TEXT    NOT NULL DEFAULT '', -- masked on the screen by default
    from_on         TEXT    NOT NULL,
    until_on        TEXT    NOT NULL DEFAULT '', -- the last day, '' while it lasts
    note            TEXT    NOT NULL DEFAULT ''  -- why it changed: 会议确定, 人事调整 ...
);
CREATE INDEX council_members_by_organization ON council_members (organization_id);

CREATE TABLE meetings (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL DEFAULT 1,
    created_at     DATETIME NOT NULL,
    updated_at     DATETIME NOT NULL,
    deleted_at     DATETIME,
    kind           TEXT    NOT NULL,             -- regular, ad_hoc, liaison
    number         INTEGER NOT NULL,             -- 第 4 次; each kind counts for itself
    held_on        TEXT    NOT NULL,             -- the day it is, or is to be, held
    time           TEXT    NOT NULL DEFAULT '',  -- 15:00
    place          TEXT    NOT NULL DEFAULT '',
    chair          TEXT    NOT NULL DEFAULT '',
    state          TEXT    NOT NULL,             -- planned, held, cancelled
    topics_until   TEXT    NOT NULL DEFAULT '',  -- until when topics are collected
    minutes        TEXT    NOT NULL DEFAULT '',
    minutes_number TEXT    NOT NULL DEFAULT '',  -- 〔2026〕4号
    minutes_on     TEXT    NOT NULL DEFAULT ''   -- when the minutes were issued
);
CREATE UNIQUE INDEX meetings_by_number ON meetings (kind, number) WHERE deleted_at IS NULL;

CREATE TABLE meeting_attendances (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    meeting_id      INTEGER NOT NULL REFERENCES meetings (id),
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    person          TEXT    NOT NULL DEFAULT '',
    state           TEXT    NOT NULL,            -- invited, present, deputy, leave, absent
    note            TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX meeting_attendances_by_meeting ON meeting_attendances (meeting_id);
CREATE INDEX meeting_attendances_by_organization ON meeting_attendances (organization_id);

CREATE TABLE topics (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    meeting_id      INTEGER REFERENCES meetings (id), -- NULL: collected, not yet on an agenda
    organization_id INTEGER NOT NULL REFERENCES organizations (id), -- who brought it
    position        INTEGER NOT NULL DEFAULT 0,
    title           TEXT    NOT NULL,
    content         TEXT    NOT NULL DEFAULT '',
    reporter        TEXT    NOT NULL DEFAULT '', -- 汇报人
    state           TEXT    NOT NULL             -- collected, scheduled, discussed, deferred
);
CREATE INDEX topics_by_meeting ON topics (meeting_id);
CREATE INDEX topics_by_organization ON topics (organization_id);

CREATE TABLE decisions (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    meeting_id  INTEGER NOT NULL REFERENCES meetings (id),
    topic_id    INTEGER REFERENCES topics (id),
    position    INTEGER NOT NULL,                -- 议定事项 3
    text        TEXT    NOT NULL
);
CREATE INDEX decisions_by_meeting ON decisions (meeting_id);

-- The four days are the course of the lamp, each the first day of its colour or a worse one (data/council/course.go):
-- lamps of tens of thousands of tasks are ranges of an index. A task that is closed has none of them.
CREATE TABLE supervised_tasks (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    number          TEXT    NOT NULL,            -- 2026-033
    title           TEXT    NOT NULL,            -- one matter
    content         TEXT    NOT NULL DEFAULT '',
    expected        TEXT    NOT NULL DEFAULT '', -- 预期成果
    decision_id     INTEGER REFERENCES decisions (id),
    organization_id INTEGER NOT NULL REFERENCES organizations (id), -- the lead
    responsible     TEXT    NOT NULL DEFAULT '', -- one person
    priority        TEXT    NOT NULL,            -- normal, urgent, difficult
    filed_on        TEXT    NOT NULL,            -- planned progress counts from here
    begin_on        TEXT    NOT NULL DEFAULT '', -- by when work should have begun
    begun_on        TEXT    NOT NULL DEFAULT '',
    due_on          TEXT    NOT NULL,
    first_due_on    TEXT    NOT NULL,            -- before any extension
    progress        INTEGER NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    reported_on     TEXT    NOT NULL DEFAULT '', -- the latest report
    trouble         TEXT    NOT NULL DEFAULT '', -- 存在问题
    next_step       TEXT    NOT NULL DEFAULT '', -- 下步安排
    step            TEXT    NOT NULL CHECK (step IN ('assigning', 'undertaking', 'reporting', 'reviewing', 'archiving', 'closed')),
    submitted_on    TEXT    NOT NULL DEFAULT '', -- when it was last given to review
    closed_on       TEXT    NOT NULL DEFAULT '',
    soon_on         TEXT    NOT NULL,
    yellow_on       TEXT    NOT NULL,
    red_on          TEXT    NOT NULL,
    overdue_on      TEXT    NOT NULL
);
CREATE UNIQUE INDEX supervised_tasks_by_number ON supervised_tasks (number);
CREATE INDEX supervised_tasks_by_organization ON supervised_tasks (organization_id);
CREATE INDEX supervised_tasks_by_decision ON supervised_tasks (decision_id);
CREATE INDEX supervised_tasks_open ON supervised_tasks (due_on) WHERE deleted_at IS NULL AND closed_on = '';
CREATE INDEX supervised_tasks_soon ON supervised_tasks (soon_on) WHERE deleted_at IS NULL AND closed_on = '';
CREATE INDEX supervised_tasks_yellow ON supervised_tasks (yellow_on) WHERE deleted_at IS NULL AND closed_on = '';
CREATE INDEX supervised_tasks_red ON supervised_tasks (red_on) WHERE deleted_at IS NULL AND closed_on = '';
CREATE INDEX supervised_tasks_overdue ON supervised_tasks (overdue_on, due_on) WHERE deleted_at IS NULL AND closed_on = '';
CREATE INDEX supervised_tasks_closed ON supervised_tasks (closed_on) WHERE deleted_at IS NULL AND closed_on <> '';
CREATE INDEX supervised_tasks_by_step ON supervised_tasks (step) WHERE deleted_at IS NULL;

CREATE TABLE task_supports (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    task_id         INTEGER NOT NULL REFERENCES supervised_tasks (id),
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    position        INTEGER NOT NULL
);
CREATE INDEX task_supports_by_task ON task_supports (task_id);
CREATE INDEX task_supports_by_organization ON task_supports (organization_id);

-- 办理记录: who did what and when; written once, never changed.
CREATE TABLE task_acts (
    id          INTEGER PRIMARY KEY,
    task_id     INTEGER NOT NULL REFERENCES supervised_tasks (id),
    at          DATETIME NOT NULL,
    actor       TEXT    NOT NULL,
    step        TEXT    NOT NULL,                -- the one it was done at
    action      TEXT    NOT NULL,                -- filed, imported, assigned, undertaken, reported, submitted, approved, returned, archived, closed, reminded, extension_asked, extension_granted, extension_refused, changed
    target      TEXT    NOT NULL,                -- the step the task went to
    progress    INTEGER NOT NULL,                -- as it stood then
    text        TEXT    NOT NULL,
    warning     TEXT    NOT NULL                 -- code of what was done all the same: council.same_person, or ''
);
CREATE INDEX task_acts_by_task ON task_acts (task_id);

-- The course of the lamp from a day on; the history of colours is worked out from it.
CREATE TABLE task_courses (
    id          INTEGER PRIMARY KEY,
    task_id     INTEGER NOT NULL REFERENCES supervised_tasks (id),
    from_on     TEXT    NOT NULL,
    soon_on     TEXT    NOT NULL,
    yellow_on   TEXT    NOT NULL,
    red_on      TEXT    NOT NULL,
    overdue_on  TEXT    NOT NULL
);
CREATE INDEX task_courses_by_task ON task_courses (task_id);

CREATE TABLE task_extensions (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    task_id     INTEGER NOT NULL REFERENCES supervised_tasks (id),
    asked_by    TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    from_on     TEXT    NOT NULL,                -- due when it was asked
    until_on    TEXT    NOT NULL,                -- the day asked for; the approval may name another
    state       TEXT    NOT NULL,                -- asked, granted, refused
    decided_by  TEXT    NOT NULL DEFAULT '',
    opinion     TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX task_extensions_by_task ON task_extensions (task_id);
CREATE INDEX task_extensions_asked ON task_extensions (state) WHERE state = 'asked' AND deleted_at IS NULL;

-- 催办单: one for each department of a batch.
CREATE TABLE reminders (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    number          INTEGER NOT NULL,            -- 催办单 14 号, counted by year
    on_day          TEXT    NOT NULL,
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    level           TEXT    NOT NULL,            -- liaison, leader, convener: to whom it goes
    text            TEXT    NOT NULL
);
CREATE INDEX reminders_by_organization ON reminders (organization_id);

CREATE TABLE reminder_tasks (
    id          INTEGER PRIMARY KEY,
    reminder_id INTEGER NOT NULL REFERENCES reminders (id),
    task_id     INTEGER NOT NULL REFERENCES supervised_tasks (id)
);
CREATE INDEX reminder_tasks_by_task ON reminder_tasks (task_id);

-- What no way in can pass by: nothing is archived or closed that was not approved since it was last given to
-- review, and what was done stays as it is written. The texts are the codes of problems (data/store).
CREATE TRIGGER supervised_tasks_begin_open BEFORE INSERT ON supervised_tasks
WHEN new.step IN ('archiving', 'closed') OR new.closed_on <> '' BEGIN
    SELECT RAISE(ABORT, 'council.not_approved');
END;
CREATE TRIGGER supervised_tasks_end_approved BEFORE UPDATE ON supervised_tasks
WHEN new.step IN ('archiving', 'closed') AND NOT EXISTS (
    SELECT 1 FROM task_acts a WHERE a.task_id = new.id AND a.action = 'approved' AND a.target = 'archiving'
        AND a.id > (SELECT COALESCE(MAX(s.id), 0) FROM task_acts s WHERE s.task_id = new.id AND s.action IN ('submitted', 'returned', 'imported'))) BEGIN
    SELECT RAISE(ABORT, 'council.not_approved');
END;
CREATE TRIGGER supervised_tasks_closed_whole BEFORE UPDATE ON supervised_tasks
WHEN (new.closed_on <> '') <> (new.step = 'closed') BEGIN
    SELECT RAISE(ABORT, 'council.not_approved');
END;
CREATE TRIGGER supervised_tasks_number_kept BEFORE UPDATE OF number ON supervised_tasks WHEN new.number <> old.number BEGIN
    SELECT RAISE(ABORT, 'council.number_kept');
END;
CREATE TRIGGER task_acts_unchanged BEFORE UPDATE ON task_acts BEGIN
    SELECT RAISE(ABORT, 'council.act_kept');
END;
CREATE TRIGGER task_acts_kept BEFORE DELETE ON task_acts BEGIN
    SELECT RAISE(ABORT, 'council.act_kept');
END;
CREATE TRIGGER task_acts_approved_at_review BEFORE INSERT ON task_acts
WHEN new.action = 'approved' AND (new.step <> 'reviewing' OR new.actor = ''
    OR NOT EXISTS (SELECT 1 FROM supervised_tasks t WHERE t.id = new.task_id AND t.step = 'reviewing')
    OR EXISTS (SELECT 1 FROM office_people p WHERE NOT p.gone AND p.deleted_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM office_people p WHERE NOT p.gone AND p.deleted_at IS NULL AND p.name = new.actor
            AND p.roles LIKE '%"approver"%')) BEGIN
    SELECT RAISE(ABORT, 'council.not_approved');
END;
