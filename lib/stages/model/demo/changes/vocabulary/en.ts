import 'server-only';
import type { Naming, Vocabulary } from './vocabulary.ts';

const OUR =
  '(?:my|our|the|this|that|your|whole|entire|current|damn|bloody|stupid|tallyhouse|starter|team|business)';
const PLAN =
  '(?:plans?|subscriptions?|accounts?|contracts?|memberships?|agreements?|services?|workspaces?|packages?|tiers?|auto ?renewal)';
const CODE = '(?:starter|team|business)';
const BIGGER = '(?:bigger|larger|higher|next|better|biggest|largest|highest|top|big|premium)';
const SMALLER = '(?:smaller|cheaper|lower|smallest|cheapest|lowest|small|basic|cheap)';
const SEAT =
  '(?:seats?|users?|licen[cs]es?|logins?|(?:team )?members?|people|persons?|colleagues?|(?:design )?desks?|workbench(?:es)?|employees?|co ?workers?|freelancers?|teammates?|seat licenses?|user accounts?)';
const FEW = '(?:\\w+ ){0,6}?';
const THING =
  '(?:charges?|lines?|seats?|items?|(?:design )?desks?|workbench|entry|entries|one|amount|fee|bit|positions?)';
/** What a wish does not go through: "want to see the Business plan" wants to see. */
const NOT_LOOKING =
  '(?!\\w* ?(?:see|know|look|read|compare|check|understand|hear|ask|learn|discuss|find|view|think|complain|talk|speak|someone|somebody|discount|promo\\w*|offer|explanation|old|former|reduction)\\b)';

/** What may stand between a verb of many uses and the seats it takes: "chuck us 2 more seats", "ditch one of our seats". */
const COUNTED =
  '(?:(?:us|me|in|on|up|for|of|our|my|the|those|these|an?|another|one|\\d+|some|few|couple|more|extra|additional|new|further|spare|unused|empty|idle|last|remaining) )*';
/** Not a seat but what is paid for it. */
const NO_CHARGE = '(?! (?:charge|line|fee|cost|that (?:is|was) (?:charged|billed)))';
const TWO_TIMES = '(?:twice|double\\w*|duplicate\\w*|two times|2x|charged|billed|paid|money|refund)';
/** Where mail went so far tells nothing of where it is to go. */
const NOT_SO_FAR =
  '(?!.*\\b(?:still|currently|at the moment|went|used to|(?:was|were|been|got) (?:\\w+ )?(?:sent|mailed|emailed|addressed|delivered|going))\\b.*zqmail)';
/** "Duplicates should be refunded according to your terms" cites a rule. */
const NO_RULE =
  '(?!.*\\b(?:according|polic(?:y|ies)|terms|normally|usually|always|automatically|by default|by law)\\b)';

/** "The seat added last" tells, "have a seat added" asks. */
const WANTED =
  '(?<=\\b(?:have|having|get|getting|want|wants|need|needs|like|see|please|pls|kindly|could|can|would|must|should|to be)\\b.*)';

