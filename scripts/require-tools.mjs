import { isMain, missingPackages } from './project.mjs'

/** Ends with one line where what a developer needs is not installed, as after `npm ci` with NODE_ENV=production. */
export function requireTools() {
  const missing = missingPackages()
  if (missing.length === 0) return
  const named =
    missing.length > 4 ? [...missing.slice(0, 3), `${missing.length - 3} more`] : missing
  console.error(`Not installed: ${named.join(', ')}. Run npm ci --include=dev in the root first.`)
  process.exit(1)
}

if (isMain(import.meta.url)) requireTools()
