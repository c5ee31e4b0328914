import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { program, root, runNode } from './project.mjs'
import { requireTools } from './require-tools.mjs'

// The benchmarks measure what is built. What they print on standard output is JSON, so the build must not.

requireTools()
const tsx = program('.', 'tsx')
if (existsSync(join(root, 'scripts/build.mjs'))) {
  const { buildAll } = await import('./build.mjs')
  console.log = console.error
  buildAll()
}
process.exitCode = await runNode(tsx, ['bench/main.ts', ...process.argv.slice(2)], { cwd: root })
