/** Which room a file stands in: `room` is what may be imported together, `name` tells rooms of one kind apart. */
export type Room = { kind: RoomKind; name: string };
export type RoomKind =
  'contract' | 'base' | 'stage' | 'billing' | 'workflow' | 'operation' | 'door' | 'components' | 'generated';

/** First match wins. A group in the pattern names the room. */
const ROOMS: readonly { kind: RoomKind; pattern: RegExp }[] = [
  { kind: 'generated', pattern: /^lib\/generated\// },
  { kind: 'contract', pattern: /^lib\/contract\// },
  { kind: 'base', pattern: /^lib\/(?:kernel|faults)\// },
  { kind: 'stage', pattern: /^lib\/stages\/([^/]+)\// },
  { kind: 'billing', pattern: /^lib\/billing\// },
  { kind: 'operation', pattern: /^lib\/operations\/([^/]+)\// },
  { kind: 'workflow', pattern: /^lib\/(turn|decision)(?:\.ts|\/)/ },
  { kind: 'workflow', pattern: /^lib\/(commands\/[^/]+?)(?:\.ts|\/)/ },
  { kind: 'door', pattern: /^(app)\// },
  { kind: 'door', pattern: /^(?:lib\/(?:tasks|start-server)\.ts|scripts\/|prisma\/|e2e\/|[^/]+$)/ },
  { kind: 'components', pattern: /^components\// },
];

export function roomOf(path: string): Room | undefined {
  for (const { kind, pattern } of ROOMS) {
    const match = pattern.exec(path);
    if (match) return { kind, name: match[1] ?? '' };
  }
  return undefined;
}

/** What each kind may import of our own files besides itself. */
export const MAY_IMPORT: Readonly<Record<RoomKind, readonly RoomKind[]>> = {
  generated: [],
  contract: [],
  base: ['contract', 'generated'],
  stage: ['contract', 'base', 'generated'],
  billing: ['contract', 'base', 'generated'],
  workflow: ['contract', 'base', 'stage', 'billing', 'generated'],
  operation: ['contract', 'base', 'stage', 'billing', 'generated'],
  door: ['contract', 'base', 'stage', 'billing', 'workflow', 'operation', 'components', 'generated'],
  components: ['contract'],
};

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\.test-data\.ts$|^e2e\/|\/fixtures\//.test(path);
}

export function mayImport(from: string, to: string): boolean {
  const [source, target] = [roomOf(from), roomOf(to)];
  if (!source || !target) return false;
  const isSame = source.kind === target.kind && source.name === target.name;
  return isSame || MAY_IMPORT[source.kind].includes(target.kind);
}
