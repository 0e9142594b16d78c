import type { Claim } from '#lib/contract/chat.ts';

/** The parts of a parsed answer that are walked here: text with its place in the source, and what holds it. */
type TextNode = { type: 'text'; value: string; position?: Position };
type ElementNode = {
  type: 'element';
  tagName: string;
  properties: Record<string, string>;
  children: TreeNode[];
};
type TreeNode = TextNode | ElementNode | { type: string; children?: TreeNode[] };
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

function walk(node: TreeNode, source: string, claims: readonly Claim[]): void {
  if (!('children' in node) || !node.children) return;
  node.children = node.children.flatMap((child) => {
    if (isText(child)) return splitText(child, source, claims);
    walk(child, source, claims);
    return [child];
  });
}

function isText(node: TreeNode): node is TextNode {
  return node.type === 'text' && 'value' in node;
}

function splitText(node: TextNode, source: string, claims: readonly Claim[]): TreeNode[] {
  const parts: TreeNode[] = [];
  let from = 0;
  for (const [start, end] of placesIn(node, source, claims)) {
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

/** Where claims stand in a text node. Where escapes shift places, the mention is looked for by its letters. */
function placesIn(node: TextNode, source: string, claims: readonly Claim[]): [number, number][] {
  const begins = node.position?.start.offset;
  const ends = node.position?.end.offset;
  if (begins === undefined || ends === undefined) return [];
  const isPlain = source.slice(begins, ends) === node.value;
  return claims
    .filter(({ start, end }) => start < ends && end > begins)
    .flatMap(({ start, end }): [number, number][] => {
      if (isPlain) return [[Math.max(start - begins, 0), Math.min(end, ends) - begins]];
      const words = source.slice(start, end);
      const at = node.value.indexOf(words);
      return at < 0 ? [] : [[at, at + words.length]];
    })
    .toSorted(([a], [b]) => a - b);
}
