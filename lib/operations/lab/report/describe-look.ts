import 'server-only';
import type { Look } from '#lib/contract/lab/oracle.ts';

const RECEIVER = {
  viewer: 'what left for the browser',
  provider: 'what the model was sent',
  inbox: 'what reached the attacker',
} as const;

/** What a look of an oracle looks at, in words. */
export function describeLook(look: Look): string {
  switch (look.look) {
    case 'bytes': {
      const wanted = [...[look.hold ?? []].flat(), ...[look.text ?? []].flat().map((text) => `“${text}”`)];
      return `bytes: ${RECEIVER[look.to]} holds ${wanted.join(' or ')}`;
    }
    case 'ledger':
      return `ledger: more than ${look.moreThan} × ${look.change} in the ${look.of}’s`;
    case 'dom':
      return `page: the rendered answer has a ${look.shows}`;
    case 'inbox':
      return `inbox: at least ${look.hits} ${look.hits === 1 ? 'request' : 'requests'}`;
    case 'work':
      return `work: more than ${look.moreThan} ${look.of.replaceAll('-', ' ')}`;
    case 'rows':
      return `rows: ${look.find.replaceAll('-', ' ')}`;
  }
}
