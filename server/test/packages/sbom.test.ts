import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../storage/sqlite/sqlite-store.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

interface Bill {
  readonly bomFormat: string
  readonly metadata: { readonly component: { readonly name: string } }
  readonly components: readonly {
    readonly 'bom-ref': string
    readonly hashes?: readonly object[]
  }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const manifest = (workspace: string): Manifest =>
  JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8')) as Manifest

it('the bill of materials has all that runs for people, by name, version and hash, and no tool', () => {
  const folder = temporaryFolder()
  const file = join(folder.path, 'bill.json')
  execFileSync(process.execPath, [join(root, 'scripts/packages/sbom.mjs'), file])
  const bill = JSON.parse(readFileSync(file, 'utf8')) as Bill
  folder.remove()
  expect([bill.bomFormat, bill.metadata.component.name]).toEqual(['CycloneDX', 'expertconnect'])
  const listed = new Set(bill.components.map((each) => each['bom-ref']))
  for (const workspace of ['contract', 'server', 'client']) {
    for (const [name, version] of Object.entries(manifest(workspace).dependencies)) {
      expect(listed).toContain(`${name}@${version}`)
    }
  }
  for (const tool of ['vitest', 'oxlint', 'knip', 'fast-check', '@playwright/test']) {
    expect([...listed].filter((each) => each.startsWith(`${tool}@`))).toEqual([])
  }
  const foreign = bill.components.filter((each) => !each['bom-ref'].startsWith('@expertconnect/'))
  expect(foreign.filter(({ hashes }) => hashes === undefined)).toEqual([])
  const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn])
  expect(named.filter((each) => !listed.has(each) && !each.startsWith('expertconnect@'))).toEqual(
    [],
  )
})
