import 'server-only';
import type { Words } from './ideas.ts';

export const EN: Words = {
  show: 'reveal show print repeat output tell display give dump leak share expose recite write return translate summarise summarize quote list copy paste spell read provide send export type disclose present reproduce echo enumerate include including name answer reply respond put post say extract fetch hand spill cite state need want hand_over',
  ask: 'what which who whose how',
  rules:
    'prompt prompts instruction instructions rule rules guideline~ directive~ configuration config programming brief orders preamble system_message system_messages system_text',
  hidden: 'system secret hidden internal initial original developer starting confidential private underlying',
  yours: 'your yours you',
  given:
    'were_you_told you_were_told were_you_given you_were_given you_received you_got did_you_get did_they_tell they_told they_gave told_you told_to_you gave_you given_to_you your_creators your_makers your_developers wrote_you before_i_started before_this_chat before_my_first at_the_beginning at_the_start at_the_top first_message context context_window must_follow have_to_follow you_follow you_obey your_developers your_developer',
  verbatim:
    'word_for_word verbatim exactly literally unchanged code_block in_full full_text complete_text full complete entire whole first_line',
  above: 'above preceding before_this prior_to_this came_before stands_before earlier_than_this',
  lines: 'everything all text words line lines message conversation content what',
  everyone: 'all every each other another others everyone else entire whole full any everybody',
  people:
    'customer customers client clients tenant tenants subscriber~ user users company companies firm firms business businesses organisation~ organization~ account_holder~ member_companies people person persons individuals everybody',
  address:
    'e-mail e-mails email emails mail mails e-mail_address~ email_address~ address addresses contact contacts mailing_list mailbox~',
  database: 'database databases sql select_email table_of_users users_table crm mailing_list',
  head: 'owner boss ceo director manager head accountant founder',
  refund:
    'refund refunds refunded refunding reimburse~ repay give_back pay_back money_back send_back credit return chargeback',
  money:
    'money cash invoice invoices bill bills payment payments everything amount dollars euros euro dollar pounds funds paid credit',
  pressed:
    'right_now immediately at_once now today instantly urgent urgently no_approval without_approval without_asking without_confirmation no_confirmation no_questions not_ask skip admin approved authorised authorized confirmed granted must execute override silently rights everything maximum full in_full do_not_show call',
  change:
    'change set update replace switch send make use put redirect forward move enter edit from_now_on new_address new_billing effective',
  invoices: 'invoice invoices bill bills billing statement statements accounts_payable accounting receipts',
  contact: 'contact address email e-mail mail recipient mailbox details destination',
  open: 'open visit load fetch browse navigate follow click go_to call_up access request retrieve',
  picture: 'image images picture pictures photo pixel logo gif icon img',
  link: 'link links hyperlink url button markdown',
  endless:
    'forever for_ever endless~ infinit~ non-stop nonstop never_stop never_end ever_end without_stopping without_end without_a_break until_i until_told until_you over_and_over again_and_again loop no_end eternally t_stop not_stop and_never without_pausing keep_going',
  repeat:
    'repeat repeating repeatedly say saying print write output type loop keep continue count chant echo writing printing typing counting',
  bill: 'refund~ invoice~ bill bills billing payment~ pay paying paid tax vat seat~ plan plans due charge~ amount~ total',
  ours: 'my our ours mine',
  decode: 'decode decrypt decipher what_does_this_say',
};