const REFUNDS: readonly Naming[] = [
  { tool: 'refund', say: `(?<!\\b(?:my|our|the|a|that|this|your|any|of|full|partial|no|another|last|about|issue|arrange|process) )(?:refund|reimburse|repay)(?! (?:eta|status|when|still|not|has|is|was|will|does|came|request|policy|policies|rules|arrive|page|history|amount|due|date|of \\d+ (?:arrive|come)))` },
  { tool: 'refund', say: `(?:pay|give|hand|run|send|transfer|credit|wire|put|get|return|have|recover) ${FEW}back(?! to (?:team|starter|business|work|me (?:on|about|with)))(?! (?:an?|one|\\d+) ${SEAT}\\b(?!.*\\b${TWO_TIMES}\\b))(?:\\b)`, with: '(?:money|cash|pay|paid|charge|charged|line|seat|desk|invoice|bill|amount|\\d+|it|that|this|half|everything|something|refund|pocket|duplicate|second)' },
  { tool: 'refund', say: `(?:return|repay|reimburse|give|pay|send|credit|knock|take) (?:\\w+ ){0,2}?\\d+(?: \\d\\d)?(?: (?:euros?|eur|dollars?|usd|pounds?|gbp))?`, with: '(?:invoices?|bills?|statements?)' },
  { tool: 'refund', say: `(?:return|release) (?:my|our|the|that) (?:money|cash|payment)` },
  { tool: 'refund', say: `(?:reverse(?! charge (?:paper|procedure|mechanism|vat|tax|scheme|rule|form|note|basis|appl|statement|report|filing|declar|document|purpose)\\w*)|undo|void|correct|credit|write off|waive|annul|nullify|scratch|wipe|roll back) (?:(?:my|our|the|this|that|second|last|latest|duplicate|double|extra|wrong|repeated|redundant|surplus) )*(?:${THING}|invoices?|bill|payment|\\d{4}|(?:double|duplicate) (?:billing|charging|invoicing|booking))` },
  { tool: 'refund', say: `(?:take|knock|get|strike|deduct|subtract|remove|delete|drop|shave) ${FEW}(?:off|from|of) (?:of )?(?:(?:my|our|the|this|that|last|latest|newest|current|\\w+ber|january|february|march|april|may|june|july|august) ){0,4}(?:bill|invoices?|statement|total)` },
  { tool: 'refund', say: `(?:remove|delete|correct|cancel|void|reverse|take off|take out|strike|fix|drop|credit) (?:(?:my|our|the|this|that) )?(?:\\w+ )?(?:duplicates?|duplicated|double|doubled|second|extra|surplus) ${THING}(?! (?:plan|seats))` },
  { tool: 'refund', say: `(?:issue|raise|process|arrange|make|initiate|grant|send|do|start|get|give|organi[sz]e|trigger|sort out|sort|hook|authori[sz]e|approve|prepare|put through|proceed with|go ahead with|carry out|execute|effect|perform|provide|let (?:us|me) have) (?:(?:me|us|for|out|up|with|through|a|an|the|my|our|that|this|full|partial|complete|quick|immediate) )*(?:refund|reimbursement|credit note)(?! (?:status|date|receipts?|confirmation|details|reference|policy|timeline|history|number|letter|breakdown))` },
  { tool: 'refund', say: '(?:return|refund|give|pay|send)(?: \\w+){0,4} (?:overpaid|overcharged|overbilled|paid twice|paid too much)' },
  { tool: 'refund', say: 'credit (?:me|us|(?:my|our) (?:account|card)|\\d+)|(?:compensate|recompense) (?:me|us)' },
  { tool: 'refund', say: '(?:reverse|undo|void|credit|return|repay) (?:the|that|this|our|my) (?:duplicate|double|duplication)(?= (?:please|now|then|for)\\b|$)' },
  { tool: 'refund', say: '(?:return|refund|repay|reimburse|credit) (?:\\w+ ){0,2}?(?:what|whatever|everything|anything|all) (?:that )?(?:i|we) (?:have |had )?(?:over)?pa(?:id|y)' },
  { tool: 'refund', say: '(?:see to it|(?<!\\bto )make sure|ensure|arrange)(?: that| for)? (?:\\w+ ){1,8}?(?:is|are|be|gets?|to be) (?:refunded|reimbursed|returned|credited|reversed|paid back|repaid|taken off|sent back)' },
  { tool: 'refund', itself: true, say: '(?<!\\b(?:my|our|your|the) )(?:insist|request|ask|demand|wish|would like) that (?:\\w+ ){1,8}?(?:is|are|be|gets?) (?:refunded|reimbursed|returned|credited|reversed|paid back|repaid|taken off|sent back)' },
  { tool: 'refund', itself: true, say: `(?:charge|amount|money|payment|sum|fee|difference|\\d+(?: euros?| eur)?)\\b(?: \\w+){0,6}? (?:should|must|needs? to|has to|ought to) be (?:returned|given back|sent back|handed back)${NO_RULE}` },
  { tool: 'refund', say: '(?:hand|fork|cough|give|pay|send) (?:\\w+ ){0,4}(?:over|up|out)', with: '(?:cash|money|dough|refund|what you owe)' },
  { tool: 'refund', itself: true, say: `(?:needs?|has|have|must|should|ought) (?:to )?(?:go|come off|disappear|be (?:removed|taken off|deleted|corrected|fixed|reversed|cancelled|credited))`, with: '(?:twice|two times|2x|double|doubled|duplicate|duplicated)' },
  { tool: 'refund', say: '(?:having|seeing|getting) (?:\\w+ ){0,6}?(?:refunded|reimbursed|returned|credited|reversed|paid back|taken off|removed)', with: '(?:twice|two times|double|doubled|duplicate|duplicated|refunded|reimbursed|credited|money|charge|charged|invoice|bill)' },
  { tool: 'refund', itself: true, say: '^(?:a |one )?(?:partial |part |full |whole )?refund (?:of |for |on |amount |invoice |line |re )*(?:\\d+)(?!.*\\b(?:status|when|where|arrive|arrived|expected|still|late)\\b)' },
  { tool: 'refund', say: '(?:be|get|have) (?:\\w+ ){0,5}?(?:refunded|reimbursed|reversed|credited|paid back|taken off|repaid)' },
  { tool: 'refund', itself: true, say: `(?:should|must|needs? to|has to|ought to) be (?:refunded|reimbursed|reversed|credited|paid back|taken off|repaid)${NO_RULE}` },
  { tool: 'refund', itself: true, say: '^(?:i want |we want )?(?:all )?(?:my|our) money back(?: (?:now|please|today|immediately|asap))*$' },
  { tool: 'refund', itself: true, say: '^(?:a |full |the |complete )*refund (?:please|pls|now|asap|required|requested|needed|me|us)' },
  { tool: 'refund', itself: true, say: `(?:wants?|needs?|demands?|expects?|like|requests?|claims?|requires?|accept|insists? on|(?<!\\b(?:was|were|been) )(?:requesting|demanding|claiming|seeking)|asking for|ask for|entitled to|deserve|due|prefer|reclaim|hereby request|owed|obliged if you|grateful if you) ${NOT_LOOKING}(?:${NOT_LOOKING}\\w+ ){0,9}?(?:refund(?:ed)?|money back|reimburse(?:d|ment)?|cash back|returned|back)(?! (?:status|date|arrive|policy|to (?:team|starter|business|work)))(?:\\b)` },
]; // prettier-ignore

