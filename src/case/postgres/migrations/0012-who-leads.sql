-- Who led last: a lead that was cut off and comes back learns by it whether another led meanwhile (docs/decisions/0412).
ALTER TABLE tamis.cases ADD COLUMN IF NOT EXISTS lead uuid;
