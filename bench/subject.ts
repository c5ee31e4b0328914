import { randomBytes } from 'node:crypto'
import { answerCalls } from './child.ts'
import { createApp, createLogger, createTokens, instantOf, listen, openStorage } from './built.ts'
import { microseconds } from './figures.ts'

// Our server as `main.ts` puts it together, built, with its request log, and without rate limits.

export interface Commit {
  readonly record: string
  readonly at: number
}

export type SubjectCalls = {
  port(input: null): number
  /** When the changes since the last call were committed, `id@version` for each. */
  takeCommits(input: null): Commit[]
}

const [file] = process.argv.slice(2)
const storage = await openStorage(`file:${file}`)

let commits: Commit[] = []
const rememberedAtMost = 100_000
storage.listen({
  changed(changes) {
    const at = microseconds()
    if (commits.length > rememberedAtMost) commits = []
    for (const { record } of changes) commits.push({ record: `${record.id}@${record.version}`, at })
  },
})

let publicUrl = 'http://127.0.0.1'
const app = createApp({
  storage,
  clock: () => instantOf(Date.now()),
  newId: () => randomBytes(16).toString('base64url'),
  tokens: createTokens(randomBytes(32).toString('base64url')),
  currency: 'USD',
  limits: false,
  rateLimits: false,
  logger: createLogger('info'),
  publicUrl: () => publicUrl,
  secure: false,
  trustProxy: 0,
  portraitsDir: new URL('../server/portraits', import.meta.url).pathname,
  clientDir: null,
})
const { port } = await listen(app.server, '127.0.0.1', 0)
publicUrl = `http://127.0.0.1:${port}`

answerCalls({
  port: () => port,
  takeCommits: () => {
    const taken = commits
    commits = []
    return taken
  },
} satisfies SubjectCalls)
