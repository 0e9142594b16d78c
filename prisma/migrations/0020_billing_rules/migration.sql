-- Who may read the ledger, and what can't stand in it. Nobody at runtime writes it: the seed does, as cs_owner, tenant by tenant.

-- ── Row-level security, forced: it binds the owner too ──────────────────────────────────────────────────────────
ALTER TABLE cs.billing_profile ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.subscription ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.subscription_change ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.seat ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.addon ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.promotion ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.usage_record ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.invoice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.invoice_line ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.payment_method ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.payment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.payment_attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.refund ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE cs.credit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

GRANT SELECT ON cs.billing_profile, cs.subscription, cs.subscription_change, cs.seat, cs.addon, cs.promotion, cs.usage_record,
  cs.invoice, cs.invoice_line, cs.payment_method, cs.payment, cs.payment_attempt, cs.refund, cs.credit TO cs_app, cs_read;

-- Plan and usage: owner and member, as in lib/contract/roles.ts.
CREATE POLICY own_plan ON cs.subscription FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() IN ('owner', 'member'));
CREATE POLICY own_plan ON cs.subscription_change FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() IN ('owner', 'member'));
CREATE POLICY own_plan ON cs.seat FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() IN ('owner', 'member'));
CREATE POLICY own_plan ON cs.addon FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() IN ('owner', 'member'));
CREATE POLICY own_plan ON cs.promotion FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() IN ('owner', 'member'));
CREATE POLICY own_usage ON cs.usage_record FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() IN ('owner', 'member'));

-- Money: the owner alone.
CREATE POLICY own_money ON cs.billing_profile FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');
CREATE POLICY own_money ON cs.invoice FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');
CREATE POLICY own_money ON cs.invoice_line FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');
CREATE POLICY own_money ON cs.payment_method FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');
CREATE POLICY own_money ON cs.payment FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');
CREATE POLICY own_money ON cs.payment_attempt FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');
CREATE POLICY own_money ON cs.refund FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');
CREATE POLICY own_money ON cs.credit FOR SELECT TO cs_app, cs_read USING (tenant_id = cs.viewer_tenant() AND cs.viewer_role() = 'owner');

-- The seed writes and clears one tenant at a time, inside that tenant's viewer settings.
CREATE POLICY seed_ledger ON cs.billing_profile TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.subscription TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.subscription_change TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.seat TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.addon TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.promotion TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.usage_record TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.invoice TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.invoice_line TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.payment_method TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.payment TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.payment_attempt TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.refund TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());
CREATE POLICY seed_ledger ON cs.credit TO cs_owner USING (tenant_id = cs.viewer_tenant()) WITH CHECK (tenant_id = cs.viewer_tenant());

-- ── What one row may say ────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cs.billing_profile
  ADD CONSTRAINT billing_profile_currency_known CHECK (currency IN ('EUR', 'USD', 'GBP', 'CHF', 'JPY')),
  ADD CONSTRAINT billing_profile_tax_range CHECK (tax_rate_ppm BETWEEN 0 AND 500000),
  ADD CONSTRAINT billing_profile_terms_range CHECK (payment_terms_days BETWEEN 0 AND 90);
ALTER TABLE cs.subscription
  ADD CONSTRAINT subscription_status_known CHECK (status IN ('active', 'paused', 'cancelled'));
ALTER TABLE cs.subscription_change
  ADD CONSTRAINT subscription_change_kind_known CHECK (kind IN ('started', 'upgraded', 'downgraded', 'seat_added', 'seat_removed', 'addon_added')),
  ADD CONSTRAINT subscription_change_plans CHECK ((kind IN ('upgraded', 'downgraded')) = (from_plan IS NOT NULL) AND (from_plan IS NULL OR to_plan IS NOT NULL));
ALTER TABLE cs.seat ADD CONSTRAINT seat_removed_after_added CHECK (removed_on >= added_on);
ALTER TABLE cs.promotion
  ADD CONSTRAINT promotion_percent_range CHECK (percent_off BETWEEN 1 AND 100),
  ADD CONSTRAINT promotion_ends_after_start CHECK (ends_on >= started_on);
