-- Proposed changes: who may see and decide them, and the one way the running application writes the ledger.

GRANT USAGE ON SCHEMA cs TO cs_write;
GRANT EXECUTE ON FUNCTION cs.now(), cs.viewer_person(), cs.viewer_tenant(), cs.viewer_role() TO cs_write;

-- ── What a row may say ──────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.proposal
  ADD CONSTRAINT proposal_state_known CHECK (state IN ('pending', 'confirmed', 'executed', 'rejected', 'expired', 'void', 'failed')),
  ADD CONSTRAINT proposal_class_known CHECK (effect_class IN ('reversible', 'externally_reversible', 'irreversible')),
  ADD CONSTRAINT proposal_resource_known CHECK (resource_kind IN ('invoice', 'subscription', 'payment', 'profile')),
  ADD CONSTRAINT proposal_amount CHECK ((amount_minor IS NULL) = (currency IS NULL) AND amount_minor > 0),
  ADD CONSTRAINT proposal_people CHECK (people IN (1, 2)),
  ADD CONSTRAINT proposal_hashes CHECK (length(arguments_hash) = 32 AND length(display_hash) = 32),
  ADD CONSTRAINT proposal_confirmed CHECK (CASE state WHEN 'confirmed' THEN people = 2 AND confirmed_at IS NOT NULL WHEN 'pending' THEN confirmed_at IS NULL ELSE true END),
  ADD CONSTRAINT proposal_decided CHECK ((state IN ('pending', 'confirmed')) = (decided_at IS NULL)),
  -- Nobody executes alone what takes two.
  ADD CONSTRAINT proposal_countersigned CHECK (state <> 'executed' OR (decided_by IS NOT NULL AND (people = 1) = (decided_by = person_id) AND (people = 1 OR confirmed_at IS NOT NULL)));
ALTER TABLE cs.proposal_card ADD CONSTRAINT proposal_card_size CHECK (length(arguments) <= 4000 AND length(display) <= 16000 AND length(provenance) <= 4000);
ALTER TABLE cs.proposal_nonce ADD CONSTRAINT proposal_nonce_hashed CHECK (length(hash) = 32);
ALTER TABLE cs.effect ADD CONSTRAINT effect_amount CHECK ((amount_minor IS NULL) = (currency IS NULL) AND amount_minor > 0);
ALTER TABLE cs.support_case
  ADD CONSTRAINT support_case_kind_known CHECK (kind IN ('handover', 'contest')),
  ADD CONSTRAINT support_case_state_known CHECK (state IN ('open', 'answered', 'closed')),
  ADD CONSTRAINT support_case_answered CHECK ((answered_at IS NULL) = (answered_by IS NULL) AND (state <> 'answered' OR answered_at IS NOT NULL));
