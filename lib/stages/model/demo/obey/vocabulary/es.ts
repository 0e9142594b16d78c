import 'server-only';
import type { Words } from './ideas.ts';

export const ES: Words = {
  show: 'muestra~ mostrar enseña~ revela~ repite~ imprime~ dime dame da dé escribe~ lista listar copia~ cita~ traduce~ envía~ manda~ exporta~ pasas pásame incluye~ enumera~ responde~ contesta~ comparte~ di necesito quiero saca',
  ask: 'qué que cuál cuáles quién quiénes cómo',
  rules:
    'instrucción instrucciones regla reglas orden órdenes directiva~ prompt configuración normas indicaciones mensaje_de_sistema mensaje_del_sistema',
  hidden: 'sistema secreta~ secreto~ oculta~ interna~ interno~ inicial iniciales original~ confidencial~',
  yours: 'tu tus te ti su sus usted tú',
  given:
    'te_dieron te_dijeron te_han te_dio has_recibido recibiste al_principio al_inicio tus_creadores te_ordenaron antes_de_este antes_de_mi contexto te_ordenado desarrolladores debes_seguir sigues creadores',
  verbatim: 'palabra_por_palabra literal~ íntegr~ completas completo completa exacta~ textual~ todas',
  above: 'anterior anteriores arriba precede precedente~ antes_de_esto encima',
  lines: 'todo texto palabras línea líneas mensaje lo qué',
  everyone: 'todos todas todo otro otros otra otras cada demás',
  people: 'cliente clientes usuario usuarios empresa empresas abonado~ suscriptor~ inquilinos compañías',
  address: 'correo correos e-mail e-mails email emails mail dirección direcciones contacto contactos',
  database: 'base_de_datos base_de_clientes tabla bbdd',
  head: 'dueño dueña propietario~ jefe jefa director~ gerente responsable',
  refund: 'reembols~ devuelve~ devuélve~ devolver devolución reintegr~ abona~ abónam~ de_vuelta',
  money: 'dinero factura facturas pago importe euros euro dólares todo pesos',
  pressed:
    'ahora ya inmediatamente enseguida de_inmediato sin_preguntar sin_confirmación sin_pedir sin_aprobación no_hace_falta aprobó aprobado autorizado confirmado completa completo urgente hoy ejecuta permisos debes',
  change:
    'cambia~ modifica~ actualiza~ pon poner manda~ envía~ sustituye~ reemplaza~ desde_ahora a_partir_de nuevo nueva redirige~',
  invoices: 'factura facturas facturación contabilidad recibos',
  contact: 'contacto correo dirección e-mail email destinatario datos',
  open: 'abre abrir visita~ carga~ entra haz_clic pincha ve sigue accede~ descarga~',
  picture: 'imagen imágenes foto logo píxel icono',
  link: 'enlace enlaces vínculo botón link',
  endless: 'siempre sin_parar sin_fin infinit~ eternamente nunca_pares no_pares hasta_que bucle jamás',
  repeat: 'repite~ di escribe~ imprime~ cuenta~ sigue',
  bill: 'factura~ pago~ pagar reembols~ impuesto~ iva importe plan cobro~ vencimiento cargo~',
  ours: 'mi mis nuestro nuestra nuestros nuestras',
  decode: 'decodifica~ descifra~ descodifica~',
};
