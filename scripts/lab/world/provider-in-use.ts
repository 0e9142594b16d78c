import { isProviderSet } from '#lib/stages/model/provider-settings.ts';
import { PROVIDER_SETTINGS } from '#scripts/model/read-provider.ts';
import { readSettings } from '#scripts/settings/env-file.ts';

/** The settings that choose the model of this clone or shell; none where the demonstration model answers. */
export function providerInUse(): Record<string, string> {
  const settings = readSettings();
  if (!isProviderSet(settings)) return {};
  return Object.fromEntries(PROVIDER_SETTINGS.map((name) => [name, settings[name] ?? '']));
}
