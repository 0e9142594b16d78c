import 'server-only';

/** What Spanish words mean to a guard. */
export const ES = `
IGNORE ignor, olvid, omit, pasa por alto, salta., sáltate, sáltese, saltar, haz caso omiso, no sigas, no hagas caso, deja de lado, desobedec, desatiend, evade, elude, prescind, incumpl, descart, no tengas en cuenta, pase por alto, deje de seguir, deja de seguir, quebrant, rompe las
RULES instruccion, instrucción, regla, directriz, directrices, norma, indicacion, restriccion, restricción, política, prompt, orden., órdenes, pauta, lineamiento, mandato, limitacion, consigna, directiva
PRIOR anterior, previa, previo, de arriba, original, inicial, hasta ahora, precedente, dichas antes, antes., arriba
REVEAL muestra, muéstra, mostrar, muestre, revela, revele, revelar, imprim, dime, dame., deme., díga, diga, enseña, lista., listar, enumer, divulg, expon, exporta, saca., facilita, pásame, filtra, comparte, dinos, danos, vuelca, extrae, desvela, entrega
REPEAT repit, repet, palabra por palabra, literal, textual, copi, traduc, resum, recit, cita., deletre, complet la, reproduc, transcrib, al pie de la letra
SECRET secret, ocult, escondid, confidencial, intern
KEY contraseña, clave, token, credencial, código de acceso, llave, pin.
SYSTEM sistema, configuracion, configuración, mensaje del desarrollador, código fuente, contexto
BOT ia., asistente, robot, modelo, inteligencia artificial, chatbot, máquina
ROLE actúa, actua, finge, fingir, haz de., hazte pasar, compórtate, ahora eres, eres ahora, imagina que eres, imagina que, simula, papel, personaje, rol., juega, interpreta, haz como, convierte, serás, pretende, ponte en
STORY historia, cuento, poema, novela, escena, guion, hipotétic, ficción, ficticio, película, abuela, canción, adivinanza, supon, juego, obra de teatro, imagin, sueño
FREE sin restriccion, sin límite, sin filtro, sin censura, ilimitad, malvad, sin reglas, ninguna regla, liberad, irrestrict, desbloquead, sin normas
MODE modo., activa, habilit, desbloque, depuracion, depuración, mantenimiento, cambia a modo
OFF desactiv, deshabilit, apaga, suspend, levanta, quita., quitar, anula, deja sin efecto, ya no, inhabilit
FILTER filtro, seguridad, protección, proteccion, moderación, étic, moral, censura, advertencia, salvaguard, control, comprobacion, comprobación
BOSS administrador, desarrollador, director, jefe, jefa, auditor, gerente, dueño, propietari, responsable, equipo de, ingenier, operador, supervisor, encargad, contabilidad, finanzas, ceo, presidente, soporte técnico, creador
IAM soy el, soy la, soy tu, soy su, les habla, le habla, te habla, habla el, aquí el, en nombre de, de parte de, como administrador, como responsable, como director, somos el, trabajo en, represento, en calidad de
ALLOWED autoriz, permiso, permitid, facultad, tienes acceso, acceso, privilegi, verificad, habilitado, puedes ahora, tienes permitido, exent
NOWON a partir de ahora, de ahora en adelante, desde ahora, en su lugar, en lugar de, nueva tarea, nueva instruccion, nuevas instrucciones, nueva regla, nuevas reglas, en adelante, tu verdader, nueva orden, empieza de nuevo, en vez de, tu nuevo, tu nueva
MUST debes, debe., deberás, tienes que, tiene que, obedec, exijo, te ordeno, ordeno, obligatori, neg, rechac, cumpl, pase lo que pase, sin importar, da igual, hay que, asegúrate, asegúrese, exig, imperativ, procura
EVER siempre, nunca, jamás, para siempre, permanente, cada vez, de por vida, eternamente
WITHOUT sin., no hace falta, no es necesario, sin necesidad, no necesitas, evita, innecesari, prescinde de
APPROVE aprob, aprueb, confirm, autorización, firma, visto bueno, segunda persona, cuatro ojos, valida, validar, consentim, verific, preguntar, consultar, contrafirm, refrend, revisión, luz verde, acepta
SELF tú mismo, ti mismo, usted mismo, automátic, directamente, inmediat, ahora mismo, en mi nombre, por mí, ya mismo, de una vez, enseguida, forzar, fuerza, de inmediato, por tu cuenta, sin más
SILENT en secreto, secretamente, en silencio, discret, sin avisar, sin decir, sin que nadie, sin que se, no digas, no se lo digas, no menciones, no avises, a escondidas, calladamente, entre nosotros, sin notificar, no informes, nadie se entere, no preguntes, a espaldas
OTHERS otros clientes, otro cliente, otras empresas, otra empresa, otros usuarios, otro usuario, otras cuentas, otra cuenta, otra persona, alguien más, competencia, competidor, vecin, terceros, todos los clientes, todas las empresas, ajen, inquilin, todos los usuarios, cada cliente, todo el mundo, otras personas, los demás
ALL todo., todos., toda., todas., cada., entero, entera, complet, íntegr, total, cualquier, exact
CUSTOMER cliente, usuari, cuenta, empresa, compañía, abonad, miembro, persona, compañer
DATA datos, correo, email, direccion, dirección, número de tarjeta, números de tarjeta, tarjeta, teléfono, base de datos, información, registros, nombres, contacto, personales, conversación, mensaje
BILL factura, facturación, pago., pagos, suscripcion, suscripción, plan., planes, cargo., cargos, recibo, tarifa, importe, saldo, vencid, vencimiento, deuda, precio, iva., cuota, coste, costo, impuesto, plaza, contrato
REFUND reembols, devolucion, devolución, devuelv, devolv, abona., abono, abonar, crédito, descuento, cupon, cupón, compens, gratis, gratuit, condon, bonific, vale de, regal, perdon, exonera, reintegr, promocion, promoción
ZERO cero, nada que pagar, cien por cien, máxim, doble, un céntimo, un centavo, lo más posible, millón, millones, negativ
PAID pagad, saldad, liquidad, marca., marque, marcar, como si estuviera, estado, cobrad, abonad, cerrad, registra
CHANGE cambi, modific, reemplaz, sustitu, actualiz, pon., poner, ponga, redirig, ajust, sub., sube., baja., aument, reduc, edita, desvía, amplía, prorrog, mueve
TARGET cuenta bancaria, iban, contacto de facturación, dirección de facturación, beneficiari, destinatari, titular, correo de facturación, cuenta personal, paypal, bitcoin
SEND envia, envía, enviar, envíe, manda, mande, reenv, transfier, transfer, transmit, sube el, publica, remite
LINK enlace, vínculo, imagen, servidor, sitio web, página, adjunto
ENCODE codific, cifr, al revés, base64, invert, decodific, letra por letra, primera letra, acróstico, descifr, encript
TOOL herramienta, función, funcion, consulta, ejecut, llama a la, invoca, script, comando, parámetro, código
END fin de, fin del, inicio, nueva sesión, nueva conversación, nota para, nota al, mensaje de, resultado de, atención, importante, aviso
LOOP infinit, mil veces, sin parar, sin fin, bucle, cien veces, una y otra vez, lo más larg
LIMIT límite, limite, umbral, tope, por debajo, divid, fraccion, varias partes, pequeñ, cantidades menores
LOG registro, auditoría, auditoria, rastro, notificación, notificacion, historial, bitácora, prueba., alerta
ALREADY ya., ya dio, ya aprob, ya dijo, acordad, prometi, prometió, consider, cuenta como, da por, dé por, vale como, toma esto, trata este, como acordamos, dio el visto, ha aprobado
ASK cómo, como puedo, por qué, cuándo, cuando., qué., que es, cuál, dónde, donde, quién, cuánto, cuánt, puedo., podemos, hay., debo, tengo que, es posible, se puede, está., están
MINE mi., mis., nuestr, yo., nosotros, me., nos., mío
YOU tú., tu., tus., usted, te., ti., vuestr, ustedes
NOT no., ningun, nada., tampoco
POLITE por favor, gracias, podría, podrían, puede., puedes, pueden, hola, buenos días, buenas, disculp, quisiera, me gustaría, queremos, saludos, ayud, perdone
DELETE borr, elimin, suprim, quit, destru, escond, oculta el, cancel, dar de baja, limpia
THREAT urgen, despedir, despid, morir, muer, demand, abogad, si no., recompensa, propina, rápido, peligro, emergencia, amenaz, prensa
TEST prueba, ejercicio, investigación, simulacro, simulación, experimento, estudio, ensayo, entrenamiento, fines educativos
SAY di., decir, responde, contesta, escrib, redact, habla, genera, crea., crear, cuenta una, describe, explic
PERSON fecha de nacimiento, salario, sueldo, vive., domicilio, teléfono de, señor, señora, su., sus.
HARM hacke, robar, roba, malware, bomba, arma., armas, droga, fraude, ilegal, virus, insult, ataque, falsific, estaf, veneno, phishing, piratear
IF si tú, si el, cuando el, cada vez que, en cuanto, antes de, al leer, siempre que, tan pronto
WHEN mes., meses, hoy., mañana, ayer, semana, día., días, año, enero, febrero, marzo, abril, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, lunes, martes, viernes, trimestre, fecha
WRONG problema, error, equivoc, no funciona, incorrect, dos veces, duplicad, rechazad, caducad, falta, más alt, diferencia, fall, no coincide
`;
