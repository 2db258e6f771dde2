-- A part of statements: each claim of a counted article with its copies, of which it is the first itself. A copy is the
-- claim with the same words by the same speaker in an article that carries the text: a reprint, or a replaced version. Of
-- what is said several times in one article, each time has a copy of its own. The joins read either way.
SELECT claim.id AS claim, copy.id AS copy, copy.claim_id AS copy_id, copy.article AS carrier, copy.ordinal,
       copy.is_listed, carrier.article_id, carrier.published_on, carrier.is_counted,
       carrier.piece <> article.piece AS is_reprinted
FROM claim
JOIN article ON article.id = claim.article AND article.is_counted
JOIN article AS original ON original.piece = article.piece
JOIN reprint_group ON reprint_group.id = original.reprint_group AND reprint_group.original = original.id
JOIN article AS carrier ON carrier.reprint_group = reprint_group.id
JOIN claim AS copy ON copy.article = carrier.id
WHERE CASE carrier.id
    WHEN article.id THEN copy.id = claim.id
    ELSE copy.is_listed = claim.is_listed AND copy.speaker_kind = claim.speaker_kind
        AND has_same_letters(copy.content, claim.content)
        AND (SELECT entity FROM name_key WHERE id = copy.speaker) IS (SELECT entity FROM name_key WHERE id = claim.speaker)
        AND (SELECT COUNT(*) FROM claim AS before
             WHERE before.article = copy.article AND before.ordinal < copy.ordinal
                 AND has_same_letters(before.content, copy.content))
          = (SELECT COUNT(*) FROM claim AS before
             WHERE before.article = claim.article AND before.ordinal < claim.ordinal
                 AND has_same_letters(before.content, claim.content))
    END
