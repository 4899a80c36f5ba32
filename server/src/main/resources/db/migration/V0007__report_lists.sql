-- owner: evaluation. Never edited once merged.

-- Lists show the first paths of each kind; all of them follow from what the stick signed.
ALTER TABLE upgrade_report RENAME COLUMN changes TO first_changes;

CREATE FUNCTION first_paths(paths json) RETURNS json LANGUAGE sql IMMUTABLE
  RETURN (
    SELECT coalesce(json_agg(path ORDER BY place), '[]'::json)
    FROM json_array_elements_text(paths) WITH ORDINALITY AS each (path, place) WHERE place <= 50);
UPDATE upgrade_report SET first_changes = json_build_object(
  'added', first_paths(first_changes -> 'added'),
  'modified', first_paths(first_changes -> 'modified'),
  'removed', first_paths(first_changes -> 'removed'));
DROP FUNCTION first_paths;
