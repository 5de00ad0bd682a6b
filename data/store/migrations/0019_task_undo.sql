-- A step of a supervised task that is taken back takes its line of the history of colours with it: the line knows with
-- which version of the task it was written, 0 for those of before and those of changed rules. And an approval taken back
-- does not let the task be archived or closed any more.

ALTER TABLE task_courses ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER supervised_tasks_end_approved;
CREATE TRIGGER supervised_tasks_end_approved BEFORE UPDATE ON supervised_tasks
WHEN new.step IN ('archiving', 'closed') AND NOT EXISTS (
    SELECT 1 FROM task_acts a WHERE a.task_id = new.id AND a.action = 'approved' AND a.target = 'archiving'
        AND a.id > (SELECT COALESCE(MAX(s.id), 0) FROM task_acts s WHERE s.task_id = new.id
            AND (s.action IN ('submitted', 'returned', 'imported') OR s.action = 'taken_back' AND s.target = 'reviewing'))) BEGIN
    SELECT RAISE(ABORT, 'council.not_approved');
END;
