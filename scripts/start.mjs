import { join } from 'node:path'
import { buildAll } from './build.mjs'
import { root, runNode } from './project.mjs'

try {
  buildAll()
  process.exitCode = await runNode(join(root, 'server/dist/entry/main.js'), process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
