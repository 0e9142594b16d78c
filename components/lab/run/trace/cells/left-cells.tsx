import { Badge } from '#components/ui/badge.tsx';
import { Fold } from '#components/sent/fold.tsx';
import { Words } from '#components/sent/words.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import { Written } from '../../../written.tsx';
import { count } from '../../words.ts';
import { Clip } from './clip.tsx';

/** Every character that reached the victim's browser, after all guards. */
export function LeftCell({ left }: { left: TraceOf<'left'>['data'] }) {
  return (
    <>
      <p className="text-quiet flex flex-wrap items-center gap-2 text-[0.8125rem]">
        {count(left.bytes, 'byte')} to the browser
        {left.finish !== 'stop' && (
          <Badge tone={left.finish === 'blocked' ? 'good' : 'warn'}>{left.finish}</Badge>
        )}
      </p>
      <Clip>
        {left.text === '' ? (
          <p className="text-quiet">No text.</p>
        ) : (
          <div className="text-base leading-snug">
            <Written text={left.text} />
          </div>
        )}
      </Clip>
    </>
  );
}

/** More addresses than these say nothing new. */
const LISTED = 4;

const FOUND = [
  { key: 'images', thing: 'image', tone: 'bad' },
  { key: 'active', thing: 'active element', tone: 'bad' },
  { key: 'links', thing: 'link', tone: 'neutral' },
  { key: 'refused', thing: 'request refused by the page’s policy', tone: 'good' },
] as const;

/** What the same answer became on the page: only counted and spelled out here, never rendered. */
export function ShownCell({ shown }: { shown: TraceOf<'shown'>['data'] }) {
  const found = FOUND.filter(({ key }) => shown[key].length > 0);
  return (
    <>
      <p className="flex flex-wrap items-center gap-1.5">
        <span className="text-quiet text-[0.8125rem]">On the page:</span>
        {found.length === 0 && <Badge>plain text</Badge>}
        {found.map(({ key, thing, tone }) => (
          <Badge key={key} tone={tone} className="whitespace-normal">
            {countOf(shown[key].length, thing)}
          </Badge>
        ))}
      </p>
      {found.map(({ key }) => (
        <ul key={key} className="grid gap-0.5 font-mono text-xs [overflow-wrap:anywhere]">
          {[...new Set(shown[key])].slice(0, LISTED).map((item) => (
            <li key={item}>{item}</li>
          ))}
          {new Set(shown[key]).size > LISTED && <li className="text-quiet font-sans">and more like these</li>}
        </ul>
      ))}
      {shown.html !== '' && (
        <Fold title="As the page’s markup">
          <Words>{shown.html}</Words>
        </Fold>
      )}
    </>
  );
}

function countOf(value: number, thing: string): string {
  return thing.includes(' by ') ? `${value} × ${thing}` : count(value, thing);
}
