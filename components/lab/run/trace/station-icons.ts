import {
  Bot,
  Eye,
  FileText,
  Gavel,
  Hourglass,
  Inbox,
  Keyboard,
  type LucideIcon,
  ScrollText,
  SendHorizontal,
  ShieldCheck,
  ShieldQuestion,
  TriangleAlert,
  Wrench,
} from 'lucide-react';
import type { Station } from './stations.ts';

export const STATION_ICONS = {
  typed: Keyboard,
  request: SendHorizontal,
  meanwhile: Hourglass,
  before: ShieldQuestion,
  prompt: ScrollText,
  model: Bot,
  tools: Wrench,
  cards: FileText,
  decided: Gavel,
  after: ShieldCheck,
  left: SendHorizontal,
  inbox: Inbox,
  defender: Eye,
  trouble: TriangleAlert,
} as const satisfies Record<Station, LucideIcon>;
