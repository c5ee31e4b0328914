import { join } from 'node:path'
import { buildServer } from './build.mjs'
import { isMain, root, runNode } from './project.mjs'

/** Runs one of the server's programs, built first if need be. */
export async function runBuilt(name, words) {
  try {
    buildServer()
    process.exitCode = await runNode(join(root, `server/dist/entry/${name}-main.js`), words)
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

if (isMain(import.meta.url)) {
  const [name, ...words] = process.argv.slice(2)
  await runBuilt(name, words)
}
