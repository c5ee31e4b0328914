import { spawnSync } from 'node:child_process'
import { root } from '../project.mjs'

/** What npm writes, as JSON; null where it writes something else, or does not end in time. */
export function askNpm(words, { withinMs, env = {} }) {
  // npm tells those that it starts where it lies; by its name it is found where nothing else has changed the PATH.
  const self = process.env.npm_execpath
  const [file, first] = self?.endsWith('.js') ? [process.execPath, [self]] : ['npm', []]
  const { stdout } = spawnSync(file, [...first, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: withinMs,
    killSignal: 'SIGKILL',
  })
  try {
    return JSON.parse(stdout)
  } catch {
    return null
  }
}
