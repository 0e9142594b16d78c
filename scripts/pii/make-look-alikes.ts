import { CAPITALS, DIGITS, type Draw, HEX, MIXED, SMALL } from './draw.ts';

const BASE64 = `${MIXED}+/`;
const FILE_HEADS = [
  'iVBORw0KGgoAAAANSUhEUgAA',
  '/9j/4AAQSkZJRgABAQAA',
  'R0lGODlhAQABAIAA',
  'UklGRiQAAABXRUJQVlA4',
  'PHN2ZyB4bWxucz0iaHR0cDov',
  'JVBERi0xLjQKJcfsj6IK',
];

/** What looks drawn by lot and is public. */
const ALIKE: readonly ((draw: Draw) => string)[] = [
  (draw) => draw.like('hhhhhhhh-hhhh-4hhh-8hhh-hhhhhhhhhhhh'),
  (draw) => `request ${draw.like('hhhhhhhh-hhhh-7hhh-8hhh-hhhhhhhhhhhh')}`,
  (draw) => `commit ${draw.some(HEX, 40)}`,
  (draw) => draw.some(HEX, 40),
  (draw) => draw.some(HEX, 7),
  (draw) => `sha256:${draw.some(HEX, 64)}`,
  (draw) => draw.some(HEX, 64),
  (draw) => `md5 ${draw.some(HEX, 32)}`,
  (draw) => `ETag: "${draw.some(HEX, 32)}"`,
  (draw) => `sha512-${draw.some(BASE64, 86)}==`,
  (draw) => `integrity="sha384-${draw.some(BASE64, 64)}"`,
  (draw) => `data:image/png;base64,${FILE_HEADS[0]}${draw.some(BASE64, 200)}=`,
  (draw) => `${draw.of(FILE_HEADS)}${draw.some(BASE64, 120)}`,
  (draw) => `#${draw.some(HEX, 6)}`,
  (draw) => `color: #${draw.some(HEX, 8)};`,
  (draw) => `build id ${draw.some(`${MIXED}_-`, 21)}`,
  (draw) => `buildId: "${draw.some(`${MIXED}_-`, 21)}"`,
  (draw) => `build ${draw.like('2026.99.99')}-${draw.some(HEX, 8)}`,
  (draw) => `/_next/static/chunks/${draw.some(DIGITS, 4)}-${draw.some(HEX, 16)}.js`,
  (draw) => `main.${draw.some(HEX, 20)}.css`,
  (draw) => draw.some(HEX, 24),
  (draw) => `01${draw.some('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 24)}`,
  (draw) => `checkout-7d9f8c6b5-${draw.some(`${SMALL}${DIGITS}`, 5)}`,
  (draw) => `arn:aws:iam::${draw.some(DIGITS, 12)}:role/billing-reader`,
  (draw) => `https://app.example.com/invoices/${draw.some(`${MIXED}`, 22)}?page=2`,
  (draw) => `https://www.youtube.com/watch?v=${draw.some(`${MIXED}_-`, 11)}`,
  (draw) => Buffer.from(`The invoice of ${draw.some(SMALL, 6)} was sent on Monday.`).toString('base64'),
  (draw) => `${draw.of(['cus', 'in', 'sub', 'evt', 'req'])}_${draw.some(MIXED, 16)}`,
  (draw) => `trace id ${draw.some(HEX, 32)}`,
  (draw) => `${draw.like('hh:hh:hh:hh:hh:hh')}`,
  (draw) => `serial ${draw.some(CAPITALS, 3)}${draw.some(DIGITS, 9)}${draw.some(CAPITALS, 2)}`,
  (draw) => `licence plate ${draw.like('A-AA 9999')}`,
  (draw) => `module h1:${draw.some(BASE64, 43)}=`,
  (draw) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${draw.some(BASE64, 43)} me@laptop`,
  (draw) => `fingerprint SHA256:${draw.some(BASE64, 43)}`,
  (draw) => `file ${draw.some(SMALL, 8)}_${draw.some(DIGITS, 8)}_IMG${draw.some(DIGITS, 4)}.jpeg`,
  (draw) => `the method getInvoiceFor${draw.of(['Customer', 'Tenant', 'Person'])}ById2 in BillingServiceImpl${draw.some(DIGITS, 1)}`,
  () => 'password: please reset it',
  () => 'api_key=YOUR_API_KEY_HERE',
  () => 'I forgot my password and the token expired on 2026-11-26',
  () => 'token usage was 1234567 in October',
  () => 'password=${DB_PASSWORD}',
  (draw) => `idempotency key ${draw.like('hhhhhhhh-hhhh-4hhh-8hhh-hhhhhhhhhhhh')}`,
  (draw) => `public key ${draw.some(HEX, 64)}`,
  (draw) => `docker pull registry.example.com/app@sha256:${draw.some(HEX, 64)}`,
  (draw) => `package-lock: resolved https://registry.example.org/left-pad/-/left-pad-1.3.0.tgz#${draw.some(HEX, 40)}`,
]; // prettier-ignore
const SENTENCES = [
  '%',
  'what is %?',
  'the page shows %',
  'error at % since noon',
  'kennt jemand %?',
] as const;

/** A text with such a thing and without a credential. */
export function makeLookAlike(draw: Draw): string {
  const alike = draw.of(ALIKE)(draw);
  return draw.of(SENTENCES).replace('%', () => alike);
}
