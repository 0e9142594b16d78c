import 'server-only';

/** What English words mean to a guard: a concept a line, see `list-concepts.ts`. */
export const EN = `
IGNORE ignor, disregard, forget, overrid, overrul, bypass, overlook, neglect, discard, skip, circumvent, pay no attention, stop following, set aside, throw away, get around, break free, dont follow, do not follow, dont obey, nullif, void, abandon, supersed, violat
RULES instruction, rule., rules., guideline, polic, prompt, restriction, directive, directions, constraint, programming, guidance, protocol, orders., principle, regulation, requirement
PRIOR previous, prior., above, earlier, preceding, original, initial, former., foregoing, before., so far, until now, up to now, existing
REVEAL reveal, show, print, output, display, tell me, tell us, give me, give us, disclos, leak, expos, dump, list., listing, spill, share, export, pull up, read out, look up, fetch, provide, hand over, present., divulg, lay out, enumerat
REPEAT repeat, verbatim, word for word, word by word, recit, copy, echo, translat, summar, rephras, paraphras, quote., continue, complete the, spell, transcrib, paste, restat
SECRET secret, hidden, confidential, internal., classified, undisclosed, behind the scenes, non public, concealed
KEY password, passphrase, passcode, api key, api token, access token, token, credential, pin code, access code, private key, login, session, env., environment variable
SYSTEM system, config, developer message, pre prompt, preamble, context window, setup, backend, source code, root., kernel, initiali
BOT ai., assistant, bot., chatbot, chatgpt, gpt, language model, llm, model., robot, claude, agent, machine, artificial intelligence, gemini, copilot
ROLE act as, acting as, act like, pretend, you are now, youre now, imagine you, role, persona, character, simulat, behave, impersonat, play the, become., alter ego, you will be, take on the, you are a., you are an., in the shoes, mimic
STORY story, stories, novel, poem, scene, movie, film., game., hypothetic, fiction, scenario, screenplay, imagin, suppose, dream, tale., dialog, script for, theat, thought experiment, universe, bedtime, lullaby, grandmother, grandma, riddle, song., once upon
FREE unrestricted, unfiltered, uncensored, jailb, no limits, no restriction, no rules, dan., do anything now, unlimited, evil, amoral, unethical, immoral, liberat, unbound, freely, no filter, no boundar, unhinged, rogue, freed, unlocked, without limits
MODE mode., activat, enabl, unlock, switch to, debug, maintenance, sandbox, god mode, sudo, diagnostic
OFF disabl, turn off, deactivat, switch off, lift the, suspend, shut off, relax., loosen, stop apply, no longer, lifted, disarm, cease
FILTER filter, safety, guardrail, security, safeguard, moderation, ethic, moral, censor, protection, content policy, compliance, disclaimer, warning, validation, firewall
BOSS admin, developer, ceo., cfo., cto., auditor, staff, manager, supervisor, boss., head of, director, owner, engineer, operator, creator, support team, finance team, controller, president, executive, moderator, openai, anthropic, superuser, treasur, accounting, your maker, legal department
IAM i am the, im the, i am your, im your, this is the, this is your, as the., as an admin, i work, speaking on behalf, on behalf of, i am from, im from, im with the, we are the, here is the, i represent, i was told, in my capacity, my role as, as your
ALLOWED authoris, authoriz, permission, permitted, allowed, cleared to, clearance, verified, privilege, entitl, access to, full access, credentials were, you may, you can now, is fine to, granted, exempt, waived, i consent, trusted
NOWON from now on, henceforth, instead, new task, from here on, starting now, going forward, from this point, your real, your actual, real task, new instruction, new rule, now you, new order, new polic, new role, next task, fresh start, start over, for the rest of
MUST must, have to, obey, comply, i order, demand, required, never refus, you shall, shall., need you to, mandatory, insist, will do, do as, do what i, refuse, decline, apolog, are going to, your job is, your task, obligat, no matter, regardless, make sure, ensure, be sure
EVER always, forever, never., every time, permanent, at all times, for life, lifetime, anyway
WITHOUT without, with no., no need, lacking, sans., not necessary, unnecessary, needless, dont need, doesnt need, dont bother, isnt needed, exempt from, avoid
APPROVE approv, confirm, sign off, signoff, signature, second person, four eyes, consent, verif, countersign, authentic, double check, review, green light, greenlight, sign it, ratif, accept, asking, cross check, permission from
SELF yourself, automatic, directly, immediately, at once, right away, right now, on my behalf, in my name, on your own, just do, instantly, straight away, by itself, go ahead and, push through, force, no questions, asap, auto
SILENT silent, secretly, dont tell, do not tell, quiet, unnotic, behind the back, dont mention, do not mention, dont inform, dont notify, do not notify, between us, nobody needs, no one needs, discreet, without telling, without anyone, off the record, keep it from, dont let, suppress, under the radar, never mention, dont show, dont ask, do not ask, do not reveal that
OTHERS other customer, other client, other user, other tenant, other compan, other account, other people, another, someone else, somebody else, everyone, everybody, competitor, neighbo, stranger, tenant, third part, rival, each customer, every customer, all customers, all users, all clients, other organi, next door, other firm, different customer, different compan, different account, elses
ALL all., every., each., entire, whole, full., complete, everything, any., anything, total., exact, in full, fully
CUSTOMER customer, client, user, account, company, companies, subscriber, organi, member, people, employee, colleague
DATA email, e mail, address, card number, card data, records, data., database, details, phone, bank details, contact, personal, names., ssn, social security, iban, credit card, information, transcript, chat histor, conversation, message
BILL invoice, bill., bills., billing, payment, subscription, plan., charge, fee., fees., receipt, statement, seat, renewal, tax., vat., balance, due., price, cost, amount, overdue, debt, purchase, order number, contract
REFUND refund, credit., credits, reimburs, discount, waive, coupon, compensat, rebate, voucher, cash back, payout, pay back, money back, goodwill, promo, bonus, write off, chargeback, gift, free month, free year, give away, on the house, credit note
ZERO zero, free of charge, for free, null, nothing, 100 percent, maximum, double, highest, as much as possible, unlimited credit, million, complimentary, half price, one cent, negative
PAID paid, settle, cleared, mark as, mark the, mark every, mark all, mark our, mark my, flag as, closed, resolved, set to paid, status, treat it as, book it, record it, received, reconcil
CHANGE chang, set., updat, replac, modif, switch, edit, redirect, overwrit, alter., adjust, swap, reroute, rewrit, point the, raise, lower, bump, increase, reduc, extend, downgrad, upgrad, move, reset, reassign, register
TARGET bank account, billing contact, payout account, billing email, billing address, account on file, wallet, bitcoin, paypal, routing number, sort code, beneficiary, payee, recipient, contact on file, invoice address, owner of the account, crypto
SEND send, forward., forward the, post., upload, transmit, transfer, submit, mail., deliver, exfiltrat, ship, wire., cc., bcc, route
LINK url, link, http, https, www, webhook, image, markdown, server, domain, website, iframe, query string, pastebin, img, ftp, attachment, pixel, html
ENCODE base64, encod, decod, hex., rot13, morse, cipher, letter by letter, acrostic, backwards, reverse, pig latin, leet, obfuscat, encrypt, decrypt, split the, first letter, binary, emoji, character by, concatenat, json
TOOL tool, function, api., sql, query, call the, execut, invok, run the, run a, run this, script, endpoint, parameter, arguments, command, terminal, shell, linux, select, insert into, method, plugin, code., delete from, drop table
END end of, begin, new conversation, new session, new chat, user input, stop here, ignore the rest, start of, follows, below this, message from, override code, heading, separator, tool result, note to, ps., memo, attention
LOOP infinite, thousand times, million times, endless, loop, as long as possible, times in a row, non stop, nonstop, over and over, hundred times, until you run, keep going
LIMIT limit, threshold, cap., caps., ceiling, below the, above the limit, quota, small part, smaller, in parts, chunks, several, split it, partial
LOG audit, log., logs., logging, trace, notification, notif, history, record of, paper trail, report, evidence, alert
ALREADY already, has been approved, was approved, were approved, has agreed, agreed, pre approved, preapproved, signed off, gave the ok, said yes, said ok, given, told me, said i, promised, assured, as agreed, as discussed, okayed, ok from, blessed, consider, treat this, treat my, count this, counts as, take this as, assume
ASK how., why, when., what., whats, which, where, who., whose, hows, is it, is there, are there, can i., can we., do i., do we., does, did., may i., could i., could we., is the., are we., am i., should i., will i., will we., will my, will the, has the, have we, have i, was the, were we, is my, is our, are my, are our, do you offer
MINE my., our., mine, ours, me., us., we., i., weve, ive, im., myself
YOU you., your., youre, yours, u., ur., youve, youll
NOT not., no., dont, do not, isnt, doesnt, cant, cannot, wont, nor., neither, didnt, shouldnt, wouldnt, wasnt
POLITE please, thank, could you, would you, id like, we would like, i would like, sorry, hello, hi., hey., good morning, kindly, appreciat, regards, cheers, help me, dear
DELETE delet, eras, remov, wip, destroy, drop., clear the, purg, cancel, terminat, hide, conceal
THREAT urgent, emergency, fired, die., dies., lawsuit, sue., or else, reward, tip you, hurry, life depends, lives, lose my job, in danger, shut down, consequence, deadline, critical, threat, blackmail, kill myself, punish, penalt, lawyer, press., review bomb
TEST test, experiment, research, exercise, drill., demo., pentest, red team, simulation, training, quality assurance, only an example, study, educational, academic, curio
SAY say., saying, answer, respond, reply, write, speak, type., state., generat, compos, creat, draft, describ, explain, respon, produce, talk, word.
PERSON birth, home address, salary, lives., live., where does, medical, maiden, phone number of, age., her., his., their., she., he., they., mr., mrs., ms., husband, wife
HARM hack, steal, malware, bomb, weapon, drug, phish, exploit, virus, kill, fraud, illegal, scam, attack, meth., poison, murder, suicid, racist, insult, swear, porn, explicit, ransom, launder, forge, fake., keylog, crack., inject, breach, intrud, spy., stalk
IF if you, if the, whenever, when you, every message, each time, as soon as, in case, once you, before you, after you, unless, until i, if i say
WHEN month, today, tomorrow, yesterday, week, day., days., year, january, february, march, april, june, july, august, september, october, november, december, monday, tuesday, wednesday, thursday, friday, quarter, date., dates., annual, yearly
WRONG problem, error, wrong, doesnt work, broken, mistake, failed, failing, issue, stuck, twice, duplicat, overcharg, incorrect, declined, expired, missing, lost., difference, higher, confus, typo, dispute
`;
