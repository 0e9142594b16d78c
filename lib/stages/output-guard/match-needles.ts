import 'server-only';

/** Letters and digits only, lower case, full-width folded: spacing, punctuation and emphasis cannot hide a match. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** One character of the squashed stream at a time. `live`: how many of the last ones a match may still begin with. */
export type Matcher = { take: (squashed: string) => boolean; live: () => number };

type Node = { next: Map<string, number>; fail: number; depth: number; isEnd: boolean };

/** Finds any of the needles (already squashed) in a stream: Aho and Corasick, 1975. */
export function matchNeedles(needles: readonly string[]): Matcher {
  const nodes = buildNodes(needles.filter((needle) => needle !== ''));
  let state = 0;

  function take(squashed: string): boolean {
    let node = nodes[state];
    while (node && node.depth > 0 && !node.next.has(squashed)) node = nodes[node.fail];
    state = node?.next.get(squashed) ?? 0;
    return nodes[state]?.isEnd ?? false;
  }

  return { take, live: () => nodes[state]?.depth ?? 0 };
}

function buildNodes(needles: readonly string[]): Node[] {
  const root: Node = { next: new Map(), fail: 0, depth: 0, isEnd: false };
  const nodes = [root];
  for (const needle of needles) {
    let node = root;
    for (const character of needle) {
      let index = node.next.get(character);
      if (index === undefined) {
        index = nodes.push({ next: new Map(), fail: 0, depth: node.depth + 1, isEnd: false }) - 1;
        node.next.set(character, index);
      }
      node = nodes[index] ?? root;
    }
    node.isEnd = true;
  }
  linkFailures(nodes, root);
  return nodes;
}

/** Breadth first, so that a node's failure is final before its children need it. */
function linkFailures(nodes: readonly Node[], root: Node): void {
  const queue = [...root.next.values()];
  for (const index of queue) {
    const node = nodes[index] ?? root;
    for (const [character, child] of node.next) {
      queue.push(child);
      let fail = nodes[node.fail] ?? root;
      while (fail !== root && !fail.next.has(character)) fail = nodes[fail.fail] ?? root;
      const childNode = nodes[child] ?? root;
      childNode.fail = fail.next.get(character) ?? 0;
      childNode.isEnd ||= nodes[childNode.fail]?.isEnd ?? false;
    }
  }
}
