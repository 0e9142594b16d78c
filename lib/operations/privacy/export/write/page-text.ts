import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What a person or a model wrote is text here and nothing else. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '');
}

/** `2026-11-20T13:05:00.000Z` → `2026-11-20 13:05 UTC`. */
export function when(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.25rem 0}article{border-top:1px solid #8885;padding:.75rem 0}
h1{font-size:1.5rem}h2{font-size:1rem}time{opacity:.7;font-weight:400;font-size:.875rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}
article[data-generated-by=model]{border-left:3px solid ${BRAND.colours.accent};padding-left:.75rem}`;

/** A page that loads nothing and runs nothing, whatever stands in it. */
export async function* page(title: string, body: () => AsyncIterable<string>): AsyncGenerator<string> {
  yield [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><h1>${escapeHtml(title)}</h1>`,
  ].join('');
  yield* body();
  yield '</body></html>\n';
}
