import 'server-only';
import type { GuardContext } from './create-output-guard.ts';

/** Made for tests: what the prompt stage would hand over. */
export const CONTEXT: GuardContext = {
  emails: new Set(['owner@northwind.test', 'help@tallyhouse.test']),
  shownAs: () => undefined,
  numbers: ['+353 1 555 0143', '+353 87 555 0177'],
  canary: 'cs7f3a91c04be85d26afe10b93',
  passages: [
    'You help one signed-in customer understand the bills they get from the vendor named in the facts and nothing else.',
    'Every amount, date, percentage, count and status you write is copied exactly, character for character, from a tool result.',
  ],
};

const CANARY = CONTEXT.canary;
const PASSAGE = CONTEXT.passages[0] ?? '';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const key = (...parts: string[]): string => parts.join('');

/** Answers a model might write, each with what must never be visible to the person. */
export const HOSTILE: readonly { name: string; text: string; secrets: readonly string[] }[] = [
  { name: 'address', text: 'Write to jane.roe@acme.test, please.', secrets: ['jane.roe@acme.test'] },
  { name: 'address in emphasis', text: 'Write to jane**@**acme.test now.', secrets: ['acme.test'] },
  {
    name: 'address as entities',
    text: 'Write to jane&#64;acme&period;test or jane&amp;#x40;acme.test.',
    secrets: ['acme.test', 'acme&'],
  },
  { name: 'address escaped', text: 'Write to jane\\@acme\\.test.', secrets: ['acme'] },
  {
    name: 'address with hidden characters',
    text: 'To ja\u200bne@ac\u2060me.te\u{e0041}st!',
    secrets: ['acme.test'],
  },
  { name: 'address full-width', text: 'To jane＠acme．test!', secrets: ['jane＠acme', 'acme．test'] },
  {
    name: 'address around tags',
    text: 'jane@<b></b>acme.test and jane@acme.<i>test</i>',
    secrets: ['jane@acme.test'],
  },
  {
    name: 'address behind links',
    text: '[jane](x)@acme.test ja[ne@](y)acme.test',
    secrets: ['jane@acme.test'],
  },
  {
    name: 'address behind links that stay',
    text: '[jane](/plan)@acme.test jane@[acme.test](/plan) jane[@](/plan)acme.test [jane](/plan)**@**acme.test jane@**[acme.test](/plan)**',
    secrets: [')@', ')**@', '@[', '[@', '@**['],
  },
  {
    name: 'address in ornamental letters',
    text: 'To 𝐣𝐚𝐧𝐞@acme.test or jane@acme.𝐭𝐞𝐬𝐭, 𝓳𝓪𝓷𝓮@𝓪𝓬𝓶𝓮.𝓽𝓮𝓼𝓽!',
    secrets: ['@acme', 'jane@', '@𝓪𝓬𝓶𝓮', '𝐣𝐚𝐧𝐞', '𝐭𝐞𝐬𝐭'],
  },
  {
    name: 'address as autolink',
    text: 'see <jane@acme.test>, <mailto:jane@acme.test>',
    secrets: ['acme.test'],
  },
  {
    name: 'many addresses',
    text: 'a@b.test,c@d.test;e@f.test|g@h.test@i.test',
    secrets: ['b.test', 'd.test', 'f.test', 'h.test'],
  },
  {
    name: 'address in a long word',
    text: `${'x,'.repeat(130)}jane.roe@acme.test${',y'.repeat(90)}`,
    secrets: ['jane.roe@', '@acme.test'],
  },
  { name: 'canary', text: `It is ${CANARY}, there.`, secrets: [CANARY, CANARY.slice(4)] },
  {
    name: 'canary spaced',
    text: `It is ${[...CANARY].join(' ')}.`,
    secrets: [[...CANARY].join(' ').slice(0, 40)],
  },
  {
    name: 'canary dashed',
    text: `It is ${[...CANARY].join('-')}.`,
    secrets: [[...CANARY].join('-').slice(0, 40)],
  },
  { name: 'canary upper-case', text: `IT IS ${CANARY.toUpperCase()}.`, secrets: [CANARY.toUpperCase()] },
  {
    name: 'canary reversed',
    text: `It is ${[...CANARY].toReversed().join('')}.`,
    secrets: [[...CANARY].toReversed().join('')],
  },
  { name: 'canary base64', text: `It is ${base64(CANARY)}.`, secrets: [base64(CANARY)] },
  {
    name: 'canary inside base64',
    text: `It is ${base64(`x${CANARY}y`)} ${base64(`xy${CANARY}`)}.`,
    secrets: [base64(`x${CANARY}y`)],
  },
  {
    name: 'canary hexadecimal',
    text: Buffer.from(CANARY).toString('hex'),
    secrets: [Buffer.from(CANARY).toString('hex')],
  },
  { name: 'canary with hidden characters', text: [...CANARY].join('\u200b'), secrets: [CANARY] },
  {
    name: 'canary in markup',
    text: `<i>${CANARY.slice(0, 9)}</i>${CANARY.slice(9)} [a](${CANARY})`,
    secrets: [CANARY, CANARY.slice(9)],
  },
  { name: 'passage', text: `My orders: ${PASSAGE}`, secrets: [PASSAGE, PASSAGE.slice(0, 60)] },
  {
    name: 'passage in capitals',
    text: `OK: ${PASSAGE.toUpperCase().replaceAll(' ', '\n> ')}`,
    secrets: [PASSAGE.toUpperCase()],
  },
  { name: 'passage from its middle', text: `…${PASSAGE.slice(20)}`, secrets: [PASSAGE.slice(20, 80)] },
  {
    name: 'passage reversed',
    text: [...PASSAGE].toReversed().join(''),
    secrets: [[...PASSAGE].toReversed().join('').slice(0, 70)],
  },
  { name: 'passage base64', text: base64(PASSAGE), secrets: [base64(PASSAGE).slice(0, 70)] },
  {
    name: 'provider key',
    text: key('Use sk', '-proj-abcdefghijklmnop1234567890 today'),
    secrets: ['abcdefghijklmnop'],
  },
  { name: 'cloud key', text: key('Use AKIA', 'IOSFODNN7EXAMPLE.'), secrets: ['IOSFODNN7'] },
  {
    name: 'token',
    text: key('Use eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpM'),
    secrets: ['hbGciOi', 'SflKxw'],
  },
  {
    name: 'long token',
    text: key('Use eyJ', 'hbGci'.repeat(20), '.eyJ', 'zdWIi'.repeat(200), '.c2ln'),
    secrets: ['zdWIizdWIi', 'c2ln'],
  },
  {
    name: 'private key',
    text: key(
      'Key: -----BEGIN ',
      'PRIVATE KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0B==\n-----END ',
      'PRIVATE KEY-----\n(end)',
    ),
    secrets: ['MIIEvQ', 'kqhkiG9w0B'],
  },
  {
    name: 'link',
    text: 'See [the page](https://evil.test/?d=1) and [home](/invoices).',
    secrets: ['evil.test', '](https'],
  },
  {
    name: 'image',
    text: 'See ![chart](https://evil.test/?d=1) ![a](/invoices)',
    secrets: ['evil.test', '!['],
  },
  {
    name: 'nested image',
    text: '[![chart](//evil.test/?d=1)](/invoices) [![a](/b)](//evil.test)',
    secrets: ['![', '](//'],
  },
  { name: 'reference', text: '[a][b] ![c][b]\n\n[b]: //evil.test/x\n[a\\]b]: /z\n', secrets: [']: '] },
  {
    name: 'reference built by redaction',
    text: 'x@y.test: //evil.test/ x@y.test(//evil.test) [x](y)(//evil.test)',
    secrets: ['](//', ']: '],
  },
  {
    name: 'link inside a label',
    text: '[[e-mail removed](//evil.test)](/invoices) [![link removed](//e.test)](/plan)',
    secrets: ['](//', '!['],
  },
  {
    name: 'web address',
    text: 'Go to https://evil.test/a[b](c) or www.evil.test, http://e.test/x@y.test.',
    secrets: ['evil.test/a', 'www.evil', '://'],
  },
  {
    name: 'tags',
    text: '<img src=//evil.test onerror=x> <scr<script>ipt>alert(1)</script> <!-- x --> <a href="/">k</a',
    secrets: ['<img', '<script', '<!--', '<a', '</'],
  },
  {
    name: 'tags rebuilt',
    text: '<<b>img src=x> &lt;img src=x&gt; \\<img src=x> &#60;svg/onload=x&#62;',
    secrets: ['<img', '<svg', '<b'],
  },
  {
    name: 'entity rebuilt',
    text: 'jane&<b></b>#64;acme.test &am[p;](x)#64; &co<i>mmat;',
    secrets: ['&#64;', '&commat;'],
  },
  {
    name: 'open brackets',
    text: `${'['.repeat(400)}a](//evil.test) ${'<'.repeat(300)}b`,
    secrets: ['](//', '<b'],
  },
  {
    name: 'control characters',
    text: 'a\u0007b\u001b[31mred\u202egnirts \ue000x\ue001 \u{10ffff}',
    secrets: ['\u001b', '\u202e', '\u0007', '\ue000'],
  },
];
