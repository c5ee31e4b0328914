import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fullFolders } from './folders.ts'
import { filesOf, foldersInCircles, importsOf, specifiersIn } from './import-graph.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const files = filesOf(root)

const inside = (...folders: string[]) =>
  files.filter((file) => /\.tsx?$/.test(file) && folders.some((each) => file.startsWith(each)))

describe('a folder', () => {
  it('holds at most twenty code files', () => {
    expect(fullFolders(files)).toEqual([])
  })

  it('that holds one more is named', () => {
    const names = Array.from({ length: 21 }, (_, index) => `server/src/room/file-${index}.ts`)
    const styles = ['server/src/room/style.css', 'server/src/room/data.json']
    expect(fullFolders([...names.slice(1), ...styles])).toEqual([])
    expect(fullFolders(names)).toEqual(['server/src/room: 21'])
  })
})

describe('folders side by side', () => {
  it('of the server do not import each other in a circle', () => {
    expect(foldersInCircles(importsOf(root, inside('server/src/', 'contract/src/')))).toEqual([])
  })

  it('are really looked at', () => {
    const imports = importsOf(root, inside('server/src/', 'contract/src/'))
    expect(imports.length).toBeGreaterThan(500)
    const known = imports.filter(({ from }) => from === 'server/src/services/bookings/holds.ts')
    expect(known.map(({ to }) => to)).toContain('server/src/domain/bookings/transitions.ts')
    expect(known.map(({ to }) => to)).toContain('server/src/base/deps.ts')
  })

  it('that do are named, however long the circle is and at whatever depth', () => {
    const chain = (...paths: string[]) =>
      paths.slice(1).map((to, index) => ({ from: paths[index] ?? '', to }))
    expect(foldersInCircles(chain('a/x/1.ts', 'a/y/2.ts', 'a/z/deep/3.ts', 'a/x/4.ts'))).toEqual([
      ['a/x', 'a/y', 'a/z'],
    ])
    expect(foldersInCircles(chain('a/x/1.ts', 'b/y/2.ts', 'a/z/3.ts'))).toEqual([['a', 'b']])
  })

  it('are no circle where one knows the other, or where a folder and what is in it know each other', () => {
    expect(foldersInCircles([{ from: 'a/x/1.ts', to: 'a/y/2.ts' }])).toEqual([])
    expect(
      foldersInCircles([
        { from: 'a/1.ts', to: 'a/x/2.ts' },
        { from: 'a/x/2.ts', to: 'a/3.ts' },
      ]),
    ).toEqual([])
  })
})

it('an import is found in every form that it may have', () => {
  const source = `import './one.ts'
import type { A } from './two.ts'
import {
  b,
} from "./three.ts"
export { c } from './four.ts'
export type { D } from './five.ts'
const lazy = () => import('./six.ts')
export const text = 'from'`
  expect(specifiersIn(source)).toEqual([
    './one.ts',
    './two.ts',
    './three.ts',
    './four.ts',
    './five.ts',
    './six.ts',
  ])
})
