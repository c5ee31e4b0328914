import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBudget } from './check-budget.mjs'
import { isMain, missingDependencies, program, root } from './project.mjs'

// Builds what is stale. A part is fresh while the stamp in its output is the hash of all that it is made from: the
// times of files say little after a checkout or a copy.

const contract = ['contract/src', 'contract/package.json', 'contract/tsconfig.json']
const shared = ['package-lock.json', 'tsconfig.base.json', ...contract]

const server = {
  name: 'the server',
  inputs: [...shared, 'server/src', 'server/package.json', 'server/tsconfig.json'],
  output: 'server/dist',
  result: 'entry/main.js',
  make() {
    // Forced, because an incremental build trusts its notes, not the folder that somebody emptied.
    const words = ['-b', '--force', '--checkers', '1', 'contract', 'server']
    run('.', program('server', 'typescript', 'tsc'), words)
  },
}

const client = {
  name: 'the client',
  inputs: [
    ...shared,
    'client/src',
    'client/public',
    'client/index.html',
    'client/package.json',
    'client/vite.config.ts',
    'client/first-requests.ts',
  ],
  output: 'client/dist',
  result: 'index.html',
  make() {
    // Its usual loader of the configuration writes into node_modules, which may be read-only.
    const words = ['build', '--configLoader=runner', '--logLevel=warn']
    run('client', program('client', 'vite'), words)
  },
}

/** Builds contract and server if they are stale. Throws where that fails. */
export function buildServer() {
  build(server)
}

/** Builds all that is stale. Where the client's tools are not installed it is left as it is, and that is said. */
export function buildAll() {
  build(server)
  if (missingDependencies('client').length === 0) return build(client)
  console.log(
    existsSync(join(root, client.output, client.result))
      ? 'The client stays as it was built: its tools are not installed (npm install at the root).'
      : 'The API alone: the client’s tools are not installed (npm install at the root).',
  )
}

function build(part) {
  const hash = hashOf(part.inputs)
  const stamp = join(root, part.output, '.stamp')
  const isFresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isFresh && existsSync(join(root, part.output, part.result))) return
  console.log(`Building ${part.name} …`)
  const began = performance.now()
  part.make()
  writeFileSync(stamp, hash)
  console.log(`Built ${part.name} in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
}

function run(folder, file, words) {
  if (!file) throw new Error('The tools are not installed: run npm install first.')
  const { status } = spawnSync(process.execPath, [file, ...words], {
    cwd: join(root, folder),
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error('The build failed.')
}

function hashOf(inputs) {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesIn(input)).toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesIn(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false })
  if (!entry?.isDirectory()) return entry ? [path] : []
  return readdirSync(join(root, path)).flatMap((name) => filesIn(`${path}/${name}`))
}

if (isMain(import.meta.url)) {
  try {
    if (process.argv.includes('--force')) {
      for (const output of ['contract/dist', server.output, client.output]) {
        rmSync(join(root, output), { recursive: true, force: true })
      }
    }
    buildAll()
    console.log(checkBudget())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
