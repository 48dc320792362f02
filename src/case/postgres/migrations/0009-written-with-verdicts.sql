-- Threads and duplicates are written by whoever judges a piece of the messages, beside the verdicts (docs/decisions/0346).
SET LOCAL search_path = tamis, public;

GRANT INSERT, UPDATE ON threads TO tamis_worker;
GRANT INSERT ON duplicates TO tamis_worker;
