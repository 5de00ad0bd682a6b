-- What a person arranged or left unsaved: views of lists, drafts of forms, the last folder, the page shown
-- last. It is nobody's record and stands in no journal; keys and values are the program's (data/settings).

CREATE TABLE preferences (
    person     TEXT NOT NULL,                -- '' for what belongs to the computer's user whoever signs in
    key        TEXT NOT NULL,                -- view/sales.lines, draft/organization/42, folder, ...
    value      TEXT NOT NULL,                -- JSON or a word
    updated_at DATETIME NOT NULL,
    PRIMARY KEY (person, key)
) WITHOUT ROWID;
