-- How long a measure asks for its public notices, where it says so itself.

ALTER TABLE reward_schemes ADD COLUMN notice_days INTEGER NOT NULL DEFAULT 0; -- working days; 0: as the office's limits say
