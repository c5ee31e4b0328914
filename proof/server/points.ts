import type { Patch } from './variant.ts'

/** Where a server is killed, beside at random. */
export const crashPoints = [
  'before the commit',
  'after the commit, before anybody hears of it',
  'between answer and event',
  'between event and answer',
  'between lease and send',
  'between send and record',
] as const
export type CrashPoint = (typeof crashPoints)[number]

const point = (name: CrashPoint) => `proof.point(${JSON.stringify(name)})`
const pointSoon = (name: CrashPoint) => `proof.pointSoon(${JSON.stringify(name)})`

const whereAnswersLeave = 'const answer = await handlers[name](input);'
const whereMailLeaves = 'const handover = await transport.handOver(drafted.mail, message.stamp);'

/** The same on every engine. */
const ofEveryEngine: readonly Patch[] = [
  {
    file: 'http/bind.js',
    find: whereAnswersLeave,
    replace: `${whereAnswersLeave}
        if (endpoint.method !== 'GET' && ${pointSoon('between event and answer')}) return;`,
  },
  {
    file: 'realtime/server.js',
    find: 'async function tell(change) {',
    replace: `async function tell(change) {
        if (${pointSoon('between answer and event')}) return;`,
  },
  {
    file: 'services/messages/delivery.js',
    find: whereMailLeaves,
    replace: `${point('between lease and send')}; ${whereMailLeaves} ${point('between send and record')};`,
  },
]

/** Commits of leases, of counts and of sweeps pass by: what people ask for is meant. */
export const pointsOnSqlite: readonly Patch[] = [
  ...ofEveryEngine,
  {
    file: 'storage/sqlite/engine/write-queue.js',
    find: 'commit.run();',
    replace: `
            proof.flush();
            if (changes.length > 0) ${point('before the commit')};
            commit.run();
            if (changes.length > 0) ${point('after the commit, before anybody hears of it')};`,
  },
]

const whereRecordsAreMade = 'await bookings.create([doc]);'
const whereRecordsChange =
  'return (await bookings.replaceOne(stored, doc, options)).matchedCount === 1;'

/** One write is one commit. */
export const pointsOnMongo: readonly Patch[] = [
  ...ofEveryEngine,
  {
    file: 'storage/mongo/bookings/records.js',
    find: whereRecordsAreMade,
    replace: `${point('before the commit')};
            ${whereRecordsAreMade}
            ${point('after the commit, before anybody hears of it')};`,
  },
  {
    file: 'storage/mongo/bookings/records.js',
    find: whereRecordsChange,
    replace: `${point('before the commit')};
            const isMatched = (await bookings.replaceOne(stored, doc, options)).matchedCount === 1;
            ${point('after the commit, before anybody hears of it')};
            return isMatched;`,
  },
]
