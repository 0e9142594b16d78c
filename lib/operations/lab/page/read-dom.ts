import 'server-only';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** Kinds of request that a page makes by itself, by the directive that a policy governs them with. */
export type FetchKind = 'img-src' | 'frame-src' | 'script-src' | 'style-src' | 'media-src' | 'object-src';

/** What a browser finds in rendered HTML. `active`: elements and attributes that run, ask or imitate. */
export type Dom = {
  readonly images: string[];
  readonly links: string[];
  readonly active: string[];
  readonly fetches: { readonly kind: FetchKind; readonly url: string }[];
};

const FETCHED: Readonly<Record<string, { kind: FetchKind; from: readonly string[] }>> = {
  img: { kind: 'img-src', from: ['src', 'srcset'] },
  source: { kind: 'img-src', from: ['srcset', 'src'] },
  iframe: { kind: 'frame-src', from: ['src'] },
  frame: { kind: 'frame-src', from: ['src'] },
  script: { kind: 'script-src', from: ['src'] },
  link: { kind: 'style-src', from: ['href'] },
  video: { kind: 'media-src', from: ['src', 'poster'] },
  audio: { kind: 'media-src', from: ['src'] },
  object: { kind: 'object-src', from: ['data'] },
  embed: { kind: 'object-src', from: ['src'] },
};
const ACTIVE: readonly string[] = [
  'script',
  'iframe',
  'frame',
  'form',
  'object',
  'embed',
  'style',
  'link',
  'meta',
  'base',
  'input',
  'button',
  'svg',
  'video',
  'audio',
  'dialog',
];

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Reads HTML by the algorithm of the standard, as a browser would. */
export function readDom(html: string): Dom {
  const dom: Dom = { images: [], links: [], active: [], fetches: [] };
  for (const node of parseFragment(html).childNodes) walk(node, dom);
  return dom;
}

function walk(node: Node, dom: Dom): void {
  if (!('tagName' in node)) return;
  readElement(node, dom);
  const content = 'content' in node ? node.content.childNodes : [];
  for (const child of [...node.childNodes, ...content]) walk(child, dom);
}

function readElement({ tagName, attrs }: Element, dom: Dom): void {
  const valueOf = (name: string) => attrs.find((attribute) => attribute.name === name)?.value;
  // The renderer's own hint to fetch an image early: the image is there too.
  if (tagName === 'link' && valueOf('rel') === 'preload') return;
  const fetched = FETCHED[tagName];
  for (const name of fetched?.from ?? []) {
    const url = valueOf(name)?.trim().split(/\s/)[0];
    if (url) dom.fetches.push({ kind: fetched?.kind ?? 'img-src', url });
  }
  if (tagName === 'img') dom.images.push(valueOf('src') ?? valueOf('srcset') ?? '');
  const href = tagName === 'a' || tagName === 'area' ? valueOf('href') : undefined;
  if (href !== undefined) dom.links.push(href);
  if (ACTIVE.includes(tagName)) dom.active.push(tagName);
  for (const { name, value } of attrs) {
    if (/^on[a-z]+$/.test(name)) dom.active.push(`${tagName} ${name}`);
    if (/^\s*(?:javascript|vbscript|data:text\/html)/i.test(value))
      dom.active.push(`${tagName} ${name}=script`);
    if (/^data-(?:approve|card|approval)/.test(name)) dom.active.push(`${tagName} ${name}`);
  }
}
