import { CAPITALS, DIGITS, type Draw, HEX, MIXED, SMALL } from './draw.ts';

const URL_SAFE = `${MIXED}_-`;
const BASE64 = `${MIXED}+/`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const token = (claims: string): string => Buffer.from(claims).toString('base64url');

/** Credentials that say what they are, in the forms their issuers document. */
const MARKED: readonly ((draw: Draw) => string)[] = [
  (draw) => `sk-proj-${draw.some(URL_SAFE, 80)}`,
  (draw) => `sk-ant-api03-${draw.some(URL_SAFE, 93)}AA`,
  (draw) => `sk_live_${draw.some(MIXED, 24)}`,
  (draw) => `rk_test_${draw.some(MIXED, 40)}`,
  (draw) => `whsec_${draw.some(MIXED, 32)}`,
  (draw) => `AKIA${draw.some(`${CAPITALS}234567`, 16)}`,
  (draw) => `ghp_${draw.some(MIXED, 36)}`,
  (draw) => `github_pat_${draw.some(MIXED, 22)}_${draw.some(MIXED, 59)}`,
  (draw) => `glpat-${draw.some(URL_SAFE, 20)}`,
  (draw) => `xoxb-${draw.some(DIGITS, 12)}-${draw.some(DIGITS, 12)}-${draw.some(MIXED, 24)}`,
  (draw) =>
    `${['xapp', '1', 'A'].join('-')}${draw.some(`${CAPITALS}${DIGITS}`, 10)}-${draw.some(DIGITS, 13)}-${draw.some(HEX, 64)}`,
  (draw) =>
    `https://hooks.slack.com/services/T${draw.some(CAPITALS, 8)}/B${draw.some(CAPITALS, 8)}/${draw.some(MIXED, 24)}`,
  (draw) => `AIza${draw.some(URL_SAFE, 35)}`,
  (draw) => `GOCSPX-${draw.some(URL_SAFE, 28)}`,
  (draw) => `ya29.${draw.some(URL_SAFE, 90)}`,
  (draw) => `npm_${draw.some(MIXED, 36)}`,
  (draw) => `pypi-AgEIcHlwaS5vcmc${draw.some(URL_SAFE, 90)}`,
  (draw) => `hf_${draw.some(MIXED, 34)}`,
  (draw) => `SG.${draw.some(URL_SAFE, 22)}.${draw.some(URL_SAFE, 43)}`,
  (draw) => `SK${draw.some(HEX, 32)}`,
  (draw) => `shpat_${draw.some(HEX, 32)}`,
  (draw) => `sq0csp-${draw.some(URL_SAFE, 43)}`,
  (draw) => `rzp_live_${draw.some(MIXED, 14)}`,
  (draw) => `dop_v1_${draw.some(HEX, 64)}`,
  (draw) => `dckr_pat_${draw.some(URL_SAFE, 27)}`,
  (draw) => `hvs.${draw.some(URL_SAFE, 96)}`,
  (draw) => `glsa_${draw.some(MIXED, 32)}_${draw.some(HEX, 8)}`,
  (draw) => `ATATT3xFfGF0${draw.some(URL_SAFE, 170)}=${draw.some(`${DIGITS}ABCDEF`, 8)}`,
  (draw) => `lin_api_${draw.some(MIXED, 40)}`,
  (draw) => `figd_${draw.some(URL_SAFE, 43)}`,
  (draw) => `dapi${draw.some(HEX, 32)}`,
  (draw) => `${draw.some(DIGITS, 10)}:AA${draw.some(URL_SAFE, 33)}`,
  (draw) =>
    `${token('{"alg":"HS256","typ":"JWT"}')}.${token(`{"sub":"${draw.some(DIGITS, 8)}"}`)}.${draw.some(URL_SAFE, 43)}`,
  (draw) => pem(draw, draw.of(['RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED ', ''])),
  (draw) =>
    `${draw.of(['postgres', 'postgresql', 'mysql', 'mongodb+srv', 'redis', 'amqp', 'https'])}://${draw.some(SMALL, 6)}:${draw.some(MIXED, 14)}@db.example.com`,
  (draw) => `AGE-SECRET-KEY-1${draw.some('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`,
];
/** Credentials that only the word before them tells. */
const NAMED: readonly ((draw: Draw) => { before: string; secret: string })[] = [
  (draw) => ({ before: draw.of(['password: ', 'my password is ', 'PASSWORD=', '"password": "', 'Passwort: ', 'mot de passe : ', 'contraseña: ', 'mein Passwort lautet ', 'pwd=']), secret: password(draw) }),
  (draw) => ({ before: draw.of(['api key: ', 'API_KEY=', '"apiKey": "', 'our api key is ', 'x-api-key: ', 'X-Api-Key=']), secret: draw.some(draw.of([HEX, MIXED]), 32) }),
  (draw) => ({ before: draw.of(['aws_secret_access_key = ', 'AWS_SECRET_ACCESS_KEY=', 'secret access key: ']), secret: draw.some(BASE64, 40) }),
  (draw) => ({ before: draw.of(['client_secret=', '"clientSecret": "', 'client secret: ', 'SESSION_SECRET=']), secret: draw.some(URL_SAFE, 40) }),
  (draw) => ({ before: draw.of(['Authorization: Bearer ', 'Bearer ', 'auth token: ', 'access_token=', 'the token is ']), secret: draw.some(MIXED, 36) }),
  (draw) => ({ before: 'Authorization: Basic ', secret: base64(`${draw.some(SMALL, 6)}:${draw.some(MIXED, 12)}`) }),
  (draw) => ({ before: draw.of(['TWILIO_AUTH_TOKEN=', 'auth_token: ', 'DATADOG_API_KEY=']), secret: draw.some(HEX, 32) }),
  (draw) => ({ before: 'Server=db;User Id=app;Password=', secret: password(draw) }),
  (draw) => ({ before: 'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=', secret: `${draw.some(BASE64, 86)}==` }),
  (draw) => ({ before: draw.of(['HEROKU_API_KEY=', 'api key ']), secret: draw.like('hhhhhhhh-hhhh-4hhh-8hhh-hhhhhhhhhhhh') }),
  (draw) => ({ before: draw.of(['', 'I found this in the logs: ', 'here: ']), secret: draw.some(BASE64, 40) }),
  (draw) => ({ before: draw.of(['', 'use ', 'is this ours? ']), secret: draw.some(MIXED, 48) }),
]; // prettier-ignore
const SENTENCES = ['%', 'here is it: %', 'I pasted % by mistake', 'does % still work?', 'ist % noch gültig?', 'KEY=%', '{"value":"%"}', '`%`', 'please rotate %, thanks', '(%)'] as const; // prettier-ignore

