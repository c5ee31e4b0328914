import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..')

/** A program that runs in the copy. */
export interface Running {
  /** What it wrote, line by line. */
  readonly lines: readonly string[]
  /** Waits for a line and answers what the pattern captured, or all of it. */
  waitFor(pattern: RegExp): Promise<string>
  /** Ctrl-C in the terminal that it runs in. */
  interrupt(): Promise<void>
  /** What a process manager does: it ends the process that it started, and knows no other. */
  stop(): Promise<void>
}

/** The repository as a fresh clone has it, with what is not committed yet, in a folder of its own. */
export class CleanCopy {
  readonly #folder: string
  readonly #started: ChildProcess[] = []

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async make(): Promise<CleanCopy> {
    const folder = await mkdtemp(join(tmpdir(), 'clean-copy-'))
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
    })
    for (const file of listed.split('\0').filter(Boolean)) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      // A file that is deleted but still tracked is listed too.
      await cp(join(root, file), join(folder, file)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
    }
    return new CleanCopy(folder)
  }

  /** Runs a program to its end and answers what it wrote; throws where it fails. */
  async run(where: string, command: string, env: Environment = {}): Promise<string> {
    const { child, lines } = this.#spawn(where, command, env)
    const [code] = (await once(child, 'close')) as [number | null]
    if (code !== 0) throw new Error(`${command} ended with ${code}:\n${lines.join('\n')}`)
    return lines.join('\n')
  }

  /** Starts a program that goes on until it is stopped. */
  start(where: string, command: string, env: Environment = {}): Running {
    const { child, lines, waitFor } = this.#spawn(where, command, env)
    return {
      lines,
      waitFor,
      interrupt: () => end(child, (pid) => process.kill(-pid, 'SIGINT')),
      stop: () => end(child, (pid) => process.kill(pid, 'SIGTERM')),
    }
  }

  /** Back to the state of a fresh clone: nothing installed, nothing built, no data. */
  async reset(): Promise<void> {
    execFileSync('git', ['init', '--quiet'], { cwd: this.#folder })
    execFileSync('git', ['clean', '-fdXq'], { cwd: this.#folder })
  }

  async remove(): Promise<void> {
    // A test that failed may have left something running, with children of its own.
    for (const { pid } of this.#started) if (pid) killGroup(pid)
    await rm(this.#folder, { recursive: true, force: true })
  }

  #spawn(where: string, command: string, env: Environment) {
    // `exec`: a signal is for the program and not for a shell around it.
    const child = spawn(`exec ${command}`, {
      cwd: join(this.#folder, where),
      shell: true,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Colours are switched on where CI is set, and would stand in the middle of the addresses that are looked for.
      env: { ...outsideOfThisRun(), NO_COLOR: '1', ...env },
    })
    this.#started.push(child)
    const lines: string[] = []
    const listeners = new Set<() => void>()
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        for (const listener of listeners) listener()
      })
    }
    const waitFor = (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = lines.map((line) => pattern.exec(line)).find(Boolean)
          if (match) resolve(match[1] ?? match[0])
        }
        listeners.add(look)
        look()
        child.once('close', () =>
          reject(new Error(`${command} ended without ${pattern}:\n${lines.join('\n')}`)),
        )
      })
    return { child, lines, waitFor }
  }
}

type Environment = Readonly<Record<string, string>>

/** The environment of a terminal: without what npm and the test runner add for their own children. */
function outsideOfThisRun(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix)|INIT_CWD|NODE_ENV|VITEST|TEST$|PORT$)/
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name))
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !/node_modules/.test(folder))
  return { ...Object.fromEntries(kept), PATH: path.join(':') }
}

async function end(child: ChildProcess, send: (pid: number) => void): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  send(child.pid)
  await once(child, 'exit')
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself, as it should.
  }
}
