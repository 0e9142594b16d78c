import 'server-only';

/** English words of the labels: the rule is a law of the United States. Each list is a part of a pattern. */
const any = (words: string): string =>
  words
    .trim()
    .split(/\s*\|\s*/)
    .join('|');

/** A name follows at once. */
export const TITLES = any(
  'mr|mrs|ms|miss|mx|dr|prof|professor|patient|insured|policyholder|guardian|next of kin',
);
/** A name follows with or without a colon. */
export const RELATIVES = any('wife|husband|spouse|son|daughter|mother|father|brother|sister|child|caregiver');
/** A name follows "is" or a colon: alone the words mean other things in a bill. */
export const NAME_LABELS = any(
  'full name|first name|last name|middle name|maiden name|given name|family name|surname|name|subscriber|beneficiary|dependent|physician|employee',
);
/** "Plan name: Team" names no person. */
export const NAMES_OF_THINGS = any(
  'company|plan|product|invoice|account|file|host|domain|brand|business|vendor|supplier|project|team|item|customer|tenant|user|add-on|service|card|display|legal|trade',
);
/** Capitalised words that are no name where one is looked for. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  'Account Accounts Billing Business Center Centre Claims Customer Data Department Finance I Invoice Invoices Is It My No Not Our Plan Please Portal Sales Service Services Starter Support Team That The This Your'.split(' '),
); // prettier-ignore

/** What was done to, or happened to, a person on the day that follows. `service` and `payment` are a bill's own words. */
export const LIFE_EVENTS = any(
  'born|birthday|birth ?date|birth|dob|d\\.o\\.b|admitted|admission|discharged?|deceased|died|death|passed away|diagnosed|diagnosis|treated|treatment|surgery|operated|operation|hospitali[sz]ed|vaccinated|vaccination|immuni[sz]ed|examined|examination|prescribed|procedure|appointment|consultation|check-?up|lab test|blood test|wedding|married|divorced|hired',
);
export const MONTHS = any(
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec',
);

/** What a number is called, by the letter of the rule. `number`, `no.`, `id` or `#` may follow each. */
export const RECORD_LABELS = {
  H: any('mrn|medical record|patient record|health record|chart|patient id|patient'),
  I: any('health plan|beneficiary|member id|membership|subscriber id|subscriber|policy|insurance|medicare|medicaid|hicn|mbi|group'),
  J: any('account|acct|a/c|bank account|routing|aba'),
  K: any('licen[cs]e|driver\'?s licen[cs]e|certificate|certification|passport|dea|npi|permit'),
  M: any('serial|s/n|device|device id|imei|meid|udi|implant|pacemaker'),
  R: any('employee|student|study|subject|participant|prescription|rx|specimen|sample|accession|badge|encounter|visit'),
} as const; // prettier-ignore
/** Those of them that mean a number even without `number` or a colon after them. */
export const PLAIN_LABELS = any(
  'mrn|hicn|mbi|imei|meid|udi|s/n|npi|rx|aba|patient id|member id|subscriber id|device id',
);

export const STREET_WORDS = any(
  'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|way|square|sq|terrace|ter|parkway|pkwy|circle|cir|highway|hwy|trail|trl',
);
export const STATES = any(
  'AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY',
);
export const PLACE_LABELS = any('city|town|county|parish|precinct|village|borough|neighbou?rhood');
export const ZIP_LABELS = any('zip code|zip|postal code|postcode');
export const PATH_DOMAINS = any('com|org|net|edu|gov|mil|io|health|care|clinic|info|app|dev|us|test|example');
