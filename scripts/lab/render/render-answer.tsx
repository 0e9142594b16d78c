import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { AnswerText } from '#components/chat/markdown/answer-text.tsx';

/** An answer as the chat shows it. */
export function renderAnswer(text: string): string {
  return renderToStaticMarkup(<AnswerText text={text} />);
}

type Tree = { type: string; value?: string; children?: Tree[] };

/**
 * An answer as a page shows it that takes markdown and markup as they come: no allow-list, addresses unchanged, raw HTML put into the
 * page. What the component's wall keeps out.
 */
export function renderAnything(text: string): string {
  const raw: string[] = [];
  const keepRaw = () => (tree: Tree) => walk(tree, raw);
  const html = renderToStaticMarkup(
    <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[keepRaw]} urlTransform={(url) => url}>
      {text}
    </Markdown>,
  );
  return html.replace(/\u{e000}(\d+)\u{e001}/gu, (_, index: string) => raw[Number(index)] ?? '');
}

/** Raw HTML gives way to a mark that rendering leaves alone, and comes back afterwards. */
function walk(node: Tree, raw: string[]): void {
  if (node.type === 'raw') {
    node.type = 'text';
    node.value = `\u{e000}${raw.push(node.value ?? '') - 1}\u{e001}`;
  }
  for (const child of node.children ?? []) walk(child, raw);
}
