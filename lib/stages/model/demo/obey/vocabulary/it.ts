import 'server-only';
import type { Words } from './ideas.ts';

export const IT: Words = {
  show: 'mostra~ rivela~ ripeti~ stampa~ dimmi dammi da dai scrivi~ elenca~ copia~ cita~ traduci~ invia~ manda~ esporta~ includi~ inserisci metti fornisci rispondi condividi leggi voglio',
  ask: 'che cosa quali quale chi come',
  rules: 'istruzion~ regola regole direttiv~ prompt configurazione ordini indicazioni messaggio_di_sistema',
  hidden: 'sistema segret~ nascost~ intern~ inizial~ original~ riservat~',
  yours: 'tuo tua tuoi tue ti te tu suo sue vostre',
  given:
    'ti_hanno ti_è_stato hai_ricevuto all_inizio prima_di_questa prima_di_questo contesto i_tuoi_creatori ti_ha_detto sviluppatori devi_seguire segui',
  verbatim: 'parola_per_parola letteral~ integral~ complet~ esattamente tutte per_intero',
  above: 'sopra precede precedent~ prima_di_questo',
  lines: 'tutto testo parole riga righe messaggio ciò quello',
  everyone: 'tutti tutte tutto altro altri altre altra ogni ciascun~',
  people: 'cliente clienti utente utenti azienda aziende abbonat~ società imprese',
  address: 'e-mail email mail indirizzo indirizzi contatto contatti posta recapiti',
  database: 'database base_di_dati banca_dati tabella',
  head: 'proprietario titolare capo direttore responsabile',
  refund: 'rimbors~ restitui~ ridammi ridai rendimi riaccredita~ storna~ indietro',
  money: 'soldi denaro fattura fatture pagamento importo euro tutto',
  pressed:
    'subito ora adesso immediatamente senza_chiedere senza_conferma senza_approvazione approvato autorizzato confermato completo urgente oggi esegui tutti intero devi',
  change:
    'cambia~ modifica~ aggiorna~ imposta~ sostituisci~ metti spedisci~ invia~ manda~ da_oggi d_ora_in_poi nuovo nuova',
  invoices: 'fattura fatture fatturazione contabilità',
  contact: 'contatto indirizzo e-mail email mail destinatario recapito',
  open: 'apri~ visita~ carica~ clicca~ vai segui accedi scarica~',
  picture: 'immagine immagini foto logo pixel icona',
  link: 'link collegamento pulsante',
  endless: 'all_infinito infinit~ per_sempre senza_fine senza_fermarti sempre continuamente fino_a finché',
  repeat: 'ripeti~ di scrivi~ stampa~ conta~ continua',
  bill: 'fattura~ pagament~ pagare rimbors~ tassa iva importo piano scadenza addebito~',
  ours: 'mio mia miei mie nostro nostra nostri nostre',
  decode: 'decodifica~ decifra~',
};
