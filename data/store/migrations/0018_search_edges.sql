-- Lines are cut into pieces anew: a letter or digit is now also indexed with the sign behind it. What was
-- cut before is forgotten; the index follows in the background, as after an import.
DELETE FROM search_postings;
DELETE FROM search_blocks;