ALTER TABLE cs.case_text ADD CONSTRAINT case_text_author_known CHECK (author IN ('customer', 'staff'));
ALTER TABLE cs.second_factor ADD CONSTRAINT second_factor_counts CHECK (failures >= 0 AND last_step >= 0);
ALTER TABLE cs.recovery_code ADD CONSTRAINT recovery_code_hashed CHECK (length(hash) = 32);
ALTER TABLE cs.outbox_mail
  ADD CONSTRAINT outbox_mail_plain CHECK (concat(recipient, template, subject) !~ '[[:cntrl:]]' AND length(recipient) <= 254 AND length(subject) <= 200 AND length(body) <= 20000),
  ADD CONSTRAINT outbox_mail_recipient CHECK (recipient ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+$');
ALTER TABLE cs.data_key DROP CONSTRAINT data_key_scope_known, ADD CONSTRAINT data_key_scope_known CHECK (scope IN ('conversation', 'person', 'tenant', 'case'));

ALTER TABLE cs.billing_profile
  ADD CONSTRAINT billing_profile_pending CHECK ((pending_email IS NULL) = (pending_email_on IS NULL)),
  ADD CONSTRAINT billing_profile_pending_plain CHECK (pending_email ~ '^[!-~]+@[!-~]+$');
ALTER TABLE cs.subscription
  ADD CONSTRAINT subscription_next CHECK ((next IS NULL) = (next_on IS NULL)),
  ADD CONSTRAINT subscription_next_known CHECK (next IN ('starter', 'team', 'business', 'paused', 'cancelled'));
ALTER TABLE cs.subscription_change DROP CONSTRAINT subscription_change_kind_known,
  ADD CONSTRAINT subscription_change_kind_known
    CHECK (kind IN ('started', 'upgraded', 'downgraded', 'seat_added', 'seat_removed', 'addon_added', 'paused', 'resumed', 'cancelled'));
ALTER TABLE cs.invoice_line
  ADD CONSTRAINT invoice_line_corrects FOREIGN KEY (corrects_line_id) REFERENCES cs.invoice_line (id) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT invoice_line_corrects_credit CHECK (corrects_line_id IS NULL OR kind = 'credit');
ALTER TABLE cs.refund
  ADD CONSTRAINT refund_proposal FOREIGN KEY (proposal_id) REFERENCES cs.effect (proposal_id) DEFERRABLE INITIALLY DEFERRED;

-- An effect belongs to a proposal that was executed in this very transaction, with this amount.
CREATE FUNCTION cs.effect_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM cs.proposal p WHERE p.id = NEW.proposal_id AND p.tenant_id = NEW.tenant_id AND p.state = 'executed'
      AND p.decided_at = cs.now()::timestamptz(3) AND p.tool = NEW.tool AND p.person_id = NEW.person_id
      AND p.amount_minor IS NOT DISTINCT FROM NEW.amount_minor AND p.currency IS NOT DISTINCT FROM NEW.currency
      AND (p.people = 1) = (NEW.approver_id IS NULL) AND (NEW.approver_id IS NULL OR NEW.approver_id = p.decided_by)) THEN
    RAISE EXCEPTION 'no executed proposal stands behind this effect' USING ERRCODE = 'check_violation', CONSTRAINT = 'effect_is_decided';
  END IF;
  NEW.xid := pg_current_xact_id()::text;
  RETURN NEW;
END $$;
CREATE TRIGGER effect_is_decided BEFORE INSERT ON cs.effect FOR EACH ROW EXECUTE FUNCTION cs.effect_is_decided();

-- A refund that a decision made is of exactly the amount that was decided.
CREATE FUNCTION cs.refund_is_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
BEGIN
  IF NEW.proposal_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cs.effect e WHERE e.proposal_id = NEW.proposal_id AND e.tenant_id = NEW.tenant_id
      AND e.amount_minor = NEW.amount_minor AND e.currency = NEW.currency) THEN
    RAISE EXCEPTION 'the refund is not the decided one' USING ERRCODE = 'check_violation', CONSTRAINT = 'refund_is_decided';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER refund_is_decided AFTER INSERT OR UPDATE ON cs.refund DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cs.refund_is_decided();

-- A proposal never leaves an end, and never changes what it is.
CREATE FUNCTION cs.proposal_moves() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
BEGIN
  IF OLD.state NOT IN ('pending', 'confirmed') OR (OLD.state = 'confirmed' AND NEW.state = 'pending') THEN
    RAISE EXCEPTION 'this proposal has ended' USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_moves';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_moves BEFORE UPDATE ON cs.proposal FOR EACH ROW EXECUTE FUNCTION cs.proposal_moves();

-- ── Who may see and decide ──────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.proposal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.proposal_card ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.proposal_nonce ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.effect ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE (state, confirmed_at, decided_at, decided_by, outcome, expires_at) ON cs.proposal TO cs_app;
GRANT SELECT, INSERT ON cs.proposal_card TO cs_app;
GRANT SELECT, INSERT, UPDATE (used_at) ON cs.proposal_nonce TO cs_app;
GRANT SELECT, INSERT, UPDATE (summary) ON cs.effect TO cs_app;
GRANT SELECT ON cs.proposal, cs.effect TO cs_read, cs_write;

