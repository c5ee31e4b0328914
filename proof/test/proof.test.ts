import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { program, root } from '../../scripts/project.mjs'
import { faults } from '../server/faults.ts'
import { crashPoints } from '../server/points.ts'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))
/** However slow the machine is: only what hangs is meant to reach it. */
const timeout = 1_200_000

/** The proof as a command, to its end. */
function prove(...words: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const command = [program('.', 'tsx') ?? 'tsx', main, ...words]
    const child = execFile(process.execPath, command, { cwd: root }, (_error, output, errors) =>
      resolve({ code: child.exitCode ?? -1, output: output + errors }),
    )
  })
}

describe('a server that is killed at every crash point and at random', () => {
  it('keeps what it promises', { timeout }, async () => {
    const { code, output } = await prove('--rounds', '12', '--seed', '1')
    for (const point of crashPoints) expect(output).toContain(`. ${point}: `)
    expect(output).toContain('Nothing speaks against it.')
    expect(code).toBe(0)
  })
})

describe('a server with a fault is found out:', () => {
  it.each(Object.entries(faults))('%s', { timeout }, async (name, { found }) => {
    const { code, output } = await prove('--fault', name, '--seed', '1', '--rounds', '40')
    const violated = [...output.matchAll(/^VIOLATED (I\d)/gm)].map(([, invariant]) => invariant)
    expect(output).toContain('VIOLATED')
    expect(violated).toEqual(expect.arrayContaining([...found]))
    expect(code).toBe(1)
  })
})
