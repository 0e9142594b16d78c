import { AppError } from '#lib/kernel/errors.ts';
import { route } from '#lib/kernel/http.ts';
import { passDoor } from '../../door.ts';

/** Addresses below /api that nothing answers: the contract's body instead of a page. */
const missing = route(async (request) => {
  await passDoor(request.headers);
  throw new AppError('not_found');
});

export { missing as GET, missing as POST, missing as PUT, missing as PATCH, missing as DELETE };
