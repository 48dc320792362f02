-- The planner samples columns, of all cases alike, and EXPLAIN tells whoever may read one of them how many rows it
-- expects with a value, or below one: enough to ask for the addresses, subjects and paths of a case that an account may not see
-- (docs/decisions/0348). Of text that a leak or a person wrote no samples are taken; numbers, and words of the program, stay.
SET LOCAL search_path = tamis, public;

DO $$
DECLARE of record;
BEGIN
  FOR of IN
    SELECT c.oid, c.relname, c.relkind, a.attname, a.attnum
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      JOIN pg_type t ON t.oid = a.atttypid
    WHERE n.nspname = 'tamis' AND a.attnum > 0 AND NOT a.attisdropped
      AND (c.relkind = 'r' AND c.relname NOT IN ('access', 'migrations') AND t.typcategory NOT IN ('N', 'B', 'D')
          AND a.attname NOT IN ('role', 'kind', 'status', 'verdict', 'part')
        -- Columns of an index that are no columns of its table have samples of their own.
        OR c.relkind = 'i' AND EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = c.oid AND i.indkey[a.attnum - 1] = 0))
  LOOP
    IF of.relkind = 'r' THEN
      EXECUTE format('ALTER TABLE tamis.%I ALTER COLUMN %I SET STATISTICS 0', of.relname, of.attname);
    ELSE
      EXECUTE format('ALTER INDEX tamis.%I ALTER COLUMN %s SET STATISTICS 0', of.relname, of.attnum);
    END IF;
    BEGIN
      -- What was sampled before, where the owner may remove it; else see docs/deploy.md.
      DELETE FROM pg_statistic WHERE starelid = of.oid AND staattnum = of.attnum;
    EXCEPTION WHEN insufficient_privilege THEN
      NULL;
    END;
  END LOOP;
END
$$;
