import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redact } from './redact.ts';

const piece = fc.oneof(
  fc.constantFrom('4242 4242 4242 4242', '4242424242424242', 'DE89370400440532013000', '123-45-6789'),
  fc.constantFrom('a@example.com', '+353 1 555 0143', 'order ', 'card ', 'password: hunter22x '),
  fc.constantFrom('٤٢٤٢', '𝟒𝟐', '-', ' ', '[card number removed]', '=', '://', '@'),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...'0123456789 -.'), maxLength: 24 }),
);

it('what was removed stays removed: a second redaction changes nothing', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const { text: once } = redact(pieces.join(''));
      expect(redact(once)).toEqual({ text: once, removed: {} });
    }),
    { numRuns: 1_000 },
  );
});