ALTER TABLE cs.usage_record
  ADD CONSTRAINT usage_record_meter_known CHECK (meter IN ('api_calls', 'storage_gb')),
  ADD CONSTRAINT usage_record_not_negative CHECK (quantity >= 0);

ALTER TABLE cs.invoice
  ADD CONSTRAINT invoice_status_known CHECK (status IN ('open', 'paid', 'void')),
  ADD CONSTRAINT invoice_number_form CHECK (number ~ '^[0-9]{4}-[0-9]{3,6}$'),
  ADD CONSTRAINT invoice_days CHECK (due_on >= issued_on AND period_end >= period_start),
  ADD CONSTRAINT invoice_signs CHECK (subtotal_minor >= 0 AND discount_minor <= 0 AND credit_minor <= 0 AND tax_minor >= 0 AND total_minor >= 0),
  ADD CONSTRAINT invoice_total CHECK (total_minor = subtotal_minor + discount_minor + credit_minor + tax_minor),
  ADD CONSTRAINT invoice_refunded_at_most_paid CHECK (refunded_minor BETWEEN 0 AND paid_minor AND paid_minor <= total_minor),
  ADD CONSTRAINT invoice_due CHECK (due_minor = CASE status WHEN 'void' THEN 0 ELSE total_minor - paid_minor END),
  ADD CONSTRAINT invoice_paid_whole CHECK ((status = 'paid') = (paid_on IS NOT NULL) AND (status <> 'paid' OR due_minor = 0) AND (status <> 'void' OR paid_minor = 0)),
  ADD CONSTRAINT invoice_void_reason CHECK ((status = 'void') = (void_reason IS NOT NULL)),
  ADD CONSTRAINT invoice_tax_range CHECK (tax_rate_ppm BETWEEN 0 AND 500000),
  ADD CONSTRAINT invoice_memo_length CHECK (length(memo) <= 2000);
ALTER TABLE cs.invoice_line
  ADD CONSTRAINT invoice_line_kind_known CHECK (kind IN ('plan', 'seat', 'addon', 'usage', 'proration', 'discount', 'credit')),
  ADD CONSTRAINT invoice_line_quantity CHECK (quantity >= 0),
  ADD CONSTRAINT invoice_line_amount CHECK (amount_minor = quantity * unit_amount_minor),
  ADD CONSTRAINT invoice_line_sign CHECK (CASE WHEN kind IN ('discount', 'credit') THEN amount_minor <= 0 WHEN kind = 'proration' THEN true ELSE amount_minor >= 0 END),
  ADD CONSTRAINT invoice_line_source CHECK (CASE kind WHEN 'plan' THEN plan_code IS NOT NULL WHEN 'seat' THEN seat_id IS NOT NULL WHEN 'addon' THEN addon_code IS NOT NULL
    WHEN 'usage' THEN meter IS NOT NULL WHEN 'proration' THEN change_id IS NOT NULL WHEN 'discount' THEN promotion_id IS NOT NULL ELSE credit_id IS NOT NULL END),
  ADD CONSTRAINT invoice_line_period CHECK (period_end >= period_start);
ALTER TABLE cs.payment_method
  ADD CONSTRAINT payment_method_kind_known CHECK (kind IN ('card', 'sepa_debit', 'bank_transfer')),
  ADD CONSTRAINT payment_method_masked CHECK (regexp_replace(label, '[ -]', '', 'g') !~ '[0-9]{5}');
ALTER TABLE cs.payment
  ADD CONSTRAINT payment_status_known CHECK (status IN ('succeeded', 'failed', 'retrying', 'pending')),
  ADD CONSTRAINT payment_positive CHECK (amount_minor > 0),
  ADD CONSTRAINT payment_settled CHECK ((status = 'succeeded') = (settled_on IS NOT NULL) AND settled_on >= started_on),
  ADD CONSTRAINT payment_failure CHECK ((status IN ('failed', 'retrying')) = (failure_reason IS NOT NULL) AND (status = 'retrying') = (next_retry_on IS NOT NULL));
