import 'server-only';
import { EN_OTHER } from './en-other.ts';

export const ES_OTHER: Record<keyof typeof EN_OTHER, string> = EN_OTHER;
