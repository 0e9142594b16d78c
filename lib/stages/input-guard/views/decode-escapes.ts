import 'server-only';

const ESCAPED = /%[0-9a-fA-F]{2}|&(?:#|lt;|gt;|amp;|quot;)|\\u[0-9a-fA-F{]|\\x[0-9a-fA-F]{2}/;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const MAX_PASSES = 2;

/** The text with URL, HTML and JavaScript escapes read, twice-escaped ones too; empty where there are none. */
export function decodeEscapes(text: string): string {
  let form = text;
  for (let pass = 0; pass < MAX_PASSES && ESCAPED.test(form); pass += 1) form = readOnce(form);
  return form === text ? '' : form;
}

function readOnce(text: string): string {
  return text
    .replace(/(?:%[0-9a-fA-F]{2}){1,512}/g, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
    )
    .replace(/(?:\\x[0-9a-fA-F]{2}){1,512}/g, (run) =>
      Buffer.from(run.replaceAll('\\x', ''), 'hex').toString('utf8'),
    )
    .replace(/\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}/g, (_, short?: string, long?: string) =>
      letter(short ?? long, 16),
    )
    .replace(/&#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}));/g, (_, hex?: string, decimal?: string) =>
      letter(hex ?? decimal, hex ? 16 : 10),
    )
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => NAMED[name] ?? '');
}

function letter(digits: string | undefined, base: number): string {
  const code = Number.parseInt(digits ?? '', base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
