import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { isMain, root } from './project.mjs'

// What the first view of an expert's page may cost. It is counted from Vite's manifest, so that no browser is needed.

const dist = join(root, 'client/dist')
const budget = { kibibytes: 170, requests: 15 }
/** Beside the built files: the document, which brings the first data along, the portrait, and the socket. */
const otherRequests = 3

/** Throws where the budget is exceeded, or where what shall be fetched lazily is not. */
export function checkBudget() {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const lazy = (pattern) =>
    Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && pattern.test(key))

  // A chunk of its own, or none where vite.config.ts puts it into one that is loaded anyway.
  const [page] = lazy(/\/expert-page\.tsx$/)
  const [socket] = lazy(/socket\.io-client/)
  if (!socket) throw new Error('Budget: socket.io-client is not loaded lazily.')

  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const linked = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1])
  const entries = Object.keys(manifest).filter((key) => linked.includes(manifest[key].file))
  const loaded = withImports(manifest, [...entries, page ?? [], socket].flat())
  const [polyfill] = lazy(/temporal-polyfill/)
  if (!polyfill || loaded.has(polyfill) || kibibytes(manifest[polyfill].file) < 5) {
    throw new Error('Budget: temporal-polyfill is no dynamic chunk of its own.')
  }

  // Nothing of a call is loaded before its own pages.
  for (const key of lazy(/\/pages\/(visitor|person|desk|admin)\//).concat(entries)) {
    const early = [...withImports(manifest, [key])].filter((each) =>
      /\/call-[^/]+\.js$/.test(manifest[each].file),
    )
    if (early.length > 0) throw new Error(`Budget: ${key} loads the call.`)
  }

  const chunks = [...loaded].map((key) => manifest[key])
  const files = [...linked, ...chunks.flatMap((chunk) => [chunk.file, ...(chunk.css ?? [])])]
  const scripts = new Set(files.filter((file) => file.endsWith('.js')))
  const styles = new Set(files.filter((file) => file.endsWith('.css')))
  const fonts = new Set([...styles].flatMap(fontsOf))

  const size = [...scripts].reduce((sum, file) => sum + kibibytes(file), 0)
  const requests = scripts.size + styles.size + fonts.size + otherRequests
  const found = `${size.toFixed(1)} KiB of JavaScript (at most ${budget.kibibytes}), ${requests} requests (at most ${budget.requests})`
  if (size > budget.kibibytes || requests > budget.requests) {
    throw new Error(`Budget exceeded by the first view of an expert’s page: ${found}.`)
  }
  return `First view of an expert’s page: ${found}.`
}

/** What is loaded with these entries, their static imports included. */
function withImports(manifest, keys, found = new Set()) {
  for (const key of keys) {
    if (found.has(key)) continue
    found.add(key)
    withImports(manifest, manifest[key].imports ?? [], found)
  }
  return found
}

/** The files that a browser takes for English text: of a face that is split by script, the Latin part. */
function fontsOf(style) {
  const css = readFileSync(join(dist, style), 'utf8')
  const files = [...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map((match) => match[1])
  return files.filter((file) => /-latin-(?!ext)/.test(file))
}

function kibibytes(file) {
  const path = join(dist, file)
  return existsSync(path) ? gzipSync(readFileSync(path)).length / 1024 : 0
}

if (isMain(import.meta.url)) {
  try {
    console.log(checkBudget())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
