-- A trip is found by the pinyin of the units it visited, too.

DROP VIEW searched_trips;
CREATE VIEW searched_trips (kind, record, text) AS
SELECT 'trip', t.id, search_text(t.title, t.purpose, t.places, search_spelt(t.title), search_spelt(t.places),
    (SELECT group_concat(host || char(10) || search_spelt(host), char(10))
        FROM (SELECT s.host FROM trip_stops s WHERE s.trip_id = t.id AND s.deleted_at IS NULL ORDER BY s.id)))
FROM study_trips t WHERE t.deleted_at IS NULL;

DELETE FROM search_records WHERE kind = 'trip';
INSERT INTO search_records (kind, record, text) SELECT kind, record, text FROM searched_trips;
