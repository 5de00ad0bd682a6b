-- On which days offices work: the State Council's notice of each year as a table. Weekdays that stand in no row are
-- worked and weekends are not; a year without a row in calendar_years has plain weekdays, and the program says so.

CREATE TABLE calendar_years (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    deleted_at DATETIME,
    year       INTEGER NOT NULL,
    source     TEXT    NOT NULL              -- the notice's number: 国办发明电〔2025〕7号
);
CREATE UNIQUE INDEX calendar_years_by_year ON calendar_years (year) WHERE deleted_at IS NULL;

CREATE TABLE calendar_days (
    id         INTEGER PRIMARY KEY,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at DATETIME NOT NULL,
    updated_at DATETIME NOT NULL,
    deleted_at DATETIME,
    day        TEXT    NOT NULL,             -- yyyy-mm-dd
    working    BOOLEAN NOT NULL,             -- TRUE: a weekend that is worked (调休上班), FALSE: free
    name       TEXT    NOT NULL DEFAULT ''   -- 国庆节
);
CREATE UNIQUE INDEX calendar_days_by_day ON calendar_days (day) WHERE deleted_at IS NULL;

-- What has been published for the years the program may meet. In 2015 there was a notice of its own for the third of
-- September.

INSERT INTO calendar_years (created_at, updated_at, year, source) VALUES
    ('2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2015, '国办发明电〔2014〕28号；国发明电〔2015〕1号（抗战胜利70周年）'),
    ('2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2024, '国办发明电〔2023〕7号'),
    ('2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2025, '国办发明电〔2024〕12号'),
    ('2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', 2026, '国办发明电〔2025〕7号');

INSERT INTO calendar_days (created_at, updated_at, day, working, name)
SELECT '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', v.day, v.working, v.name FROM (
    SELECT '2015-01-01' AS day, FALSE AS working, '元旦' AS name
    UNION ALL SELECT '2015-01-02', FALSE, '元旦'
    UNION ALL SELECT '2015-01-03', FALSE, '元旦'
    UNION ALL SELECT '2015-01-04', TRUE, '元旦'
    UNION ALL SELECT '2015-02-15', TRUE, '春节'
    UNION ALL SELECT '2015-02-18', FALSE, '春节'
    UNION ALL SELECT '2015-02-19', FALSE, '春节'
    UNION ALL SELECT '2015-02-20', FALSE, '春节'
    UNION ALL SELECT '2015-02-21', FALSE, '春节'
    UNION ALL SELECT '2015-02-22', FALSE, '春节'
    UNION ALL SELECT '2015-02-23', FALSE, '春节'
    UNION ALL SELECT '2015-02-24', FALSE, '春节'
    UNION ALL SELECT '2015-02-28', TRUE, '春节'
    UNION ALL SELECT '2015-04-05', FALSE, '清明节'
    UNION ALL SELECT '2015-04-06', FALSE, '清明节'
    UNION ALL SELECT '2015-05-01', FALSE, '劳动节'
    UNION ALL SELECT '2015-06-20', FALSE, '端午节'
    UNION ALL SELECT '2015-06-22', FALSE, '端午节'
    UNION ALL SELECT '2015-09-03', FALSE, '抗战胜利纪念日'
    UNION ALL SELECT '2015-09-04', FALSE, '抗战胜利纪念日'
    UNION ALL SELECT '2015-09-05', FALSE, '抗战胜利纪念日'
    UNION ALL SELECT '2015-09-06', TRUE, '抗战胜利纪念日'
    UNION ALL SELECT '2015-09-27', FALSE, '中秋节'
    UNION ALL SELECT '2015-10-01', FALSE, '国庆节'
    UNION ALL SELECT '2015-10-02', FALSE, '国庆节'
    UNION ALL SELECT '2015-10-03', FALSE, '国庆节'
    UNION ALL SELECT '2015-10-04', FALSE, '国庆节'
    UNION ALL SELECT '2015-10-05', FALSE, '国庆节'
    UNION ALL SELECT '2015-10-06', FALSE, '国庆节'
    UNION ALL SELECT '2015-10-07', FALSE, '国庆节'
    UNION ALL SELECT '2015-10-10', TRUE, '国庆节'
) AS v;

INSERT INTO calendar_days (created_at, updated_at, day, working, name)
SELECT '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', v.day, v.working, v.name FROM (
    SELECT '2024-01-01' AS day, FALSE AS working, '元旦' AS name
    UNION ALL SELECT '2024-02-04', TRUE, '春节'
    UNION ALL SELECT '2024-02-10', FALSE, '春节'
    UNION ALL SELECT '2024-02-11', FALSE, '春节'
    UNION ALL SELECT '2024-02-12', FALSE, '春节'
    UNION ALL SELECT '2024-02-13', FALSE, '春节'
    UNION ALL SELECT '2024-02-14', FALSE, '春节'
    UNION ALL SELECT '2024-02-15', FALSE, '春节'
    UNION ALL SELECT '2024-02-16', FALSE, '春节'
    UNION ALL SELECT '2024-02-17', FALSE, '春节'
    UNION ALL SELECT '2024-02-18', TRUE, '春节'
    UNION ALL SELECT '2024-04-04', FALSE, '清明节'
    UNION ALL SELECT '2024-04-05', FALSE, '清明节'
    UNION ALL SELECT '2024-04-06', FALSE, '清明节'
    UNION ALL SELECT '2024-04-07', TRUE, '清明节'
    UNION ALL SELECT '2024-04-28', TRUE, '劳动节'
    UNION ALL SELECT '2024-05-01', FALSE, '劳动节'
    UNION ALL SELECT '2024-05-02', FALSE, '劳动节'
    UNION ALL SELECT '2024-05-03', FALSE, '劳动节'
    UNION ALL SELECT '2024-05-04', FALSE, '劳动节'
    UNION ALL SELECT '2024-05-05', FALSE, '劳动节'
    UNION ALL SELECT '2024-05-11', TRUE, '劳动节'
    UNION ALL SELECT '2024-06-10', FALSE, '端午节'
    UNION ALL SELECT '2024-09-14', TRUE, '中秋节'
    UNION ALL SELECT '2024-09-15', FALSE, '中秋节'
    UNION ALL SELECT '2024-09-16', FALSE, '中秋节'
    UNION ALL SELECT '2024-09-17', FALSE, '中秋节'
    UNION ALL SELECT '2024-09-29', TRUE, '国庆节'
    UNION ALL SELECT '2024-10-01', FALSE, '国庆节'
    UNION ALL SELECT '2024-10-02', FALSE, '国庆节'
    UNION ALL SELECT '2024-10-03', FALSE, '国庆节'
    UNION ALL SELECT '2024-10-04', FALSE, '国庆节'
    UNION ALL SELECT '2024-10-05', FALSE, '国庆节'
    UNION ALL SELECT '2024-10-06', FALSE, '国庆节'
    UNION ALL SELECT '2024-10-07', FALSE, '国庆节'
    UNION ALL SELECT '2024-10-12', TRUE, '国庆节'
) AS v;

INSERT INTO calendar_days (created_at, updated_at, day, working, name)
SELECT '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', v.day, v.working, v.name FROM (
    SELECT '2025-01-01' AS day, FALSE AS working, '元旦' AS name
    UNION ALL SELECT '2025-01-26', TRUE, '春节'
    UNION ALL SELECT '2025-01-28', FALSE, '春节'
    UNION ALL SELECT '2025-01-29', FALSE, '春节'
    UNION ALL SELECT '2025-01-30', FALSE, '春节'
    UNION ALL SELECT '2025-01-31', FALSE, '春节'
    UNION ALL SELECT '2025-02-01', FALSE, '春节'
    UNION ALL SELECT '2025-02-02', FALSE, '春节'
    UNION ALL SELECT '2025-02-03', FALSE, '春节'
    UNION ALL SELECT '2025-02-04', FALSE, '春节'
    UNION ALL SELECT '2025-02-08', TRUE, '春节'
    UNION ALL SELECT '2025-04-04', FALSE, '清明节'
    UNION ALL SELECT '2025-04-05', FALSE, '清明节'
    UNION ALL SELECT '2025-04-06', FALSE, '清明节'
    UNION ALL SELECT '2025-04-27', TRUE, '劳动节'
    UNION ALL SELECT '2025-05-01', FALSE, '劳动节'
    UNION ALL SELECT '2025-05-02', FALSE, '劳动节'
    UNION ALL SELECT '2025-05-03', FALSE, '劳动节'
    UNION ALL SELECT '2025-05-04', FALSE, '劳动节'
    UNION ALL SELECT '2025-05-05', FALSE, '劳动节'
    UNION ALL SELECT '2025-05-31', FALSE, '端午节'
    UNION ALL SELECT '2025-06-01', FALSE, '端午节'
    UNION ALL SELECT '2025-06-02', FALSE, '端午节'
    UNION ALL SELECT '2025-09-28', TRUE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-01', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-02', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-03', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-04', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-05', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-06', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-07', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-08', FALSE, '国庆节、中秋节'
    UNION ALL SELECT '2025-10-11', TRUE, '国庆节、中秋节'
) AS v;

INSERT INTO calendar_days (created_at, updated_at, day, working, name)
SELECT '2026-11-25 00:00:00+00:00', '2026-11-25 00:00:00+00:00', v.day, v.working, v.name FROM (
    SELECT '2026-01-01' AS day, FALSE AS working, '元旦' AS name
    UNION ALL SELECT '2026-01-02', FALSE, '元旦'
    UNION ALL SELECT '2026-01-03', FALSE, '元旦'
    UNION ALL SELECT '2026-01-04', TRUE, '元旦'
    UNION ALL SELECT '2026-02-14', TRUE, '春节'
    UNION ALL SELECT '2026-02-15', FALSE, '春节'
    UNION ALL SELECT '2026-02-16', FALSE, '春节'
    UNION ALL SELECT '2026-02-17', FALSE, '春节'
    UNION ALL SELECT '2026-02-18', FALSE, '春节'
    UNION ALL SELECT '2026-02-19', FALSE, '春节'
    UNION ALL SELECT '2026-02-20', FALSE, '春节'
    UNION ALL SELECT '2026-02-21', FALSE, '春节'
    UNION ALL SELECT '2026-02-22', FALSE, '春节'
    UNION ALL SELECT '2026-02-23', FALSE, '春节'
    UNION ALL SELECT '2026-02-28', TRUE, '春节'
    UNION ALL SELECT '2026-04-04', FALSE, '清明节'
    UNION ALL SELECT '2026-04-05', FALSE, '清明节'
    UNION ALL SELECT '2026-04-06', FALSE, '清明节'
    UNION ALL SELECT '2026-05-01', FALSE, '劳动节'
    UNION ALL SELECT '2026-05-02', FALSE, '劳动节'
    UNION ALL SELECT '2026-05-03', FALSE, '劳动节'
    UNION ALL SELECT '2026-05-04', FALSE, '劳动节'
    UNION ALL SELECT '2026-05-05', FALSE, '劳动节'
    UNION ALL SELECT '2026-05-09', TRUE, '劳动节'
    UNION ALL SELECT '2026-06-19', FALSE, '端午节'
    UNION ALL SELECT '2026-06-20', FALSE, '端午节'
    UNION ALL SELECT '2026-06-21', FALSE, '端午节'
    UNION ALL SELECT '2026-09-20', TRUE, '国庆节'
    UNION ALL SELECT '2026-09-25', FALSE, '中秋节'
    UNION ALL SELECT '2026-09-26', FALSE, '中秋节'
    UNION ALL SELECT '2026-09-27', FALSE, '中秋节'
    UNION ALL SELECT '2026-10-01', FALSE, '国庆节'
    UNION ALL SELECT '2026-10-02', FALSE, '国庆节'
    UNION ALL SELECT '2026-10-03', FALSE, '国庆节'
    UNION ALL SELECT '2026-10-04', FALSE, '国庆节'
    UNION ALL SELECT '2026-10-05', FALSE, '国庆节'
    UNION ALL SELECT '2026-10-06', FALSE, '国庆节'
    UNION ALL SELECT '2026-10-07', FALSE, '国庆节'
    UNION ALL SELECT '2026-10-10', TRUE, '国庆节'
) AS v;
