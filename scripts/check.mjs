import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { program, root } from './project.mjs'
import { requireTools } from './require-tools.mjs'

// `npm run check`: all parts at once, and all that they find. What they say is kept apart.

requireTools()

const parts = [
  ['format', program('.', 'oxfmt'), '--check', '.'],
  ['lint', program('.', 'oxlint'), '--type-aware'],
  // Several checkers of a project each work out the same types: one takes half of the time and of the memory.
  ['types', program('.', 'typescript', 'tsc'), '-b', '--checkers', '1'],
  ['dead code', program('.', 'knip')],
]

/** Whether this part found nothing; what it wrote is shown when it has ended. */
async function check([name, file, ...words]) {
  const began = performance.now()
  const child = spawn(process.execPath, [file, ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text))
  }
  const [code] = await once(child, 'close')
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (code !== 0) console.log(output.trim())
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  return code === 0
}

const results = await Promise.all(parts.map(check))
process.exitCode = results.every(Boolean) ? 0 : 1
