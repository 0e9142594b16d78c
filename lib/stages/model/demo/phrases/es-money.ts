import 'server-only';
import { EN_MONEY } from './en-money.ts';

export const ES_MONEY: Record<keyof typeof EN_MONEY, string> = EN_MONEY;
