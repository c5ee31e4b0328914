import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Html, html, joined } from '../../markup/html.ts'
import { headOf, type PageHead } from './page-head.ts'

/** What a page shows and knows before it has asked for anything. */
export interface FirstView {
  readonly paint: Html
  readonly data: Html
  /** Links to the code of this page alone. */
  readonly code: readonly Html[]
}
const nothingFirst: FirstView = { paint: html``, data: html``, code: [] }

/** The built document of the client, and what each page puts into it. */
export function readDocument(clientDir: string) {
  const text = readFileSync(join(clientDir, 'index.html'), 'utf8')
  const places = /<!--head-start-->[\s\S]*<!--head-end-->|<!--first-paint-->|<!--first-data-->/
  const [start = '', head = '', root = '', end = ''] = text.split(places)
  return {
    text,
    compose(about: PageHead, publicUrl: string, first: Partial<FirstView> = {}): string {
      const { paint, data, code } = { ...nothingFirst, ...first }
      const links = joined([headOf(about, publicUrl), ...code], '\n    ')
      return [start, links.text, head, paint.text, root, data.text, end].join('')
    },
  }
}

/** What other pages of the server look by, to be of one piece with it; `null`: it is not built. */
export function looksOf(clientDir: string | null) {
  if (clientDir === null) return { sheets: [], theme: null }
  const { text } = readDocument(clientDir)
  const links = text.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)
  return { sheets: [...links].map(([, sheet = '']) => sheet), theme: '/theme.js' }
}
