import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { program, root, whenAbandoned } from './project.mjs'
import { requireTools } from './require-tools.mjs'

// Server and client from source, both with reload, in one terminal.

requireTools()

const parts = [
  {
    name: 'server',
    file: program('server', 'tsx'),
    words: ['watch', '--clear-screen=false', '--conditions=source', 'src/entry/main.ts'],
    env: { PORT: process.env.PORT ?? '3000' },
  },
  {
    name: 'client',
    file: program('client', 'vite'),
    words: ['--configLoader=runner', '--clearScreen', 'false'],
    env: {},
  },
]

let stopping = false

const children = parts.map(({ name, file, words, env }) => {
  const child = spawn(process.execPath, [file, ...words], {
    cwd: join(root, name),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      // Each complains of the other's end.
      if (!stopping) console.log(`${name} │ ${line}`)
    })
  }
  child.once('exit', (code) => stop(code ?? 0))
  return child
})

/** One without the other is no use. */
function stop(code) {
  if (stopping) return
  stopping = true
  process.exitCode = code
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', () => stop(0)).on('SIGTERM', () => stop(0))
whenAbandoned(() => stop(0))
