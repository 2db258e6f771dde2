SELECT name_form.short, name_key.key
FROM name_form
JOIN name_key ON name_key.id = name_form.short
WHERE name_form.full = ?1
