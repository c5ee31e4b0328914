import { createRequire } from 'node:module'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type ProxyOptions } from 'vite'
import { orderFirstRequests } from './first-requests.ts'

const server = `http://localhost:${process.env.PORT ?? 3000}`

/**
 * To the server the page comes from its own address: it knows no other. Only what this development server's own page
 * asks for is passed on so; a strange origin stays one, and is refused.
 */
const proxied: ProxyOptions = {
  target: server,
  configure(proxy) {
    proxy.on('proxyReq', (toServer, { headers }) => {
      if (headers.origin === `http://${headers.host}`) toServer.setHeader('origin', server)
    })
    proxy.on('proxyReqWs', (toServer, { headers }) => {
      if (headers.origin === `http://${headers.host}`) toServer.setHeader('origin', server)
    })
  },
}

interface Chunks {
  getModuleInfo: (id: string) => Pick<Module, 'importers' | 'dynamicImporters'> | null
}
interface Module {
  readonly importers: readonly string[]
  readonly dynamicImporters: readonly string[]
}

/**
 * `desk`, `admin`, `staff` for what both of them use, `call` for what only the pages of a call need, and `shared` for
 * whatever visitors load, or a call and staff both. The page of the kit uses everything and decides nothing; `dev` is
 * what it alone needs.
 */
function areaOf(id: string, chunks: Chunks): string {
  const areas = usersOf(id, chunks)
  if (areas.size > 1) areas.delete('dev')
  if (areas.has('visitors') || areas.size === 0) return 'shared'
  if (areas.size === 1) return [...areas][0] ?? 'shared'
  return areas.has('call') ? 'shared' : 'staff'
}

/** Which pages a module is loaded for, by what imports it. */
function usersOf(id: string, chunks: Chunks, seen = new Set<string>()): Set<string> {
  const own = /client[\\/]src[\\/]pages[\\/](desk|admin|call|dev)[\\/]/.exec(id)?.[1]
  if (own !== undefined) return new Set([own])
  if (seen.has(id)) return new Set()
  seen.add(id)
  const { importers = [], dynamicImporters = [] } = chunks.getModuleInfo(id) ?? {}
  const all = [...importers, ...dynamicImporters]
  if (all.length === 0) return new Set(['visitors'])
  return new Set(all.flatMap((importer) => [...usersOf(importer, chunks, seen)]))
}

function isFirstView(id: string): boolean {
  return /src[\\/](app[\\/]app|pages[\\/]visitor[\\/]expert-page)\.tsx$/.test(id)
}

/** What opens portals. The first view has it with the rest of React; the call's own window needs it too. */
function isPortals(id: string): boolean {
  return /node_modules[\\/]react-dom[\\/](index|cjs[\\/]react-dom\.\w+)\.js/.test(id)
}

/** The client of queries has it from the start; beside what uses it, it would bring all of that along. */
function isMutation(id: string): boolean {
  return /node_modules[\\/]@tanstack[\\/]query-core[\\/].*[\\/]mutation\.js$/.test(id)
}

function isVisitorsStyle(id: string, chunks: Chunks): boolean {
  return /\.css($|\?)/.test(id) && areaOf(id, chunks) === 'shared'
}

/** The package leads every bundler to its development build; the other one lies beside it, without the warnings. */
const router = join(
  createRequire(import.meta.url).resolve('react-router'),
  '../../production/index.mjs',
)

export default defineConfig({
  // Beside node_modules, which may be read-only.
  cacheDir: '../.cache/vite',
  plugins: [react(), orderFirstRequests()],
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    alias: [{ find: /^react-router$/, replacement: router }],
  },
  build: {
    outDir: 'dist',
    target: 'baseline-widely-available',
    manifest: true,
    // Every browser of the target knows what it stands in for.
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Requests cost more than bytes that a page does not need. What visitors load is: one style sheet and one chunk of
    // what the most visited page is made of, and one of what their other pages share. `main.tsx` has to stay out: it
    // awaits the pages that import these chunks. The pages of experts and administrators weigh on no visitor: what only
    // they use, styles as well, is in chunks of their own.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              debugName: 'first',
              name: (id) => (/src[\\/]ui[\\/]style[\\/]\w+(-\w+)*\.css$/.test(id) ? 'first' : null),
              priority: 3,
            },
            {
              debugName: 'core',
              name: (id, chunks) =>
                isFirstView(id) || isPortals(id) || isMutation(id) || isVisitorsStyle(id, chunks)
                  ? 'core'
                  : null,
              priority: 2,
            },
            // Before the areas: each chunk takes along what its files import, and would take what visitors load too.
            {
              debugName: 'shared',
              name: (id, chunks) => (areaOf(id, chunks) === 'shared' ? 'shared' : null),
              minShareCount: 2,
              priority: 1,
            },
            { debugName: 'areas', name: areaOf, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': proxied,
      '/socket.io': { ...proxied, ws: true },
      '/portraits': proxied,
      '/photos': proxied,
      '/share': proxied,
      '/healthz': proxied,
      '/dev/mail': proxied,
      '/docs': proxied,
      '/openapi.json': proxied,
    },
  },
})