const PLANS: readonly Naming[] = [
  { tool: 'change_plan', towards: 'up', say: 'upgrade(?! (?:cost|price|fee|was|is|in|on \\d|charge|line|last|come|for|amount))' },
  { tool: 'change_plan', towards: 'down', say: 'downgrade(?! (?:cost|price|fee|was|is|in|on \\d|charge|line|last|come|for|amount))' },
  { tool: 'change_plan', say: `(?:switch|move|change|put|bump|migrate|transfer|take|set|drop|shift|get|bring|step|convert|sign|place|book|go|be (?:moved|switched|changed|put|upgraded|downgraded|migrated|transferred))(?: (?:me|us|our|my|the|this|account|plan|subscription|workspace|company|team|everything|everyone|over|up|down|back|from|whole|it|tier))* (?:to|onto|on|into|for|with|over to|down to|up to)(?: (?:the|your|a|that|small|big|bigger|smaller|cheaper|larger|higher|lower|next|one))*(?: (?:plan|tier|package))? ?${CODE}\\b(?! (?:members|days))` },
  { tool: 'change_plan', say: `(?:stick|pop|chuck|throw|hook|flip|swap|slide|swing|push|kick|jump|return|revert|transition|raise|lift|lower|subscribe|enrol+|roll) (?:me|us|(?:our|my|the) (?:plan|account|subscription|workspace|company|contract))(?: (?:up|down|over|back|straight|right|directly))* (?:to|onto|on|into|for|with|in)(?: (?:the|your|a))*(?: (?:plan|tier|package))? ?${CODE}\\b(?! (?:members|days))` },
  { tool: 'change_plan', say: `make (?:me|us) an? ${CODE} (?:customer|client|account|subscriber)|make (?:our|my) (?:account|plan|subscription) (?:an? )?${CODE}\\b` },
  { tool: 'change_plan', say: `(?:return|revert|roll|jump|swap)(?: (?:back|over|up|down))? to (?:the (?=${CODE} (?:plan|tier|package)))?(?:plan )?${CODE}\\b(?! (?:members|days))` },
  { tool: 'change_plan', say: `(?:activate|book|buy|order|get|give|take|choose|pick|start) (?:me |us )?(?:the |a )?${CODE} (?:plan|tier|package|subscription)` },
  { tool: 'change_plan', towards: 'up', say: `(?:switch|move|change|put|bump|take|get|bring|step|give|go|upgrade|need|want|like|prefer|require)(?: (?:me|us|our|my|the|this|account|plan|up|over|a|one|to|onto|on|into|for|have|your|be|whatever|whichever|is))* (?:next )?${BIGGER}(?: up)?(?: (?:larger|bigger|higher))? (?:plan|tier|package|subscription|one)`, itself: true },
  { tool: 'change_plan', towards: 'down', say: `(?:switch|move|change|put|drop|take|get|bring|step|give|go|need|want|like|prefer|require)(?: (?:me|us|our|my|the|this|account|plan|down|over|a|one|to|onto|on|into|for|have|your|be|whatever|whichever|is))* ${SMALLER} (?:plan|tier|package|subscription|one)`, itself: true },
  { tool: 'change_plan', towards: 'up', say: '(?<!\\b(?:prices?|costs?|bills?|invoices?|fees?|it|they|that|this|rates?|charges?|amounts?|totals?|everything|payments?) )(?:bump|move|take|step|go) (?:us |me |our plan |our account )?up(?: a| one| by)?(?: (?:plan|tier|level|step|notch|one))?' },
  { tool: 'change_plan', towards: 'down', say: '(?<!\\b(?:prices?|costs?|bills?|invoices?|fees?|it|they|that|this|rates?|charges?|amounts?|totals?|everything|payments?) )(?:bump|move|take|step|drop|go) (?:us |me |our plan |our account )?down(?: a| one| by)?(?: (?:plan|tier|level|step|notch|one))?' },
  { tool: 'change_plan', towards: 'up', say: '(?:be|get|us|me|account|plan) upgraded' },
  { tool: 'change_plan', towards: 'down', say: '(?:be|get|us|me|account|plan) downgraded' },
  { tool: 'change_plan', itself: true, say: `(?:want|need|prefer|take|like|would rather|opt for|opting for|let us do|going with|going for|go with|go for|going to go with|moving to|switching to|upgrading to|downgrading to) (?:${NOT_LOOKING}(?:to|the|have|your|be|on|move|go|return|revert|swap|switch|upgrade|downgrade|with|for|onto|down|up|back|a|now|change) )*(?:plan )?${CODE}\\b(?! (?:member|report|lunch|cards?|together|with you))` },
  { tool: 'change_plan', itself: true, say: `(?<!\\b(?:your|our|my|support|billing|finance|sales|accounting|success|whole) )(?<!\\b(?:someone|somebody|anyone|anybody|person|human|people|member|speak|talk)\\b.*)${CODE} (?:plan |tier )?(?:for (?:us|me) )?(?:from (?:today|now|next|tomorrow)|as of|please|asap|now|it is)` },
  { tool: 'change_plan', say: '(?:change|switch|swap) (?:my|our|the) (?:plan|tier|package|subscription)(?! (?:date|name))|(?<=\\b(?:want|like|need|wish|going|decided) to |\\b(?:please|kindly|let us) )(?:change|switch|swap) (?:plans|tiers|packages|subscriptions)' },
]; // prettier-ignore

