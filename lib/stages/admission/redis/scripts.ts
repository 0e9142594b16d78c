import 'server-only';

/**
 * Redis' own clock in milliseconds: one for all processes, whatever theirs say. Tests put another in its place.
 */
export const REDIS_CLOCK = `
local function now_ms()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end`;

/**
 * What every script begins with. KEYS[1] is the common prefix; every key has it, and its braces put all of them into one slot, so that a
 * cluster runs a script whole. Days and months are those of UTC, as in the database.
 */
const COMMON = `
local prefix = KEYS[1]
local NOBODY = '00000000-0000-0000-0000-000000000000'
local function key(...) return prefix .. ':' .. table.concat({...}, ':') end
local function date_of(ms)
  local z = math.floor(ms / 86400000) + 719468
  local era = math.floor(z / 146097)
  local doe = z - era * 146097
  local yoe = math.floor((doe - math.floor(doe / 1460) + math.floor(doe / 36524) - math.floor(doe / 146096)) / 365)
  local doy = doe - (365 * yoe + math.floor(yoe / 4) - math.floor(yoe / 100))
  local mp = math.floor((5 * doy + 2) / 153)
  local day = doy - math.floor((153 * mp + 2) / 5) + 1
  local month = mp < 10 and mp + 3 or mp - 9
  local year = yoe + era * 400 + (month <= 2 and 1 or 0)
  return year, month, day
end
local function days_before(year, month)
  local y = month <= 2 and year - 1 or year
  local era = math.floor(y / 400)
  local yoe = y - era * 400
  local doy = math.floor((153 * (month > 2 and month - 3 or month + 9) + 2) / 5)
  return era * 146097 + yoe * 365 + math.floor(yoe / 4) - math.floor(yoe / 100) + doy - 719468
end
local function places(unit, tenant, person, ms)
  local year, month, day = date_of(ms)
  local starts = {
    { 'day', string.format('%04d-%02d-%02d', year, month, day), (math.floor(ms / 86400000) + 1) * 86400000 },
    { 'month', string.format('%04d-%02d-01', year, month),
      (month == 12 and days_before(year + 1, 1) or days_before(year, month + 1)) * 86400000 } }
  local all = {}
  for _, s in ipairs({ { 'person', person }, { 'tenant', tenant }, { 'global', NOBODY } }) do
    for _, p in ipairs(starts) do
      all[#all + 1] = { scope = s[1], subject = s[2], period = p[1], starts = p[2], ends = p[3], key = key('b', unit, s[1], s[2], p[1], p[2]) }
    end
  end
  return all
end
local function release(turn, spent, is_given_back)
  local held = redis.call('HGET', key('open'), turn)
  if not held then return 0 end
  local t = cjson.decode(held)
  for _, p in ipairs(places(t.unit, t.tenant, t.person, t.at)) do
    if t.amount > 0 and redis.call('EXISTS', p.key) == 1 then
      redis.call('HINCRBY', p.key, 'r', -t.amount)
      redis.call('HINCRBY', p.key, 's', math.min(spent, t.amount))
    end
  end
  redis.call('HDEL', key('open'), turn)
  redis.call('ZREM', key('leases'), turn)
  for _, who in ipairs({ key('p', t.person), key('t', t.tenant) }) do
    redis.call('ZREM', who .. ':run', turn)
    if is_given_back then redis.call('ZREM', who .. ':win', turn) end
  end
  return 1
end
local function hold(turn, t, lease_ms, window_ms)
  redis.call('HSET', key('open'), turn, cjson.encode(t))
  redis.call('ZADD', key('leases'), t.at + lease_ms, turn)
  for _, who in ipairs({ key('p', t.person), key('t', t.tenant) }) do
    redis.call('ZADD', who .. ':win', t.at, turn)
    redis.call('ZADD', who .. ':run', t.at + lease_ms, turn)
    redis.call('PEXPIRE', who .. ':win', window_ms)
    redis.call('PEXPIRE', who .. ':run', lease_ms + 600000)
  end
end`;

/**
 * Decides on one turn and takes its place and money: ARGV is one JSON object. Answers with JSON: `missing` names budgets that are to be
 * read from the database first (never seen, lost, or their limit is old).
 */
