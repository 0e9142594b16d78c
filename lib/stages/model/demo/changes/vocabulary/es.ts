import 'server-only';
import type { Vocabulary } from './vocabulary.ts';

const CODE = '(?:starter|team|business)';
const SEAT =
  '(?:asientos?|plazas?|usuari[oa]s?|licencias?|miembros?|puestos?|companer[oa]s?|personas|empleados?|colegas?|escritorios?)';
const OUR = '(?:mi|mis|nuestr[oa]s?|el|la|los|las|este|esta)';
const PLAN = '(?:plan|suscripcion|subscripcion|contrato|cuenta|servicio|membresia|abono|tarifa|todo|paquete)';

export const ES_CHANGES: Vocabulary = {
  lead: `(?:por|favor|hola|buenas|buenos|dias|tardes|oye|mira|y|pues|entonces|vale|ok|si|no|bueno|ahora|ya|gracias|solo|simplemente|asi|que|pero|venga)`,
  asks: `por favor|favor de|porfa|(?:puedes?|podeis|pueden|podrias?|podriais|podrian)\\b(?! (?:decir|explic|mostr|ver))|quier[oe]\\w*|queremos|quisiera\\w*|querria\\w*|queriamos|necesit\\w+|me gustaria|nos gustaria|exij\\w+|exigimos|solicit\\w+|pid\\w+|pedimos|deseo|deseamos|reclam\\w+|haz|haga|hagan|hemos decidido|prefer\\w+|agradeceria\\w*|agradecere\\w*|rueg\\w+|rogamos|hac\\w+ (?:el favor|falta)`,
  questions: `(?:que|cuanto|cuanta|cuantos|cuantas|cuando|como|donde|quien|cual|cuales|por que|si)\\b|(?:(?:puedo|podemos|podria|podriamos|se puede|se podria)(?!.*\\bpor favor\\b)|es posible|hay|debo|debemos|tengo|tenemos|he(?! decidido)|hemos(?! (?:decidido|acordado))|habeis|has|esta|estan|fue|seria|me van|me vais|va|voy|van|existe|recibire|recibiremos|recibo)\\b`,
  unreal: `(?:si|cuando|como|por que|porque|antes de|despues de|al|quien|cuanto|que pasa|donde|fue|fueron)`,
  negations: `(?:no|nunca|jamas|sin|en vez de)`,
  pointing: `(?:arregl\\w+|corrij\\w+|corrig\\w+|solucion\\w+|resuelv\\w+|cambi(?:alo|enlo|elo|arlo)|haz(?:lo|melo)|hag(?:alo|anlo)|rectif\\w+|repar\\w+)`,
  prices: `(?:cuesta|cuestan|costar\\w*|costaria\\w*|precio|cuanto|ahorr\\w+|mas caro|mas barato|que pasa|que ocurre|pasaria|pierdo|perderia|diferencia|significa|supone|supondria|pagaria\\w*|hasta cuando|desde cuando|cuando (?:terminaria|acabaria|termina|acaba|entraria|entra))`,
  seat: SEAT,
  more: '(?:mas|adicional(?:es)?|extra|otr[oa]s?)',
  fewer: '(?:menos)',
  namings: [
    { tool: 'change_billing_contact', itself: true, say: '(?:direccion|correo|email|mail|contacto)(?: \\w+){0,4} (?:facturas|facturacion)(?: \\w+){0,3} zqmail|facturas(?: \\w+){0,6} zqmail' },
    { tool: 'change_billing_contact', say: '(?:envi\\w+|mand\\w+|cambi\\w+|actualic\\w+|actualiz\\w+|us[ae]\\w*|pon\\w*|dirij\\w+|remit\\w+|a|al|facturas|direccion|correo)\\b.*zqmail', with: '(?:facturas|facturacion|recibos|a partir de ahora|en adelante|desde ahora|a partir|siempre|futuro)' },
    { tool: 'change_billing_contact', say: '(?:cambi\\w+|actualiz\\w+|actualic\\w+|modific\\w+|modifiqu\\w+)(?: \\w+){0,4} (?:correo|email|mail|contacto)(?: \\w+){0,2} ?(?:facturacion|facturas)?' },
    { tool: 'retry_payment', say: 'reintent\\w+|(?:vuelv\\w+|volver|volved|volvais) a (?:intentar|cobrar|pasar|probar|cargar|procesar|ejecutar)\\w*|(?:intent\\w+|cobr\\w+|pas\\w+|prueb\\w+|prob\\w+|carg\\w+|proces\\w+)(?: \\w+){0,6} (?:otra vez|de nuevo|nuevamente|una vez mas)' },
    { tool: 'resume_plan', say: 'reanud\\w+|reactiv\\w+|(?:retir\\w+|anul\\w+|deshac\\w+|deshaz|deshag\\w+|revoc\\w+|revoqu\\w+|cancel\\w+|olvid\\w+|quit\\w+|par\\w+)(?: \\w+){0,2} (?:cancelacion|baja|pausa)|(?:sigue|seguir|sigan|seguid|continu\\w+|seguimos) con (?:el|mi|nuestr[oa]|la) (?:plan|suscripcion)|(?:vuelv\\w+|volver) a activar\\w*' },
    { tool: 'resume_plan', say: '(?:al final no|ya no|finalmente no|no)(?: \\w+){0,4} (?:cancel\\w+|baja|paus\\w+)', with: '(?:al final|ya no|finalmente|despues de todo|nos quedamos|me quedo)' },
    { tool: 'refund', itself: true, say: '(?:exij\\w+|exigimos|quiero|queremos|solicit\\w+|pid\\w+|reclam\\w+|necesit\\w+|deseo|quisiera|me gustaria|dame|denme|dadme)(?: \\w+){0,5} (?:reembolso|devolucion|reembols\\w+|devuelv\\w+|dinero|reintegro)(?! (?:llega|esta|tarda))' },
    { tool: 'refund', say: '(?:hag|haz|hac|efectu|realic|tramit)\\w*(?: \\w+){0,3} (?:devolucion|reembolso)|reembols(?:a|e|en|ad|ar|arme|arnos|eme|enme|enos|enmelo|adme|adnos|ame|anos|alo|enlo)\\b|devuelv\\w+|devolv(?:er|ed|erme|ernos|edme|ednos|erlo|eis)\\b|reintegr(?:a|e|en|ar)\\w*|(?:quit\\w+|descuent\\w+|elimin\\w+|retir\\w+|borr\\w+|saqu\\w+)(?: \\w+){0,7} (?:de|en) (?:la|mi|nuestra) (?:ultima )?factura|(?:anul\\w+|corrij\\w+|elimin\\w+|quit\\w+)(?: \\w+){0,3} (?:duplicad\\w+|repetid\\w+|doble)' },
    { tool: 'change_seats', change: 'remove', say: `(?:quit\\w+|elimin\\w+|borr\\w+|retir\\w+|reduc\\w+|reduzc\\w+|suprim\\w+|baja|cancel\\w+|saqu\\w+|saca\\w*)(?: \\w+){0,5}? ${SEAT}` },
    { tool: 'change_seats', change: 'add', say: `(?:anad\\w+|agreg\\w+|sum\\w+|compr\\w+|contrat\\w+|pon\\w*|necesit\\w+|quer\\w+|quier\\w+|quisier\\w+|alta|incorpor\\w+|aument\\w+|inclu\\w+|dame|danos|denos|ampli\\w+|gustaria|cre[ae]\\w*|falta|faltan)(?: \\w+){0,5}? ${SEAT}` },
    { tool: 'change_seats', change: 'add', itself: true, say: `^(?:por favor )?(?:\\d+|una?|otr[oa]) ${SEAT} (?:mas|adicional(?:es)?|extra)(?: por favor)?$|^(?:otr[oa]|\\d+ mas) ${SEAT}(?: por favor)?$` },
    { tool: 'pause_plan', say: `paus(?:a|e|en|ar|ad|arlo|arla|ame|anos)\\b(?! (?:ya|de la))|suspend\\w+|congel\\w+|(?:pon\\w*|poner|dej\\w+)(?: \\w+){0,4} en pausa|hacer una pausa|interrump\\w+` },
    { tool: 'change_plan', say: `(?:cambi\\w+|pas\\w+|sub\\w+|baj\\w+|muev\\w+|mov\\w+|actualiz\\w+|actualic\\w+|mejor\\w+|pon\\w*|quier\\w+|quer\\w+|contrat\\w+|upgrade|downgrade|ir|vamos|preferimos|prefiero|necesit\\w+|migr\\w+|gustaria|tomamos|elegimos|escogemos)(?! (?:saber|conocer|ver|entender|preguntar)\\b)(?: \\w+){0,6}? ${CODE}` },
    { tool: 'change_plan', towards: 'up', say: '(?:sub\\w+|mejor\\w+|ampli\\w+|cambi\\w+|quier\\w+|quer\\w+|pas\\w+|necesit\\w+)(?: \\w+){0,4} (?:plan superior|plan mas grande|plan mayor|mejor plan|siguiente plan)|sub\\w+ de plan|mejor\\w+ (?:el|mi|nuestro) plan|upgrade' },
    { tool: 'change_plan', towards: 'down', say: '(?:baj\\w+|cambi\\w+|quier\\w+|quer\\w+|pas\\w+)(?: \\w+){0,4} (?:plan inferior|plan mas pequeno|plan mas barato|plan menor|plan basico)|baj\\w+ de plan|downgrade' },
    { tool: 'change_plan', say: 'cambi\\w+ (?:de|el|mi|nuestro) plan' },
    { tool: 'cancel_plan', say: `(?:cancel(?:a|e|en|ar|ad|adme|arme|arnos|arla|arlo|enme|eme|emos|amos|o)|anul(?:a|e|en|ar)|termin(?:a|e|en|ar)|finalic\\w+|finaliz\\w+|rescind\\w+|cierr\\w+|cerrar|cerrad|deten\\w+)(?: (?:${OUR} ))?(?: ?(?:${OUR} )*${PLAN}|(?: (?:ya|ahora|inmediatamente|por favor))*$)` },
    { tool: 'cancel_plan', say: '(?:dar(?:me|nos)?|da(?:d|r|nos|me|dme|dnos)?|den(?:me|nos)?|de(?:me|nos)?) de baja(?! (?:un|una|dos|a|el usuario))|no (?:queremos|quiero|vamos a|voy a) (?:seguir|continuar|renovar)|dej\\w+ el servicio' },
  ],
  told: [
    { tool: 'refund', say: '(?:dos veces|doble|duplicad\\w+|2 veces|por duplicado|repetid\\w+)' },
    { tool: 'refund', say: '(?:reembolso|devolucion)' },
    { tool: 'retry_payment', say: '(?:rechazad\\w+|fallid\\w+|fallo)', with: '(?:pago|tarjeta|cobro)' },
  ],
}; // prettier-ignore