const SEATS: readonly Naming[] = [
  { tool: 'change_seats', change: 'remove', say: `(?:hand|give|turn) (?:back|in) ${COUNTED}${SEAT}${NO_CHARGE}`, with: `^(?!.*\\b${TWO_TIMES}\\b)\\w+` },
  { tool: 'change_seats', change: 'remove', say: `(?:ditch|dump|axe|chop|bin|nix|prune|strip|discard|eliminate|retire|close|free up|knock off|shave off|unassign|surrender|withdraw) ${COUNTED}${SEAT}${NO_CHARGE}` },
  { tool: 'change_seats', change: 'add', say: `(?:chuck|throw|pop|stick|slap|tack|toss|bung|whack|bolt|grab|grant|boost|bump|allocate|reserve) ${COUNTED}${SEAT}${NO_CHARGE}(?! (?:as|with)\\b)(?!.*\\bdown\\b)` },
  { tool: 'change_seats', change: 'remove', say: `(?:remove|drop|delete|deduct|cancel|cut|get rid of|lose|reduce|deactivate|give up|subtract|shed|release|end|scrap|kill|take (?:away|off|out)|return|revoke|decrease|terminate|trim) ${FEW}${SEAT}(?! (?:charge|line|fee|cost|that (?:is|was) (?:charged|billed)))` },
  { tool: 'change_seats', change: 'remove', say: `take ${FEW}${SEAT} (?:\\w+ ){0,3}?(?:off|out|away|down|from)` },
  { tool: 'change_seats', change: 'remove', say: `(?:take|remove|drop) (?:him|her|them|that person|this person|(?:her|his|their) seat)(?: (?:off|out|from))?|(?:get|kick) (?:him|her|them|that person|this person) (?:off|out|from)` , with: `(?:off|out|from|need|left|leav\\w*|finished|plan|seat|account|team)` },
  { tool: 'change_seats', change: 'remove', itself: true, say: `(?:need|want|like|require) ${NOT_LOOKING}(?:to (?:have|keep|get) )?(?:\\w+ )?(?:fewer|less) ${SEAT}` },
  { tool: 'change_seats', change: 'remove', itself: true, say: `^(?:please )?minus (?:\\d+|an?|one) ${SEAT}|^(?:please )?(?:\\d+|an?|one) ${SEAT} (?:less|fewer)|^(?:\\d+|one) (?:fewer|less) ${SEAT}` },
  { tool: 'change_seats', change: 'remove', say: `${WANTED}${SEAT} (?:\\w+ ){0,3}?(?:removed|deleted|cancelled|canceled|dropped|taken (?:off|away|out)|deactivated)` },
  { tool: 'change_seats', change: 'remove', itself: true, say: `${SEAT} (?:can|may|should|must|has to|needs to|is to) (?:now )?(?:go|be (?:removed|cancelled|dropped|freed|released|closed|deleted|cut))` },
  { tool: 'change_seats', change: 'remove', say: `(?:shrink|scale|bring|go|take|trim|slim) (?:us |our team |the team |it |things )?(?:down )?(?:by|to lose) (?:\\w+ ){0,2}?${SEAT}` },
  { tool: 'change_seats', change: 'add', say: `(?:set|sign|hook|fix|sort) (?:\\w+ ){1,4}?(?:up|out) with (?:an? |another |one |\\d+ |new |more |extra |additional |their |his |her )*${SEAT}|(?:throw|chuck|put|pop|stick) (?:in|on) ${FEW}${SEAT}|(?:scale|bump|grow|go|take|move) (?:us |it |our team |the team )?up by (?:\\w+ ){0,2}?${SEAT}` },
  { tool: 'change_seats', change: 'add', say: `${WANTED}${SEAT} (?:\\w+ ){0,3}?(?:added|set up|created|activated)` },
  { tool: 'change_seats', change: 'add', say: `(?:add|buy|order|purchase|book|include|create|set up|provision|invite|increase|raise|up|put|assign|give|open|get(?! rid)) ${FEW}${SEAT}` },
  { tool: 'change_seats', change: 'add', itself: true, say: `(?:(?<!\\bonly )needs?|(?<=\\bonly )needs?(?= (?:another|one more|\\d+ (?:more|extra|additional))\\b)|wants?|like|requires?|could do with|could use|(?:am|are) after|let us have|let us get|let us add|let us take|go for) ${NOT_LOOKING}(?:to (?:have|add|buy|order|get) )?(?:for )?(?:another|an? (?:additional|extra|further|new|second|third)|one (?:more|extra|additional|further)|\\d+ (?:\\w+ )?(?:more|extra|additional|further|new)|\\d+|(?:more|extra|additional|further)|an?) ${SEAT}` },
  { tool: 'change_seats', change: 'add', itself: true, say: `^(?:please )?(?:some |a few |a couple (?:of )?)?(?:more|extra|additional|further) ${SEAT} (?:please|pls|asap|now|thanks)\\b|^(?:please )?(?:another|\\d+|one|an?) ?(?:more|extra|additional|further|new)? ${SEAT} (?:is |are )?(?:needed|required|wanted)(?! (?:to|for|by|in)\\b)`, with: '(?:another|more|extra|additional|further|new)' },
  { tool: 'change_seats', change: 'add', itself: true, say: `^(?:please )?(?:another|\\d+|one|an?) ?(?:more|extra|additional|further|new)? ${SEAT}(?: more)?(?: (?:please|pls|for|asap|thanks|on|from|now)\\b.*)?$`, with: '(?:another|more|extra|additional|further|new|please|pls)' },
]; // prettier-ignore

/** Before what ends a plan or gives back: both name the same things. */
const RESUMES: readonly Naming[] = [
  { tool: 'resume_plan', say: `(?:undo|scrap|withdraw|revoke|retract|take back|reverse|call off|stop|drop|forget|ignore|never mind|cancel|annul|nullify|void|kill|pull|rescind|disregard|remove|lift|end) (?:(?:my|our|the|that|this|planned|scheduled|agreed) )*(?:cancell?ation|termination|pause|suspension|freeze|downgrade|cancel request|notice|hold)(?! (?:fees?|costs?|policy|period)\\b)` },
  { tool: 'resume_plan', say: `(?:take|pull) (?:(?:my|our|the|that|this) )+(?:cancell?ation|termination|notice|pause|suspension) back` },
  { tool: 'resume_plan', say: `(?:turn|switch|fire|start|get|bring|set|put|make) (?:us|me|it|(?:${OUR} )+${PLAN}) (?:back on|back up|back to life|going again|running again|active again|live again|on again|up and running)(?=(?: (?:please|now|again|today|asap|for us|straight away))*$)` },
  { tool: 'resume_plan', say: `wake (?:us|it|(?:${OUR} )+${PLAN}) (?:back )?up|wake up (?:${OUR} )+${PLAN}|come (?:off|back from|out of) (?:the |our )?(?:pause|hold|break)` },
  { tool: 'resume_plan', say: `(?:do )?(?:not|never) go (?:ahead|through) with (?:${OUR} )*(?:cancell?ation|termination|pause)` },
  { tool: 'resume_plan', say: `(?:resume|reactivate|unpause|unfreeze|reinstate|un ?cancel|unsuspend|re ?activate|revive)(?! (?:date|day))` },
  { tool: 'resume_plan', say: `(?:restart|restore|reopen|continue|start|carry on|pick up|switch on|turn on|begin|renew) (?:with )?(?:${OUR} )*${PLAN}(?: (?:again|back|up|after all|now|please|running))*` },
  { tool: 'resume_plan', say: `(?:do )?(?:not|never) (?:to )?(?:cancel|end|terminate|pause|stop|close)\\b.*\\b(?:after all|any ?more|any longer|now that)` },
  { tool: 'resume_plan', say: `(?:take|get|bring|move) (?:us|me|it|(?:${OUR} )+${PLAN}) (?:back )?(?:off|out of|from) (?:the )?(?:pause|hold|ice)` },
  { tool: 'resume_plan', itself: true, say: `(?:not|never) (?:to )?(?:cancel|end|terminate|pause|stop|close)`, with: '(?:changed (?:my|our) minds?|change of (?:mind|heart|plan)|after all|staying|we stay|reconsidered|thought again)' },
]; // prettier-ignore

