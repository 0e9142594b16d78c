import 'server-only';
import { ORDERS, type Rule, rule } from './rule.ts';

const PROMPT =
  '(?:system|hidden|initial|original|secret|internal|developer|base|starting|first|full|whole|entire)';
const REVEAL =
  '(?:reveal|show|print|output|repeat|display|tell|give|leak|expose|recite|dump|write out|share|echo|spell out|return|provide|disclose)';
/** How a word is got out that must not be said, and which word: nobody needs to have the password of their own account spelled. */
const SPELL =
  '(?:spell(?:ing|ed|s)?(?: out)?|rhymes? (?:with|about|for|on)|riddle (?:about|for|on|whose)|acrostic (?:of|for|from|with|on)|(?:first|last|second|third|each|every|next) (?:\\w{1,9} )?(?:letters?|characters?) (?:of|in)|reverse)';
const SPELLED =
  '(?:letter by letter|backwards|reversed|in reverse|as an acrostic|in (?:base64|rot13|morse|leetspeak))';
const SECRET_WORD =
  '(?:the|your|its|that) (?:(?:secret|hidden|magic) )?(?:password|passphrase|passcode|code ?word|secret (?:word|phrase))\\b(?! (?:rules?|polic|requirements?|reset|field|hint))';
/** What a model was told, but not how a bill is paid. */
const INSTRUCTIONS =
  '(?<!\\b(?:payment|bank|billing|transfer|wire|shipping|delivery|cancellation|remittance|refund|setup) )\\b(?:instructions?|prompts?|directives?|guidelines)';
const EXACT =
  '(?:(?:exact|initial|original|first|last|current|actual|real|full|own|core|specific|underlying|previous|prior|\\d{1,2}) ){0,3}';
/** Nothing follows that would say what else they are about. */
const NO_MORE = '(?= ?(?:$|[?.!,;:]| verbatim| exactly| word for word| please| and\\b| or\\b))';
const PASSWORD =
  '(?:(?:secret|hidden|admin|master|root|protected|full|correct|system|confidential|real) ){0,2}(?:pass?words?|passphrase|passcode|code ?word|secret word|flag)';
const IN_WORDS =
  '(?= ?(?:$|[?.!,;:]| please| now\\b| in [a-z]{3,12} ?(?:$|[?.!])| backwards| letter| with (?:commas|dashes|spaces)))';

/**
 * Whoever asks what the model was told, or for what it must not say. A question is part of its words: what is only asked about is no
 * attack (`match-rules.ts`), but here asking is. In the order in which they are tried, see `rules.ts`.
 */
