import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A text of a built file, and what stands there instead. */
export interface Patch {
  /** Below `server/dist`. */
  readonly file: string
  readonly find: string
  readonly replace: string
}

const server = fileURLToPath(new URL('../../server', import.meta.url))

/**
 * Builds a variant of the server into `folder`, which must lie below the root of the repository: the built server, with
 * these patches. Answers its main program. Throws where a text is not found exactly once, so that no patch is lost when
 * the server is changed.
 */
export function makeVariant(folder: string, patches: readonly Patch[]): string {
  const target = join(folder, 'server')
  mkdirSync(target, { recursive: true })
  cpSync(join(server, 'dist'), join(target, 'dist'), { recursive: true })
  cpSync(join(server, 'package.json'), join(target, 'package.json'))
  for (const [file, text] of patchedFiles(patches)) writeFileSync(join(target, 'dist', file), text)
  return join(target, 'dist/entry/main.js')
}

/** The text of each file that is patched. */
export function patchedFiles(patches: readonly Patch[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const patch of patches) {
    const text = texts.get(patch.file) ?? readFileSync(join(server, 'dist', patch.file), 'utf8')
    texts.set(patch.file, patched(text, patch))
  }
  return texts
}

export function patched(text: string, { file, find, replace }: Patch): string {
  const times = text.split(find).length - 1
  if (times !== 1) {
    throw new Error(
      `server/dist/${file} has this ${times} times, not once:\n${find}\nMend the patch in proof/server.`,
    )
  }
  return text.replace(find, () => replace)
}