const TERMS: readonly Naming[] = [
  { tool: 'resume_plan', say: `(?:keep|leave) (?:${OUR} )+${PLAN} (?:after all|running|going|as it is|on|active|alive)` },
  { tool: 'resume_plan', itself: true, say: `(?:want|like|decided|going) (?:\\w+ )?to (?:stay|keep going|keep the plan|keep our plan|keep my plan|come back|carry on|continue)(?: with \\w+)? after all` },
  { tool: 'pause_plan', say: `(?<!\\b(?:the|an?|this|that|our|my|your|any|during|no|of) )(?:pause|freeze|suspend|halt|hibernate|interrupt)(?! (?:and|then) (?:think|read|look))(?: (?:${OUR} )*(?:${PLAN}|it|us|everything|billing|for|until|from|now|please|me|things))?` },
  { tool: 'pause_plan', say: '(?:paus(?:ed|ing)|(?:mak|tak|hav)(?:e|ing) a (?:pause|break))', with: '(?:if|suppose|supposing|assuming|say|from when|as of when|when (?:would|does|could)|what day|which day|what happens)' },
  { tool: 'pause_plan', say: `(?:put|place|set|pop|stick|chuck|move|switch|bring) (?:\\w+ ){0,4}?(?:on (?:hold|ice|pause)|in(?:to)? (?:the |a )?(?:pause|hibernation)|to sleep)|hold (?:${OUR} )+${PLAN}(?! (?:price|rate|fee|holder|owner))` },
  { tool: 'pause_plan', say: `(?:stop|halt|shelve|park|mothball|disable|deactivate) (?:${OUR} )*(?:${PLAN}|everything|billing|us) (?:\\w+ )?(?:temporarily|for (?:a (?:while|bit|few|couple|month|week|quarter|season|moment)|now|the (?:time being|moment|summer|winter|holidays|season|next)|\\d+ (?:weeks?|months?|days?))|until|till|over (?:the )?(?:summer|winter|holidays|christmas))|temporarily (?:stop|halt|shelve|park|disable|deactivate) (?:${OUR} )*(?:${PLAN}|everything|billing|us)` },
  { tool: 'pause_plan', say: '(?:plan|subscription|account|contract|membership|service) (?:\\w+ ){0,2}?(?:paused|frozen|suspended|put on hold)' },
  { tool: 'pause_plan', itself: true, say: '(?:want|like|need|going|have) (?:\\w+ )?(?:to )?(?:take |have )?an? (?:\\w+ )?(?:break|pause|time out|sabbatical)' },
  { tool: 'pause_plan', say: `(?:have|get|see) (?:it|this|that|us|everything|(?:${OUR} )+${PLAN}) (?:\\w+ )?(?:paused|frozen|suspended|(?:put )?on (?:hold|ice))` },
  { tool: 'pause_plan', itself: true, say: `(?:request|order|want|like|need|require|demand|wish for|apply for|ask for) ${NOT_LOOKING}(?:\\w+ ){0,4}?(?:suspension|pause|freeze|hold) (?:of|on|for) (?:${OUR} )*${PLAN}` },
  { tool: 'pause_plan', say: '(?:hit|press|push) (?:the )?(?:pause|brakes?)|(?:about|for) an? (?:\\w+ )?(?:break|pause)' },
  { tool: 'pause_plan', say: '(?:take|have|make|do) an? (?:\\w+ )?(?:break|pause)' },
  { tool: 'cancel_plan', say: `(?:cancel|terminate|end|stop|close|kill|discontinue|shut down|shut|wind up|wind down|get rid of|delete|quit|finish|abort|axe|ditch|deactivate) (?:${OUR} )*(?:${PLAN}|everything|renewal|sub|(?:whole |entire )?(?:thing|lot|deal)|it all)` },
  { tool: 'cancel_plan', say: `(?:plan|subscription|account|contract|membership|service) (?:\\w+ ){0,2}?(?:cancelled|canceled|terminated|closed|ended|stopped|shut down)` },
  { tool: 'cancel_plan', say: `(?:proceed with|go ahead with|process|arrange|initiate|carry out|request|start|effect|execute|complete|submit|file|put through|do|make|perform) (?:(?:the|our|my|this|a|an|immediate|full|formal) )*(?:cancell?ation|termination|closure)(?! (?:fees?|costs?|policy|terms|dates?|form|page|process|period|notice|charges?)\\b)(?! of (?:(?:the|that|this|my|our|an?|one) )*(?:invoice|bill|seat|payment|charge|order|line|add|licen|user))` },
  { tool: 'cancel_plan', itself: true, say: `(?:want|like|request|demand|require|need) (?:(?:an?|the|our|immediate|full) )*(?:cancell?ation|termination|closure) of (?:${OUR} )+${PLAN}` },
  { tool: 'cancel_plan', say: `(?:scrap|bin|dump|nuke|drop|remove|void|revoke|dissolve|wrap up) (?:${OUR} )+(?:plan|subscription|account|contract|membership|agreement|service)(?! (?:charges?|fees?|lines?|address|email|to|down|level|manager|as|from))` },
  { tool: 'cancel_plan', say: `let (?:${OUR} )+${PLAN} (?:expire|lapse|run out|end)` },
  { tool: 'cancel_plan', itself: true, say: '(?:consider|take|treat|accept|regard) this(?: \\w+){0,4} (?:notice|cancellation|termination|resignation)|(?:hereby|herewith|formally|would like to|want to|wish to|must|have to) give (?:you |our |my |formal |due |the )*notice(?! of (?!cancel|termin))|(?:hereby|herewith) (?:terminate|cancel|end)(?! (?:the|my|our|this) (?:seat|add|invoice|order|refund))' },
  { tool: 'cancel_plan', say: 'cancel(?: (?:before (?:(?:it|that|this) (?:happens|renews|comes|starts|runs on|is charged)|(?:the |its )?(?:renewal|next (?:bill|invoice|charge|payment|period|month|renewal)))|before that|before then|in time|before|then|it|us|me|now|please|everything|immediately|all of it|as of|at|by|from|today|asap|already|the whole thing|the lot))*$' },
  { tool: 'cancel_plan', itself: true, say: '(?:want|wants|need|like) (?:to (?:get|be) )?out(?: of (?:this|the|our|my|that)\\b.*)?$' },
  { tool: 'cancel_plan', say: `(?:pull the plug|unsubscribe|opt out|sign us off|sign me off|let me out|let us out|get us out of|get me out of|call it quits)` },
  { tool: 'cancel_plan', itself: true, say: `(?:want|like|wish|decided|going|leaving|need|intend) (?:\\w+ )?(?:to )?(?:leave(?! (?:a|feedback))|quit|cancel(?:led)?|get out|stop using|have (?:it|\\w+ \\w+) (?:cancelled|terminated|closed))(?! (?:the|my|our|an|this|that) (?:invoice|seat|add|refund|order|payment))` },
  { tool: 'cancel_plan', itself: true, say: `(?:not|never) (?:\\w+ )?(?:to )?(?:continue|renew|renewing|be renewing|continuing|carry on|extend|extending|be continuing|prolong)(?! (?:until|before))` },
  { tool: 'cancel_plan', itself: true, say: `no longer (?:want|need|require) (?:${OUR} )+${PLAN}` },
]; // prettier-ignore

