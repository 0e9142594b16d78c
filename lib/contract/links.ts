/**
 * Every place an answer may link to: exact routes of this application and one invoice by its number. The output guard
 * and the page that renders answers read this one table; nothing else becomes a link.
 */
export const LINK_ROUTES = ['/invoices', '/payments', '/plan', '/usage'] as const;
const INVOICE_ROUTE = /^\/invoices\/[0-9][0-9-]{2,11}$/;

/** True for the exact routes and `/invoices/2026-117`; no host, query, fragment, dot or trailing slash. */
export function isAllowedHref(href: string): boolean {
  return LINK_ROUTES.some((route) => route === href) || INVOICE_ROUTE.test(href);
}
