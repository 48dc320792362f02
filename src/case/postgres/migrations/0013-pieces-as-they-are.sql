-- What pieces hold goes by within seconds. To compress it took the server longer than all else that it did with it.
ALTER TABLE tamis.parts ALTER COLUMN piece SET STORAGE EXTERNAL, ALTER COLUMN found SET STORAGE EXTERNAL;
ALTER TABLE tamis.part_commons ALTER COLUMN value SET STORAGE EXTERNAL;
