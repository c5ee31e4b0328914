import { buildServer } from './build.mjs'
import { program, root, runNode } from './project.mjs'
import { requireTools } from './require-tools.mjs'

// `npm run proof`: servers are killed while people book, and what they were told is compared with what stands.

requireTools()
buildServer()
const tsx = program('.', 'tsx')
process.exitCode = await runNode(tsx, ['proof/main.ts', ...process.argv.slice(2)], { cwd: root })
