import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildAll } from '../build.mjs'
import { ensureBrowser } from '../find-browser.mjs'
import { root } from '../project.mjs'
import { requireTools } from '../require-tools.mjs'
import { conclude, demand, heading, playwright, succeeds, vitest } from './stages.mjs'

// `npm run test:nightly`: the tests of `npm test` again and again, each time with the clock of the servers, the tests
// and the pages moved to another instant, from where it runs on. `-- 2028-02-29T23:55` names a single one, in the
// zone of the tests, and `--only units` or `--only browser` a half. The ways to start know no clock.

/** Asia/Kathmandu, which the tests run in; it changes no clocks. */
const here = '+05:45'

const instants = [
  '2027-11-28T23:55',
  '2026-12-31T23:55',
  '2027-01-01T00:05',
  '2027-01-28T00:05',
  '2027-01-31T00:05',
  '2027-02-01T23:55',
  '2028-02-29T00:05',
  '2028-02-29T23:55',
  // A moment before clocks change: in Europe, and in the south-east of Australia.
  '2027-03-28T00:58Z',
  '2027-10-31T00:58Z',
  '2027-04-03T15:58Z',
  '2027-10-02T15:58Z',
]

requireTools()

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' } },
  allowPositionals: true,
})

const isBuilt = demand(succeeds(buildAll))
let browser
if (isBuilt && values.only !== 'units') {
  demand(
    succeeds(() => {
      browser = ensureBrowser()
    }),
  )
}

const results = []
for (const instant of positionals.length > 0 ? positionals : instants) {
  if (values.only !== 'browser') {
    heading(`Contract, server, client at ${instant}`)
    note(instant, 'units', vitest(['--project=!ways'], startingAt(instant)))
  }
  if (browser) {
    heading(`In the browser at ${instant}`)
    note(instant, 'browser', playwright(browser, startingAt(instant)))
  }
}
heading('By instant')
console.log(results.join('\n'))
conclude()

function note(instant, half, { passed, failed }) {
  results.push(`${instant.padEnd(18)} ${half.padEnd(8)} ${passed} passed, ${failed} failed`)
}

/** The environment of processes whose clock shows this now. */
function startingAt(instant) {
  const at = Date.parse(instant.endsWith('Z') ? instant : instant + here)
  if (Number.isNaN(at)) throw new Error(`${instant} is no time: 2028-02-29T23:55 would be one.`)
  const preload = pathToFileURL(join(root, 'scripts/moved-clock.mjs'))
  return {
    CLOCK_MOVED_MS: String(at - Date.now()),
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${preload.href}`.trim(),
  }
}
