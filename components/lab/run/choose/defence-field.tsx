import { Field } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { type DefendedBy, profileNameSchema, type Switchboard } from '#lib/contract/lab/profile.ts';
import { FaultSwitches } from './fault-switches.tsx';

const SINGLE = 'single';
const KEPT = 'kept';

type DefenceFieldProps = {
  /** Tells the two fields apart. */
  id: string;
  label: string;
  board: Switchboard;
  by: DefendedBy;
  onChange: (by: DefendedBy) => void;
};

/** What stands on one side: a profile, or the whole application with single checks taken out. */
export function DefenceField({ id, label, board, by, onChange }: DefenceFieldProps) {
  const choose = (value: string) => {
    const profile = profileNameSchema.safeParse(value);
    if (profile.success) onChange({ profile: profile.data });
    if (value === SINGLE) onChange({ without: [] });
  };
  const says = 'profile' in by && board.profiles.find(({ name }) => name === by.profile)?.says;
  return (
    <div className="grid content-start gap-1.5">
      <Field label={label} htmlFor={id}>
        <Select
          id={id}
          value={valueOf(by)}
          onChange={(event) => choose(event.target.value)}
          options={[
            ...board.profiles.map(({ name, title }) => ({ value: name, label: title })),
            { value: SINGLE, label: 'Single switches…' },
            ...('keeps' in by ? [{ value: KEPT, label: 'Chosen defences' }] : []),
          ]}
        />
      </Field>
      {says && <p className="text-quiet text-sm">{says}</p>}
      {'keeps' in by && (
        <p className="text-quiet text-sm">
          {by.keeps.length === 0
            ? 'No defence stands.'
            : `Stand: ${by.keeps.map((kept) => titleOf(kept, board)).join(', ')}.`}
        </p>
      )}
      {'without' in by && (
        <FaultSwitches
          id={id}
          board={board}
          without={by.without}
          onChange={(without) => onChange({ without })}
        />
      )}
    </div>
  );
}

function valueOf(by: DefendedBy): string {
  if ('profile' in by) return by.profile;
  return 'keeps' in by ? KEPT : SINGLE;
}

function titleOf(id: string, board: Switchboard): string {
  return board.defences.find((defence) => defence.id === id)?.title ?? id;
}