const DECIDE = `
local a = cjson.decode(ARGV[1])
local now = now_ms()
local function window(who, most, most_running)
  redis.call('ZREMRANGEBYSCORE', who .. ':win', '-inf', now - a.windowMs)
  local taken = redis.call('ZCARD', who .. ':win')
  local running = redis.call('ZCOUNT', who .. ':run', '(' .. now, '+inf')
  local oldest = redis.call('ZRANGE', who .. ':win', 0, 0, 'WITHSCORES')
  local reset = taken == 0 and a.windowMs / 1000 or math.ceil((tonumber(oldest[2]) + a.windowMs - now) / 1000)
  return { limit = most, remaining = math.max(most - taken - 1, 0), resetS = reset, exceeded = taken >= most, busy = running >= most_running }
end
local person = window(key('p', a.person), a.turnsPerWindow, a.concurrent)
local answer = { window = person }
for _, w in ipairs({ person, window(key('t', a.tenant), a.tenantTurns, a.tenantConcurrent) }) do
  if w.exceeded or w.busy then
    answer.refusal = { refusal = 'rate_limited', retryAfterS = w.exceeded and w.resetS or 2 }
    return cjson.encode(answer)
  end
end
local quota = {}
if a.amount > 0 then
  local all = places(a.unit, a.tenant, a.person, now)
  local ends = 0
  for _, p in ipairs(all) do
    local b = redis.call('HMGET', p.key, 'r', 's', 'l', 'f')
    if not b[1] or not b[3] or now - tonumber(b[4]) > a.freshMs or now < tonumber(b[4]) then return cjson.encode({ missing = true, at = now }) end
    local used, allowed = tonumber(b[2]), tonumber(b[3])
    if tonumber(b[1]) + used + a.amount > allowed then ends = math.max(ends, p.ends) end
    if p.scope ~= 'global' then
      quota[#quota + 1] = { scope = p.scope, period = p.period, used = used, limit = allowed, resetsAtMs = p.ends }
    end
  end
  if ends > 0 then
    answer.refusal = { refusal = 'budget_exhausted', retryAfterS = math.ceil((ends - now) / 1000) }
    return cjson.encode(answer)
  end
  for _, p in ipairs(all) do redis.call('HINCRBY', p.key, 'r', a.amount) end
  answer.quota = quota
end
hold(a.turn, { tenant = a.tenant, person = a.person, unit = a.unit, amount = a.amount, at = now }, a.leaseMs, a.windowMs)
return cjson.encode(answer)`;

/**
 * Budgets as the database has them: ARGV[1] is \`{at, unit, tenant, person, rows: [{settled, reserved, allowed}], turns: […]}\`, rows in the order of the places.
 * What is known already keeps its counts, which are ahead of the database; only its limit is renewed. Turns that run and are not known
 * (Redis lost them) are held again.
 */
const SEED = `
local a = cjson.decode(ARGV[1])
local now = now_ms()
for i, p in ipairs(places(a.unit, a.tenant, a.person, a.at)) do
  local row = a.rows[i]
  if redis.call('EXISTS', p.key) == 0 then
    redis.call('HSET', p.key, 'r', string.format('%.0f', row.reserved), 's', string.format('%.0f', row.settled))
  end
  redis.call('HSET', p.key, 'l', string.format('%.0f', row.allowed), 'f', string.format('%.0f', now))
  redis.call('PEXPIREAT', p.key, string.format('%.0f', p.ends + 86400000))
end
for _, t in ipairs(a.turns) do
  if not t.runs then
    for _, who in ipairs({ key('p', t.person), key('t', t.tenant) }) do redis.call('ZADD', who .. ':win', t.at, t.turn) end
  elseif redis.call('HEXISTS', key('open'), t.turn) == 0 then
    hold(t.turn, { tenant = t.tenant, person = t.person, unit = t.unit, amount = t.amount, at = t.at }, a.leaseMs, a.windowMs)
  end
end
return 1`;

/** A turn ended, or was not opened after all: ARGV is its id, what it spent, and 1 where it never was. */
const RELEASE = `return release(ARGV[1], tonumber(ARGV[2]), ARGV[3] == '1')`;

/** A turn is answered again under the id it was stored with: what that one still held is spent, and it takes the new one's place. */
const RENAME = `
local held = redis.call('HGET', key('open'), ARGV[1])
if not held then return 0 end
local old = redis.call('HGET', key('open'), ARGV[2])
if old then release(ARGV[2], cjson.decode(old).amount, true) end
local t = cjson.decode(held)
redis.call('HDEL', key('open'), ARGV[1])
redis.call('ZREM', key('leases'), ARGV[1])
for _, who in ipairs({ key('p', t.person), key('t', t.tenant) }) do
  redis.call('ZREM', who .. ':win', ARGV[1])
  redis.call('ZREM', who .. ':run', ARGV[1])
end
hold(ARGV[2], t, tonumber(ARGV[3]), tonumber(ARGV[4]))
return 1`;

/** Turns whose lease has run out, oldest first: \`[turnId, ms since then, …]\`. */
const OVERDUE = `
local now = now_ms()
local found = redis.call('ZRANGE', key('leases'), '-inf', now, 'BYSCORE', 'LIMIT', 0, tonumber(ARGV[1]), 'WITHSCORES')
local answer = {}
for i = 1, #found, 2 do answer[#answer + 1] = { turn = found[i], overdueMs = now - tonumber(found[i + 1]) } end
return cjson.encode(answer)`;

export const SCRIPTS = {
  decide: DECIDE,
  seed: SEED,
  release: RELEASE,
  rename: RENAME,
  overdue: OVERDUE,
} as const;
export type ScriptName = keyof typeof SCRIPTS;

/** A script as it is sent. */
export function scriptText(name: ScriptName, clock = REDIS_CLOCK): string {
  return `${clock}\n${COMMON}\n${SCRIPTS[name]}`;
}
