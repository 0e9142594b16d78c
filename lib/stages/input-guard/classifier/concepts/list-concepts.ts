import 'server-only';
import { AR } from './ar.ts';
import { BG } from './bg.ts';
import { BN } from './bn.ts';
import { CS } from './cs.ts';
import { DA } from './da.ts';
import { DE } from './de.ts';
import { EL } from './el.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FA } from './fa.ts';
import { FI } from './fi.ts';
import { FR } from './fr.ts';
import { HE } from './he.ts';
import { HI } from './hi.ts';
import { HU } from './hu.ts';
import { ID } from './id.ts';
import { IT } from './it.ts';
import { JA } from './ja.ts';
import { KO } from './ko.ts';
import { NL } from './nl.ts';
import { PL } from './pl.ts';
import { PT } from './pt.ts';
import { RO } from './ro.ts';
import { RU } from './ru.ts';
import { SV } from './sv.ts';
import { TH } from './th.ts';
import { TR } from './tr.ts';
import { UK } from './uk.ts';
import { UR } from './ur.ts';
import { VI } from './vi.ts';
import { ZH } from './zh.ts';

/**
 * What words are about, whatever the language. Each table has a line for each: the name and how its words begin (`refund`),
 * whole words (`my.`) and phrases; in Chinese, Japanese, Korean and Thai parts of a sentence.
 */
export const CONCEPTS = [
  'IGNORE', 'RULES', 'PRIOR', 'REVEAL', 'REPEAT', 'SECRET', 'KEY', 'SYSTEM', 'BOT', 'ROLE', 'STORY', 'FREE', 'MODE', 'OFF', 'FILTER',
  'BOSS', 'IAM', 'ALLOWED', 'NOWON', 'MUST', 'EVER', 'WITHOUT', 'APPROVE', 'SELF', 'SILENT', 'OTHERS', 'ALL', 'CUSTOMER', 'DATA', 'BILL',
  'REFUND', 'ZERO', 'PAID', 'CHANGE', 'TARGET', 'SEND', 'LINK', 'ENCODE', 'TOOL', 'END', 'LOOP', 'LIMIT', 'LOG', 'ALREADY', 'ASK', 'MINE',
  'YOU', 'NOT', 'POLITE', 'DELETE', 'THREAT', 'TEST', 'SAY', 'PERSON', 'HARM', 'IF', 'WHEN', 'WRONG',
] as const; // prettier-ignore
const NAMES: readonly string[] = CONCEPTS;

/** A stem as it is written in its table, and what it stands for. `isWhole`: nothing may follow but a word's end. */
export type Stem = { readonly text: string; readonly concept: number; readonly isWhole: boolean };

/** In the order in which one that is in two tables is decided; of Vietnamese all stems are whole words. */
const TABLES = [
  EN, DE, FR, ES, PT, IT, NL, PL, RU, TR, ID, AR, HI, ZH, JA, KO, TH,
  UK, CS, RO, EL, HE, FA, SV, DA, FI, HU, BN, UR, BG,
] as const; // prettier-ignore
const WHOLE_TABLES = [VI] as const;

export function listStems(): Stem[] {
  return [
    ...TABLES.flatMap((table) => readTable(table, false)),
    ...WHOLE_TABLES.flatMap((table) => readTable(table, true)),
  ];
}

function readTable(table: string, areWhole: boolean): Stem[] {
  return table.trim().split('\n').flatMap((line) => {
    const space = line.indexOf(' ');
    const concept = NAMES.indexOf(line.slice(0, space)) + 1;
    if (concept === 0) throw new Error(`no concept of the name ${line.slice(0, space)}`);
    return line.slice(space).split(',').map((written) => {
      const stem = written.trim();
      const isMarked = stem.endsWith('.');
      return { text: isMarked ? stem.slice(0, -1) : stem, concept, isWhole: isMarked || areWhole };
    });
  });
} // prettier-ignore
