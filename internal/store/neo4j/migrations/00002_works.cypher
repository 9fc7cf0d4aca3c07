// Letters by the letter that they are a version, translation or report of: queries count letters by it.

CREATE INDEX undersigned_letter_work IF NOT EXISTS FOR (l:Letter) ON (l.work);
