-- Words of new items are gathered in the index's pending list and sorted in some megabytes at a time. Entered one by one,
-- as they were, the words of 12,670 messages took 17 s of the server's processor instead of 4, and two who
-- wrote at once waited for each other at each page (docs/decisions/0305). Whoever leads a reading empties the list
-- at its end; until then a search reads the list too, which its limit (gin_pending_list_limit, 4 MB) keeps short.
ALTER INDEX tamis.words_words SET (fastupdate = on);