CREATE POLICY own_proposal ON cs.proposal TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
-- The queue has no content: which tool, which amount, how old. A finance approver sees what takes two, once it was confirmed.
CREATE POLICY queue ON cs.proposal FOR SELECT TO cs_app, cs_read USING (cs.viewer_role() = 'approver' AND people = 2 AND confirmed_at IS NOT NULL);
-- Deciding and reading a card takes the opened case: the viewer acts in that tenant. Never one's own.
CREATE POLICY countersign ON cs.proposal FOR UPDATE TO cs_app
  USING (cs.viewer_role() = 'approver' AND tenant_id = cs.viewer_tenant() AND people = 2 AND state = 'confirmed' AND person_id <> cs.viewer_person())
  WITH CHECK (cs.viewer_role() = 'approver' AND tenant_id = cs.viewer_tenant() AND people = 2);
CREATE POLICY tenant_proposal ON cs.proposal FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());

-- True in a tenant where this finance approver has, or had, something to countersign.
CREATE FUNCTION cs.has_queue() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT cs.viewer_role() = 'approver' AND EXISTS (SELECT 1 FROM cs.proposal p WHERE p.tenant_id = cs.viewer_tenant() AND p.people = 2 AND p.confirmed_at IS NOT NULL)
$$;

CREATE POLICY own_card ON cs.proposal_card TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY opened_card ON cs.proposal_card FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'approver'
  AND EXISTS (SELECT 1 FROM cs.proposal p WHERE p.id = proposal_id AND p.people = 2 AND p.confirmed_at IS NOT NULL));
CREATE POLICY own_nonce ON cs.proposal_nonce TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
-- Caps add up what a tenant and an approver did; one executed proposal, one row.
CREATE POLICY tenant_effect ON cs.effect FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND (cs.viewer_role() = 'owner' OR cs.has_queue()));
CREATE POLICY approver_effect ON cs.effect FOR SELECT TO cs_app USING (approver_id = cs.viewer_person());
CREATE POLICY write_effect ON cs.effect FOR INSERT TO cs_app WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.viewer_person() IN (person_id, approver_id));
-- What was done is worded in the transaction that did it, and never after.
CREATE POLICY word_effect ON cs.effect FOR UPDATE TO cs_app USING (tenant_id = cs.viewer_tenant() AND xid = pg_current_xact_id_if_assigned()::text)
  WITH CHECK (tenant_id = cs.viewer_tenant() AND xid = pg_current_xact_id_if_assigned()::text);
CREATE POLICY tenant_effect_write ON cs.effect FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());

-- Whom a finance approver works for, and whether the one who asked may still ask.
CREATE POLICY queue_tenant ON cs.tenant FOR SELECT TO cs_app
  USING (cs.viewer_role() = 'approver' AND EXISTS (SELECT 1 FROM cs.proposal p WHERE p.tenant_id = tenant.id AND p.people = 2 AND p.confirmed_at IS NOT NULL));
CREATE POLICY queue_requester ON cs.person FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND cs.has_queue()
  AND EXISTS (SELECT 1 FROM cs.proposal p WHERE p.person_id = person.id AND p.people = 2 AND p.confirmed_at IS NOT NULL));
-- The account's context beside a card: the bill, never a conversation.
CREATE POLICY queue_money ON cs.billing_profile FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_money ON cs.invoice FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_money ON cs.invoice_line FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_money ON cs.payment_method FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_money ON cs.payment FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_money ON cs.payment_attempt FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_money ON cs.refund FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_money ON cs.credit FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_plan ON cs.subscription FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_plan ON cs.subscription_change FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_plan ON cs.seat FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_plan ON cs.addon FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());
CREATE POLICY queue_plan ON cs.promotion FOR SELECT TO cs_read USING (tenant_id = cs.viewer_tenant() AND cs.has_queue());

-- ── The one way to write the ledger ─────────────────────────────────────────────────────────────────────────────
-- cs_write is entered by a decision alone. It sees the tenant it works in, and writes only in the transaction of an effect.
CREATE FUNCTION cs.effect_runs() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM cs.effect e WHERE e.tenant_id = cs.viewer_tenant() AND e.xid = pg_current_xact_id_if_assigned()::text)
$$;
GRANT SELECT ON cs.tenant, cs.billing_profile, cs.subscription, cs.subscription_change, cs.seat, cs.addon, cs.promotion, cs.usage_record,
  cs.invoice, cs.invoice_line, cs.payment_method, cs.payment, cs.payment_attempt, cs.refund, cs.credit TO cs_write;
