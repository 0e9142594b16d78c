import 'server-only';
import type { Currency } from '#lib/contract/money.ts';
import type { TenantSpec } from './tenant-specs.ts';

type Region = {
  currency: Currency;
  locale: string;
  timeZone: string;
  country: string;
  taxLabel: string;
  taxRatePpm: number;
  vat: string | null;
};

const REGIONS = {
  de: {
    currency: 'EUR',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    country: 'Germany',
    taxLabel: 'USt.',
    taxRatePpm: 190_000,
    vat: 'DE',
  },
  fr: {
    currency: 'EUR',
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    country: 'France',
    taxLabel: 'TVA',
    taxRatePpm: 200_000,
    vat: 'FR',
  },
  es: {
    currency: 'EUR',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    country: 'Spain',
    taxLabel: 'IVA',
    taxRatePpm: 210_000,
    vat: 'ES',
  },
  ie: {
    currency: 'EUR',
    locale: 'en-IE',
    timeZone: 'Europe/Dublin',
    country: 'Ireland',
    taxLabel: 'VAT',
    taxRatePpm: 230_000,
    vat: 'IE',
  },
  gb: {
    currency: 'GBP',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    country: 'United Kingdom',
    taxLabel: 'VAT',
    taxRatePpm: 200_000,
    vat: 'GB',
  },
  ch: {
    currency: 'CHF',
    locale: 'de-CH',
    timeZone: 'Europe/Zurich',
    country: 'Switzerland',
    taxLabel: 'MWST',
    taxRatePpm: 81_000,
    vat: 'CHE',
  },
  us: {
    currency: 'USD',
    locale: 'en-US',
    timeZone: 'America/New_York',
    country: 'United States',
    taxLabel: 'Sales tax',
    taxRatePpm: 70_000,
    vat: null,
  },
  jp: {
    currency: 'JPY',
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    country: 'Japan',
    taxLabel: 'JCT',
    taxRatePpm: 100_000,
    vat: 'T',
  },
} as const satisfies Record<string, Region>;

/** slug, name, region, seats at the start, API calls over the included ones. */
const COMPANIES = [
  ['kiefernhof', 'Kiefernhof Werkzeuge', 'de', 5, 210],
  ['zinnober', 'Zinnober Optik', 'de', 6, 88],
  ['lindenquell', 'Lindenquell Verlag', 'de', 4, 320],
  ['silbertau', 'Silbertau Textil', 'de', 7, 145],
  ['marmotte', 'Atelier Marmotte', 'fr', 4, 97],
  ['boisclair', 'Boisclair Conseil', 'fr', 5, 402],
  ['papillon-gris', 'Papillon Gris', 'fr', 6, 61],
  ['farolito', 'Farolito Libros', 'es', 4, 133],
  ['olivar-sur', 'Olivar del Sur', 'es', 8, 276],
  ['brisa-norte', 'Brisa Norte Eventos', 'es', 5, 190],
  ['curlew', 'Curlew & Sons Joinery', 'ie', 5, 118],
  ['stonechat', 'Stonechat Records', 'ie', 6, 354],
  ['thistle-harbour', 'Thistle Harbour', 'gb', 5, 87],
  ['foxglove', 'Foxglove Press', 'gb', 7, 229],
  ['bellwether-lane', 'Bellwether Lane', 'gb', 4, 164],
  ['gletscherblick', 'Gletscherblick Sport', 'ch', 5, 301],
  ['seeufer', 'Seeufer Architektur', 'ch', 6, 72],
  ['bergahorn', 'Bergahorn Labor', 'ch', 4, 410],
  ['copper-kettle', 'Copper Kettle Bakers', 'us', 5, 155],
  ['prairie-lantern', 'Prairie Lantern', 'us', 6, 240],
  ['juniper-freight', 'Juniper Freight', 'us', 8, 390],
  ['minato-paper', 'Minato Paper Works', 'jp', 5, 206],
  ['hoshizora', 'Hoshizora Games', 'jp', 6, 512],
  ['kawabe-tea', 'Kawabe Tea House', 'jp', 4, 98],
  ['akatsuki-dental', 'Akatsuki Dental Supply', 'jp', 7, 177],
] as const satisfies readonly (readonly [string, string, keyof typeof REGIONS, number, number])[];

/** Customers nobody can sign in to: they are there so that other tenants' rows exist. */
export const SILENT_TENANTS: readonly TenantSpec[] = COMPANIES.map(
  ([slug, name, regionName, seats, overage], index) => {
    const { country, vat, ...region } = REGIONS[regionName];
    return {
      slug,
      name,
      ...region,
      address: [name, `${index + 3} Example Road`, country],
      vatNumber: vat === null ? null : `${vat}${String(90_000_000 + index)}`,
      months: 14,
      firstNumber: 100 + index,
      plan: index % 3 === 0 ? 'team' : 'starter',
      upgradedTo: index % 3 === 0 ? 'business' : 'team',
      seatName: 'Desk',
      seats,
      overage,
      memos: {},
    };
  },
);
