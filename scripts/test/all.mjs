import { buildAll } from '../build.mjs'
import { checkBudget } from '../check-budget.mjs'
import { ensureBrowser } from '../find-browser.mjs'
import { untestedCalendars } from '../find-calendar-tools.mjs'
import { untestedCalls } from '../find-call-tools.mjs'
import { describeMongo, howToGetOne } from '../find-mongod.mjs'
import { requireTools } from '../require-tools.mjs'
import { conclude, demand, heading, playwright, run, succeeds, vitest } from './stages.mjs'

// The whole `npm test`. Every stage runs, whatever became of the one before, unless it has nothing to run on.

requireTools()

heading('Format, lint, types, dead code')
demand(run('scripts/check.mjs', []))

heading('Build')
const isBuilt = demand(succeeds(buildAll))
if (isBuilt) demand(succeeds(() => console.log(checkBudget())))

heading('Contract, server, client')
vitest(['--project=!ways'])

if (isBuilt) {
  heading('In the browser')
  let browser
  const isFound = succeeds(() => {
    browser = ensureBrowser()
    console.log(`Browser: ${browser}`)
  })
  if (demand(isFound)) playwright(browser)

  heading('The ways to start, on a clean copy')
  vitest(['--project=ways'])
}

if (!describeMongo() && !process.env.MONGO_DOWNLOAD) {
  console.log('\nThe MongoDB half did not run: this machine has no server for it.')
  console.log(howToGetOne)
  // The runner may have failed for that already, but may also have been told to start nothing.
  if (process.env.REQUIRE_MONGO) demand(false)
}
const untested = [...untestedCalls(), ...untestedCalendars()]
if (untested.length > 0) console.log(`\nNot tested here: ${untested.join(', ')}.`)
conclude()