/** A text that holds a credential, and the credential. */
export function makeSecret(draw: Draw): { text: string; secret: string } {
  if (draw.below(3) > 0) {
    const secret = draw.of(MARKED)(draw);
    return { text: draw.of(SENTENCES).replace('%', () => secret), secret };
  }
  const { before, secret } = draw.of(NAMED)(draw);
  return { text: `${before}${secret}${before.endsWith('"') ? '"' : ''}`, secret };
}

function password(draw: Draw): string {
  return draw.of([
    `${draw.of(['Sommer', 'Winter', 'Dragon', 'Kaffee'])}${draw.some(DIGITS, 4)}${draw.of(['!', '?', '#', ''])}`,
    draw.some(MIXED, 12) + draw.some(DIGITS, 1),
    `${draw.some(SMALL, 5)}-${draw.some(SMALL, 5)}-${draw.some(DIGITS, 2)}`,
    `${draw.some(SMALL, 4)}$${draw.some(MIXED, 5)}@${draw.some(DIGITS, 2)}`,
  ]);
}

/** Put together here, so that no file holds the header of a key. */
function pem(draw: Draw, type: string): string {
  const line = (word: string): string => ['-----', word, ` ${type}PRIV`, 'ATE KEY-----'].join('');
  return `${line('BEGIN')}\n${Array.from({ length: 6 }, () => draw.some(BASE64, 64)).join('\n')}\n${line('END')}`;
}
