-- Gives the claims of article ?1 the speakers back that the analysis found.
UPDATE claim
SET speaker_kind = kind.value, speaker = speaker.value
FROM machine_value AS kind, machine_value AS speaker
WHERE claim.article = ?1
  AND kind.kind = 'claim' AND kind.target = claim.id AND kind.field = 'speaker_kind'
  AND speaker.kind = 'claim' AND speaker.target = claim.id AND speaker.field = 'speaker'
