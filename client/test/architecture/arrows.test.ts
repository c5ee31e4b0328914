// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { features, idleArrows, strayArrows } from './arrows.ts'
import {
  filesOf,
  foldersAsTwoInCircles,
  foldersInCircles,
  importsOf,
} from '../../../server/test/architecture/import-graph.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const files = filesOf(root, 'client/src').filter((file) => /\.(tsx?|css)$/.test(file))
const imports = importsOf(root, files)

const within = (folder: string) => (path: string) => `client/src/${folder}/${path}`
const feature = within('features')

describe('the parts of the client', () => {
  it('know what the table allows, and nothing else', () => {
    expect(strayArrows(imports)).toEqual([])
  })

  it('are really looked at', () => {
    expect(imports.length).toBeGreaterThan(1000)
    const known = imports.filter(({ from }) => from === feature('book/booking-panel.tsx'))
    expect(known.map(({ to }) => to)).toContain(feature('board/slots/use-picker.ts'))
    expect(known.map(({ to }) => to)).toContain(feature('book/booking-panel.module.css'))
    const lazy = imports.filter(({ from }) => from === 'client/src/app/routes.tsx')
    expect(lazy.map(({ to }) => to)).toContain('client/src/pages/admin/admin-page.tsx')
  })

  it('that are features are all in the table, and the table names no others', () => {
    const there = files.map((file) => /^client\/src\/features\/([^/]+)\//.exec(file)?.[1])
    expect(Object.keys(features).toSorted()).toEqual(
      [...new Set(there.filter((name) => name !== undefined))].toSorted(),
    )
  })

  it('need every arrow of the table', () => {
    expect(idleArrows(imports)).toEqual([])
  })

  it.each([
    ['board -> book', feature('board/slots/a.tsx'), feature('book/hold/use-hold.ts')],
    ['book -> booking', feature('book/a.tsx'), feature('booking/local/local-bookings.ts')],
    ['booking -> hours', feature('booking/lists/a.tsx'), feature('hours/queries.ts')],
    ['identity -> people', feature('identity/a.tsx'), feature('people/person-row.tsx')],
    ['expert -> directory', feature('expert/a.tsx'), feature('directory/queries.ts')],
    ['call -> book', feature('call/a.ts'), feature('book/hold/use-hold.ts')],
    ['directory -> pages', feature('directory/a.tsx'), within('pages')('visitor/b.module.css')],
    ['hours -> app', feature('hours/a.ts'), within('app')('routes.tsx')],
    ['ui -> server', within('ui')('list/a.tsx'), within('server')('api/problem.ts')],
    ['ui -> identity', within('ui')('dialog/a.tsx'), feature('identity/use-sign-out.ts')],
    ['lib -> ui', within('lib')('time/a.ts'), within('ui')('style/cx.ts')],
    ['lib -> server', within('lib')('a.ts'), within('server')('live/socket.ts')],
    ['lib -> audit', within('lib')('a.ts'), feature('audit/audit-words.ts')],
    ['server -> pages', within('server')('a.ts'), within('pages')('admin/queries.ts')],
    ['server -> ui', within('server')('a.ts'), within('ui')('form/use-form.ts')],
    ['pages -> app', within('pages')('desk/a.tsx'), within('app')('shell/header.tsx')],
  ])('may not have the arrow %s', (arrow, from, to) => {
    expect(strayArrows([{ from, to }])).toEqual([`${arrow}: ${from} imports ${to}`])
  })

  it.each([
    [feature('hours/a.tsx'), feature('booking/lists/b.tsx')],
    [feature('book/hold/a.ts'), feature('book/contact/b.ts')],
    [within('pages')('admin/a.tsx'), feature('audit/b.ts')],
    [within('ui')('calendar/a.tsx'), within('lib')('time/month.ts')],
    [within('app')('shell/a.tsx'), feature('identity/b.ts')],
  ])('may have an arrow from %s to %s', (from, to) => {
    expect(strayArrows([{ from, to }])).toEqual([])
  })

  it('would hear of an arrow that nothing needs any more', () => {
    expect(idleArrows([])).toContain('book -> board')
  })
})

describe('folders', () => {
  it('do not lean on each other, at no level, and none on one inside of it that leans back', () => {
    expect(foldersInCircles(imports)).toEqual([])
    expect(foldersAsTwoInCircles(imports)).toEqual([])
  })

  it('that do are named', () => {
    const inside = [
      { from: feature('book/a.tsx'), to: feature('book/contact/b.tsx') },
      { from: feature('book/contact/b.tsx'), to: feature('book/a.module.css') },
    ]
    expect(foldersInCircles(inside)).toEqual([])
    expect(foldersAsTwoInCircles(inside)).toEqual([[feature('book'), feature('book/contact')]])
    const beside = [
      { from: feature('board/feed/a.ts'), to: feature('book/hold/b.ts') },
      { from: feature('book/contact/c.ts'), to: feature('board/slots/d.ts') },
    ]
    expect(foldersInCircles(beside)).toEqual([[feature('board'), feature('book')]])
  })
})

describe('words that the browser writes', () => {
  const ofBrowser = within('lib')('time/of-browser.ts')
  const strays = files
    .filter((file) => file !== ofBrowser && !file.endsWith('.css'))
    .filter((file) =>
      /navigator\.languages?\b|\.toLocaleString\((undefined)?\)|Intl\.\w+\(\s*(\)|undefined)/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )

  it('are in the language of the page, and what the browser says of itself is read in one place', () => {
    expect(strays).toEqual([])
  })
})
