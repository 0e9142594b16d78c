/** One promise made to a reader, and what stands behind it. Paths are relative to the project's root. */
export type Claim = {
  /** The promise in one sentence, as the page makes it. */
  readonly promise: string;
  /** The file that keeps it. */
  readonly keptBy: string;
  /** A test file and a test's name in it; the name of a `describe` stands for every test inside. All must pass. */
  readonly provedBy: readonly { readonly file: string; readonly test: string }[];
  /** What to run to see it. */
  readonly shownBy: string;
};

/** By id: `C-01`. Ids are never given again. */
export type ClaimTable = Readonly<Record<string, Claim>>;

/** The pages whose promises need a row, and no others. */
export const PROMISING_PAGES = ['README.md', 'SECURITY.md'] as const;
export const CLAIMS_PAGE = 'docs/claims.md';