ALTER TABLE cs.payment_attempt ADD CONSTRAINT payment_attempt_reason CHECK (succeeded = (reason IS NULL));
ALTER TABLE cs.refund
  ADD CONSTRAINT refund_status_known CHECK (status IN ('on_its_way', 'completed')),
  ADD CONSTRAINT refund_positive CHECK (amount_minor > 0),
  ADD CONSTRAINT refund_completed CHECK ((status = 'completed') = (completed_on IS NOT NULL) AND completed_on >= requested_on AND expected_on >= requested_on);
ALTER TABLE cs.credit
  ADD CONSTRAINT credit_remaining_range CHECK (granted_minor > 0 AND remaining_minor BETWEEN 0 AND granted_minor),
  ADD CONSTRAINT credit_expires_after_grant CHECK (expires_on >= granted_on);

-- ── What rows say together, checked at commit ───────────────────────────────────────────────────────────────────
CREATE FUNCTION cs.ledger_currency_matches() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM cs.tenant WHERE id = NEW.tenant_id AND currency = NEW.currency) THEN
    RAISE EXCEPTION 'the billing currency is not the tenant''s' USING ERRCODE = 'check_violation', CONSTRAINT = 'billing_profile_currency';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER billing_profile_currency AFTER INSERT OR UPDATE ON cs.billing_profile
  FOR EACH ROW EXECUTE FUNCTION cs.ledger_currency_matches();

-- The lines must sum to the figures of their invoice.
CREATE FUNCTION cs.invoice_lines_sum() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
DECLARE
  touched uuid := CASE WHEN TG_TABLE_NAME = 'invoice' THEN to_jsonb(coalesce(NEW, OLD))->>'id' ELSE to_jsonb(coalesce(NEW, OLD))->>'invoice_id' END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM cs.invoice i
    LEFT JOIN LATERAL (
      SELECT coalesce(sum(amount_minor) FILTER (WHERE kind NOT IN ('discount', 'credit')), 0) AS charges,
             coalesce(sum(amount_minor) FILTER (WHERE kind = 'discount'), 0) AS discounts,
             coalesce(sum(amount_minor) FILTER (WHERE kind = 'credit'), 0) AS credits
      FROM cs.invoice_line l WHERE l.invoice_id = i.id) s ON true
    WHERE i.id = touched AND (i.subtotal_minor <> s.charges OR i.discount_minor <> s.discounts OR i.credit_minor <> s.credits)
  ) THEN
    RAISE EXCEPTION 'the lines do not sum to the invoice' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_lines_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER invoice_lines_sum AFTER INSERT OR UPDATE ON cs.invoice DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cs.invoice_lines_sum();
CREATE CONSTRAINT TRIGGER invoice_lines_sum AFTER INSERT OR UPDATE OR DELETE ON cs.invoice_line DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cs.invoice_lines_sum();

-- What was paid and refunded must be what the payments and refunds say: so refunded ≤ paid holds for the rows too.
CREATE FUNCTION cs.invoice_settled_sum() RETURNS trigger LANGUAGE plpgsql SET search_path = cs, pg_temp AS $$
DECLARE
  touched uuid := CASE WHEN TG_TABLE_NAME = 'invoice' THEN to_jsonb(coalesce(NEW, OLD))->>'id' ELSE to_jsonb(coalesce(NEW, OLD))->>'invoice_id' END;
BEGIN
  IF EXISTS (
    SELECT 1 FROM cs.invoice i WHERE i.id = touched AND (
      i.paid_minor <> (SELECT coalesce(sum(amount_minor), 0) FROM cs.payment p WHERE p.invoice_id = i.id AND p.status = 'succeeded')
      OR i.refunded_minor <> (SELECT coalesce(sum(amount_minor), 0) FROM cs.refund r WHERE r.invoice_id = i.id))
  ) THEN
    RAISE EXCEPTION 'payments and refunds do not sum to the invoice' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoice_settled_sum';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER invoice_settled_sum AFTER INSERT OR UPDATE ON cs.invoice DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cs.invoice_settled_sum();
CREATE CONSTRAINT TRIGGER invoice_settled_sum AFTER INSERT OR UPDATE OR DELETE ON cs.payment DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cs.invoice_settled_sum();
CREATE CONSTRAINT TRIGGER invoice_settled_sum AFTER INSERT OR UPDATE OR DELETE ON cs.refund DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cs.invoice_settled_sum();
