import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { filesOf, packagesIn, specifiersIn } from './import-graph.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Packages that the source of a workspace imports, types included. */
function importedIn(workspace: string): ReadonlySet<string> {
  const files = filesOf(root, `${workspace}/src`).filter((file) => /\.tsx?$/.test(file))
  const sources = files.map((file) => readFileSync(join(root, file), 'utf8'))
  return new Set(sources.flatMap((source) => packagesIn(specifiersIn(source))))
}

function dependenciesOf(workspace: string): Set<string> {
  const text = readFileSync(join(root, workspace, 'package.json'), 'utf8')
  const { dependencies } = JSON.parse(text) as { dependencies: Readonly<Record<string, string>> }
  return new Set(Object.keys(dependencies))
}

// Whoever hosts it installs no packages for tests: a source that needs one builds here, and nowhere else.
describe.each(['contract', 'server', 'client'])('%s', (workspace) => {
  it('is built of what it names as its dependencies, and of nothing that is for tests', () => {
    const imported = importedIn(workspace)
    expect(imported.size).toBeGreaterThan(0)
    // What runs sources that are not built is for whoever has them so.
    const named = dependenciesOf(workspace).add('tsx')
    expect([...imported].filter((name) => !named.has(name))).toEqual([])
  })
})

it('a package is found by its name, whatever is taken out of it', () => {
  const specifiers = ['ical.js', 'zod/mini', '@scope/one', '@scope/one/deep', './own.ts', '#own']
  expect(packagesIn([...specifiers, 'node:fs'])).toEqual([
    'ical.js',
    'zod',
    '@scope/one',
    '@scope/one',
  ])
})
