SELECT article.article_id || ' ¶' || paragraph.number AS subject,
       'stored as "' || description.text || '", the text reads "'
           || substr(paragraph.text, description.start + 1, description."end" - description.start) || '"' AS detail
FROM description
JOIN paragraph ON paragraph.id = description.paragraph
JOIN article ON article.id = paragraph.article
WHERE description.start >= description."end"
   OR substr(paragraph.text, description.start + 1, description."end" - description.start) <> description.text
   OR description.folded <> fold(description.text)
