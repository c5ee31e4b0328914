import './require-node.mjs'
import { spawn, spawnSync } from 'node:child_process'
import {
  accessSync,
  constants as access,
  existsSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Whether this very file was started, and not imported. */
export function isMain(url) {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(url))
}

export function isExecutable(file) {
  try {
    accessSync(file, access.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Where the PATH leads to a program of this name, in its order; there need be none. */
export function onPath(name) {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, file))
}

/** Installs packages on a Debian that this process administers, one by one: a release may lack one of them. */
export function installFromDebian(packages, why) {
  const apt = ['/usr/bin/apt-get', '/bin/apt-get'].find(isExecutable)
  if (process.getuid?.() !== 0 || !apt) return
  console.log(why)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...words) => spawnSync(apt, words, { env, stdio: 'ignore' })
  run('update', '-qq')
  for (const name of packages) run('install', '-y', '-qq', '--no-install-recommends', name)
}

/** The file of a package's program, as seen from a workspace; null where the package is not installed. */
export function program(workspace, name, command = name) {
  const folder = packageFolder(workspace, name)
  if (!folder) return null
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : bin[command])
}

/** The dependencies of a workspace, those of its development left out, that are not installed. */
export function missingDependencies(workspace) {
  return missingOf(workspace, ({ dependencies = {} }) => dependencies)
}

/** All that is not installed of what the workspaces name. */
export function missingPackages() {
  const everything = ({ dependencies, devDependencies }) => ({
    ...dependencies,
    ...devDependencies,
  })
  return ['.', 'contract', 'server', 'client'].flatMap((each) => missingOf(each, everything))
}

function missingOf(workspace, wanted) {
  const file = join(root, workspace, 'package.json')
  const names = Object.keys(wanted(JSON.parse(readFileSync(file, 'utf8'))))
  return names.filter((name) => !packageFolder(workspace, name))
}

function packageFolder(workspace, name) {
  return [join(root, workspace, 'node_modules', name), join(root, 'node_modules', name)].find(
    (folder) => existsSync(join(folder, 'package.json')),
  )
}

/** Runs a Node script in this terminal, hands signals on and answers its exit code. */
export function runNode(file, words, options = {}) {
  const child = spawn(process.execPath, [file, ...words], { stdio: 'inherit', ...options })
  return new Promise((resolve, reject) => {
    // A terminal sends Ctrl-C to the child as well, and a second one would cut its orderly end short.
    const interrupt = () => process.stdin.isTTY || child.kill('SIGINT')
    const terminate = () => child.kill('SIGTERM')
    process.on('SIGINT', interrupt).on('SIGTERM', terminate)
    whenAbandoned(terminate)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGINT', interrupt).off('SIGTERM', terminate)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/** npm passes a SIGTERM to its shell only, which ends without a word to us: then our parent is gone. */
export function whenAbandoned(stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}
