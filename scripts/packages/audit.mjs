import { isMain } from '../project.mjs'
import { askNpm } from './npm.mjs'

// Whether a weakness is known of a package that runs for people: those for development are left out. Not every registry
// answers that (a mirror, a machine without a network), and then this is no fault of what is built.

const withinMs = 30_000
const grave = ['high', 'critical']

/** `null`: nobody answered. */
export function findWeaknesses(env = {}) {
  const report = askNpm(['audit', '--omit=dev', '--json'], {
    withinMs,
    env: { npm_config_fetch_retries: '0', npm_config_fetch_timeout: '25000', ...env },
  })
  if (!report?.metadata?.vulnerabilities) return null
  return Object.values(report.vulnerabilities ?? {}).map(({ name, severity, range, via }) => ({
    name,
    severity,
    range,
    titles: via.flatMap((each) => (typeof each === 'string' ? [] : [each.title])),
  }))
}

if (isMain(import.meta.url)) {
  const found = findWeaknesses()
  if (found === null) {
    console.log('Known weaknesses of packages: no answer from a registry, not asked.')
  } else {
    const counted = found.filter(({ severity }) => grave.includes(severity))
    for (const { name, severity, range, titles } of found) {
      console.log(`${severity}: ${name} ${range} ${titles.join('; ')}`.trim())
    }
    console.log(
      `Known weaknesses of packages: ${counted.length} high or critical, ${found.length} in all.`,
    )
    process.exitCode = counted.length > 0 ? 1 : 0
  }
}
