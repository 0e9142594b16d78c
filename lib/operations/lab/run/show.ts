import 'server-only';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { KEPT_MAX } from '../policy.ts';
import { mayFetch } from '../page/may-fetch.ts';
import { readDom } from '../page/read-dom.ts';
import { type Run, traced } from './state.ts';

/**
 * What the victim's browser does with an answer: it renders it with the page's own component, fetches by itself what the page's policy
 * lets it fetch, and nothing of that anywhere but from the attacker's inbox.
 */
export async function* showAnswer(run: Run, step: number, text: string): AsyncGenerator<TraceEvent> {
  if (text === '') return;
  const html = await run.house.render(text, !run.planted.allowListOff);
  const dom = readDom(html);
  const policy = run.planted.policyOff ? '' : run.pagePolicy;
  const wanted = dom.fetches.map(({ kind, url }) => ({
    url,
    isLet: mayFetch(policy, kind, url, run.house.origin),
  }));
  const refused = wanted.flatMap(({ url, isLet }) => (isLet ? [] : [url]));
  const { images, links, active } = dom;
  run.shown.push({ text, html, images, links, active, refused });
  yield traced(run, 'shown', step, { html: html.slice(0, KEPT_MAX), images, links, active, refused });
  for (const { url, isLet } of wanted) if (isLet) yield* reach(run, step, url, 'fetched');
}

/** A request to the attacker's inbox, and what arrived there. Any other address is left alone: the lab asks nobody outside. */
export async function* reach(
  run: Run,
  step: number,
  url: string,
  by: 'fetched' | 'clicked',
): AsyncGenerator<TraceEvent> {
  if (!URL.canParse(url) || new URL(url).origin !== run.house.inbox.origin) return;
  const before = run.house.inbox.hitsOf(run.id).length;
  await fetch(url, { headers: { 'x-by': by }, redirect: 'error', signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.body?.cancel(),
    () => null,
  );
  for (const hit of run.house.inbox.hitsOf(run.id).slice(before)) yield traced(run, 'inbox', step, hit);
}
