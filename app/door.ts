import 'server-only';
import { AppError } from '#lib/kernel/errors.ts';
import { mayEnter } from '#lib/stages/admission/addresses/may-enter.ts';
import { requestAddress } from '#lib/stages/identity/client-address.ts';

/** Before anything else of a request is looked at. Throws `address_refused`, or `busy` where the rules can't be read. */
export async function passDoor(headers: Headers): Promise<void> {
  if (!(await mayEnter(requestAddress(headers)))) throw new AppError('address_refused');
}

/** For the frame around every page: whether this address is kept out. Where the rules can't be read, pages with data refuse by themselves. */
export async function isKeptOut(headers: Headers): Promise<boolean> {
  try {
    await passDoor(headers);
    return false;
  } catch (error) {
    return error instanceof AppError && error.code === 'address_refused';
  }
}
