import { installFromDebian, isExecutable, isMain, onPath } from './project.mjs'

// What calendars read at a private address is tested with programs that people have: one fetches, the other shows. On
// Debian, started as its administrator, this file fetches what is missing.

const readers = ['vdirsyncer', 'khal']

/** The program's file, or null. */
export function findFeedReader(name) {
  return onPath(name).find(isExecutable) ?? null
}

function missingReaders() {
  return readers.filter((name) => !findFeedReader(name))
}

/** What can't be tested here, in words. */
export function untestedFeeds() {
  const missing = missingReaders()
  if (missing.length === 0) return []
  return [`calendars as Debian’s programs read them (${missing.join(' and ')} missing)`]
}

if (isMain(import.meta.url)) {
  const missing = missingReaders()
  const names = missing.join(', ')
  if (missing.length > 0) installFromDebian(missing, `Installing Debian’s packages ${names} …`)
  for (const name of readers) console.log(`${name}: ${findFeedReader(name) ?? 'none'}`)
}
