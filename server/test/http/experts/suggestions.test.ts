import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedContent } from '../../../src/seed/seed-content.ts'
import { mondayMorning, startWorld, type World } from '../../harness.ts'

let world: World
beforeAll(async () => {
  const content = { ...seedContent(mondayMorning, 'USD'), bookings: [], reviews: [] }
  world = await startWorld({ content })
})
afterAll(() => world.stop())

const suggest = async (query: string) =>
  (await world.send('suggest', { query: { query } })).body.items
const texts = async (query: string) =>
  (await suggest(query)).map((item) => (item.kind === 'words' ? item.text : item.name))

it('suggests categories, skills and names that go on where the words end', async () => {
  expect((await suggest('lay'))[0]).toMatchObject({
    kind: 'expert',
    slug: 'layla-haddad',
    name: 'Layla Haddad',
  })
  expect((await suggest('engin'))[0]).toMatchObject({ kind: 'category', slug: 'engineering' })
  const skills = (await suggest('postg')).filter(({ kind }) => kind === 'words')
  expect(skills.length).toBeGreaterThan(0)
  // What begins so comes before what has it within.
  expect((await suggest('ma')).find(({ kind }) => kind === 'words')).toMatchObject({
    text: expect.stringMatching(/^Ma/),
  })
  expect(await texts('haddad la')).toEqual(['Layla Haddad'])
})

it('leads from what people call it to its category', async () => {
  expect(await texts('lawyer')).toContain('Law')
  expect(await texts('attorn')).toContain('Law')
})

it('says what was probably meant, and goes on from there', async () => {
  const items = await suggest('postgress')
  expect(items[0]).toEqual({ kind: 'words', text: 'postgres', meant: true })
  expect(await texts('haddat')).toContain('Layla Haddad')
})

it('is short, and has nothing for signs and what is like nothing', async () => {
  for (const letter of ['a', 'ma', 'e'])
    expect((await suggest(letter)).length).toBeLessThanOrEqual(10)
  expect(await suggest('🎻')).toEqual([])
  expect(await suggest('qqqqqqq')).toEqual([])
  expect((await world.refuse('suggest', { query: { query: '' } })).body.code).toBe('invalid_input')
})
