SELECT decision_id, made_at, made_by, verb, subject, object, field, value, anchor, reason, revokes
FROM decision
ORDER BY decision_id
