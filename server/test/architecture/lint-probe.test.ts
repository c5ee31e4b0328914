import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { controls } from './lint-controls.ts'
import { houseProbes } from './house-probes.ts'
import { layerProbes } from './layer-probes.ts'

// A linter that checks nothing is as silent as one that finds nothing. So faults are planted in a folder of the
// repository's shape, and the repository's own configuration has to find them.

const root = fileURLToPath(new URL('../../..', import.meta.url))
const shape = [
  '.oxlintrc.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.tests.json',
  'contract/tsconfig.json',
  'server/tsconfig.json',
  'client/tsconfig.json',
]

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The rules that fired, by file. */
function lint(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lint-probe-'))
  folders.push(folder)
  for (const file of shape) cpSync(join(root, file), join(folder, file))
  // The rules that ask for types want the packages and their own engine.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [file, code] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${code}\n`)
  }
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [oxlint, '--type-aware', '--format=json', '.'],
    { cwd: folder, encoding: 'utf8' },
  )
  if (!stdout.trimStart().startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`)
  const report = JSON.parse(stdout) as {
    number_of_files: number
    diagnostics: { filename: string; code: string }[]
  }
  const linted = [...files.keys()].filter((file) => /\.(ts|tsx|mjs)$/.test(file)).length
  if (report.number_of_files !== linted) {
    throw new Error(`oxlint looked at ${report.number_of_files} files of ${linted}`)
  }
  const found = new Map<string, string[]>([...files.keys()].map((file) => [file, []]))
  for (const { filename, code } of report.diagnostics) {
    const file = filename.replaceAll('\\', '/')
    found.set(file, [...(found.get(file) ?? []), code])
  }
  return found
}

describe('the rules that a machine holds', () => {
  const probes = [...layerProbes, ...houseProbes]
  const found = lint(new Map(probes.map((probe) => [probe.file, probe.code])))

  it.each(probes)('$rule fires in $file: $code', ({ file, rule }) => {
    expect(found.get(file)).toEqual([rule])
  })

  it('let pass what is allowed, however close it comes', () => {
    const reported = [...lint(new Map(Object.entries(controls)))].filter(
      ([, codes]) => codes.length,
    )
    expect(reported).toEqual([])
  })
})
