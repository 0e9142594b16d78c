import 'server-only';
import type { Absent } from '#lib/contract/lab/level.ts';

/** Kinds of attack that this application cannot have. A page says why; nothing is staged. */
export const ABSENT: readonly Absent[] = [
  {
    id: 'vector-stores',
    title: 'Vector and embedding weaknesses',
    owasp: ['LLM08:2025', 'LLM09:2026'],
    why: 'There are no embeddings and no vector store. Figures come from the ledger through typed look-ups, and the search over one’s own conversations opens the rows and keeps no index.',
    wouldTake:
      'A store of documents that is searched by likeness. Every piece would need the customer that it belongs to as a condition of the search itself, a source and a writer that cannot be changed afterwards, a way to take a piece out again, and the same fences and guards that a look-up’s result has today.',
  },
  {
    id: 'training-data-poisoning',
    title: 'Data and model poisoning',
    owasp: ['LLM04:2025', 'LLM05:2026'],
    why: 'No model is trained or tuned on what customers write. The input guard’s classifier is trained offline on texts that are part of the sources, and the same texts give the same weights. Confirmed attacks are remembered as keyed marks that can only flag.',
    wouldTake:
      'Training on messages. Then every item would need a source, a reviewer and a hash before it counts, a quarantine that exports nothing, and an evaluation that has to pass before new weights are used.',
  },
  {
    id: 'model-supply-chain',
    title: 'Supply chain of models',
    owasp: ['LLM03:2025', 'LLM04:2026', 'ASI04'],
    why: 'No weights are loaded: a provider’s model is called over the network, and the demonstration model is code. The packages are pinned, few, and each has its reason (docs/dependencies.md). A lab that swaps a package would be an attack on your own machine.',
    wouldTake:
      'Models of one’s own. Then formats that cannot carry code, signatures that are verified when a model is loaded, and a list of what each was made from.',
  },
  {
    id: 'code-execution',
    title: 'Unexpected code execution',
    owasp: ['ASI05'],
    why: 'Nothing that a model writes is ever run: no shell, no interpreter, no template, no query. Tools take a few typed fields, and the ledger is asked by prepared statements.',
    wouldTake:
      'A tool that runs code. It would need a machine of its own without network, files or secrets, limits of time and memory, and a result that is data like any other.',
  },
  {
    id: 'other-agents',
    title: 'Insecure communication between agents',
    owasp: ['ASI07'],
    why: 'One model answers one person. It neither calls other agents nor is called by any, and no tool server is connected, so nobody’s description of a tool is read as an order.',
    wouldTake:
      'A second agent, or a tool server of somebody else’s. Then both ends would have to prove who they are for every call, hand on the rights of the person and never their own, and treat every answer and every description of a tool as a stranger’s text.',
  },
  {
    id: 'files-and-pictures',
    title: 'Orders in pictures, sound and files',
    owasp: ['LLM01:2025', 'LLM01:2026'],
    why: 'The chat takes text and nothing else. No file is uploaded, no page is fetched, no picture is read.',
    wouldTake:
      'A way to hand in files. Each would have to be opened where it can do no harm, turned into plain text with its source written beside it, and read as a stranger’s words.',
  },
  {
    id: 'memory-across-conversations',
    title: 'Poisoned memory across conversations',
    owasp: ['LLM01:2025', 'LLM01:2026'],
    why: 'Nothing is remembered from one conversation to the next: no notes, no profile, no summary that a model wrote. Within a conversation an order can stay, and the lab shows that (“An order that stays in the conversation”).',
    wouldTake:
      'A memory. What goes into it would have to be written by a person or confirmed by one, shown to them, bound to its source, and easy to take out.',
  },
  {
    id: 'model-theft',
    title: 'Extraction of the model and of training data',
    owasp: ['LLM02:2025', 'LLM02:2026', 'LLM10:2025', 'LLM06:2026'],
    why: 'The weights are the provider’s, and so is what they were trained on. What this application can do, it does: limits of use, an end to endless answers, and no probabilities in any reply. Whether a model gives its training away is tested at the model, not here.',
    wouldTake: 'Serving a model of one’s own to the outside. Then limits sized to extraction and not only to load, and a look at patterns of questions over many accounts.',
  },
]; // prettier-ignore
