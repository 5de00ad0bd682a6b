-- The reward measure as rules, and claims computed from them.

CREATE TABLE reward_schemes (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    title       TEXT    NOT NULL,             -- 《…奖励办法》 without the marks
    doc_number  TEXT    NOT NULL DEFAULT '',  -- 运商〔2026〕8号
    from_year   INTEGER NOT NULL,
    to_year     INTEGER NOT NULL,
    yearly_cap_fen INTEGER NOT NULL DEFAULT 0 -- per enterprise and year, 0: none
);

CREATE TABLE reward_rules (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    scheme_id   INTEGER NOT NULL REFERENCES reward_schemes (id),
    position    INTEGER NOT NULL,
    clause      TEXT    NOT NULL,             -- 第六条
    title       TEXT    NOT NULL,             -- 网络零售额突破奖
    kind        TEXT    NOT NULL,             -- first_crossing, percentage
    terms       TEXT    NOT NULL,             -- JSON of the kind's numbers (data/rewards)
    materials   TEXT    NOT NULL DEFAULT '[]' -- JSON: the names of what a claim must bring
);
CREATE INDEX reward_rules_by_scheme ON reward_rules (scheme_id);

CREATE TABLE claims (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    number          TEXT    NOT NULL,         -- 2026-017
    scheme_id       INTEGER NOT NULL REFERENCES reward_schemes (id),
    rule_id         INTEGER NOT NULL REFERENCES reward_rules (id),
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    year            INTEGER NOT NULL,
    base_fen        INTEGER NOT NULL DEFAULT 0, -- the declared amount a percentage is taken of
    earlier_fen     INTEGER NOT NULL DEFAULT 0, -- declared: the best year before the statements begin, 0: none
    step            TEXT    NOT NULL,         -- being done: accepted, first_review, second_review, joint_review, public_notice, approved, paid; or ended: completed, withdrawn
    amount_fen      INTEGER NOT NULL,         -- what the computation gave
    trace           TEXT    NOT NULL,         -- JSON: the steps, frozen with the claim
    computed_at     DATETIME NOT NULL
);
CREATE UNIQUE INDEX claims_by_number ON claims (number);
CREATE INDEX claims_by_organization ON claims (organization_id);

CREATE TABLE claim_declarations (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    claim_id    INTEGER NOT NULL REFERENCES claims (id),
    month       INTEGER NOT NULL,             -- yyyymm
    amount_fen  INTEGER NOT NULL
);
CREATE INDEX claim_declarations_by_claim ON claim_declarations (claim_id);

CREATE TABLE claim_materials (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    claim_id    INTEGER NOT NULL REFERENCES claims (id),
    position    INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    state       TEXT    NOT NULL              -- missing, received, checked
);
CREATE INDEX claim_materials_by_claim ON claim_materials (claim_id);

-- 办理记录: who did what and when; written once, never changed.
CREATE TABLE claim_steps (
    id          INTEGER PRIMARY KEY,
    claim_id    INTEGER NOT NULL REFERENCES claims (id),
    at          DATETIME NOT NULL,
    actor       TEXT    NOT NULL,
    step        TEXT    NOT NULL,             -- the one it was done at
    action      TEXT    NOT NULL,             -- created, passed, returned, withdrawn, recomputed
    target      TEXT    NOT NULL,             -- the step the claim went to
    opinion     TEXT    NOT NULL,
    warning     TEXT    NOT NULL              -- code of what was done all the same: rewards.same_person, or ''
);
CREATE INDEX claim_steps_by_claim ON claim_steps (claim_id);
