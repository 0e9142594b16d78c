import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSteps } from './run-steps.ts';
import type { TestStep } from './steps.ts';

let printed: string;
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

/** A step that ends when it is told to, and notes when it began. */
function heldStep(name: string, lane: TestStep['lane'], begun: string[]) {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const step: TestStep = {
    name,
    lane,
    run: async () => {
      begun.push(name);
      const passed = await promise;
      const counts = { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
      return { counts, text: passed ? 'ok' : 'failed', output: `what ${name} wrote` };
    },
  };
  return { step, end: resolve };
}

describe('the steps of a test run', () => {
  it('run lane beside lane, and are told in their own order, each whole', async () => {
    const begun: string[] = [];
    const lint = heldStep('lint', 'source', begun);
    const unit = heldStep('unit', 'source', begun);
    const build = heldStep('build', 'browser', begun);
    const claims = heldStep('claims', 'end', begun);
    const all = [lint, unit, build, claims];
    const over = runSteps(
      all.map(({ step }) => step),
      process.env,
    );
    expect(begun).toEqual(['lint', 'build']);
    build.end(true);
    lint.end(true);
    await vi.waitFor(() => expect(begun).toEqual(['lint', 'build', 'unit']));
    expect(printed).not.toContain('build');
    unit.end(false);
    await vi.waitFor(() => expect(begun).toContain('claims'));
    claims.end(true);
    expect(await over).toEqual({ passed: 3, failed: 1 });
    expect(printed.match(/lint|unit +|build|claims|what \w+ wrote/g)?.map((one) => one.trim())).toEqual([
      'lint',
      'unit',
      'what unit wrote',
      'build',
      'claims',
    ]);
  });

  it('one that cannot run has failed, and the others go on', async () => {
    const broken: TestStep = {
      name: 'types',
      lane: 'source',
      run: () => Promise.reject(new Error('The client could not be written.')),
    };
    const fine = heldStep('e2e', 'browser', []);
    fine.end(true);
    expect(await runSteps([broken, fine.step], process.env)).toEqual({ passed: 1, failed: 1 });
    expect(printed).toContain('The client could not be written.');
  });
});
