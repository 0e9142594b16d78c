import { readdirSync, readFileSync } from 'node:fs';
import type { Item } from '../read-items.ts';
import { hashOf, pick, seededRandom } from '../random.ts';

/**
 * The grammar that writes attacks on a billing assistant and their innocent twins. A file is named by its language and, where a
 * language has several, by what it is about (`de.txt`, `en.billing.txt`):
 * `== kind` begins a section, `@name a | b` names alternatives, `+ …` is an attack, `- …` an innocent sentence.
 * In a sentence `{a|b|}` is one of the alternatives (or nothing), `{@name}` one of the named ones and `¦` a plain bar.
 */
export type Template = { readonly text: string; readonly label: Item['label']; readonly kind: string };
export type Grammar = {
  /** Its file's, without the ending. */
  readonly name: string;
  readonly lang: string;
  readonly names: ReadonlyMap<string, readonly string[]>;
  readonly templates: readonly Template[];
};

const FOLDER = new URL('./', import.meta.url);
const MAX_DEPTH = 6;

/** All files, in the order of their names. */
export function readGrammars(): Grammar[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  return files
    .toSorted()
    .map((file) => parseGrammar(file.replace(/\.txt$/, ''), readFileSync(new URL(file, FOLDER), 'utf8')));
}

export function parseGrammar(name: string, file: string): Grammar {
  const names = new Map<string, string[]>();
  const templates: Template[] = [];
  let kind = 'unnamed';
  for (const line of file.split('\n').map((one) => one.trim())) {
    const text = line.slice(1).trim();
    if (line.startsWith('==')) kind = line.slice(2).trim();
    else if (line.startsWith('@')) {
      const [called = '', ...rest] = text.split(' ');
      names.set(called, alternatives(rest.join(' ')));
    } else if (line.startsWith('+')) templates.push({ text, label: 'attack', kind });
    else if (line.startsWith('-')) templates.push({ text, label: 'benign', kind });
  }
  return { name, lang: name.split('.')[0] ?? '', names, templates };
}

/** Up to `perTemplate` different sentences of each template, always the same ones. */
export function writeItems(grammar: Grammar, perTemplate: number): Item[] {
  return grammar.templates.flatMap(({ text, label, kind }) => {
    const random = seededRandom(hashOf(grammar.lang + text));
    const sentences = new Set<string>();
    for (let trial = 0; trial < perTemplate * 2 && sentences.size < perTemplate; trial += 1)
      sentences.add(expand(text, grammar.names, random, 0).replace(/\s+/g, ' ').replaceAll('¦', '|').trim());
    return [...sentences].map((sentence) => ({
      text: sentence,
      label,
      kind,
      source: `grammar:${grammar.name}`,
      lang: grammar.lang,
      template: `${grammar.lang} ${label} ${text}`,
    }));
  });
}

/** Parts between bars that stand in no braces. */
function alternatives(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (sign === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim());
}

/** Innermost braces first, so that alternatives may hold others. */
function expand(text: string, names: Grammar['names'], random: () => number, depth: number): string {
  if (depth > MAX_DEPTH || !text.includes('{')) return text;
  const next = text.replace(/\{([^{}]*)\}/g, (_, inner: string) => {
    const chosen = pick(inner.split('|'), random);
    if (!chosen.startsWith('@')) return chosen;
    const named = names.get(chosen.slice(1));
    if (!named) throw new Error(`the grammar has no alternatives called ${chosen}`);
    return pick(named, random);
  });
  return expand(next, names, random, depth + 1);
}
