import { posix } from 'node:path'

const filesPerFolder = 20

/** The folders that hold more code files than a newcomer takes in, each with how many. */
export function fullFolders(files: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    if (!/\.tsx?$/.test(file)) continue
    const folder = posix.dirname(file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].flatMap(([folder, count]) =>
    count > filesPerFolder ? [`${folder}: ${count}`] : [],
  )
}
