import 'server-only';
import type { Kind } from '../span.ts';

/** One identifier of the rule: its letter and name there, by which kinds it is found, how, and what no pattern can find. */
export type Identifier = {
  readonly letter: string;
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly found: string;
  readonly missed: string;
};

/**
 * The eighteen identifiers that must be removed for a text to count as de-identified by the "Safe Harbor" method of HIPAA, 45 CFR
 * 164.514(b)(2)(i)(A)–(R), and what of each the patterns of this folder and the one above can find. A pattern is no
 * de-identification: the rule also asks that nobody knows how the rest could identify the person.
 */
export const HIPAA_IDENTIFIERS: readonly Identifier[] = [
  row('A', 'Names', ['name'], 'Capitalised words after a title or a label such as "patient" or "my name is"',
    'A name without such a word, in small letters, or in a script without capitals; nicknames'),
  row('B', 'Geographic units smaller than a state', ['place'],
    'Street with its number, post box, city with state and ZIP code; ZIP, city, county, parish and coordinates after their label',
    'A city, district, hospital or landmark named in passing; addresses outside the United States'),
  row('C', 'Dates related to a person, except the year; ages over 89', ['person_date'],
    'A day or month after a word such as "born", "admitted", "discharged"; ages from 90 after or before such words',
    'A date without that word beside it, days in words ("last Tuesday"), spans; the label "service" is left to invoices'),
  row('D', 'Telephone numbers', ['phone'], 'Calling code, how a country writes its numbers, or the word before',
    'A number alone that has neither'),
  row('E', 'Fax numbers', ['phone'], 'As a telephone number; "fax" is one of the words before', 'As for telephone numbers'),
  row('F', 'E-mail addresses', ['email'], 'Both sides of the sign, "(at)" spelled out', 'Names of accounts elsewhere, such as @jane'),
  row('G', 'Social security numbers', ['government_id'], 'Ranges that are given, grouped or beside their name',
    'Nine digits in one piece without a word such as SSN'),
  row('H', 'Medical record numbers', ['record_number'], 'After "MRN", "medical record", "chart", "patient ID"',
    'A number without its label, or of fewer than five characters'),
  row('I', 'Health plan beneficiary numbers', ['record_number'],
    'After "member ID", "subscriber ID", "beneficiary", "policy", "insurance", "Medicare", "Medicaid", "group number"',
    'A number without its label; a card that is described and not copied'),
  row('J', 'Account numbers', ['record_number', 'iban'],
    'IBAN by its check digits; others after "account number", "routing number"; card numbers are removed for good',
    'A number after "account" alone, which may be a reference; a shape like an invoice number'),
  row('K', 'Certificate and licence numbers', ['record_number', 'government_id'],
    'After "licence", "certificate", "passport", "driver’s license", "DEA", "NPI"', 'A number without its label'),
  row('L', 'Vehicle identifiers, licence plates', ['vehicle_id'],
    'Vehicle identification numbers by check digit (49 CFR 565.15) or after "VIN"; plates after their label',
    'A plate alone; a number without a check digit and without "VIN"'),
  row('M', 'Device identifiers and serial numbers', ['record_number'],
    'After "serial number", "device ID", "IMEI", "UDI"; hardware addresses of networks by their form', 'A number without its label'),
  row('N', 'Web addresses', ['web_address'], 'A scheme, "www.", or a domain with a path', 'A domain alone, which may be a company’s name'),
  row('O', 'IP addresses', ['ip_address'], 'Both versions, by their form', 'An address after "version", which is taken for a release'),
  row('P', 'Biometric identifiers', [], 'Not at all', 'All of them: no pattern tells a template of a fingerprint or a voice from other data'),
  row('Q', 'Full-face photographs and comparable images', [], 'Not at all: a message is text, and no file can be sent',
    'A picture written out as text, a description of a face'),
  row('R', 'Any other unique number, characteristic or code', ['record_number'],
    'After "employee ID", "student ID", "study ID", "prescription", "specimen", "accession number", "badge"',
    'Every code whose label is not listed; what is unique by its meaning ("the mayor of …")'),
]; // prettier-ignore

function row(
  letter: string,
  name: string,
  kinds: readonly Kind[],
  found: string,
  missed: string,
): Identifier {
  return { letter, name, kinds, found, missed };
}
