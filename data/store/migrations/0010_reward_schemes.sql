-- Versions of a reward measure and what holds for all its rules; claims of parts of a year and what they declare.
-- Rules keep their terms as they are: the two kinds of the first form (first_crossing, percentage) are read as
-- what they say in the present one (data/rewards/first_form.go). A rule's terms are JSON: gates, terms, limits,
-- rank and budget, as in an exported scheme (assets/docs/reward-scheme-format.md).

ALTER TABLE reward_schemes ADD COLUMN family INTEGER NOT NULL DEFAULT 0;          -- reward_schemes.id of the first version
ALTER TABLE reward_schemes ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;         -- counts the versions
ALTER TABLE reward_schemes ADD COLUMN state TEXT NOT NULL DEFAULT 'in_force';     -- draft, in_force, replaced
ALTER TABLE reward_schemes ADD COLUMN valid_from TEXT NOT NULL DEFAULT '';        -- yyyy-mm-dd, or ''
ALTER TABLE reward_schemes ADD COLUMN valid_to TEXT NOT NULL DEFAULT '';
ALTER TABLE reward_schemes ADD COLUMN window_from TEXT NOT NULL DEFAULT '';       -- mm-dd: when claims are taken, or ''
ALTER TABLE reward_schemes ADD COLUMN window_to TEXT NOT NULL DEFAULT '';
ALTER TABLE reward_schemes ADD COLUMN window_same BOOLEAN NOT NULL DEFAULT FALSE; -- within the claim's year, not the one after
ALTER TABLE reward_schemes ADD COLUMN budget TEXT;                                 -- JSON: amount, per, carry, over; NULL: none
ALTER TABLE reward_schemes ADD COLUMN exclusions TEXT;                             -- JSON: which rules exclude each other; NULL: none
ALTER TABLE reward_schemes ADD COLUMN round_fen INTEGER NOT NULL DEFAULT 0;       -- amounts are rounded down to it, 0: to the fen
ALTER TABLE reward_schemes ADD COLUMN lock_years INTEGER NOT NULL DEFAULT 0;      -- no rewards for so long after a clawback
ALTER TABLE reward_schemes ADD COLUMN payment_days INTEGER NOT NULL DEFAULT 0;    -- how soon approved amounts are paid, 0: not said
UPDATE reward_schemes SET family = id;

ALTER TABLE reward_rules ADD COLUMN family INTEGER NOT NULL DEFAULT 0;            -- reward_rules.id in the first version
UPDATE reward_rules SET family = id;

ALTER TABLE claims ADD COLUMN part TEXT NOT NULL DEFAULT '';                      -- Q1 to Q4, H1, H2; '' the whole year
ALTER TABLE claims ADD COLUMN figures TEXT NOT NULL DEFAULT '{}';                 -- JSON: declared figures by name, listed units, what was decided
CREATE INDEX claims_by_rule ON claims (rule_id, year);