CREATE POLICY decide ON cs.tenant FOR SELECT TO cs_write USING (id = cs.viewer_tenant());
CREATE POLICY decide ON cs.addon FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.promotion FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.usage_record FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.payment_method FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.payment_attempt FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.billing_profile FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.subscription FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.subscription_change FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.seat FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.invoice FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.invoice_line FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.payment FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.refund FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());
CREATE POLICY decide ON cs.credit FOR SELECT TO cs_write USING (tenant_id = cs.viewer_tenant());

GRANT UPDATE (email, pending_email, pending_email_on) ON cs.billing_profile TO cs_write;
GRANT UPDATE (plan_code, status, next, next_on) ON cs.subscription TO cs_write;
GRANT INSERT ON cs.subscription_change, cs.seat, cs.invoice_line, cs.refund, cs.credit TO cs_write;
GRANT UPDATE (removed_on) ON cs.seat TO cs_write;
GRANT UPDATE (credit_minor, tax_minor, total_minor, refunded_minor, due_minor, status, paid_on) ON cs.invoice TO cs_write;
GRANT UPDATE (status, failure_reason, next_retry_on) ON cs.payment TO cs_write;
-- Locking a row takes no effect, changing it does: without one an UPDATE fails instead of finding nothing.
CREATE POLICY effect_writes ON cs.billing_profile FOR UPDATE TO cs_write USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
CREATE POLICY effect_writes ON cs.subscription FOR UPDATE TO cs_write USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
CREATE POLICY effect_writes ON cs.seat FOR UPDATE TO cs_write USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
CREATE POLICY effect_writes ON cs.invoice FOR UPDATE TO cs_write USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
CREATE POLICY effect_writes ON cs.payment FOR UPDATE TO cs_write USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
CREATE POLICY effect_adds ON cs.subscription_change FOR INSERT TO cs_write WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
CREATE POLICY effect_adds ON cs.seat FOR INSERT TO cs_write WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
CREATE POLICY effect_adds ON cs.invoice_line FOR INSERT TO cs_write WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs());
-- A credit of the application's is a correction: it has the decision's id, is of exactly the decided amount, and is used up.
CREATE POLICY effect_adds ON cs.credit FOR INSERT TO cs_write WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs() AND remaining_minor = 0
  AND EXISTS (SELECT 1 FROM cs.effect e WHERE e.proposal_id = credit.id AND e.tenant_id = credit.tenant_id AND e.amount_minor = granted_minor AND e.currency = credit.currency));
-- A refund of the application's always names the decision behind it.
CREATE POLICY effect_adds ON cs.refund FOR INSERT TO cs_write WITH CHECK (tenant_id = cs.viewer_tenant() AND cs.effect_runs() AND proposal_id IS NOT NULL);

-- Whether a change may not be decided now: flags of all, of the tenant, or of this tool. Read from the rows; unreadable means paused.
CREATE FUNCTION cs.decision_paused(p_tenant uuid, p_tool text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM cs.flag WHERE paused AND (
    scope = 'global' OR (scope = 'tenant' AND subject = p_tenant::text) OR (scope = 'tool' AND subject = p_tool)));
EXCEPTION WHEN OTHERS THEN RETURN true;
END $$;

-- ── Cases, second factors, mail ─────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.support_case ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.case_text ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.second_factor ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.recovery_code ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.outbox_mail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE (state, answered_at, answered_by, seen_at) ON cs.support_case TO cs_app;
GRANT SELECT, INSERT ON cs.case_text TO cs_app;
CREATE POLICY own_case ON cs.support_case TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY inbox ON cs.support_case FOR SELECT TO cs_app USING (cs.viewer_role() = 'agent');
CREATE POLICY answer_case ON cs.support_case FOR UPDATE TO cs_app
  USING (cs.viewer_role() = 'agent' AND tenant_id = cs.viewer_tenant()) WITH CHECK (cs.viewer_role() = 'agent' AND tenant_id = cs.viewer_tenant());
