import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PagePath } from '@expertconnect/contract/pages'
import { type Html, html } from '../../markup/html.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

/** The code of pages that people come to from elsewhere. Of an expert's page there is none: it is in the first chunk. */
const sources: Partial<Record<PagePath, string>> = {
  '/': 'src/pages/visitor/landing-page.tsx',
  '/experts': 'src/pages/visitor/directory-page.tsx',
  '/bookings': 'src/pages/person/my-bookings-page.tsx',
  '/b/:id': 'src/pages/visitor/booking-page.tsx',
}

/**
 * Has the browser fetch the code of a page together with what all pages need: else it learns of it only when that runs.
 * What the document names already is left out.
 */
export function codeOf(clientDir: string, document: string): (path: PagePath) => readonly Html[] {
  const manifest = readManifest(clientDir)
  const links = new Map<PagePath, readonly Html[]>()
  for (const [path, source] of Object.entries(sources) as [PagePath, string][]) {
    const files = [...filesOf(manifest, source)].filter((file) => !document.includes(file))
    const found = files.map(
      (file) => html`<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}">`,
    )
    links.set(path, found)
  }
  return (path) => links.get(path) ?? []
}

function readManifest(clientDir: string): Readonly<Record<string, Chunk>> {
  const file = join(clientDir, '.vite/manifest.json')
  if (!existsSync(file)) return {}
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Chunk>>
}

function filesOf(
  manifest: Readonly<Record<string, Chunk>>,
  key: string,
  found = new Set<string>(),
): Set<string> {
  const chunk = manifest[key]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const each of chunk.imports ?? []) filesOf(manifest, each, found)
  return found
}
