import { z } from 'zod';
import { instantSchema } from './dates.ts';

/** Kept for as long, or until it is fetched: whichever comes first. */
export const EXPORT_KEPT_DAYS = 7;

/** `downloaded` and `failed` are ends; a copy that ran out is no longer there. */
export const exportStateSchema = z.enum(['waiting', 'building', 'ready', 'downloaded', 'failed']);
export type ExportState = z.infer<typeof exportStateSchema>;

/** Answer to `POST /api/me/exports`. */
export const exportBegunSchema = z.strictObject({ exportId: z.uuid() });

/** `GET /api/me/exports/:id` */
export const exportStatusSchema = z.strictObject({
  exportId: z.uuid(),
  status: exportStateSchema,
  /** 0 to 100. */
  progress: z.int().min(0).max(100),
  createdAt: instantSchema,
  /** The link stops working then, fetched or not. */
  expiresAt: instantSchema,
  /** Bytes of the finished file. */
  bytes: z.int(),
});
export type ExportStatus = z.infer<typeof exportStatusSchema>;

/** `GET /api/me/exports`: newest first. */
export const exportListSchema = z.strictObject({ exports: z.array(exportStatusSchema) });

/** What an erasure may be of. */
export const eraseScopeSchema = z.enum(['account', 'conversation']);
export type EraseScope = z.infer<typeof eraseScopeSchema>;

/** One line of what goes or stays. */
export const goesSchema = z.strictObject({ category: z.string(), label: z.string(), count: z.int() });
export const staysSchema = z.strictObject({
  category: z.string(),
  label: z.string(),
  why: z.string(),
  until: z.string(),
});
export type Goes = z.infer<typeof goesSchema>;
export type Stays = z.infer<typeof staysSchema>;

/** How the person has to prove that it is them: a code, or the password, or a sign-in of the last minutes. */
export const proofSchema = z.enum(['code', 'password', 'sign_in']);
export type Proof = z.infer<typeof proofSchema>;

/** `GET /api/me/erase[?conversationId=…]`: what would go and what has to stay. */
export const erasePreviewSchema = z.strictObject({
  scope: eraseScopeSchema,
  conversationId: z.uuid().nullable(),
  goes: z.array(goesSchema),
  stays: z.array(staysSchema),
  /** What `confirm` has to say, letter by letter. */
  confirm: z.string(),
  /** `sign_in` means that this session is young enough and nothing more is asked for. */
  proof: proofSchema,
  /** Nothing may be erased while something of theirs has to be kept for a legal reason. */
  held: z.boolean(),
});
export type ErasePreview = z.infer<typeof erasePreviewSchema>;

/** `POST /api/me/erase` */
export const eraseRequestSchema = z
  .strictObject({
    scope: eraseScopeSchema,
    conversationId: z.string().optional(),
    confirm: z.string().max(254),
    password: z.string().max(256).optional(),
    code: z.string().max(32).optional(),
  })
  .refine(({ scope, conversationId }) => (scope === 'conversation') === (conversationId !== undefined));
export type EraseRequest = z.infer<typeof eraseRequestSchema>;

/** How a signed receipt proves where it comes from. Keys and signatures are base64url. */
export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: z.string(),
  publicKey: z.string(),
  value: z.string(),
});

/** The proof of an erasure. What is signed is the RFC 8785 form of everything but `signature`. */
export const erasureReceiptSchema = z.strictObject({
  kind: z.literal('erasure'),
  version: z.literal(1),
  receiptId: z.uuid(),
  issuer: z.string(),
  scope: eraseScopeSchema,
  /** The conversation, or the person by the id that the log goes on using. */
  subjectId: z.uuid(),
  requestedAt: instantSchema,
  finishedAt: instantSchema,
  /** Destroyed before anything was deleted: what they had sealed can't be read any more, in no copy of it. */
  destroyedKeys: z.array(z.strictObject({ id: z.uuid(), scope: z.string() })),
  removed: z.record(z.string(), z.int()),
  stays: z.array(staysSchema),
  signature: signatureSchema,
});
export type ErasureReceipt = z.infer<typeof erasureReceiptSchema>;

/** Answer to `POST /api/me/erase`, and of `GET /api/receipts/:token`. */
export const erasedSchema = z.strictObject({
  status: z.enum(['running', 'done']),
  /** Fetches the receipt at `/api/receipts/:token`, without an account. */
  receiptToken: z.string(),
  receipt: erasureReceiptSchema.nullable(),
});
export type Erased = z.infer<typeof erasedSchema>;

/** `GET /api/receipts/key`: what receipts are verified with. */
export const receiptKeySchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: z.string(),
  publicKey: z.string(),
});

/** What the page shows of everything that is held. */
export type Holding = { category: string; label: string; count: number };
