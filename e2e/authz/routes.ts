import { globSync } from 'node:fs';
import { root } from '#scripts/system/paths.ts';

/** What may stand in the place of a variable part of an address. */
export type ObjectKind =
  | 'conversation'
  | 'message'
  | 'invoice'
  | 'case'
  | 'turn'
  | 'approval'
  | 'attack'
  | 'export'
  | 'receipt'
  | 'hold';

export type ListedRoute = {
  /** As in the file system, without groups. */
  readonly path: string;
  readonly kind: 'page' | 'route';
  /** Which object its variable part names. */
  readonly object?: ObjectKind;
  /** Methods it offers besides GET and HEAD of pages. */
  readonly offers?: readonly string[];
  /** Answers without a session. */
  readonly open?: true;
  /** A role whose work it is to see this of every customer, on record. For everyone else it is not there. */
  readonly worksHere?: 'agent' | 'approver' | 'admin';
};

/** Every address of the app. One that is not listed here fails the test that compares this table with `app/`. */
export const ROUTES: readonly ListedRoute[] = [
  { path: '/', kind: 'page' },
  { path: '/c/[id]', kind: 'page', object: 'conversation' },
  { path: '/invoices', kind: 'page' },
  { path: '/invoices/[number]', kind: 'page', object: 'invoice' },
  { path: '/payments', kind: 'page' },
  { path: '/plan', kind: 'page' },
  { path: '/usage', kind: 'page' },
  { path: '/cases', kind: 'page' },
  { path: '/approvals', kind: 'page' },
  { path: '/account/history', kind: 'page' },
  { path: '/account/security', kind: 'page' },
  { path: '/account/privacy', kind: 'page' },
  { path: '/why/[turnId]', kind: 'page', object: 'turn' },
  { path: '/why/[turnId]/sent', kind: 'page', object: 'turn' },
  { path: '/outbox', kind: 'page' },
  { path: '/admin/approvals', kind: 'page' },
  { path: '/admin/approvals/[id]', kind: 'page', object: 'approval', worksHere: 'approver' },
  { path: '/admin/inbox', kind: 'page' },
  { path: '/admin/inbox/[id]', kind: 'page', object: 'case', worksHere: 'agent' },
  { path: '/admin/attacks', kind: 'page' },
  { path: '/admin/retention', kind: 'page' },
  { path: '/admin/switches', kind: 'page' },
  { path: '/admin/usage', kind: 'page' },
  { path: '/account/usage', kind: 'page' },
  { path: '/api/me/usage/left', kind: 'route', offers: ['GET'] },
  { path: '/api/usage/file', kind: 'route', offers: ['GET'] },
  { path: '/about', kind: 'page', open: true },
  { path: '/sign-in', kind: 'page', open: true },
  { path: '/api/[[...missing]]', kind: 'route', open: true },
  { path: '/api/auth/[...nextauth]', kind: 'route', offers: ['GET', 'POST'], open: true },
  { path: '/api/chat', kind: 'route', offers: ['POST'] },
  { path: '/api/conversations', kind: 'route', offers: ['GET', 'DELETE'] },
  { path: '/api/conversations/search', kind: 'route', offers: ['GET'] },
  {
    path: '/api/conversations/[id]',
    kind: 'route',
    offers: ['GET', 'PATCH', 'DELETE'],
    object: 'conversation',
  },
  { path: '/api/budgets', kind: 'route', offers: ['GET', 'PUT'] },
  { path: '/api/usage', kind: 'route', offers: ['GET'] },
  { path: '/api/me/usage', kind: 'route', offers: ['GET'] },
  { path: '/api/approvals', kind: 'route', offers: ['GET'] },
  { path: '/api/approvals/[id]', kind: 'route', offers: ['GET', 'POST'], object: 'approval' },
  { path: '/api/cases', kind: 'route', offers: ['GET'] },
  { path: '/api/cases/[id]', kind: 'route', offers: ['GET', 'PATCH'], object: 'case' },
  {
    path: '/api/cases/[id]/reply',
    kind: 'route',
    offers: ['POST'],
    object: 'case',
    worksHere: 'agent',
  },
  {
    path: '/api/cases/[id]/attacks',
    kind: 'route',
    offers: ['POST'],
    object: 'case',
    worksHere: 'agent',
  },
  { path: '/api/attacks/[id]', kind: 'route', offers: ['DELETE'], object: 'attack', worksHere: 'agent' },
  { path: '/api/invoices/[number]/receipt', kind: 'route', offers: ['POST'], object: 'invoice' },
  { path: '/api/me/factor', kind: 'route', offers: ['GET', 'POST', 'PUT', 'DELETE'] },
  { path: '/api/me/factor/demo-code', kind: 'route', offers: ['GET'] },
  { path: '/api/me/keeping', kind: 'route', offers: ['GET', 'PUT'] },
  { path: '/api/messages/[id]/feedback', kind: 'route', offers: ['POST'], object: 'message' },
  { path: '/api/me/exports', kind: 'route', offers: ['GET', 'POST'] },
  { path: '/api/me/exports/[id]', kind: 'route', offers: ['GET'], object: 'export' },
  { path: '/api/me/exports/[id]/file', kind: 'route', offers: ['GET'], object: 'export' },
  { path: '/api/me/erase', kind: 'route', offers: ['GET', 'POST'] },
  { path: '/api/receipts/key', kind: 'route', offers: ['GET'], open: true },
  { path: '/api/receipts/[token]', kind: 'route', offers: ['GET'], open: true, object: 'receipt' },
  { path: '/api/handovers', kind: 'route', offers: ['POST'] },
  { path: '/api/turns/[turnId]/contest', kind: 'route', offers: ['POST'], object: 'turn' },
  { path: '/api/turns/[turnId]/explain', kind: 'route', offers: ['GET'], object: 'turn' },
  { path: '/api/turns/[turnId]/sent', kind: 'route', offers: ['GET'], object: 'turn' },
  // Asks for a token that no person has: without it there is nothing here.
  { path: '/api/jobs/tick', kind: 'route', offers: ['POST'], open: true },
  { path: '/api/retention/holds', kind: 'route', offers: ['POST'] },
  { path: '/api/retention/holds/[id]', kind: 'route', offers: ['POST'], object: 'hold', worksHere: 'admin' },
  { path: '/api/retention/periods', kind: 'route', offers: ['POST'] },
  { path: '/api/switches', kind: 'route', offers: ['POST'] },
  { path: '/api/addresses', kind: 'route', offers: ['POST'] },
  { path: '/api/health', kind: 'route', offers: ['GET'], open: true },
];

/** The addresses that the file system says there are. */
export function routesOnDisk(): { path: string; kind: 'page' | 'route' }[] {
  return globSync('app/**/{page,route}.{ts,tsx}', { cwd: root }).map((file) => {
    const parts = file.replaceAll('\\', '/').split('/').slice(1);
    const kind = (parts.pop() ?? '').startsWith('page') ? 'page' : 'route';
    return { path: `/${parts.filter((part) => !part.startsWith('(')).join('/')}`, kind };
  });
}
