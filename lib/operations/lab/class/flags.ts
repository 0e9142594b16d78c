import 'server-only';
import { database } from '#lib/kernel/db.ts';
import type { HandedIn } from '#lib/contract/lab/class.ts';
import { labMac, sameText } from './player-cookie.ts';
import { listSolved } from './list-solved.ts';
import type { LabViewer } from './read-player.ts';

/** 128 bits of HMAC-SHA256 over class, player and challenge: nobody's flag is worth anything to anybody else. */
export function flagOf(player: Pick<LabViewer, 'playerId' | 'classId'>, challenge: string): string {
  const mac = labMac('flag', player.classId, player.playerId, challenge);
  return `CS{${mac.subarray(0, 16).toString('hex')}}`;
}

/** Takes a flag in: right ones stand on the board once, whoever presses how often. */
export async function handIn(player: LabViewer, challenge: string, flag: string): Promise<HandedIn> {
  const verdict = await judge(player, challenge, flag);
  return { verdict, solved: await listSolved(player.playerId) };
}

async function judge(player: LabViewer, challenge: string, flag: string): Promise<HandedIn['verdict']> {
  if (sameText(flagOf(player, challenge), flag)) {
    const added = await database('app').$executeRaw`
      INSERT INTO lab.solve (player_id, challenge) VALUES (${player.playerId}::uuid, ${challenge}) ON CONFLICT DO NOTHING`;
    return added === 1 ? 'correct' : 'already';
  }
  const others = await database('app').$queryRaw<{ id: string }[]>`
    SELECT id FROM lab.player WHERE class_id = ${player.classId}::uuid AND id <> ${player.playerId}::uuid`;
  const isForeign = others.some(({ id }) =>
    sameText(flagOf({ playerId: id, classId: player.classId }, challenge), flag),
  );
  return isForeign ? 'foreign' : 'wrong';
}
