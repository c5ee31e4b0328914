import react from '@vitejs/plugin-react'
import { defineConfig, type ProxyOptions } from 'vite'
import { preloadFonts } from './preload-fonts.ts'

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

export default defineConfig({
  plugins: [react(), preloadFonts()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    target: 'baseline-widely-available',
    manifest: true,
    sourcemap: false,
    // Requests cost more than bytes that a page does not need: one style sheet, one chunk of what the most visited
    // page is made of, and one of what the others share. `main.tsx` has to stay out: it awaits the pages that import
    // these chunks.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'core', test: /src[\\/](app|pages[\\/]expert-page)\.tsx$/, priority: 1 },
            { name: 'shared', minShareCount: 2 },
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
      '/healthz': proxied,
      '/dev': proxied,
    },
  },
})
