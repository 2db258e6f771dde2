INSERT OR IGNORE INTO decision (
    decision_id, made_at, made_by, verb, subject, object, field, value, anchor, reason, revokes
) VALUES (
    :decision_id, :made_at, :made_by, :verb, :subject, :object, :field, :value, :anchor, :reason, :revokes
)
