SELECT article.article_id || ' ¶' || paragraph.number AS subject,
       'stored as "' || mention.text || '", the text reads "'
           || substr(paragraph.text, mention.start + 1, mention."end" - mention.start) || '"' AS detail
FROM mention
JOIN paragraph ON paragraph.id = mention.paragraph
JOIN article ON article.id = paragraph.article
WHERE mention.start >= mention."end"
   OR substr(paragraph.text, mention.start + 1, mention."end" - mention.start) <> mention.text
