-- Statement files in, lines and totals out.

-- One import: the files given at once. It is taken back as a whole.
CREATE TABLE import_batches (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    deleted_at DATETIME,                      -- set: taken back
    actor      TEXT    NOT NULL
);

CREATE TABLE statement_files (
    id          INTEGER PRIMARY KEY,
    batch_id    INTEGER NOT NULL REFERENCES import_batches (id),
    name        TEXT    NOT NULL,             -- as the person knows it; inside a zip: 'a.zip › b.csv'
    sha256      TEXT    NOT NULL,             -- of the container as it lay on the disk, and the member's name inside
    bytes       INTEGER NOT NULL,
    format      TEXT    NOT NULL,             -- wechat_all, alipay_trade, ... (data/sales/statement)
    platform    TEXT    NOT NULL,
    evidence    TEXT    NOT NULL,             -- counted, ledger (repeats what a bill counts), personal (a buyer's view)
    exported_at INTEGER NOT NULL,             -- seconds since 1970; decides which state of an order is newer
    first_at    INTEGER NOT NULL,             -- first and last line, 0 if none
    last_at     INTEGER NOT NULL,
    lines       INTEGER NOT NULL,             -- new + updated + repeated + unreadable
    added       INTEGER NOT NULL,
    updated     INTEGER NOT NULL,
    repeated    INTEGER NOT NULL,
    unreadable  INTEGER NOT NULL,
    summary     TEXT    NOT NULL,             -- agrees, differs, none
    figures     TEXT    NOT NULL              -- JSON: sums, summary row compared item by item
);
CREATE INDEX statement_files_by_hash ON statement_files (sha256);
CREATE INDEX statement_files_by_batch ON statement_files (batch_id);

-- Lines that could not be read and lines read with a doubt, kept as they stood.
CREATE TABLE statement_problems (
    id          INTEGER PRIMARY KEY,
    file_id     INTEGER NOT NULL REFERENCES statement_files (id),
    line        INTEGER NOT NULL,             -- row in the file as a spreadsheet counts, 0: the file as a whole
    field       TEXT    NOT NULL,             -- the column's name in the file, '' for the whole line
    code        TEXT    NOT NULL,             -- a problem's code
    args        TEXT    NOT NULL,             -- JSON: the problem's arguments
    unreadable  INTEGER NOT NULL,             -- 1: the line is not counted
    raw         TEXT    NOT NULL              -- the line itself
);
CREATE INDEX statement_problems_by_file ON statement_problems (file_id);

-- One line of a statement, or one order. It may carry a payment, a refund, both, or neither (an unpaid order).
-- Amounts are in fen and positive; the basis is explained in data/sales/statement.
CREATE TABLE transactions (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT, -- no id comes twice: the search index relies on it
    identity           INTEGER NOT NULL,      -- 64-bit hash of the line's identity (statement.Line.Identity)
    account_id         INTEGER NOT NULL,      -- payment_accounts.id
    file_id            INTEGER NOT NULL,      -- statement_files.id
    line               INTEGER NOT NULL,      -- row in that file
    at                 INTEGER NOT NULL,      -- seconds since 1970: payment, or refund where the line is one
    channel            INTEGER NOT NULL,      -- 1 online, 2 in person, by the line's trade type
    sides              INTEGER NOT NULL,      -- 1 payment, 2 refund, 3 both, 0 neither
    order_fen          INTEGER NOT NULL,
    settled_fen        INTEGER NOT NULL,
    refund_order_fen   INTEGER NOT NULL,
    refund_settled_fen INTEGER NOT NULL,
    freshness          INTEGER NOT NULL,      -- which of two states of one order is the newer (statement.Line.Freshness)
    order_no           TEXT    NOT NULL,      -- the platform's number
    merchant_no        TEXT    NOT NULL,      -- the merchant's own number
    trade_type         TEXT    NOT NULL,
    status             TEXT    NOT NULL,
    product            TEXT    NOT NULL
);
CREATE UNIQUE INDEX transactions_by_identity ON transactions (identity);
CREATE INDEX transactions_by_account ON transactions (account_id, at);
CREATE INDEX transactions_by_file ON transactions (file_id);

-- Other states of the same lines: repeated ones, older ones that arrived later, newer ones' forerunners.
-- Taking a batch back puts the freshest of what is left in the place of what it removes.
CREATE TABLE transaction_versions (
    id                 INTEGER PRIMARY KEY,
    identity           INTEGER NOT NULL,
    account_id         INTEGER NOT NULL,
    file_id            INTEGER NOT NULL,
    line               INTEGER NOT NULL,
    at                 INTEGER NOT NULL,
    channel            INTEGER NOT NULL,
    sides              INTEGER NOT NULL,
    order_fen          INTEGER NOT NULL,
    settled_fen        INTEGER NOT NULL,
    refund_order_fen   INTEGER NOT NULL,
    refund_settled_fen INTEGER NOT NULL,
    freshness          INTEGER NOT NULL,
    order_no           TEXT    NOT NULL,
    merchant_no        TEXT    NOT NULL,
    trade_type         TEXT    NOT NULL,
    status             TEXT    NOT NULL,
    product            TEXT    NOT NULL
);
CREATE INDEX transaction_versions_by_identity ON transaction_versions (identity);
CREATE INDEX transaction_versions_by_file ON transaction_versions (file_id);

-- Month x account x channel, kept in the transaction of each import: what every total on a screen is made of.
CREATE TABLE sales_totals (
    month              INTEGER NOT NULL,
    account_id         INTEGER NOT NULL,
    channel            INTEGER NOT NULL,
    payments           INTEGER NOT NULL,
    order_fen          INTEGER NOT NULL,
    settled_fen        INTEGER NOT NULL,
    refunds            INTEGER NOT NULL,
    refund_order_fen   INTEGER NOT NULL,
    refund_settled_fen INTEGER NOT NULL,
    PRIMARY KEY (month, account_id, channel)
) WITHOUT ROWID;

-- How the columns of a table nobody publishes are to be read, remembered by its header.
CREATE TABLE statement_mappings (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  DATETIME NOT NULL,
    updated_at  DATETIME NOT NULL,
    deleted_at  DATETIME,
    header      TEXT    NOT NULL,             -- the column names, tab-separated, cleaned
    columns     TEXT    NOT NULL              -- JSON: field -> column name
);
CREATE UNIQUE INDEX statement_mappings_by_header ON statement_mappings (header) WHERE deleted_at IS NULL;
