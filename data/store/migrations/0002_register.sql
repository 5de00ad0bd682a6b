-- The register: every organisation once, with its people, shops and payment accounts.

-- Places of the chosen district only (GB/T 2260 to village level; the program carries all of China).
CREATE TABLE regions (
    code       TEXT PRIMARY KEY,             -- 2, 4, 6, 9 or 12 digits; the parent is the prefix
    name       TEXT NOT NULL
);

CREATE TABLE organizations (
    id             INTEGER PRIMARY KEY,
    version        INTEGER NOT NULL DEFAULT 1,
    created_at     DATETIME NOT NULL,
    updated_at     DATETIME NOT NULL,
    deleted_at     DATETIME,                 -- set: in the bin, or merged away
    kind           TEXT    NOT NULL,         -- enterprise, cooperative, farm, grower, platform, department, service_provider, station
    name           TEXT    NOT NULL,
    short_name     TEXT    NOT NULL DEFAULT '',
    credit_code    TEXT    NOT NULL DEFAULT '', -- GB 32100-2015, 18 characters, or ''
    legal_form     TEXT    NOT NULL DEFAULT '', -- 类型: 有限责任公司 ...
    founded_on     TEXT    NOT NULL DEFAULT '', -- yyyy-mm-dd, or ''
    industry       TEXT    NOT NULL DEFAULT '',
    above_quota    TEXT    NOT NULL DEFAULT '', -- 限上: '' no, else what and since when
    status         TEXT    NOT NULL DEFAULT 'active', -- active, suspended, closed
    standing       TEXT    NOT NULL DEFAULT '', -- penalties, blacklists, as noted by the clerk
    region_code    TEXT    NOT NULL DEFAULT '',
    address        TEXT    NOT NULL DEFAULT '',
    note           TEXT    NOT NULL DEFAULT '',
    initials       TEXT    NOT NULL DEFAULT '', -- pinyin initials of name and short name, for the search box
    merged_into    INTEGER REFERENCES organizations (id)
);
CREATE UNIQUE INDEX organizations_by_credit_code ON organizations (credit_code) WHERE credit_code <> '' AND deleted_at IS NULL;
CREATE INDEX organizations_by_name ON organizations (name);

CREATE TABLE people (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    name            TEXT    NOT NULL DEFAULT '',
    role            TEXT    NOT NULL,        -- 电商负责人, 财务联系人, 法定代表人 ...
    phone           TEXT    NOT NULL DEFAULT '' -- masked on the screen by default
);
CREATE INDEX people_by_organization ON people (organization_id);

CREATE TABLE shops (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    organization_id INTEGER NOT NULL REFERENCES organizations (id),
    platform        TEXT    NOT NULL,        -- wechat, alipay, taobao, jd, pinduoduo, douyin, other
    number          TEXT    NOT NULL DEFAULT '', -- the platform's id of the shop
    name            TEXT    NOT NULL,
    opened_on       TEXT    NOT NULL DEFAULT '',
    status          TEXT    NOT NULL DEFAULT 'active' -- new, active, closed
);
CREATE INDEX shops_by_organization ON shops (organization_id);

-- Where money arrives: a merchant number, a store's number, a shop whose order export is read.
-- Accounts met in a statement before anybody knows whose they are have no organisation: the unmatched queue.
CREATE TABLE payment_accounts (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      DATETIME NOT NULL,
    updated_at      DATETIME NOT NULL,
    deleted_at      DATETIME,
    organization_id INTEGER REFERENCES organizations (id),
    platform        TEXT    NOT NULL,
    number          TEXT    NOT NULL,        -- '' where the file does not tell and nobody was asked
    name            TEXT    NOT NULL DEFAULT '', -- shop or product name met with it, a hint for matching
    channel_mode    TEXT    NOT NULL DEFAULT 'mixed' -- online, in_person, mixed (the line's trade type decides)
);
CREATE UNIQUE INDEX payment_accounts_by_number ON payment_accounts (platform, number);
CREATE INDEX payment_accounts_by_organization ON payment_accounts (organization_id);

-- What a merge moved, so that it can be taken back.
CREATE TABLE organization_merges (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,                    -- set: taken back
    kept_id     INTEGER NOT NULL REFERENCES organizations (id),
    merged_id   INTEGER NOT NULL REFERENCES organizations (id),
    moved       TEXT    NOT NULL             -- JSON: the ids moved, by table, and the kept record's fields before
);
