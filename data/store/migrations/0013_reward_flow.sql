-- A claim's way in full: limits in working days, joint review, meeting, public notice, payment, clawback, budget.

ALTER TABLE claims ADD COLUMN since TEXT NOT NULL DEFAULT '';            -- yyyy-mm-dd: from when the limit of the step counts
ALTER TABLE claims ADD COLUMN waiting TEXT NOT NULL DEFAULT '';          -- enterprise: 待补正, suspended: 中止, '' for neither
ALTER TABLE claims ADD COLUMN used_days INTEGER NOT NULL DEFAULT 0;      -- of the limit, working days gone before it was suspended
ALTER TABLE claims ADD COLUMN meeting TEXT NOT NULL DEFAULT '';          -- that decided: 区商务局局长办公会 2026年第8次
ALTER TABLE claims ADD COLUMN met_on TEXT NOT NULL DEFAULT '';           -- yyyy-mm-dd
ALTER TABLE claims ADD COLUMN notice_id INTEGER;                         -- reward_notices.id: the notice it is or was in
ALTER TABLE claims ADD COLUMN payee TEXT NOT NULL DEFAULT '';            -- 户名, where the money goes
ALTER TABLE claims ADD COLUMN bank TEXT NOT NULL DEFAULT '';             -- 开户行
ALTER TABLE claims ADD COLUMN bank_account TEXT NOT NULL DEFAULT '';     -- 账号; masked on the screen and in what is published

-- Claims of earlier versions: the limit counts from the day the step began.
UPDATE claims SET since = COALESCE(
    (SELECT MAX(SUBSTR(CAST(s.at AS TEXT), 1, 10)) FROM claim_steps s WHERE s.claim_id = claims.id AND s.action IN ('created', 'passed', 'returned')),
    SUBSTR(CAST(computed_at AS TEXT), 1, 10));

-- 联审: what each department says of a claim.
CREATE TABLE claim_opinions (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    claim_id    INTEGER NOT NULL REFERENCES claims (id),
    department  TEXT    NOT NULL,
    verdict     TEXT    NOT NULL,             -- awaited, agreed, objected
    opinion     TEXT    NOT NULL DEFAULT '',
    signer      TEXT    NOT NULL DEFAULT '',  -- who signed for the department
    answered_on TEXT    NOT NULL DEFAULT '',  -- yyyy-mm-dd
    settled     TEXT    NOT NULL DEFAULT ''   -- how an objection was settled
);
CREATE INDEX claim_opinions_by_claim ON claim_opinions (claim_id);

-- 公示 as it was published.
CREATE TABLE reward_notices (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    title       TEXT    NOT NULL,
    doc_number  TEXT    NOT NULL DEFAULT '',
    office      TEXT    NOT NULL DEFAULT '',
    place       TEXT    NOT NULL DEFAULT '',  -- where it was published
    first_day   TEXT    NOT NULL,             -- yyyy-mm-dd
    last_day    TEXT    NOT NULL,
    days        INTEGER NOT NULL,             -- working days
    contact     TEXT    NOT NULL DEFAULT '',
    phone       TEXT    NOT NULL DEFAULT '',
    address     TEXT    NOT NULL DEFAULT ''
);

-- 异议: objections received during a notice, and what became of them.
CREATE TABLE claim_objections (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    claim_id    INTEGER NOT NULL REFERENCES claims (id),
    notice_id   INTEGER NOT NULL REFERENCES reward_notices (id),
    received_on TEXT    NOT NULL,             -- yyyy-mm-dd
    objector    TEXT    NOT NULL,
    phone       TEXT    NOT NULL DEFAULT '',
    content     TEXT    NOT NULL,
    outcome     TEXT    NOT NULL,             -- open, dismissed (不成立), upheld (成立)
    answer      TEXT    NOT NULL DEFAULT '',
    answered_on TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX claim_objections_by_claim ON claim_objections (claim_id);

-- 拨付: a batch is one list for the bank.
CREATE TABLE payment_batches (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    number      TEXT    NOT NULL,             -- 2026-F01
    title       TEXT    NOT NULL
);
CREATE UNIQUE INDEX payment_batches_by_number ON payment_batches (number);

-- One payment of one claim; one the bank returned stays, and the claim goes into another batch.
CREATE TABLE claim_payments (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL DEFAULT 1,
    created_at   DATETIME NOT NULL,
    updated_at   DATETIME NOT NULL,
    deleted_at   DATETIME,
    batch_id     INTEGER NOT NULL REFERENCES payment_batches (id),
    claim_id     INTEGER NOT NULL REFERENCES claims (id),
    amount_fen   INTEGER NOT NULL,
    payee        TEXT    NOT NULL,
    bank         TEXT    NOT NULL,
    bank_account TEXT    NOT NULL,
    state        TEXT    NOT NULL,            -- listed, paid, bounced (银行退回)
    paid_on      TEXT    NOT NULL DEFAULT '', -- yyyy-mm-dd
    receipt      TEXT    NOT NULL DEFAULT '', -- 回单号
    bounced_on   TEXT    NOT NULL DEFAULT '',
    reason       TEXT    NOT NULL DEFAULT ''  -- why the bank returned it
);
CREATE INDEX claim_payments_by_claim ON claim_payments (claim_id);
CREATE INDEX claim_payments_by_batch ON claim_payments (batch_id);

-- 追回: what must be given back, and until when the enterprise may not claim.
CREATE TABLE claim_clawbacks (
    id           INTEGER PRIMARY KEY,
    version      INTEGER NOT NULL DEFAULT 1,
    created_at   DATETIME NOT NULL,
    updated_at   DATETIME NOT NULL,
    deleted_at   DATETIME,
    claim_id     INTEGER NOT NULL REFERENCES claims (id),
    amount_fen   INTEGER NOT NULL,
    reason       TEXT    NOT NULL,
    found_on     TEXT    NOT NULL,            -- yyyy-mm-dd
    due_on       TEXT    NOT NULL,
    locked_until TEXT    NOT NULL DEFAULT '', -- claims are refused before this day, '' for no lock
    returned_fen INTEGER NOT NULL DEFAULT 0,
    returned_on  TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX claim_clawbacks_by_claim ON claim_clawbacks (claim_id);

-- 资金下达: what was appropriated for a year, by document.
CREATE TABLE reward_appropriations (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    year        INTEGER NOT NULL,
    doc_number  TEXT    NOT NULL DEFAULT '',
    received_on TEXT    NOT NULL,             -- yyyy-mm-dd
    amount_fen  INTEGER NOT NULL,
    note        TEXT    NOT NULL DEFAULT ''
);
CREATE INDEX reward_appropriations_by_year ON reward_appropriations (year);
