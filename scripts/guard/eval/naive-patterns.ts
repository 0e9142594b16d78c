/** What a first guard often is, as the baseline beside ours. */
const PATTERNS = [
  /ignore (?:all )?(?:the )?previous instructions/i,
  /system prompt/i,
  /you are now/i,
  /jailbreak|do anything now/i,
] as const;

export function matchesNaivePattern(text: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(text));
}
