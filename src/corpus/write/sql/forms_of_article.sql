SELECT article_form.short, name_key.key
FROM article_form
JOIN name_key ON name_key.id = article_form.short
WHERE article_form.article = ?1
