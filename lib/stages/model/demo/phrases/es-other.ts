import 'server-only';
import type { EN_OTHER } from './en-other.ts';

/** Spanish sentences about lines, plans, usage, and everyday talk. */
export const ES_OTHER: Record<keyof typeof EN_OTHER, string> = {
  'word.invoice': 'Factura',
  'away.today': 'hoy',
  'away.tomorrow': 'mañana',
  'away.yesterday': 'ayer',
  'away.in': 'dentro de {n} días',
  'away.ago': 'hace {n} días',
  'line.one': 'Es **{what}** en la {invoice} del {day}: **{amount}**.',
  'line.latest': '**{what}** está en la {invoice} del {day}: **{amount}**.',
  'line.price': 'Son {quantity} × {price}.',
  'line.period': 'Cubre del {from} al {to}.',
  'line.reason': 'Por qué está: {reason}.',
  'line.more': 'Lo mismo aparece en otras facturas:',
  'line.also': 'También coincide:',
  'line.on': '{what} en la {invoice}: {amount}',
  'line.duplicate': 'Atención: otra línea de la misma factura lo cobra una segunda vez.',
  'line.none': 'No lo encuentro en ninguna línea de sus facturas ni como pago.',
  'line.none_text': 'No encuentro ninguna línea con esas palabras en sus facturas.',
  'line.is_total': 'Es el total de la {invoice} del {day}: **{total}**.',
  'line.is_payment': 'Es su pago de **{amount}** por la {invoice}, iniciado el {day}: {status}.',
  'duplicate.none': 'No: he repasado sus facturas y no hay nada cobrado dos veces.',
  'duplicate.some': 'Sí, esto se ha cobrado dos veces:',
  'duplicate.line': '**{what}** en la {invoice} del {day}: {amount} una vez de más',
  'duplicate.period': ' (del {from} al {to})',
  'duplicate.help':
    '¿Quiere recuperarlo? Diga «reembolse el duplicado»: lo preparo y solo ocurre cuando usted lo aprueba. Una persona puede ayudarle en {support}.',
  'overcharge.intro': 'He revisado su última factura en busca de algo extraño.',
  'overcharge.help':
    'Si alguna línea sigue sin cuadrarle, dígame el importe y se la explico, o escriba a {support}.',
  'plan.name': 'Tiene el plan **{name}**, activo desde el {day}.',
  'plan.name_other': 'Su plan **{name}** está {status}.',
  'plan.price': 'Cuesta **{price}** al mes.',
  'plan.seat_price': 'Cada plaza adicional cuesta **{price}** al mes.',
  'plan.no_price': 'Los precios los ve el titular de la cuenta.',
  'plan.includes': 'Incluye {included} plazas y hay {used} en uso. También incluye:',
  'plan.includes_bare': 'Incluye {included} plazas y hay {used} en uso.',
  'plan.addons': 'Complementos: {list}.',
  'plan.renews': 'Se renueva el **{day}** ({away}).',
  'plan.status_paused': 'en pausa',
  'plan.status_cancelled': 'cancelado',
  'renewal.when': 'Su plan **{name}** se renueva el **{day}** ({away}).',
  'history.intro': 'Los últimos cambios de su plan:',
  'history.line': '{day}: {what} (por {by})',
  'history.none': 'Su plan no ha cambiado hasta ahora.',
  'seats.count': 'Tiene **{used} plazas** en uso; su plan incluye {included}.',
  'seats.latest': 'La más reciente, {label}, la añadió {by} el **{day}**.',
  'seats.who': 'Quién las añadió:',
  'seats.line': '{label}: añadida el {day} por {by}',
  'seats.more': '… y más en su [página del plan](/plan).',
  'addons.none': 'No tiene complementos.',
  'addons.some': 'Sus complementos:',
  'addons.line': '**{name}**, añadido el {day}',
  'addons.line_price': '**{name}**: {price} al mes, añadido el {day}',
  'proration.none': 'En la {invoice} no hay ninguna línea prorrateada.',
  'proration.some':
    'Cuando un plan o una plaza cambia a mitad de periodo, solo se cobran o abonan los días restantes. En la {invoice}:',
  'proration.line': '**{what}**: {amount}',
  'usage.head': 'Del {from} al {to} (día {n} de {total}) ha usado:',
  'usage.head_finished': 'Del {from} al {to} usó:',
  'usage.line': '**{name}**: {used} de {included}{unit} incluidos',
  'usage.line_over': '**{name}**: {used}{unit}, con {included} incluidos, es decir, {over} de más',
  'usage.cost': ' (coste hasta ahora: {cost})',
  'usage.before': '; el mes anterior: {before}',
  'usage.projected': ', previsión {projected} hasta el {to}',
  'usage.projected_over': ', previsión {projected} hasta el {to}, es decir, {over} de más',
  'usage.projected_cost': ' y unos {cost}',
  'usage.none': 'No veo consumo en ese periodo.',
  'usage.projection': 'Al ritmo de hoy, el periodo que termina el {to} llegará a:',
  'usage.projection_line': '**{name}**: {projected}{unit} (hasta ahora {used}; incluidos {included})',
  'usage.projection_over':
    '**{name}**: {projected}{unit} (hasta ahora {used}), {over} por encima de los {included} incluidos',
  'usage.projection_cost': ', unos {cost}',
  'overage.none': 'No, está dentro de lo que incluye su plan:',
  'overage.some': 'Sí, ha superado lo que incluye su plan:',
  'overage.heading': 'Por ahora está dentro del límite, pero al ritmo de hoy lo superará antes del {to}:',
  'overage.price': ' Cada unidad adicional cuesta {price}.',
  'pdf.how':
    'Puede obtener un PDF de la {invoice} en su página: siga el enlace y elija «Imprimir o guardar como PDF».',
  'pdf.all': 'Todas sus facturas están en su [página de facturas](/invoices).',
  'details.vat': 'El NIF-IVA de sus facturas es **{vat}**.',
  'details.no_vat': 'No hay ningún NIF-IVA suyo guardado.',
  'details.bill_to': 'Sus facturas van a nombre de **{name}**, {address}.',
  'details.vendor': 'Las emite {name}, {address}.',
  'details.vendor_vat': 'El NIF-IVA de {name} es {vat}.',
  'details.email': 'Las facturas se envían a {email}.',
  'details.change':
    'Dígame un nuevo correo para las facturas y preparo ese cambio; para lo demás, escriba a {support}.',
  'currency.is': 'Se le factura en **{currency}**.',
  'angry.sorry': 'Lamento las molestias.',
  'complaint.ask':
    'Siento que esté siendo frustrante. Quiero ayudarle: dígame el importe, el mes o la factura de que se trata. Si prefiere que lo vea una persona, escriba a {support}.',
  'person.phone': 'Por teléfono: **{phone}**.',
  'person.how':
    'Por supuesto. Puede hablar con una persona en **{support}**; con el número de factura irá más rápido. Mientras tanto puedo consultar lo que necesite.',
  'bot.am':
    'No soy una persona: soy un bot, el asistente de demostración de {vendor}, con respuestas programadas. Consulto sus propias facturas, pagos, plan y consumo. Una persona responde en {support}.',
  'can.do':
    'Puedo consultar su cuenta y explicarla: facturas y por qué cambian, líneas, pagos y reembolsos, lo que debe, su plan, plazas y consumo. También puedo preparar cambios, como un reembolso, otro plan o más plazas; solo usted puede aprobarlos. ¿Qué le gustaría saber?',
  'hello.hi': '¡Hola! Puedo explicarle sus facturas, pagos, plan y consumo. ¿Qué le gustaría saber?',
  'thanks.welcome': '¡De nada! ¿Algo más sobre su factura?',
  'bye.bye': '¡Hasta luego y que tenga un buen día!',
  'privacy.is':
    'Solo usted puede leer este chat. Se guarda cifrado y se borra a los 90 días, y yo solo veo los datos de su propia cuenta. Para todo lo demás sobre sus datos, escriba a {support}.',
  'cannot.cancel': 'Puede darse de baja aquí, y por ahora no se ha cambiado nada.',
  'cannot.cancel_help':
    'Diga «cancele mi plan»: lo preparo y solo ocurre cuando usted lo aprueba. Una persona puede ayudarle en {support}.',
  'cancel.stay': 'Me alegra que se queden. No he cambiado nada.',
  'cancel.stay_help':
    'Para retirar una baja ya acordada, diga «reanude mi plan»; una persona puede ayudarle en {support}.',
  'cannot.plan': 'Puede cambiar su plan aquí, y por ahora no se ha cambiado nada.',
  'cannot.plan_help':
    'Dígame qué plan quiere: lo preparo y solo ocurre cuando usted lo aprueba. Una persona puede ayudarle en {support}.',
  'cannot.seats':
    'Puedo preparar añadir o quitar plazas, pero no complementos, y por ahora no se ha cambiado nada. Dígame cuántas plazas.',
  'cannot.details':
    'Puedo preparar un nuevo correo para las facturas; otros datos de facturación o métodos de pago no puedo cambiarlos desde aquí, y no se ha cambiado nada.',
  'cannot.help': 'Escriba a {support} y lo harán por usted.',
  'cannot.refund':
    'Puedo preparar un reembolso para que usted lo apruebe, y por ahora no se ha cambiado nada. Diga «reembolse el duplicado», o dígame la línea o la factura; una persona puede ayudarle en {support}. Esto he encontrado:',
  'cannot.refund_bare':
    'Puedo preparar un reembolso para que usted lo apruebe, y por ahora no se ha cambiado nada. Dígame la línea o la factura; una persona puede ayudarle en {support}.',
  'cannot.pay': 'En este chat no puedo cobrar pagos.',
  'cannot.time': 'No puedo cambiar una fecha de vencimiento. Escriba a {support} antes de que llegue.',
  'pay.method': 'El método de pago guardado es {label}.',
  'role.owner_only':
    'Los importes y las facturas los ve el titular de la cuenta; consúltelo con él. Puedo ayudarle con el plan, las plazas y el consumo.',
  'unclear.sorry':
    'Lo siento, no lo he entendido. Puedo ayudar con los temas de abajo, o una persona en {support}.',
  'nothing.found': 'No he podido consultarlo ahora. Inténtelo de nuevo o escriba a {support}.',
};
