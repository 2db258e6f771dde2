SELECT mine.number AS paragraph, MIN(other.number) AS other_paragraph
FROM paragraph AS mine
JOIN paragraph AS other ON other.text_key = mine.text_key AND other.article = ?2
WHERE mine.article = ?1 AND mine.text_key IS NOT NULL AND fold(other.text) = fold(mine.text)
GROUP BY mine.number
ORDER BY mine.number
