INSERT INTO claim (
    claim_id, article, paragraph, ordinal, speaker_kind, speaker, source, cue, content, form, cue_class, polarity, score,
    is_listed
)
SELECT ?1, ?2, paragraph.id, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 1
FROM paragraph
WHERE paragraph.article = ?2 AND paragraph.number = ?3
