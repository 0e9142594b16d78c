import 'server-only';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type Attack, attackSchema } from '#lib/contract/lab/attack.ts';
import { isDefenceId } from '../list-switches.ts';
import { CATALOGUE_FILE_MAX_BYTES } from '../policy.ts';

/** A file of the catalogue that is refused: where and why, in one line. */
export class BadAttack extends Error {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  constructor(file: string, line: number, reason: string) {
    super(`${file}:${line}: ${reason}`);
    this.name = 'BadAttack';
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}

/**
 * One attack from its YAML text. Strict: one document, no aliases, anchors or tags of its own, no key twice, nothing that the
 * schema does not name; the id is the file's name.
 * @throws BadAttack
 */
export function parseAttack(file: string, text: string): Attack {
  if (Buffer.byteLength(text, 'utf8') > CATALOGUE_FILE_MAX_BYTES)
    throw new BadAttack(file, 1, `larger than ${CATALOGUE_FILE_MAX_BYTES} bytes.`);
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    schema: 'core',
    uniqueKeys: true,
    merge: false,
  });
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line);
  const [broken] = [...document.errors, ...document.warnings];
  if (broken)
    throw new BadAttack(
      file,
      lineAt(broken.pos[0]),
      (broken.message.split('\n')[0] ?? '').replace(/ at line.*$/, '.'),
    );
  refuseTricks(file, document, lineAt);
  const parsed = attackSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document, path));
  if (!parsed.success) {
    const { path, reason } = firstReason(parsed.error);
    throw new BadAttack(file, lineOf(path), `${path.join('.') || 'the whole'}: ${reason}`);
  }
  const attack = parsed.data;
  const expected = file.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  if (attack.id !== expected)
    throw new BadAttack(file, lineOf(['id']), `the id is ${attack.id}, the file is called ${expected}.`);
  if (!isDefenceId(attack.defence.id))
    throw new BadAttack(file, lineOf(['defence', 'id']), `there is no defence "${attack.defence.id}".`);
  return attack;
}

type Document = ReturnType<typeof parseDocument>;

/** What YAML can do beyond plain data, and no attack needs. */
function refuseTricks(file: string, document: Document, lineAt: (offset: number) => number): void {
  visit(document, {
    Alias: (_, node) => {
      throw new BadAttack(file, lineAt(node.range?.[0] ?? 0), 'aliases are not read.');
    },
    Node: (_, node) => {
      const at = lineAt(node.range?.[0] ?? 0);
      if ('anchor' in node && node.anchor) throw new BadAttack(file, at, 'anchors are not read.');
      if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
        throw new BadAttack(file, at, 'tags are not read.');
    },
    Pair: (_, { key }) => {
      if (
        isScalar(key) &&
        (key.value === '__proto__' || key.value === 'constructor' || key.value === 'prototype')
      )
        throw new BadAttack(file, lineAt(key.range?.[0] ?? 0), `"${key.value}" is no field.`);
    },
  });
}

/** Where the deepest part of a path that is there begins: of a missing or unknown field, what should hold it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const holder = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && key.value === path[length - 1]);
      if (pair && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return 0;
}

type Issue = z.core.$ZodIssue;

/** Of a union the branch that came furthest says what is wrong. */
function firstReason(error: z.ZodError): { path: PropertyKey[]; reason: string } {
  let issue: Issue | undefined = error.issues[0];
  const path = [...(issue?.path ?? [])];
  while (issue?.code === 'invalid_union' && issue.errors.length > 0) {
    const deepest: Issue | undefined = issue.errors
      .map(([first]) => first)
      .toSorted((a, b) => (b?.path.length ?? 0) - (a?.path.length ?? 0))[0];
    if (!deepest) break;
    path.push(...deepest.path);
    issue = deepest;
  }
  if (issue?.code === 'unrecognized_keys')
    return { path: [...path, issue.keys[0] ?? ''], reason: 'there is no such field.' };
  return { path, reason: `${issue?.message ?? 'does not fit'}.` };
}
