-- The custody log is written by one function, and by nothing else. Until here any account could insert what it liked
-- into the log of a case that it may see: entries with a date, an author or a hash of its choice (docs/decisions/0410).
-- Breaking: an earlier Tamis inserts by itself, which is refused now.
SET LOCAL search_path = tamis, public;

-- The server takes no JSON apart that holds \u0000 or half a pair of surrogates, as names in a leak do: its escapes are hidden
-- meanwhile. U+E000 marks them, which Tamis sends only as U+E000 U+E002 (src/net/postgres/nul.ts).
CREATE OR REPLACE FUNCTION hide_escapes(given text) RETURNS json
LANGUAGE sql IMMUTABLE SET search_path = tamis, pg_temp SET standard_conforming_strings = on AS $$
  SELECT replace(replace(given, '\\', U&'\E000\E004'), '\u', U&'\E000\E003u')::json
$$;
CREATE OR REPLACE FUNCTION show_escapes(hidden text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = tamis, pg_temp SET standard_conforming_strings = on AS $$
  SELECT replace(replace(hidden, U&'\E000\E003u', '\u'), U&'\E000\E004', '\\')
$$;

-- JSON with its escapes hidden as Tamis writes and hashes it (RFC 8785, src/case/canonical-json.ts), or null where that cannot be
-- told: what is written otherwise would be read back as something else, and break the chain for all that come after.
CREATE OR REPLACE FUNCTION canonical(given json) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = tamis, pg_temp SET extra_float_digits = 1
  SET standard_conforming_strings = on AS $$
DECLARE
  token constant text := given::text;
  last_name text COLLATE "C";
  member record;
  part text;
  parts text[] := '{}';
BEGIN
  CASE json_typeof(given)
  WHEN 'object' THEN
    FOR member IN SELECT key COLLATE "C" AS name, value FROM json_each(given) LOOP
      part := canonical(member.value);
      -- In order, and each once: of two of one name JavaScript keeps the second.
      IF part IS NULL OR member.name <= last_name OR member.name LIKE U&'%\E000%' THEN RETURN NULL; END IF;
      parts := parts || (to_json(member.name)::text || ':' || part);
      last_name := member.name;
    END LOOP;
    RETURN '{' || array_to_string(parts, ',') || '}';
  WHEN 'array' THEN
    FOR member IN SELECT value FROM json_array_elements(given) LOOP
      part := canonical(member.value);
      IF part IS NULL THEN RETURN NULL; END IF;
      parts := parts || part;
    END LOOP;
    RETURN '[' || array_to_string(parts, ',') || ']';
  WHEN 'string' THEN
    -- A control character without a short escape, or half a pair of surrogates: nothing else is escaped by its number.
    IF token ~ U&'^"([^"\005C\005C\E000]|\E000[\E002\E004]|\005C\005C["bfnrt]|\E000\E003u(00(0[0-7bef]|1[0-9a-f])|d[89a-f][0-9a-f]{2}))*"$'
      AND token !~ U&'ud[89ab][0-9a-f]{2}\E000\E003ud[c-f]' THEN RETURN token; END IF;
  WHEN 'number' THEN
    IF token ~ '^(0|-?[1-9][0-9]{0,14})$' THEN RETURN token; END IF;
    -- The shortest digits that give the number back, as JavaScript has them; with an exponent the two differ.
    IF token ~ '^-?[0-9]{1,15}\.[0-9]{1,17}$' AND abs(token::float8) >= 0.0001 AND token::float8::text = token
      THEN RETURN token; END IF;
  ELSE
    RETURN token;
  END CASE;
  RETURN NULL;
END
$$;

-- Appends to the log of a case, for who may see the case, and says which account of the database did, from where and by which of its
-- processes, as only the server knows it. The owner says the time, as it may write the table anyway; for anybody else the
-- server's clock does. Hashed as src/case/custody.ts does. Those who append wait for each other by the row of the
-- case, which no other account may lock; advisory locks anybody may take.
CREATE OR REPLACE FUNCTION log_custody(of_case integer, said_time text, said_action text, said_detail text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = tamis, pg_temp SET standard_conforming_strings = on AS $$
DECLARE
  is_owner constant boolean := pg_has_role(session_user, current_user, 'MEMBER');
  -- As src/net/postgres/nul.ts sends U+E000; a JSON text has no U+0000 but as an escape.
  mark constant text := U&'\E000';
  escaped constant text := U&'\E000\E002';
  at_time text := said_time;
  last_number bigint;
  last_hash text;
  detail_written text;
BEGIN
  IF NOT (is_owner OR of_case = ANY (allowed_cases())) THEN
    RAISE insufficient_privilege USING MESSAGE = 'permission denied for this case';
  END IF;
  IF said_action IS NULL OR said_action !~ '^[a-z][a-z0-9-]{0,63}$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'an action is a word in lower case';
  END IF;
  IF NOT is_owner THEN
    at_time := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    -- Attack: a log that nobody can read any more for its size.
    IF said_detail IS NULL OR octet_length(said_detail) > 262144
      OR replace(said_detail, escaped, '') LIKE '%' || mark || '%'
      OR json_typeof(hide_escapes(said_detail)) <> 'object'
      OR canonical(hide_escapes(said_detail)) IS DISTINCT FROM hide_escapes(said_detail)::text THEN
      RAISE invalid_parameter_value USING MESSAGE = 'the detail is no object in canonical JSON';
    END IF;
  END IF;
  IF at_time IS NULL OR at_time !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'a time is written as 2017-05-05T22:00:00.000Z';
  END IF;
  SELECT show_escapes('{' || string_agg(to_json(name)::text || ':' || written, ',' ORDER BY name COLLATE "C") || '}') INTO detail_written
  FROM (
    SELECT key AS name, value::text AS written FROM json_each(hide_escapes(said_detail)) WHERE key <> 'database'
    UNION ALL
    SELECT 'database', '{"account":' || to_json(session_user::text)::text || ',"address":'
      || coalesce(to_json(host(inet_client_addr()))::text, 'null') || ',"process":' || pg_backend_pid() || '}'
  ) AS members;
  PERFORM FROM cases WHERE case_id = of_case FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE invalid_parameter_value USING MESSAGE = 'there is no such case';
  END IF;
  SELECT number, hash INTO last_number, last_hash FROM custody WHERE case_id = of_case ORDER BY number DESC LIMIT 1;
  last_number := coalesce(last_number, 0) + 1;
  INSERT INTO custody VALUES (of_case, last_number, at_time, said_action, detail_written,
    encode(sha256(convert_to(coalesce(last_hash, repeat('0', 64)) || '{"action":"' || said_action || '","detail":'
      || replace(detail_written, escaped, mark) || ',"number":' || last_number || ',"time":"' || at_time || '"}', 'UTF8')), 'hex'));
END
$$;

REVOKE ALL ON FUNCTION hide_escapes(text), show_escapes(text), canonical(json),
  log_custody(integer, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION log_custody(integer, text, text, text) TO tamis_worker, tamis_reader;
REVOKE INSERT ON custody FROM tamis_worker, tamis_reader;
