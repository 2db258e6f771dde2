UPDATE article
SET byline = COALESCE(min(byline, :byline), byline, :byline),
    byline_key = CASE WHEN byline IS NULL OR :byline < byline THEN :byline_key ELSE byline_key END,
    url = COALESCE(min(url, :url), url, :url),
    told_genre = COALESCE(min(told_genre, :told_genre), told_genre, :told_genre)
WHERE id = :article
  AND (byline IS NOT COALESCE(min(byline, :byline), byline, :byline)
    OR url IS NOT COALESCE(min(url, :url), url, :url)
    OR told_genre IS NOT COALESCE(min(told_genre, :told_genre), told_genre, :told_genre))
