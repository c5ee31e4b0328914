import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, posix } from 'node:path'

/** An import of one source file by another, both as paths from the root of the repository. */
export interface Import {
  readonly from: string
  readonly to: string
}

const specifiers =
  /(?:\b(?:import|export)\b[^'"`;]*?\bfrom\s*|\bimport\s*\(?\s*)(['"])(?<specifier>[^'"$]+)\1/g

/** What lies in the repository, with what is new there; paths from its root, those below `folder` alone if it is named. */
export function filesOf(root: string, folder = '.'): string[] {
  const words = ['ls-files', '--cached', '--others', '--exclude-standard', folder]
  return (
    execFileSync('git', words, { cwd: root, encoding: 'utf8' })
      .split('\n')
      // What was moved a moment ago is still in the index.
      .filter((file) => file !== '' && existsSync(join(root, file)))
  )
}

/** Every import among these files, those of types and lazy ones included. Specifiers of packages are left out. */
export function importsOf(root: string, files: readonly string[]): Import[] {
  const known = new Set(files)
  return files.flatMap((from) => {
    const source = readFileSync(join(root, from), 'utf8')
    return specifiersIn(source).flatMap((specifier) => {
      const to = targetOf(from, specifier)
      return to !== null && known.has(to) ? [{ from, to }] : []
    })
  })
}

/** What a source imports, as it is written there. */
export function specifiersIn(source: string): string[] {
  return [...source.matchAll(specifiers)].map((match) => match.groups?.['specifier'] ?? '')
}

/** The packages that specifiers lead to; those of Node and of one's own files are none. */
export function packagesIn(specifiers: readonly string[]): string[] {
  const others = specifiers.filter((each) => !/^[.#]/.test(each) && !isBuiltin(each))
  return others.map((each) => /^(?:@[^/]+\/)?[^/]+/.exec(each)?.[0] ?? each)
}

function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const contract = /^@expertconnect\/contract\/(.+)$/.exec(specifier)?.[1]
  return contract === undefined ? null : `contract/src/${contract}.ts`
}

/**
 * Circles of imports between folders that stand side by side, each with all that is in it: whoever knows one of them
 * would have to know all. What lies inside a folder may know its outside and be known by it.
 */
export function foldersInCircles(imports: readonly Import[]): string[][] {
  const known = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const edge = asSiblings(dirname(from).split('/'), dirname(to).split('/'))
    if (edge) known.set(edge.from, (known.get(edge.from) ?? new Set<string>()).add(edge.to))
  }
  return circlesIn(known)
}

/** Circles of imports between folders where a folder and one inside of it count as two: it tells which leans on which. */
export function foldersAsTwoInCircles(imports: readonly Import[]): string[][] {
  const known = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [one, other] = [dirname(from), dirname(to)]
    if (one !== other) known.set(one, (known.get(one) ?? new Set<string>()).add(other))
  }
  return circlesIn(known)
}

/** The two folders below the last one that both have in common; none where one holds the other. */
function asSiblings(from: readonly string[], to: readonly string[]): Import | null {
  const parting = from.findIndex((name, depth) => name !== to[depth])
  if (parting === -1 || parting >= to.length) return null
  const upTo = (path: readonly string[]) => path.slice(0, parting + 1).join('/')
  return { from: upTo(from), to: upTo(to) }
}

/** Groups whose members all reach each other, by name. */
function circlesIn(known: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const reach = new Map([...known.keys()].map((name) => [name, reachedFrom(name, known)]))
  const circles = new Map<string, string[]>()
  for (const name of known.keys()) {
    if (!reach.get(name)?.has(name)) continue
    const members = [...(reach.get(name) ?? [])].filter((other) => reach.get(other)?.has(name))
    const circle = members.toSorted()
    circles.set(circle.join(), circle)
  }
  return [...circles.values()]
}

function reachedFrom(name: string, known: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>()
  const waiting = [...(known.get(name) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    waiting.push(...(known.get(next) ?? []))
  }
  return reached
}
