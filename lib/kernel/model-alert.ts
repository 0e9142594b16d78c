import 'server-only';

/**
 * What operators should hear of at once about the model's provider. `kind` from a closed list, facts as small counts and codes:
 * never a key, a word or a name. `provider_works` closes what the others opened.
 */
export type ModelAlert = {
  kind:
    | 'provider_key_refused'
    | 'provider_last_key_refused'
    | 'provider_key_revoked'
    | 'provider_not_answering'
    | 'provider_usage_absurd'
    | 'provider_works';
  facts: Readonly<Record<string, number | string>>;
};

/** Tells operators. Never throws, and is not waited for. */
export type RaiseModelAlert = (alert: ModelAlert) => void;
