import { errorResponse } from '#lib/kernel/http.ts';

/** Addresses below /api that nothing answers: the contract's body instead of a page. */
function missing(): Response {
  return errorResponse('not_found');
}

export { missing as GET, missing as POST, missing as PUT, missing as PATCH, missing as DELETE };