export const EXTRACTION_RULES: readonly Rule[] = [
  rule(
    'extraction.prompt',
    'extraction',
    `${REVEAL} (?:(?:me|us|out|back|the|your|its|all|of|exact|verbatim|complete|contents?|text|to) ){0,6}(?:${PROMPT} ){1,3}(?:prompts?|instructions?|messages? (?:you|above)|rules|configuration|directives?)(?! for)`,
  ),
  rule(
    'extraction.prompt-question',
    'extraction',
    `(?:what(?:'s| is| are| was| were)|repeat|print|copy) (?:(?:exactly|the|your|exact|full|text|of) ){0,4}(?:system prompt|system message|hidden (?:prompt|instructions?)|initial (?:prompt|instructions?)|${ORDERS} (?:you were|you have been|you've been) given)`,
  ),
  rule(
    'extraction.above',
    'extraction',
    '(?:repeat|print|output|copy|recite|echo|write out|write down) (?:(?:me|all|of|the|every|exact|back) ){0,4}(?:words?|text|sentences?|lines?|characters|prompt|instructions?|message) (?:above(?! the (?:tax|total|subtotal|vat|sum|discount|line)\\b)|before this|preceding this|that precedes|from the beginning of (?:this|our|the) (?:conversation|chat|prompt))',
  ),
  rule(
    'extraction.system-files',
    'extraction',
    '(?:/etc/(?:passwd|shadow|sudoers|ssl/private)\\b|/proc/self/|\\.ssh/|\\bid_(?:rsa|ed25519)\\b|\\.aws/credentials|\\b169\\.254\\.169\\.254\\b|\\bmetadata\\.google\\.internal\\b|(?:\\.\\.[/\\\\]){2})',
  ),
  rule(
    'extraction.secret-word',
    'extraction',
    `(?:(?:(?:what(?:'s| is| are| does)?|how (?:do|does|would|is)) (?:[a-z]{1,9} ){0,2})?${SPELL} (?:\\w{1,12},? ){0,3}?${SECRET_WORD}|${SECRET_WORD}(?: \\w{1,12}){0,4}? ${SPELLED})`,
  ),
  rule(
    'extraction.instructions',
    'extraction',
    `(?:what(?:'s| is| are| was| were) (?:all )?your ${EXACT}${INSTRUCTIONS}${NO_MORE}|${REVEAL} (?:(?:me|us|out|back|all|of) ){0,3}(?:your|previous|all previous|the previous) ${EXACT}${INSTRUCTIONS}${NO_MORE})`,
  ),
  rule(
    'extraction.instructions-given',
    'extraction',
    `(?:what (?:is|are|were) (?:[a-z]{1,9} ){0,3})?(?:${INSTRUCTIONS}|\\brules) (?:(?:that|which) )?(?:(?:(?:were|was|have) (?:you|u)(?: been)?|(?:you|u)(?:'ve| have| had)?(?: been| were| was| where)) (?:giv(?:en|e)|told|provided|programmed|instructed)|(?:is|are|was|were) (?:given|provided) to (?:you|u))\\b`,
  ),
  rule(
    'extraction.told',
    'extraction',
    '\\bwhat (?:were|have) you (?:been )?(?:told|instructed|programmed) (?:not to|to (?:do|say|hide|avoid|never))\\b|\\b(?:what|which) (?:topics|things|subjects|words) (?:are|were) you (?:not |never )(?:allowed|permitted|supposed)\\b',
  ),
  rule(
    'extraction.beginning',
    'extraction',
    '\\b(?:what (?:is|are|were) (?:the )?)?first (?:[a-z0-9]{1,9} ){0,5}(?:sentences?|lines?|words?|characters?) (?:of|in|from) (?:this|the|our|your) (?:chat|conversation|prompt|instructions?)\\b',
  ),
  rule(
    'extraction.password',
    'extraction',
    `(?:(?<!\\bnot to )\\b(?:tell|give|show|reveal|output|print|say|describe|leak) (?:(?:me|us|out) ){0,2}(?:(?:the|your) )?${PASSWORD}${IN_WORDS}|\\bwhat(?:'s| is| was) (?:the|your) ${PASSWORD}${IN_WORDS})`,
  ),
  rule(
    'extraction.unverified',
    'extraction',
    '\\b(?:skip|bypass|forget) (?:(?:the|all|any|your|this) ){0,2}(?:(?:identity|id|security) )?(?:verification|security (?:questions?|checks?)|authentication)\\b[^.?!]{0,30}\\b(?:tell|give|show|read)\\b|\\b(?:tell|give|show|read) (?:[a-z]{1,12} ){1,6}without (?:any |the |further )?(?:verification|security (?:questions?|checks?)|authentication)\\b',
  ),
  rule(
    'extraction.as-if',
    'extraction',
    "(?:\\b(?:hypothetical|alternate|alternative|imaginary|parallel|fictional|different) (?:scenario|world|universe|reality|situation|dimension|system)\\b[^.?!]{0,40}\\b(?:no (?:restrictions?|rules|limits|filters)\\b|(?:rules|restrictions?) (?:do not|don't|didn't|did not) apply|security (?:does not|doesn't|didn't|did not) matter|you (?:could|had full|have full|had no|have no)\\b)|\\b(?:scenario|world|universe|situation) where (?:you|ai|there) [^.?!]{0,30}\\b(?:ignore|unrestricted|no (?:restrictions?|rules|limits|filters))\\b|\\bif you were (?:allowed|permitted|free) to (?:show|share|reveal|tell|give|disclose|ignore|say)\\b)",
  ),
];
