import { Link } from '#components/ui/link.tsx';
import { type ReactNode, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Claim } from '#lib/contract/chat.ts';
import { isAllowedHref } from '#lib/contract/links.ts';
import { MARK, markUnverified } from './mark-unverified.ts';
import { Unverified } from './unverified.tsx';

/** The only elements an answer may become. Others give way to their text; images and raw HTML vanish. */
const ELEMENTS = [
  ...['p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'hr', 'a'],
  ...['ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  MARK,
];
const PLUGINS = [remarkGfm];
const NO_CLAIMS: readonly Claim[] = [];

type WithChildren = { children?: ReactNode };

/** Links lead inside this application or are plain text. */
function TableLink({ href, children }: WithChildren & { href?: string | undefined }) {
  if (!href || !isAllowedHref(href)) return <>{children}</>;
  return (
    <Link href={href} prefetch={false} className="text-accent underline underline-offset-4">
      {children}
    </Link>
  );
}

/** The page has its own headings; an answer never outranks them. */
function Heading({ children }: WithChildren) {
  return <h3 className="mt-3 font-semibold first:mt-0">{children}</h3>;
}
function SmallHeading({ children }: WithChildren) {
  return <h4 className="mt-2 font-medium first:mt-0">{children}</h4>;
}

/** Each element is written anew, so that no attribute of the parsed text is passed on. */
const COMPONENTS: Components = {
  a: ({ href, children }) => <TableLink href={href}>{children}</TableLink>,
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: SmallHeading,
  h5: SmallHeading,
  h6: SmallHeading,
  p: ({ children }) => <p className="my-2 first:mt-0 last:mb-0">{children}</p>,
  strong: ({ children }) => <strong className="font-semibold">{children}</strong>,
  em: ({ children }) => <em>{children}</em>,
  del: ({ children }) => <del>{children}</del>,
  code: ({ children }) => <code className="font-mono text-[0.9em]">{children}</code>,
  pre: ({ children }) => <pre className="my-2 overflow-x-auto whitespace-pre-wrap">{children}</pre>,
  blockquote: ({ children }) => <blockquote className="my-2 border-l-2 pl-3">{children}</blockquote>,
  hr: () => <hr className="my-3" />,
  br: () => <br />,
  ul: ({ children }) => <ul className="my-2 list-disc space-y-1 pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol className="my-2 list-decimal space-y-1 pl-5" start={start}>
      {children}
    </ol>
  ),
  li: ({ children }) => <li className="pl-1">{children}</li>,
  table: ({ children }) => (
    <div className="my-2 overflow-x-auto">
      <table className="w-full text-left tabular-nums">{children}</table>
    </div>
  ),
  thead: ({ children }) => <thead className="border-b">{children}</thead>,
  tbody: ({ children }) => <tbody>{children}</tbody>,
  tr: ({ children }) => <tr>{children}</tr>,
  th: ({ children }) => <th className="py-1 pr-4 font-medium">{children}</th>,
  mark: ({ children }) => <Unverified>{children}</Unverified>,
  td: ({ children }) => <td className="py-1 pr-4 align-top">{children}</td>,
};

/** Nothing off the table survives as an address, whatever element carries it. */
function keepHref(url: string, key: string): string {
  return key === 'href' && isAllowedHref(url) ? url : '';
}

/**
 * What the assistant wrote, as markdown cut down to an allow-list. The text has passed the output guard; this is the
 * wall behind it. Cards, badges and buttons never come from here: whatever imitates one is text.
 */
export function AnswerText({ text, claims = NO_CLAIMS }: { text: string; claims?: readonly Claim[] }) {
  const marks = useMemo(() => [markUnverified(text, claims)], [text, claims]);
  return (
    <Markdown
      remarkPlugins={PLUGINS}
      rehypePlugins={marks}
      allowedElements={ELEMENTS}
      unwrapDisallowed
      skipHtml
      urlTransform={keepHref}
      components={COMPONENTS}
    >
      {text}
    </Markdown>
  );
}
