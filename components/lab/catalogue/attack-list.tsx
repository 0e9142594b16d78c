'use client';

import { useState } from 'react';
import { Empty, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Input } from '#components/ui/input.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select } from '#components/ui/select.tsx';
import { CATEGORIES, type Category } from '#lib/contract/lab/attack.ts';
import type { Matrix } from '#lib/contract/lab/matrix.ts';
import { CATEGORY_WORDS } from '../catalogue-words.ts';
import { count } from '../run/words.ts';
import { Difficulty } from './difficulty.tsx';
import { OutcomeStrip } from './outcome-strip.tsx';

/** One attack as the list shows it. */
export type ListedAttack = {
  id: string;
  title: string;
  category: Category;
  goal: string;
  difficulty: number;
  language: string;
  /** Where it stands in the public lists. */
  ids: readonly string[];
  /** The last measurement; null where there is none. */
  results: Matrix['attacks'][number]['results'] | null;
};

/** The whole catalogue, to be narrowed by a word or by kind. */
export function AttackList({ attacks, find }: { attacks: readonly ListedAttack[]; find: string }) {
  const [wanted, setWanted] = useState(find);
  const [category, setCategory] = useState('');
  const needle = wanted.trim().toLowerCase();
  const found = attacks.filter(
    (attack) => (category === '' || attack.category === category) && matches(attack, needle),
  );
  return (
    <>
      <div className="mb-5 grid gap-3 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <Input
          type="search"
          aria-label="Find an attack"
          placeholder="Find by a word, an OWASP id, a language…"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Select
          aria-label="Kind of attack"
          value={category}
          onChange={(event) => setCategory(event.target.value)}
          options={[
            { value: '', label: 'Every kind' },
            ...CATEGORIES.map((value) => ({ value, label: CATEGORY_WORDS[value] })),
          ]}
        />
      </div>
      <p className="text-quiet mb-2 text-sm" aria-live="polite">
        {count(found.length, 'attack')}
      </p>
      {found.length === 0 ? (
        <Empty title="No attack like that">Try another word, or every kind.</Empty>
      ) : (
        <Sheet>
          <ul className="divide-line divide-y">
            {found.map((attack) => (
              <AttackRow key={attack.id} attack={attack} />
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}

function matches(attack: ListedAttack, needle: string): boolean {
  const { title, goal, id, ids, language, category } = attack;
  return [title, goal, id, language, CATEGORY_WORDS[category], ...ids]
    .join(' ')
    .toLowerCase()
    .includes(needle);
}

function AttackRow({ attack }: { attack: ListedAttack }) {
  return (
    <li className="hover:bg-sunken relative grid gap-x-6 gap-y-1.5 px-4 py-3.5 transition-colors sm:grid-cols-[minmax(0,1fr)_auto] sm:px-5">
      <div className="grid gap-0.5">
        {/* The whole row is the link's. */}
        <Link
          href={`/lab/attacks/${attack.id}`}
          className="font-medium after:absolute after:inset-0 hover:underline"
        >
          {attack.title}
        </Link>
        <p className="text-quiet text-sm">{attack.goal}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 sm:flex-col sm:items-end sm:justify-center">
        {attack.results && <OutcomeStrip results={attack.results} />}
        <span className="flex items-center gap-2.5">
          {attack.language !== 'en' && <Badge>{attack.language}</Badge>}
          <span className="text-quiet text-[0.8125rem]">{CATEGORY_WORDS[attack.category]}</span>
          <Difficulty value={attack.difficulty} />
        </span>
      </div>
    </li>
  );
}
