import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a child can be asked, by name. */
export type Calls = Readonly<Record<string, (input: never) => unknown>>

export interface Child<C extends Calls> {
  call<N extends keyof C & string>(
    name: N,
    input: Parameters<C[N]>[0],
  ): Promise<Awaited<ReturnType<C[N]>>>
  /** Until `resume` it does nothing at all. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

interface Question {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

interface Reply {
  readonly id: number
  readonly output?: unknown
  readonly error?: string
}

export interface ChildOptions {
  /** Where its standard output goes: the request log of a server. */
  readonly log?: string | undefined
  /** A folder for CPU profiles, written when the child ends; the one of thread 0 is the child's own. */
  readonly profile?: string | undefined
}

const patienceMs = 180_000
const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts `bench/children/<name>.ts` as a process of its own. It ends with this one, however that ends. */
export async function startChild<C extends Calls>(
  name: string,
  words: readonly string[],
  options: ChildOptions = {},
): Promise<Child<C>> {
  const profiling = options.profile
    ? ['--cpu-prof', `--cpu-prof-dir=${join(options.profile, name)}`]
    : []
  const log = openSync(options.log ?? '/dev/null', 'a')
  const child = spawn(
    process.execPath,
    [...profiling, '--import', 'tsx', `bench/children/${name}.ts`, ...words],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', log, 'inherit', 'ipc'],
      serialization: 'advanced',
    },
  )
  closeSync(log)
  const waiting = listenTo(child, name)
  let asked = 0

  function ask(what: string, input: unknown): Promise<unknown> {
    const id = asked++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${name} did not answer ${what}`)),
        patienceMs,
      )
      waiting.set(id, ({ output, error }) => {
        clearTimeout(timer)
        waiting.delete(id)
        if (error === undefined) resolve(output)
        else reject(new Error(`${name}: ${error}`))
      })
      child.send({ id, name: what, input } satisfies Question)
    })
  }

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGCONT')
    if (child.connected) child.disconnect()
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await gone
    clearTimeout(timer)
  }

  return {
    call: (what, input) => ask(what, input) as Promise<never>,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    stop,
  }
}

function listenTo(child: ChildProcess, name: string): Map<number, (reply: Reply) => void> {
  const waiting = new Map<number, (reply: Reply) => void>()
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply))
  child.once('exit', (code) => {
    for (const [id, settle] of waiting) settle({ id, error: `${name} ended with ${code}` })
  })
  return waiting
}

/** The child's side: answers what it is asked and ends when nobody can ask any more. */
export function answerCalls(calls: Calls): void {
  const byName = new Map(Object.entries(calls)) as Map<string, (input: unknown) => unknown>
  const reply = (message: Reply) => process.send?.(message)
  process.on('message', ({ id, name, input }: Question) => {
    Promise.resolve()
      .then(() => byName.get(name)?.(input))
      .then(
        (output) => reply({ id, output }),
        (error: unknown) => reply({ id, error: String(error) }),
      )
  })
  process.once('disconnect', () => process.exit(0))
}
