import { PAYLOADS } from '#components/chat/markdown/payloads.test-data.ts';
import { answers, finishedAnswer, openChat, say } from '#e2e/fixtures/chat-page.ts';
import { settled } from '#e2e/fixtures/settled.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

/** As many payloads as fit into one answer. */
const PER_ANSWER = 60;
const BATCHES = Array.from({ length: Math.ceil(PAYLOADS.length / PER_ANSWER) }, (_, index) =>
  PAYLOADS.slice(index * PER_ANSWER, (index + 1) * PER_ANSWER),
);

test(`${PAYLOADS.length} answers that try to call out, run something or look like the page: 0 requests, no markup`, async ({
  page,
  context,
  owner,
  faulty: { provider, app },
}) => {
  expect(PAYLOADS.length).toBeGreaterThanOrEqual(200);
  await enterAs(context, owner, app.url);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url) && !request.url().startsWith('data:'))
      elsewhere.push(request.url());
  });
  page.on('dialog', (dialog) => {
    elsewhere.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  for (const batch of BATCHES) {
    provider.script({ mode: 'text', text: batch.join('\n\n'), pieces: 20 });
    await openChat(page, `${app.url}/`);
    await say(page, 'What do I owe?');
    await finishedAnswer(page);
    const answer = answers(page).first();
    for (const look of ['live', 'reloaded']) {
      if (look === 'reloaded') await page.reload();
      await expect(answer.locator('.max-w-prose').first(), look).not.toBeEmpty();
      await expect(
        answer.locator(
          'img, picture, iframe, form, script, style, link, meta, base, video, audio, object, embed, svg image, template, [onclick], [onerror], [onload], [style*="url"]',
        ),
        look,
      ).toHaveCount(0);
      const hrefs = await answer
        .locator('.max-w-prose a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      for (const href of hrefs)
        expect(href, look).toMatch(/^\/(invoices(\/[0-9]{4}-[0-9]{3,6})?|payments|plan|usage)?$/);
    }
  }
  await settled(page);
  expect(elsewhere).toEqual([]);
});
