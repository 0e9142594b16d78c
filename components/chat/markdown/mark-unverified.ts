import type { Claim } from '#lib/contract/chat.ts';

/** The parts of a parsed answer that are walked here: text with its place in the source, and what holds it. */
type TextNode = { type: 'text'; value: string; position?: Position };
type ElementNode = {
  type: 'element';
  tagName: string;
  properties: Record<string, string>;
  children: TreeNode[];
};
type TreeNode = TextNode | ElementNode | { type: string; children?: TreeNode[]; position?: Position };
type Position = { start: { offset?: number }; end: { offset?: number } };

/** Element that stands for a mark. Nothing that a model writes becomes one: markdown has no word for it, and HTML is dropped. */
export const MARK = 'mark';

/** Marks what the server could not find in anything that was looked up, wherever it stands in the parsed text. */
export function markUnverified(source: string, claims: readonly Claim[]) {
  const open = claims.filter(({ verified }) => !verified);
  return () => (tree: TreeNode) => {
    if (open.length > 0) walk(tree, source, open);
  };
}

/** A text without a place of its own, such as that of a code block, stands somewhere in what holds it. */
function walk(node: TreeNode, source: string, claims: readonly Claim[], held?: Position): void {
  if (!('children' in node) || !node.children) return;
  const place = 'position' in node ? (node.position ?? held) : held;
  node.children = node.children.flatMap((child) => {
    if (isText(child)) return splitText(child, source, claims, child.position ?? place);
    walk(child, source, claims, place);
    return [child];
  });
}

function isText(node: TreeNode): node is TextNode {
  return node.type === 'text' && 'value' in node;
}

function splitText(
  node: TextNode,
  source: string,
  claims: readonly Claim[],
  place: Position | undefined,
): TreeNode[] {
  const parts: TreeNode[] = [];
  let from = 0;
  for (const [start, end] of placesIn(node.value, source, claims, place)) {
    if (start < from) continue;
    if (start > from) parts.push({ type: 'text', value: node.value.slice(from, start) });
    parts.push({
      type: 'element',
      tagName: MARK,
      properties: {},
      children: [{ type: 'text', value: node.value.slice(start, end) }],
    });
    from = end;
  }
  if (from === 0) return [node];
  if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
  return parts;
}

/** Where claims stand in a text, whatever markdown took out of it: escapes, entities, indentation, fences. */
function placesIn(
  value: string,
  source: string,
  claims: readonly Claim[],
  place: Position | undefined,
): [number, number][] {
  const begins = place?.start.offset;
  const ends = place?.end.offset;
  if (begins === undefined || ends === undefined) return [];
  const near = claims.filter(({ start, end }) => start < ends && end > begins);
  if (near.length === 0) return [];
  const origins = originsOf(value, source.slice(begins, ends)).map((offset) => offset + begins);
  return near.flatMap(({ start, end }): [number, number][] => {
    const first = origins.findIndex((offset) => offset >= start && offset < end);
    const last = origins.findLastIndex((offset) => offset >= start && offset < end);
    return first < 0 ? [] : [[first, last + 1]];
  });
}

/**
 * For each character of a parsed text its place in the source. What the parser left out is skipped; a character that the
 * source spells otherwise (an entity) stands where its spelling begins.
 */
function originsOf(value: string, source: string): number[] {
  const verbatim = source.indexOf(value);
  if (verbatim >= 0) return Array.from({ length: value.length }, (_, index) => verbatim + index);
  const origins: number[] = [];
  let at = 0;
  for (const character of value) {
    const [entity] = /^&#?\w{1,31};/.exec(source.slice(at, at + 34)) ?? [];
    const found = entity === undefined ? source.indexOf(character, at) : at;
    const from = found < 0 ? at : found;
    for (let unit = 0; unit < character.length; unit += 1) origins.push(from + unit);
    at = found < 0 ? at : found + (entity ?? character).length;
  }
  return origins;
}
