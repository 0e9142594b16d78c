-- Who is erased is not written to any more, and alerts are raised by the jobs alone.

GRANT SELECT (person_id, scope) ON cs.erasure TO cs_jobs;
CREATE POLICY who_is_gone ON cs.erasure FOR SELECT TO cs_jobs USING (scope = 'account');
DROP POLICY alert_whom ON cs.person;
CREATE POLICY alert_whom ON cs.person FOR SELECT TO cs_jobs
  USING (role = 'admin' AND NOT EXISTS (SELECT FROM cs.erasure e WHERE e.person_id = person.id AND e.scope = 'account'));

DROP POLICY own_alerts ON cs.alert;
REVOKE INSERT, UPDATE ON cs.alert FROM cs_app;
