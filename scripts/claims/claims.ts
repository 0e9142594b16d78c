import { APPROVAL_CLAIMS } from './approval-claims.ts';
import type { ClaimTable } from './claim.ts';
import { CONDUCT_CLAIMS } from './conduct-claims.ts';
import { DATA_CLAIMS } from './data-claims.ts';
import { HISTORY_CLAIMS } from './history-claims.ts';
import { LAB_CLAIMS } from './lab-claims.ts';
import { LAB_HOUSE_CLAIMS } from './lab-house-claims.ts';
import { MONEY_CLAIMS } from './money-claims.ts';
import { OPERATOR_CLAIMS } from './operator-claims.ts';
import { PRIVACY_CLAIMS } from './privacy-claims.ts';
import { SECRET_CLAIMS } from './secret-claims.ts';

/**
 * Every promise of README.md and SECURITY.md. There, a promise carries its id: `[C-01](docs/claims.md#c-01)` beside the
 * sentence, or `<!-- C-01 -->` after it. `npm run claims` writes docs/claims.md from this table; `npm test` fails when a
 * promise has no row, a row no promise, a file or test is gone, or a test did not pass.
 */
export const CLAIMS: ClaimTable = {
  ...DATA_CLAIMS,
  ...CONDUCT_CLAIMS,
  ...APPROVAL_CLAIMS,
  ...HISTORY_CLAIMS,
  ...MONEY_CLAIMS,
  ...PRIVACY_CLAIMS,
  ...OPERATOR_CLAIMS,
  ...SECRET_CLAIMS,
  ...LAB_CLAIMS,
  ...LAB_HOUSE_CLAIMS,
};
