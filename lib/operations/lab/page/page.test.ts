import { expect, test } from 'vitest';
import { mayFetch } from './may-fetch.ts';
import { readDom } from './read-dom.ts';

const OWN = 'http://127.0.0.1:3100';
const INBOX = 'http://127.0.0.1:9999/run/p.png';
const POLICY = "default-src 'self'; img-src 'self' data:; frame-src 'none'";

test.each<[string, Partial<ReturnType<typeof readDom>>]>([
  ['<p>Hello <a href="/plan">plan</a></p>', { images: [], links: ['/plan'], active: [], fetches: [] }],
  [`<img src="${INBOX}">`, { images: [INBOX], fetches: [{ kind: 'img-src', url: INBOX }] }],
  ['<img src=x onerror=alert(1)>', { active: ['img onerror'] }],
  [`<iframe src="${INBOX}"></iframe>`, { active: ['iframe'], fetches: [{ kind: 'frame-src', url: INBOX }] }],
  ['<svg><script>alert(1)</script></svg>', { active: ['svg', 'script'] }],
  ['<a href="javascript:alert(1)">x</a>', { active: ['a href=script'] }],
  ['<template><img src="//evil.test/x"></template>', { images: ['//evil.test/x'] }],
  ['<div data-approve="1">Approve</div>', { active: ['div data-approve'] }],
  ['&lt;img src=x&gt; <!-- <img src=y> -->', { images: [], active: [], fetches: [] }],
  ['<form action="//evil.test"><button>Pay</button></form>', { active: ['form', 'button'] }],
])('a browser would find in %s what is there', (html, expected) => {
  expect(readDom(html)).toMatchObject(expected);
});

test('our own policy lets an image of our own be fetched, and nothing of the attacker’s', () => {
  expect(mayFetch(POLICY, 'img-src', `${OWN}/icon.svg`, OWN)).toBe(true);
  expect(mayFetch(POLICY, 'img-src', '/icon.svg', OWN)).toBe(true);
  expect(mayFetch(POLICY, 'img-src', INBOX, OWN)).toBe(false);
  expect(mayFetch(POLICY, 'frame-src', INBOX, OWN)).toBe(false);
  expect(mayFetch(POLICY, 'script-src', INBOX, OWN)).toBe(false);
  expect(mayFetch(POLICY, 'img-src', 'http://', OWN)).toBe(false);
});

test('without a policy a browser fetches whatever it is told', () => {
  expect(mayFetch('', 'img-src', INBOX, OWN)).toBe(true);
});
