INSERT INTO article (
    article_id, outlet, headline, headline_key, byline, byline_key, published_on, url, language, genre, told_genre, words,
    sketch, text_key, credit, analyzer, reprint_group, is_counted
) VALUES (
    :article_id, :outlet, :headline, :headline_key, :byline, :byline_key, :published_on, :url, :language, COALESCE(:told_genre, 'news'), :told_genre,
    :words, :sketch, :text_key, :credit, :analyzer, :reprint_group, 0
)
