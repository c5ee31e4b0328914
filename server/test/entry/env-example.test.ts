import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { configVariables, repositoryRoot } from '../../src/entry/config.ts'

const example = readFileSync(join(repositoryRoot, '.env.example'), 'utf8')

it('.env.example shows every variable with its default, and no other', () => {
  const shown = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(
    ([, name, fallback]) => ({ name, fallback }),
  )
  expect(shown).toEqual(configVariables.map(({ name, fallback }) => ({ name, fallback })))
})

it('.env.example changes nothing when it is copied as it stands', () => {
  expect(example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
})

it('.env.example explains every block of variables', () => {
  const blocks = example.trimEnd().split(/\n\n+/).slice(1)
  const unexplained = blocks.filter((block) => /^#? ?[A-Z][A-Z0-9_]*=/.test(block))
  expect(unexplained).toEqual([])
})
