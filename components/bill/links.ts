/** Where things of the bill stand, so that every card and number can lead there. */
export function invoiceHref(number: string): string {
  return `/invoices/${encodeURIComponent(number)}`;
}

export function lineHref(number: string, lineId: string): string {
  return `${invoiceHref(number)}#line-${lineId}`;
}

/** Opens a new chat with this question in the composer, not yet sent. */
export function askHref(question: string): string {
  return `/?ask=${encodeURIComponent(question)}`;
}
