import 'server-only';
import { findInvoice } from '../answer/find-invoice.ts';
import { read, rows, str, sub, texts, type Topic } from '../answer/read-result.ts';
import { paragraphs, sentences, type Voice } from '../answer/voice.ts';
import type { Task } from '../types.ts';

/** Addresses and VAT numbers that stand on the invoices. */
export function* answerDetails(task: Task, voice: Voice): Topic {
  const details = yield* read('get_billing_details');
  const [customer, vendor] = [sub(details, 'customer'), sub(details, 'vendor')];
  if (!customer) return voice.say('nothing.found', { support: voice.facts.support });
  const vat = str(customer, 'vatNumber');
  const vendorVat = str(vendor, 'vatNumber');
  const vatText = vat === '' ? voice.say('details.no_vat') : voice.say('details.vat', { vat });
  const address = voice.say('details.bill_to', {
    name: str(customer, 'name'),
    address: texts(customer, 'address').join(', '),
  });
  const emailText =
    str(customer, 'email') === '' ? '' : voice.say('details.email', { email: str(customer, 'email') });
  return paragraphs(
    task.concepts.has('vatnumber')
      ? sentences(vatText, address, emailText)
      : sentences(address, vatText, emailText),
    sentences(
      voice.say('details.vendor', {
        name: str(vendor, 'name'),
        address: texts(vendor, 'address').join(', '),
      }),
      vendorVat === '' ? '' : voice.say('details.vendor_vat', { name: str(vendor, 'name'), vat: vendorVat }),
    ),
    voice.say('details.change', { support: voice.facts.support }),
  );
}

export function* answerPaymentMethod(_: Task, voice: Voice): Topic {
  const methods = rows(yield* read('get_billing_details'), 'methods');
  const main = methods.find((row) => row.isDefault === true) ?? methods[0];
  if (!main) return voice.say('method.none');
  const others = methods.filter((row) => row !== main).map((row) => str(row, 'label'));
  return sentences(
    voice.say('method.default', { label: str(main, 'label') }),
    str(main, 'expiresOn') === ''
      ? ''
      : voice.say('method.expires', { day: voice.day(str(main, 'expiresOn')) }),
    others.length > 0 ? voice.say('method.others', { labels: others.join(', ') }) : '',
  );
}

export function* answerPdf(task: Task, voice: Voice): Topic {
  yield* read('get_billing_details');
  const found = yield* findInvoice(task.invoice, voice);
  if ('missing' in found) return sentences(found.missing, voice.say('pdf.all'));
  return sentences(voice.say('pdf.how', { invoice: voice.link(found.invoice) }), voice.say('pdf.all'));
}

export function* answerChangeDetails(_: Task, voice: Voice): Topic {
  const details = yield* read('get_billing_details');
  const customer = sub(details, 'customer');
  const method = rows(details, 'methods').find((row) => row.isDefault === true);
  return paragraphs(
    sentences(voice.say('cannot.details'), voice.say('cannot.help', { support: voice.facts.support })),
    sentences(
      customer
        ? voice.say('details.bill_to', {
            name: str(customer, 'name'),
            address: texts(customer, 'address').join(', '),
          })
        : '',
      method ? voice.say('pay.method', { label: str(method, 'label') }) : '',
    ),
  );
}
