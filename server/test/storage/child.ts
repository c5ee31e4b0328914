import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A script of this folder in a process of its own, which can be killed or crash. */
export interface Child {
  /** What it has printed so far. */
  readonly lines: readonly string[]
  /** What it has printed as errors, in lines. */
  readonly complaints: readonly string[]
  /** Waits until it has printed so many lines; throws if it ends before. */
  printed(count: number): Promise<void>
  /** kill -9, and waits for the end. */
  kill(): Promise<void>
  /** Waits for its own end: the exit code, or the name of the signal that ended it. */
  ended(): Promise<number | string | null>
}

export function startChild(
  script: URL,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Child {
  const options = ['--conditions=source', '--import', 'tsx', ...nodeOptions]
  const child = spawn(process.execPath, [...options, fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  const complaints: string[] = []
  const output = createInterface({ input: child.stdout })
  output.on('line', (line) => lines.push(line))
  createInterface({ input: child.stderr }).on('line', (line) => complaints.push(line))
  const end = exitOf(child)

  return {
    lines,
    complaints,
    async printed(count) {
      while (lines.length < count) {
        const more = once(output, 'line').then(() => true)
        if (!(await Promise.race([more, end.then(() => false)]))) {
          throw new Error(`It ended after ${lines.length} lines: ${complaints.join('\n')}`)
        }
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await end
    },
    ended: () => end,
  }
}

async function exitOf(child: ChildProcess): Promise<number | string | null> {
  // Not `exit`, which may come before the last lines.
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return code ?? signal
}
