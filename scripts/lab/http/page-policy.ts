import { NextRequest } from 'next/server.js';
import { proxy } from '../../../proxy.ts';

/** The policy that the application puts on its pages, from the very function that does it. */
export function readPagePolicy(url: string): string {
  return proxy(new NextRequest(`${url}/`)).headers.get('content-security-policy') ?? '';
}
