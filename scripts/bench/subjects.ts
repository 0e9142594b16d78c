import { describeGuard, isFastEnough } from './describe-guard.ts';
import { broughtBenches } from './brought-benches.ts';
import { describeReport, machine, reportText, type BenchReport } from './report.ts';

/** What a subject prints, and whether every target was met. */
export type Measured = { readonly text: string; readonly met: boolean };
export type BenchOptions = { readonly json: boolean; readonly messages: number };
type Subject = { readonly what: string; readonly measure: (options: BenchOptions) => Promise<Measured> };

/** What can be measured wherever this application stands, by the name behind `npm run bench --`. */
const OWN: Readonly<Record<string, Subject>> = {
  guard: {
    what: `How fast an answer goes through the output guard, in chunks of 20 characters, beside a bare copy of the same chunks
  (encoded as UTF-8 and decoded) in the same run, and how much of it the guard holds back.
  Met: at least a quarter of the copy or 20 MB/s, and at most 64 characters held back at the 99th percentile.`,
    async measure({ json }) {
      const { measureGuard } = await import('./measure-guard.ts');
      const speed = measureGuard();
      return { text: json ? `${JSON.stringify(speed)}\n` : describeGuard(speed), met: isFastEnough(speed) };
    },
  },
  vault: {
    what: `Sealing and opening a message beside bare AES-256-GCM in the same run; opening a conversation of 200 messages; wrapping
  every data key anew. With 1,000,000 messages stored in a PostgreSQL of its own: minutes, and 2 GB of disk.`,
    async measure({ json, messages }) {
      const { measureVault } = await import('./vault/measure-vault.ts');
      return shown(await measureVault({ messages }), json);
    },
  },
  gateway: {
    what: `Whole turns over HTTP through the built app, everything on, the model's cost reserved and booked: how much later the first word
  comes than straight from the demo model, one connection; completed turns a second on 16 connections, load generator included, beside
  a route of the same app that only answers; and admission alone, on PostgreSQL and, where REDIS_URL names one, on Redis.`,
    async measure({ json }) {
      const { measureGateway } = await import('./gateway/measure-gateway.ts');
      return shown(await measureGateway(), json);
    },
  },
  search: {
    what: `A search through all 10,000 messages of one person, each request of it as the route makes it, beside the bare opening of
  the same rows, already in memory, in the same run; and how long the first hits take, of the newest messages and of half way.`,
    async measure({ json }) {
      const { measureSearch } = await import('./measure-search.ts');
      return shown(await measureSearch(), json);
    },
  },
};

/** Those, and what each operation brings with it. */
export async function readSubjects(): Promise<Readonly<Record<string, Subject>>> {
  const brought = Object.entries(await broughtBenches()).map(([name, { what, measure }]) => {
    const subject: Subject = {
      what,
      measure: async ({ json }) => shown({ name, machine: machine(), rows: await measure() }, json),
    };
    return [name, subject] as const;
  });
  return { ...OWN, ...Object.fromEntries(brought) };
}

function shown(report: BenchReport, json: boolean): Measured {
  return {
    text: json ? reportText(report) : describeReport(report),
    met: report.rows.every(({ met }) => met),
  };
}
