-- More time is granted by an approver, whatever way a write comes, as a task is approved (0009).

CREATE TRIGGER task_extensions_begin_asked BEFORE INSERT ON task_extensions WHEN new.state <> 'asked' BEGIN
    SELECT RAISE(ABORT, 'council.extension_not_approved');
END;
CREATE TRIGGER task_extensions_granted_by_approver BEFORE UPDATE ON task_extensions
WHEN new.state = 'granted' AND (new.decided_by = '' OR old.state <> 'granted'
    AND EXISTS (SELECT 1 FROM office_people p WHERE NOT p.gone AND p.deleted_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM office_people p WHERE NOT p.gone AND p.deleted_at IS NULL AND p.name = new.decided_by
        AND p.roles LIKE '%"approver"%')) BEGIN
    SELECT RAISE(ABORT, 'council.extension_not_approved');
END;