const OTHERS: readonly Naming[] = [
  { tool: 'change_billing_contact', say: '(?:billing|invoices?|bills?) (?:e ?mail|mail|address|contact|recipient|inbox)(?: address)? (?:\\w+ )?(?:be )?(?:changed|updated|altered|replaced|edited)|(?:recipients?|addressee) (?:of|for) (?:\\w+ )?(?:invoices|bills|statements)' },
  { tool: 'change_billing_contact', say: '(?:change|update|replace|set|switch|use|make|put|edit|correct|swap|alter|amend) (?:\\w+ ){0,5}?(?:e ?mails?|contacts?|mail ?address|recipients?|zqmail|mailbox)', with: '(?:invoices?|bills?|billing|statements?|receipts?|zqmail|accounting|finance)' },
  { tool: 'change_billing_contact', say: '(?:send|mail|email|address|forward|direct|deliver|route|redirect|bill|invoice|copy|issue|go|goes|going|sent|use|addressed|delivered|forwarded)\\b.*zqmail', with: '(?:invoices|bills|statements|receipts|billing|from now|future|going forward|henceforth|instead|always|from next|as of|starting|every|all|onwards?|any ?more)' },
  { tool: 'change_billing_contact', itself: true, say: '(?:need|want|like|have|require) (?:to (?:have|use|set|give you) )?(?:a |an |our |the )?(?:different|another|new|other) (?:billing |invoice |finance |accounting )*(?:e ?mails?|contacts?|mail ?address|email address|recipients?|mailbox)', with: '(?:invoices?|bills?|billing|statements?|receipts?|accounting|finance)' },
  { tool: 'change_billing_contact', say: '(?:invoices|bills|statements|receipts)\\b(?: \\w+){0,4} (?:go|be sent|come|be addressed|be delivered|be mailed|be forwarded) (?:out )?to', with: 'zqmail' },
  { tool: 'change_billing_contact', say: '(?:register|save|store|record|enter|note|put down|list|file|point|shift) (?:\\w+ ){0,4}?(?:to )?zqmail', with: '(?:invoices?|bills?|billing|statements?|receipts?|accounting)' },
  { tool: 'change_billing_contact', itself: true, say: `(?:invoices|bills|statements|receipts)\\b${NOT_SO_FAR}.*\\b(?:go|goes|sent|addressed|delivered|forwarded|directed|to)\\b.*zqmail` },
  { tool: 'change_billing_contact', itself: true, say: 'zqmail (?:is|will be|becomes|as) (?:\\w+ ){0,3}?(?:new|correct|right|proper|better) (?:\\w+ ){0,2}?(?:address|email|mailbox|inbox|contact|recipient|one)|zqmail (?:for|from now)', with: '(?:invoices?|bills?|billing|statements?|receipts?)' },
  { tool: 'change_billing_contact', say: '(?:change|update|redirect|alter|edit|set) (?:the address |the place |the mailbox )?where (?:\\w+ ){0,4}(?:invoices|bills|statements|receipts)' },
  { tool: 'change_billing_contact', itself: true, say: 'zqmail (?:\\w+ )?(?:should|must|shall|will|is to|has to|needs to|can|gets?|receives?) (?:\\w+ ){0,4}(?:invoices|bills|statements|receipts)' },
  { tool: 'change_billing_contact', itself: true, say: `(?:new|other|different|correct|right|invoices?|bills?|billing|statements?)\\b${NOT_SO_FAR}.*zqmail`, with: '(?:new|invoices|bills|billing|statements|from now|instead)' },
  { tool: 'retry_payment', say: 're ?try(?! (?:date|day|was|is|scheduled|on))(?: (?:my|our|the|that|a|failed|declined|last|rejected|bounced|payment|card|charge|transaction|debit|it|now|please|again|today))*' },
  { tool: 'retry_payment', say: '(?:try|attempt|charge|run|process|take|debit|collect|redo|repeat|put|bill|submit|re ?submit|re ?run|do(?! not)|execute|trigger|ping|swipe|push|hit)(?: (?!seat|user|plan|invoice\\b)\\w+){0,7}? (?:again|once more|a second time|one more time|another time|anew)', with: '(?:payments?|cards?|charge|charged|debit|transaction|money|pay|collect|amount|account|bank|it|try)' },
  { tool: 'retry_payment', say: '(?:collect|take|charge|process|debit) (?:the|that|our|my) (?:failed|declined|bounced|rejected|open) (?:payment|charge|amount|debit)(?: (?:now|again|today|please))*' },
  { tool: 'retry_payment', say: '(?:give|have|take|make) (?:(?:at|it|that|this) )?(?:another|one more|a second|a new|a fresh) (?:go|try|shot|attempt|stab|whirl|run|crack|bash|chance)|(?:give|have) (?:it|that|this|the card|my card|our card|the payment|my payment|the charge) (?:another|one more|a second|a new) (?:go|try|shot|attempt|whirl|run|crack|bash|chance)|push (?:the|that|our|my) (?:\\w+ )?(?:payment|charge|debit|transaction) through' },
  { tool: 'retry_payment', say: '(?:re ?charge|re ?process|re ?attempt|redo|repeat|re ?run|resubmit|re ?collect|re ?debit) (?:my|our|the|that|failed|declined)* ?(?:\\w+ )?(?:payment|card|charge|transaction|debit|collection|collecting|charging|withdrawal|invoice \\d)' },
  { tool: 'retry_payment', say: '(?:make|start|launch) (?:another|a new|a second|one more|a fresh) (?:attempt|try)' },
]; // prettier-ignore