CREATE POLICY own_case_text ON cs.case_text TO cs_app
  USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person()) WITH CHECK (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person() AND author = 'customer');
CREATE POLICY opened_case_text ON cs.case_text FOR SELECT TO cs_app USING (cs.viewer_role() = 'agent' AND tenant_id = cs.viewer_tenant());
CREATE POLICY reply_case_text ON cs.case_text FOR INSERT TO cs_app WITH CHECK (cs.viewer_role() = 'agent' AND tenant_id = cs.viewer_tenant() AND author = 'staff'
  AND EXISTS (SELECT 1 FROM cs.support_case s WHERE s.id = case_id AND s.person_id = case_text.person_id AND s.tenant_id = case_text.tenant_id));
CREATE POLICY opened_case_key ON cs.data_key FOR SELECT TO cs_app USING (cs.viewer_role() = 'agent' AND tenant_id = cs.viewer_tenant() AND scope = 'case');
CREATE POLICY inbox_tenant ON cs.tenant FOR SELECT TO cs_app
  USING (cs.viewer_role() = 'agent' AND EXISTS (SELECT 1 FROM cs.support_case s WHERE s.tenant_id = tenant.id));

GRANT SELECT, INSERT, DELETE, UPDATE (confirmed_at, last_step, failures, locked_until) ON cs.second_factor TO cs_app;
GRANT SELECT, INSERT, UPDATE (used_at) ON cs.recovery_code TO cs_app;
-- By person alone: staff prove themselves while they act in a customer's tenant.
CREATE POLICY own_factor ON cs.second_factor TO cs_app USING (person_id = cs.viewer_person()) WITH CHECK (person_id = cs.viewer_person());
CREATE POLICY own_recovery ON cs.recovery_code TO cs_app USING (person_id = cs.viewer_person()) WITH CHECK (person_id = cs.viewer_person());

GRANT INSERT ON cs.outbox_mail TO cs_app;
GRANT SELECT ON cs.outbox_mail TO cs_app;
GRANT SELECT, UPDATE (sent_at, attempts, last_error) ON cs.outbox_mail TO cs_jobs;
CREATE POLICY write_mail ON cs.outbox_mail FOR INSERT TO cs_app WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY own_mail ON cs.outbox_mail FOR SELECT TO cs_app USING (tenant_id = cs.viewer_tenant() AND person_id = cs.viewer_person());
CREATE POLICY send_mail ON cs.outbox_mail TO cs_jobs USING (true) WITH CHECK (true);

-- ── Around it: expiry, retention's reach, the seed ──────────────────────────────────────────────────────────────
GRANT SELECT (id, tenant_id, person_id, state, expires_at), UPDATE (state, decided_at, outcome) ON cs.proposal TO cs_jobs;
CREATE POLICY expire_sees ON cs.proposal FOR SELECT TO cs_jobs USING (state IN ('pending', 'confirmed', 'expired'));
CREATE POLICY expire ON cs.proposal FOR UPDATE TO cs_jobs USING (state IN ('pending', 'confirmed') AND expires_at <= cs.now()) WITH CHECK (state = 'expired');
GRANT SELECT (hash, expires_at), DELETE ON cs.proposal_nonce TO cs_purge;
CREATE POLICY purge_nonce ON cs.proposal_nonce TO cs_purge USING (expires_at <= cs.now());

CREATE POLICY reset_proposal ON cs.proposal TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_card ON cs.proposal_card TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_nonce ON cs.proposal_nonce TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);
CREATE POLICY reset_effect ON cs.effect TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_case ON cs.support_case TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_case_text ON cs.case_text TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_factor ON cs.second_factor TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_recovery ON cs.recovery_code TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY reset_mail ON cs.outbox_mail TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (false);

REVOKE ALL ON FUNCTION cs.has_queue(), cs.effect_runs(), cs.decision_paused(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cs.has_queue() TO cs_app, cs_read;
GRANT EXECUTE ON FUNCTION cs.effect_runs() TO cs_write;
GRANT EXECUTE ON FUNCTION cs.decision_paused(uuid, text) TO cs_app;
