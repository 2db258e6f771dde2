-- Reads every article and claim: an overview of the whole corpus.
SELECT 'articles' AS figure, COUNT(*) AS value, 'articles, without reprints and replaced versions' AS unit
FROM article WHERE is_counted
UNION ALL
SELECT 'reprints and replaced versions', COUNT(*), 'articles' FROM article WHERE NOT is_counted
UNION ALL
SELECT 'outlets', COUNT(*), 'outlets' FROM outlet
UNION ALL
SELECT 'words', COALESCE(SUM(words), 0), 'words of counted articles' FROM article WHERE is_counted
UNION ALL
SELECT 'paragraphs', COUNT(*), 'paragraphs of counted articles'
FROM article JOIN paragraph ON paragraph.article = article.id WHERE is_counted
UNION ALL
SELECT 'actors', COUNT(*), 'entities named in counted articles' FROM entity WHERE articles > 0
UNION ALL
SELECT kind || ' actors', COUNT(*), 'entities' FROM entity WHERE articles > 0 GROUP BY kind
UNION ALL
SELECT 'mentions', COALESCE(SUM(mentions), 0), 'mentions in counted articles' FROM entity
UNION ALL
SELECT 'claims', COUNT(*), 'claims in counted articles'
FROM claim JOIN article ON article.id = claim.article WHERE is_counted AND is_listed
UNION ALL
SELECT form || ' claims', COUNT(*), 'claims'
FROM claim JOIN article ON article.id = claim.article WHERE is_counted GROUP BY form
UNION ALL
SELECT 'claims by ' || CASE speaker_kind
           WHEN 'named' THEN 'a named speaker'
           WHEN 'author' THEN 'the author'
           WHEN 'anonymous' THEN 'an unnamed speaker'
           ELSE 'an unknown speaker' END,
       COUNT(*), 'claims'
FROM claim JOIN article ON article.id = claim.article WHERE is_counted AND is_listed GROUP BY speaker_kind
UNION ALL
SELECT 'links between claims', COUNT(*), 'pairs of claims' FROM claim_link
