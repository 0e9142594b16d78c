import { describe, expect, it } from 'vitest';
import { readingView } from './reading-view.ts';

describe('the form that detectors read', () => {
  it('has the digits of every script that this runtime knows', () => {
    for (let code = 0x80; code < 0x20000; code += 1) {
      const character = String.fromCodePoint(code);
      if (/\p{Nd}/u.test(character)) expect(readingView(character).text, code.toString(16)).toMatch(/^\d$/);
    }
  });

  it('counts them from zero to nine', () => {
    expect(readingView('٠١٢٣٤٥٦٧٨٩').text).toBe('0123456789');
    expect(readingView('𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗').text).toBe('0123456789');
  });

  it('leads back to the characters it came from', () => {
    const view = readingView('é𝟒𝟐😀x');
    expect(view.text).toBe('é42😀x');
    expect([view.startOf(1), view.startOf(2), view.endOf(3), view.startOf(5)]).toEqual([1, 3, 5, 7]);
  });
});
