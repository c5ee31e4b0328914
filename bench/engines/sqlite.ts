import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileOf } from '../built.ts'
import type { Engine } from './engine.ts'

export function openSqliteEngine(folder: string): Engine {
  return {
    name: 'SQLite',
    kind: 'sqlite',
    servers: 1,
    urlOf: (name) => `file:${join(folder, `${name}.db`)}`,
    copy: async (from, to) => copyFileSync(fileOf(from), fileOf(to)),
    remove: async (url) => rmSync(fileOf(url), { force: true }),
    close: async () => undefined,
  }
}