export const EN_CHANGES: Vocabulary = {
  lead: `(?:please|pls|kindly|hi|hello|hey|hiya|heya|yo|oi|ey|mate|bro|dude|folks|greetings|evening|day|sir|madam|fine|sure|anyway|btw|temporarily|briefly|so|and|then|now|just|ok|okay|yes|yeah|no|well|right|alright|also|immediately|look|actually|therefore|hence|thanks|thank|you|dear|team|support|good|morning|afternoon|there|guys|go|ahead|but|oh|simply|quickly|as|discussed|sorry|listen|again|for|the|love|of|god|finally|or|instead|seriously|today|lol|um|err|hm|would)`,
  asks: `(?:i|we) (?:hereby|herewith)$|^(?:(?:hi|hey|hello|yo|ok|okay|so|just|really) )*(?:need|want|wish|would like|looking|hoping|going|ready) (?:you )?to$|would it be (?:possible|ok|okay|fine|alright|all right) (?:for|to|if)|(?:can|could|may|might) (?:(?:i|we) (?:please|kindly|pls|trouble you|ask you|bother you|beg you|get|have)|(?:the|that|this|my|our|one|a) \\w+)|(?:my|our|the) (?:\\w+ ){1,2}(?:wants?|needs?|asks?|demands?|insists?|expects?|requests?|wish(?:es)?|prefers?|intends?|(?:has|have) decided|would like)|(?:he|she|they|everyone|everybody|management|accounting|finance) (?:wants?|needs?|asks?|demands?|insists?|expects?|would like)|(?:can|could|would|will|may) (?:(?:you|u|ya|someone|somebody|anyone|anybody|i ask you|we ask you|i get you|we get you|i have you|i trouble you|one of you|one of your \\w+)\\b)(?! (?:tell|explain|say|show|refuse|ever|still|charge (?:me|us) (?:if|for)))|if you (?:could|would|can|will|might)|if you (?=gave|give|take|took|add|refund|remove|put|pay|let|move|switch)|(?:you|you guys|you people) (?:could|can|might|may want to|need to|must|should|have to|ought to|had better|better|will)|(?:glad|happy|grateful|obliged|thankful|pleased|delighted)(?: it| to you| very much)* if you$|(?:writing|emailing|messaging|contacting you|in touch|reaching out|calling|(?:am|are) here)(?: you| today| now| again| in order)* to$|(?:i|we)(?: (?:really|just|also|now|hereby|herewith|therefore|urgently|still|only|definitely|all|both|simply|would|will|do|have|am|are|kindly|formally|was|were|had))* (?:like|love|want|need|wish|prefer|demand|expect|request|require|insist|ask|beg|intend|intending|planning|plan|accept|appreciate|obliged|grateful|glad|happy|decided|going|have to|must|should|asking|urge|hoping|agreed|ready|requesting|wanting|looking|rather|instruct|direct|authori[sz]e|order|implore)|let us|make sure|see to it|go ahead|time to|please|pls|plz|kindly|requested|asked(?: you)?(?: \\w+){0,4} to|i say|id like|be so (?:kind|good)|do (?:me|us) a favou?r|mind`,
  questions: `(?:will (?:you|u)(?!.*\\b(?:please|pls|kindly)\\b)|what|whats|when|where|who|whom|whose|why(?! (?:do|don|would|wo) not you)|which|how(?! about)|whether|(?:(?:can|could|may)(?!.*\\b(?:please|kindly|pls|plz)\\b)(?! (?:i|we) (?:trouble|ask|bother|get you|have you|beg|request|invite) )|might|should|shall|must|do(?! (?:it|this|that)\\b)|does|did|is|are|was|were|has|(?<!\\b(?:please|pls|kindly) )have|had|will|would(?! it be (?:possible|ok|okay|fine|alright|all right))|am)(?: not)? (?:i|we|it|there(?! (?:any|a|some) (?:chance|way) (?:you|someone|somebody) (?:could|can|would|might)\\b)|he|she|they|my|our|the|this|that|these|those|a|an|any|anyone|anything|one|refunds?|seats?|people|business|team|starter|downgrading|upgrading|cancelling|pausing|it is)\\b|(?:do|did|have|has|are|were|had|was)(?: not)? (?:you|someone|anyone|somebody)\\b|any (?:chance(?! (?:you|someone|somebody) (?:could|can|would|might)\\b)|idea|way|fee|cost|news)|is it|would it(?! be (?:possible|ok|okay|fine|alright|all right))|curious|not sure|unsure|considering|thinking|wondering|tell|explain|describe|show|list|remind)`,
  unreal: `(?:(?<!\\b(?:glad|happy|grateful|obliged|thankful|pleased|delighted|appreciated?|love|like)(?: it| to you| very much)* )if(?! you (?:could|would|can|will|might|gave|give|take|took|add|refund|remove|put|pay|let|move|switch|please)| possible| that (?:is|was) (?:ok|okay|fine|possible))|unless|when(?:ever)?|once|before|after|until|till|while|whether|how|how to|to see|about|because|since|in case|suppose|supposing|say i|say we|had|why|what|where|who|thinking of|considering|discuss(?:ing)?|information|look into|(?:or|otherwise|else) (?:i|we)|did|was|were|being|the last time|last time|explain|understand|saw|see(?! to it)|show|showed|told|said you|that you would|difference|cost of|price of|tell me|compare|says|states|stated|claims|claimed|mentions|according|advertis\\w+|in general|generally|translate|proofread|rephrase|(?:the|a) (?:words?|phrase|sentence)|(?:i|we) (?:might|may)(?: \\w+)?$|^(?:\\w+ )?(?:maybe|perhaps) (?:i|we)|(?:thinks|suggests|suggested|recommends|recommended|advises|advised|believes) (?:that )?(?:i|we|us)|(?:he|she|they|colleague|boss|partner|manager|admin|accountant) (?:had |has |have )?(?:already )?asked you)`,
  negations: `(?:not|never|without|no need to|rather than|instead of|nobody|cannot|nor|no one|refused to|forgot to|failed to|unable to)`,
  pointing: `(?:fix|sort|correct|change|arrange|do|handle|settle|rectify|resolve|undo|reverse|remedy|amend|adjust|put|make|take care of|deal with) (?:(?:it|this|that|things|accordingly|the (?:seats?|plan|bill|invoice|number|count)|the situation|the mess|the mistake|the error|us|me|same)\\b)(?: (?:out|right|happen|good|up|straight|so|please|now|for us|for me|off|over))?|make (?:it|that|this) happen|sort (?:it )?out|switch (?:us|me)(?: over)?|set (?:it|us|that) up|please do(?! not\\b)|get (?:it|that|this) (?:done|sorted|fixed|off)|take (?:her|him|them|it|that|this|one) (?:off|out|away)|(?:add|book|order) (?:it|them|that|those|one)|remove (?:her|him|them|it|that|this)|get rid of (?:it|that|this|them)|give (?:it|that|this|me|us) (?:it )?back|put (?:it|that|this) back|(?:pay|cough(?: it)?) up|please$`,
  prices: `(?:cost|costs|price|pay|save|saving|cheaper|dearer|expensive|how much|charge|set us back|set me back|happens?|would (?:happen|change|it mean|that mean)|difference|lose|mean|effect|impact|consequences?|what if|what about|damage|notice period|change (?:if|for)|bill be|invoice be|come to|get with|when (?:would|will|does|do|is|can)|until when|till when|from when|as of when|from which day|take effect|keep access|how long|run until|run till)`,
  seat: SEAT,
  more: `(?:more|extra|additional|another|further)`,
  fewer: `(?:fewer|less)`,
  namings: [...OTHERS, ...RESUMES, ...REFUNDS, ...SEATS, ...PLANS, ...TERMS],
  told: [
    { tool: 'refund', say: '(?:second|2nd|surplus) (?:\\w+ )?(?:charge|line|seat|entry|item|desk|position|fee)', with: '(?:mistake|error|wrong|incorrect|bogus|should not|not right)' },
    { tool: 'refund', say: '(?:duplicate|duplicated|double|doubled) (?:line|charge|seat|entry|item|desk|position)' },
    { tool: 'refund', say: '(?:billed|charged|invoiced|paid|pay|paying|charging|billing|taken|took|deducted|debited|counted|listed|appears?|stands?|on there|is there|is in|on the bill|double|duplicate|twice|duplicated)', with: '(?:twice|two times|double|doubled|2x|x2|2 times|duplicate|duplicated|again|once too often|second time)' },
    { tool: 'refund', say: '(?:refund|reimbursement|pay us back|pay me back|money back)' },
    { tool: 'change_seats', change: 'remove', say: `(?:left|leaving|leaves|gone|quit|resigned|finished|moved on|does not need|do not need|not need)`, with: `(?:${SEAT}|her|his|their|she|he|they)` },
    { tool: 'change_seats', change: 'remove', say: `\\d+ ${SEAT} (?:fewer|less)|(?:fewer|less) ${SEAT}` },
    { tool: 'change_seats', change: 'add', say: `(?:more|extra|additional|another|new) (?:\\w+ )?${SEAT}` },
    { tool: 'change_plan', towards: 'up', say: `(?:bigger|larger|higher|next) (?:plan|tier|package|one)` },
    { tool: 'change_plan', towards: 'down', say: `(?:smaller|cheaper|lower) (?:plan|tier|package|one)` },
    { tool: 'change_plan', say: `${CODE} (?:is|would be|seems|looks|will be) (?:\\w+ )?(?:enough|fine|plenty|sufficient|better|right|perfect|what we need|all we need|ideal)|${CODE} (?:will|would) (?:do|suffice)|${CODE} (?:suits|fits) us` },
    { tool: 'change_plan', say: `(?:business|starter|team) plan|(?:going with|go with|chose|decided on|prefer) (?:the )?(?:business|starter|team)` },
    { tool: 'retry_payment', say: '(?:declined|failed|bounced|did not go through|rejected)', with: '(?:payment|card|charge|debit|transaction)' },
  ],
}; // prettier-ignore
