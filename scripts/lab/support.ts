import type { Settings } from '#scripts/settings/env-file.ts';
import { startRenderProcess } from './render/render-process.ts';

/**
 * What the lab's app needs beside a database: the renderer of answers, and the superuser's way into the database.
 * @param adminUrl the superuser's, on the lab's own database
 * @param more settings of this run alone
 */
export async function supportLab(
  adminUrl: string,
  more: Settings = {},
): Promise<{ settings: Settings; stop: () => Promise<void> }> {
  const { child, url } = await startRenderProcess();
  return {
    settings: { LAB_ADMIN_URL: adminUrl, LAB_RENDER_URL: url, ...more },
    stop: () => child.stop(1000),
  };
}
