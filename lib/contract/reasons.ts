/** Codes of a stage's `reason` that a person's page puts into words beside the answer. */
export const REASON = {
  /** The person's message looked like an attempt to give orders. */
  flagged: 'looks_like_instructions',
  /** Something that was looked up did. */
  flaggedData: 'instructions_in_data',
  /** Addresses and numbers of people in the message were kept from the model, and given back in its answer. */
  detailsHidden: 'details_hidden',
  cardNumberRemoved: 'card_number_removed',
  secretRemoved: 'secret_removed',
  /** A number of a person was left out of the answer, neither the reader's own nor published. */
  cardNumberLeftOut: 'card_number_left_out',
  accountNumberLeftOut: 'account_number_left_out',
  identityNumberLeftOut: 'identity_number_left_out',
  phoneNumberLeftOut: 'phone_number_left_out',
  /** A row of digits longer than any number was. */
  digitsLeftOut: 'digits_left_out',
} as const;
