import type { Episode, Prompt } from '../episode/episode.ts';

/** Everything a prompt gives to the model. Its own words of the same turn, which it is handed back, tell it nothing. */
export function givenTo({ messages }: Prompt): Prompt['messages'] {
  const asked = messages.findLastIndex(({ role }) => role === 'user');
  return messages.filter(({ role }, index) => role !== 'assistant' || index < asked);
}

/** The same as one text. */
export function promptTexts(episode: Episode): { prompt: Prompt; text: string }[] {
  return episode.prompts.map((prompt) => ({
    prompt,
    text: givenTo(prompt)
      .map(({ content }) => content)
      .join('\n'),
  }));
}
