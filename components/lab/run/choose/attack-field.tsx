import { ArrowUpRight } from 'lucide-react';
import { Field } from '#components/ui/input.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select } from '#components/ui/select.tsx';
import { CATEGORIES } from '#lib/contract/lab/attack.ts';
import { PLANT_WORDS } from '../../catalogue/step-words.ts';
import { CATEGORY_WORDS } from '../../catalogue-words.ts';
import { Written } from '../../written.tsx';
import type { AttackChoice } from './choices.ts';

type AttackFieldProps = {
  attacks: readonly AttackChoice[];
  chosen: string;
  onChoose: (id: string) => void;
};

/** The attack, out of the catalogue; what it wants stands below. */
export function AttackField({ attacks, chosen, onChoose }: AttackFieldProps) {
  const attack = attacks.find(({ id }) => id === chosen);
  const groups = CATEGORIES.map((category) => ({
    group: CATEGORY_WORDS[category],
    options: attacks
      .filter((one) => one.category === category)
      .map(({ id, title }) => ({ value: id, label: title })),
  })).filter(({ options }) => options.length > 0);
  return (
    <Field label="Attack" htmlFor="lab-attack">
      <Select
        id="lab-attack"
        value={chosen}
        onChange={(event) => onChoose(event.target.value)}
        options={groups}
      />
      {attack && (
        <p className="text-quiet text-sm">
          {attack.goal}{' '}
          <Link
            href={`/lab/attacks/${attack.id}`}
            className="text-accent inline-flex items-center gap-0.5 underline underline-offset-4"
          >
            About it <ArrowUpRight className="size-3.5" aria-hidden />
          </Link>
        </p>
      )}
      {attack?.plants.map(({ place, text }) => (
        <figure key={text} className="border-warn mt-1.5 grid gap-0.5 border-l-2 pl-3 text-sm">
          <figcaption className="text-quiet">{PLANT_WORDS[place]}, planted before</figcaption>
          <blockquote className="max-h-32 overflow-auto font-medium [overflow-wrap:anywhere]" tabIndex={0}>
            <Written text={text} />
          </blockquote>
        </figure>
      ))}
    </Field>
  );
}
