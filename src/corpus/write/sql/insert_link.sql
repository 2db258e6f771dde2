INSERT INTO claim_link (claim_a, claim_b, relation, rule, score, reason, meetings)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT DO UPDATE SET meetings = meetings + excluded.meetings
