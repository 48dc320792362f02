-- The review is written by one function, as the custody log is (0011). Until here servers of the workbench inserted events that they had
-- numbered, dated and chained themselves, and so could any program with their account: with a date, a number or a hash of
-- its choice, or two that follow the same one (docs/decisions/0441).
-- Breaking: an earlier Tamis inserts by itself, which is refused now.
SET LOCAL search_path = tamis, public;

-- Appends an event for a server that may see the case, and gives back what only the database says of it. Hashed as
-- src/case/review/review-log.ts does. The owner of the tables says the time, as it may write the table anyway; for anybody else the
-- server's clock does. Who append wait for each other by the row of the case, which no other account may lock.
CREATE OR REPLACE FUNCTION add_review(of_case integer, said_time text, said_author text, said_session text, said_item text,
  said_base bigint, said_action text) RETURNS TABLE (number bigint, "time" text, hash text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = tamis, pg_temp SET standard_conforming_strings = on AS $$
#variable_conflict use_column
DECLARE
  is_owner constant boolean := pg_has_role(session_user, current_user, 'MEMBER');
  mark constant text := U&'\E000';
  escaped constant text := U&'\E000\E002';
  names constant text := coalesce(said_author, '') || coalesce(said_session, '') || coalesce(said_item, '');
  at_time text := said_time;
  hidden json;
  kind text;
  last_number bigint;
  last_hash text;
  detail_written text;
  new_hash text;
BEGIN
  IF NOT (is_owner OR of_case = ANY (allowed_cases())) THEN
    RAISE insufficient_privilege USING MESSAGE = 'permission denied for this case';
  END IF;
  IF NOT is_owner THEN
    at_time := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  END IF;
  IF at_time IS NULL OR at_time !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'a time is written as 2017-05-05T22:00:00.000Z';
  END IF;
  -- Attack: a log that nobody can read any more for its size. What stands for U+0000 has no place in a name.
  IF said_author IS NULL OR said_session IS NULL OR octet_length(names) > 4096
    OR replace(names, escaped, '') LIKE '%' || mark || '%' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an event has an author and a session';
  END IF;
  IF said_base IS NULL OR said_base < 0 OR said_base >= 9007199254740992 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'the base is a count of events';
  END IF;
  IF said_action IS NULL OR octet_length(said_action) > 1048576
    OR replace(said_action, escaped, '') LIKE '%' || mark || '%' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an action is an object in canonical JSON';
  END IF;
  hidden := hide_escapes(said_action);
  -- Read back and hashed, a member of one of these names would stand for what the columns say.
  IF json_typeof(hidden) <> 'object' OR canonical(hidden) IS DISTINCT FROM hidden::text
    OR EXISTS (SELECT FROM json_object_keys(hidden) AS k WHERE k IN ('author', 'session', 'item', 'base')) THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an action is an object in canonical JSON';
  END IF;
  kind := hidden ->> 'type';
  IF kind IS NULL OR kind !~ '^[a-z][a-z-]{0,31}$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'the type of an action is a word in lower case';
  END IF;
  SELECT '{' || string_agg(to_json(name)::text || ':' || written, ',' ORDER BY name COLLATE "C") || '}' INTO detail_written
  FROM (
    SELECT key AS name, show_escapes(value::text) AS written FROM json_each(hidden)
    UNION ALL
    VALUES ('author', to_json(said_author)::text), ('session', to_json(said_session)::text),
      ('item', coalesce(to_json(said_item)::text, 'null')), ('base', said_base::text)
  ) AS members;
  PERFORM FROM cases WHERE case_id = of_case FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE invalid_parameter_value USING MESSAGE = 'there is no such case';
  END IF;
  SELECT r.number, r.hash INTO last_number, last_hash FROM review r WHERE r.case_id = of_case ORDER BY r.number DESC LIMIT 1;
  last_number := coalesce(last_number, 0) + 1;
  new_hash := encode(sha256(convert_to(coalesce(last_hash, repeat('0', 64)) || '{"action":"review-' || kind || '","detail":'
    || replace(detail_written, escaped, mark) || ',"number":' || last_number || ',"time":"' || at_time || '"}', 'UTF8')), 'hex');
  INSERT INTO review VALUES (of_case, last_number, at_time, said_author, said_session, said_item, said_base, said_action, new_hash);
  RETURN QUERY SELECT last_number, at_time, new_hash;
END
$$;

-- Up to which event the custody log has been told: never back, nor beyond the last.
CREATE OR REPLACE FUNCTION set_review_told(of_case integer, up_to bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = tamis, pg_temp AS $$
BEGIN
  IF NOT (pg_has_role(session_user, current_user, 'MEMBER') OR of_case = ANY (allowed_cases())) THEN
    RAISE insufficient_privilege USING MESSAGE = 'permission denied for this case';
  END IF;
  INSERT INTO review_told AS t
  SELECT of_case, least(up_to, (SELECT coalesce(max(r.number), 0) FROM review r WHERE r.case_id = of_case))
  WHERE up_to IS NOT NULL
  ON CONFLICT (case_id) DO UPDATE SET number = greatest(t.number, excluded.number);
END
$$;

REVOKE ALL ON FUNCTION add_review(integer, text, text, text, text, bigint, text), set_review_told(integer, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_review(integer, text, text, text, text, bigint, text), set_review_told(integer, bigint) TO tamis_desk;
REVOKE INSERT ON review FROM tamis_desk;
REVOKE INSERT, UPDATE ON review_told FROM tamis_desk;
