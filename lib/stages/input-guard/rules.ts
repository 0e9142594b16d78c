import 'server-only';
import { EXTRACTION_RULES } from './extraction-rules.ts';
import { ORDERS, type Rule, rule } from './rule.ts';

const ALL =
  '(?:(?:all|any|every|each|of|the|your|my|our|these|those|this|that|safety|original|system|initial) ){0,5}';
const EARLIER =
  '(?:(?:previous|prior|above|earlier|preceding|foregoing|existing|initial|original|former|past)(?: (?:and|or) (?:following|subsequent|other|all|any|future))? )';
/** "… instructions to cancel", "… instructions we gave you": about an order of theirs, so not about ours. */
const NOT_THEIRS =
  '(?! (?:to|about|on|for|regarding|concerning|in) (?:the |our |my |a )?(?:cancel|pay|stop|pause|close|upgrade|downgrade|' +
  'switch|change|add|remove|renew|refund|charge|bill|send|update|invoice|payment|order|plan|seat|subscription|account|bank|transfer))' +
  "(?! (?:that )?(?:i|we)(?: had|'ve| have)? (?:gave|given|sent|left))";
const THEIR_OFFICE =
  '(?:finance|accounting|accounts|accountants?|bookkeep\\w{1,6}|tax|audit\\w{0,4}|procurement|purchasing|boss|manager|office|bank)\\b';
/** Orders that their own people gave them, not us. */
const FROM_THEIR_OFFICE = `\\b(?! (?:from|by) (?:our|my|the) ${THEIR_OFFICE}| (?:that )?(?:our|my|the) ${THEIR_OFFICE} (?:set|gave|made|sent|has|have))`;
const OTHERS =
  "(?:other|another|different|every|all|all the|all your|any other|someone else's|everyone's|everybody's)";

/**
 * The rules, applied to the screening form: lower case, single spaces, straight quotes, no emphasis marks.
 * Repetitions are bounded and never nested, so each is linear. First match names the verdict.
 */
