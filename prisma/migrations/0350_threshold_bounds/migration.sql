-- The shipped threshold is lower than it was: a tenant's own may be as well.

-- As THRESHOLD_BOUNDS in lib/stages/input-guard/classifier/policy.ts: a test compares them. NaN lies outside too.
ALTER TABLE cs.tenant DROP CONSTRAINT tenant_guard_threshold;
ALTER TABLE cs.tenant ADD CONSTRAINT tenant_guard_threshold CHECK (guard_threshold BETWEEN 0 AND 3);