export const RULES: readonly Rule[] = [
  rule(
    'override.ignore',
    'override',
    `(?:ignore|disregard|forget(?: about)?|override|bypass|skip|neglect|drop|discard|overlook|do not follow|don't follow|stop following|pay no attention to) ${ALL}${EARLIER}${ALL}${ORDERS}${NOT_THEIRS}`,
  ),
  rule(
    'override.ignore-yours',
    'override',
    `(?:ignore|disregard|forget|override|bypass|break|violate|circumvent|do not follow|don't follow|stop following) (?:all |any |every |of |the ){0,3}(?:your|system|safety|these|those) ${ALL}${ORDERS}${NOT_THEIRS}`,
  ),
  rule(
    'override.forget-all',
    'override',
    "(?:forget|ignore|disregard) (?:absolutely )?(?:everything|anything|all)(?: that| of what)? (?:(?:you|you've) (?:(?:were|was|have been|had been|been|have|know|ever) ?){1,3}(?:told|instructed|taught|programmed|learned|about)|(?:written |stated |that is |that was )?(?:above|up to now)\\b|(?:of )?(?:the |your )?(?:previous|prior|above|earlier) (?:text|context|content|orders|training)\\b)",
  ),
  rule(
    'override.above',
    'override',
    '(?:ignore|disregard|forget) (?:(?:all|everything|the|of) ){1,3}(?:above|previous)(?: text| content)?,? (?:and|then) (?:just |only |instead |now |simply )?(?:say|print|repeat|respond|output|write|state|reply)\\b',
  ),
  rule(
    'override.new-orders',
    'override',
    '(?:(?:your|these are|here are|follow|obey) (?:(?:the|your|my|these|only) ){0,2}new (?:instructions?|rules?|orders|directives?|prompt|objective|goal|task is)' +
      FROM_THEIR_OFFICE +
      '|from now on,? (?:you (?:(?:will|must|shall)(?! be paid| receive (?:the|our) )|are (?!charging|billing|(?:our|my) (?:\\w{1,20} ){0,3}(?:suppliers?|providers?|vendors?|partners?)\\b))|ignore|act|respond|answer only|disregard)|(?<!\\b(?:gave|gives|has|have|had|got|received|sent|issued|us|me|with|their|our|his|her|my) )new (?:system )?(?:instructions?|prompt|directives?):)',
  ),
  rule(
    'override.no-limits',
    'override',
    '(?:(?<!\\b(?:cancel|leave|terminate|switch|upgrade|downgrade) (?:\\w{1,20} ){0,3})without (?:any )?(?:restrictions?|filters?|censorship|guardrails?|ethical|moral|safety)\\b(?! (?:on|for|of) (?:the |our |my )?(?:api|storage|seats?|users?|usage|plan|refunds?|payments?|cancell?ation)\\b| or (?:small print|exceptions?|conditions?|strings)\\b)|no (?:longer )?(?:bound|restricted|limited|constrained) by(?! (?:the |our |a |any |that ){0,2}(?:old |previous |former |first )?(?:contract|subscription|seats?|api|storage|plan|users?)\\b)|(?:disable|turn off|remove|deactivate|switch off) (?:(?:all|any|the|your) ){0,3}(?:safety|content|ethical|security)? ?(?:filters?|guardrails?|safeguards?|restrictions?|moderation|censorship))',
  ),
  rule(
    'role-play.persona',
    'override',
    "(?:you are now|you're now|act as|pretend (?:to be|you are|you're|that you are)|roleplay as|role-play as|behave (?:as|like)|simulate|become) (?:an? |the |my |in )?(?:(?:evil|unrestricted|unfiltered|uncensored|jailbroken|amoral|rogue|free|different|new|powerful|omniscient|all-knowing|hacked|malicious) ){1,3}(?:ai|assistant|model|bot|chatbot|persona|version|character|language|intelligence|machine|hacker)",
  ),
  rule(
    'role-play.authority',
    'override',
    "(?:you are now|you're now|act as|pretend (?:to be|you are|you're|that you are|i am|i'm|that i am)|roleplay as|behave (?:as|like)) (?:in(?:to)? )?(?:an? |the |my |your )?(?:(?:database|linux|system|root|super|python|sql|security|it|internal) ){0,2}(?:admin|administrator|root|sysadmin|superuser|developer|developers|terminal|shell|console|hacker|dan|interpreter)(?! add-on)",
  ),
  rule(
    'role-play.jailbreak',
    'override',
    '(?:(?<!\\b(?:he|she|they|we|i) (?:can|could|may|will) )(?<!\\b(?:need|have|had|want|like|got) to )(?<!\\b(?:not|never|must|should|i|we|[a-z]{2,6}n.t) )\\bdo anything now\\b|\\bjailbroken (?:mode|version|ai|model|assistant|chatgpt)|\\b(?:dan|stan|dude|aim) mode\\b|\\b(?:god|sudo|unrestricted|unfiltered|jailbreak|debug) mode (?:enabled|activated|on)|(?:enter|enable|activate|switch (?:to|into)|unlock) (?:the )?(?:god|sudo|unrestricted|unfiltered|jailbreak|dan|debug|maintenance) mode)',
  ),
  ...EXTRACTION_RULES,
  rule(
    'delimiter.fake-tag',
    'override',
    '(?:<\\/?(?:user_input|tool_data|system_instructions|system|facts|assistant|instructions)[\\s_>/]|<\\|[a-z_]{2,24}\\|>|\\[\\/?inst\\]|<<\\/?sys>>|(?:^|\\n) ?#{1,4} ?(?:system|developer|instruction)s?\\b ?:?|(?:^|\\n) ?\\[?(?:system|developer|admin)(?: (?:message|prompt|override|notice|instruction)s?\\]? ?:|\\]? ?: ?(?:you|ignore|new|the user|override|disregard|from now|grant|enable|approve|unlock|forget)\\b))',
  ),
  rule(
    'override.de',
    'override',
    '(?:ignorier(?:e|en sie|t)?|vergiss|vergessen sie|missachte|befolge nicht|umgehe) (?:bitte )?(?:alle |alles |deine |ihre |die |diese |jegliche ){0,3}(?:vorherigen |vorigen |bisherigen |obigen |fruheren |früheren |ursprünglichen ){0,2}(?:anweisungen|regeln|instruktionen|befehle|vorgaben|systemanweisungen)(?! (?:zur|zum|für|zu) )',
  ),
  rule(
    'override.de-all',
    'override',
    '(?:vergiss|vergessen sie|ignoriere|ignorieren sie) alles(?: davor| zuvor| vorherige| bisherige|,? was (?:ich|wir|du|dir|sie))',
  ),
  rule(
    'override.fr',
    'override',
    '(?:ignor(?:e|ez|er)|oubli(?:e|ez|er)|contourn(?:e|ez)|ne (?:suis|suivez) pas) (?:toutes |tous |tes |vos |les |ces |tout ){0,3}(?:(?:instructions?|consignes?|r[eè]gles|directives)(?: pr[eé]c[eé]dentes?| ant[eé]rieures?| ci-dessus| syst[eè]me| initiales)|(?:pr[eé]c[eé]dentes? )(?:instructions?|consignes?))',
  ),
  rule(
    'override.es-pt',
    'override',
    '(?:ignor(?:a|e|ar|en)|olvid(?:a|e|ar)|esque[cç](?:a|e)|desconsidere|desobedece) (?:todas |todos |tus |sus |las |los |as |os |suas |estas ){0,3}(?:(?:instrucciones|instru[cç][oõ]es|reglas|regras|[oó]rdenes|directrices|diretrizes)(?: anteriores| previas| de arriba| acima| del sistema| do sistema| iniciales)|(?:anteriores|previas) (?:instrucciones|instru[cç][oõ]es|reglas))',
  ),
  rule(
    'override.it-nl',
    'override',
    '(?:(?:ignora|dimentica|trascura) (?:tutte |le |tue |queste ){0,3}(?:istruzioni|regole|direttive)(?: precedenti| iniziali| di sistema)|(?:negeer|vergeet) (?:alle |je |de |uw ){0,3}(?:vorige |eerdere |voorgaande |bovenstaande )(?:instructies|regels|opdrachten))',
  ),
  rule(
    'outside.prompt',
    'outside',
    '(?:system prompt|system message|hidden (?:prompt|instructions?)|initial (?:prompt|instructions?)|(?:your|the) (?:(?:original|internal|secret|exact|full) ){0,2}(?:instructions verbatim|programming|source code|configuration)|systemprompt|system-prompt|prompt syst[eè]me|prompt del sistema)',
  ),
  rule(
    'outside.other-people',
    'outside',
    `(?:${OTHERS} (?:(?:customers?|clients?|users?|tenants?|compan(?:y|ies)|accounts?|people|persons?|organi[sz]ations?|members?)(?:'s?|s')?|(?:customer|client|user|tenant|company)'s)(?! (?:on|in|of|under) (?:our|my|this|the) )|(?:data|details|invoices?|records|information) (?:of|for|about|from|belonging to) (?:(?:all|every|other|another|any|the other) ){1,3}(?:customers?|clients?|users?|tenants?|compan(?:y|ies)|people|accounts?)|andere[nr]? kunden|autres clients|otros clientes|alle kunden)`,
  ),
  rule(
    'outside.addresses',
    'outside',
    '(?:(?:all|every|list of|any)(?: of)?(?: the| your| known| stored)? (?:e-?mails?|e-?mail addresses|phone numbers|addresses|contacts)(?! (?:on|in|for|of|from|under) (?:our|my|this) )|(?:e-?mail addresses|e-?mails|alle e-?mail-?adressen|todos los correos|toutes les adresses))',
  ),
  rule(
    'outside.credentials',
    'outside',
    '(?:passwords?|passwort|api[ -]?keys?|secret keys?|access tokens?|auth tokens?|credentials|private keys?|session cookies?|environment variables?|\\.env\\b|mot de passe|contraseñas?|encryption keys?)',
  ),
  rule(
    'outside.systems',
    'outside',
    '(?:\\b(?:the|your|entire|whole|full|customer|user|production) (?:database|databases|db|datenbank|file ?system|server logs?)|dump (?:the |all |your )?(?:\\w{1,20} )?(?:database|tables?|data|memory)|select \\* from|drop table|/etc/passwd|shell commands?|run (?:this )?(?:code|command|script)|execute (?:this |the |following ){0,2}(?:code|command|script|sql))',
  ),
  rule(
    'outside.unlock',
    'outside',
    '(?:developer mode (?:enabled|unlocked|activated|on\\b)|(?:unlock|enable|activate|enter|switch to|turn on) (?:the |your )?(?:developer|dev|admin|god|debug|root|maintenance|sudo|unrestricted|jailbreak|dan) mode(?! add-on)|(?:admin|root|sudo) (?:access|privileges|rights)|do anything now|jailbreak|\\bdan mode)',
  ),
  rule(
    'outside.exfiltrate',
    'outside',
    '(?:(?:send|post|forward|upload|exfiltrate|transmit) (?:(?:it|this|them|that|all|everything|the|your|our|data|results?|details|invoices?|answer|conversation|history) ){1,5}(?:to|at) (?:https?:|www\\.|[a-z0-9._+-]{1,64}@|the (?:url|address|webhook))|!\\[[^\\]]{0,80}\\]\\(|(?:render|show|include|embed|display|insert) (?:(?:a|an|the|this|following|markdown) ){1,3}(?:image|img|iframe|pixel))',
  ),
  rule(
    'outside.harm',
    'outside',
    '(?:\\bmalware\\b|\\bransomware\\b|\\bkeylogger\\b|\\bexploits?\\b (?:code|for)|build (?:a )?bomb|make (?:a )?bomb|\\bphishing (?:e-?mail|page|site)|\\bhack into\\b)',
  ),
  rule(
    'outside.approval',
    'outside',
    '(?:without (?:any |my |an? |the |asking for )?(?:approval|confirmation|asking)|(?:approve|confirm) (?:it |this |them |everything )?(?:yourself|automatically|on my behalf)|skip (?:the )?(?:approval|confirmation)|free of charge forever|(?:set|change|reduce) (?:(?:my|our|the|all|every) ){1,2}(?:balance|invoices?|price|total|amount) to (?:0|zero|1 ))',
  ),
];
