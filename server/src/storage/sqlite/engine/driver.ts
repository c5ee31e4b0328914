/** The part of the `node:sqlite` interface that we use. `iterate` is left out: an abandoned one keeps its lock. */
interface Connection {
  prepare(sql: string): NativeStatement
  exec(sql: string): void
  close(): void
}

interface NativeStatement {
  run(...values: SqlValue[]): { changes: number | bigint }
  get(...values: SqlValue[]): unknown
  all(...values: SqlValue[]): unknown[]
}

interface Driver {
  readonly DatabaseSync: new (file: string, options: { readOnly: boolean }) => Connection
  backup(source: Connection, target: string, options: { rate: number }): Promise<number>
}

export type SqlValue = string | number | Uint8Array | null

export interface Statement<Row> {
  /** Answers the number of changed rows. */
  run(...values: readonly SqlValue[]): number
  get(...values: readonly SqlValue[]): Row | undefined
  all(...values: readonly SqlValue[]): Row[]
  /**
   * With `@photostructure/sqlite` a statement does not keep its connection alive, and using it after the connection
   * was collected crashes the process. Whoever holds a statement therefore holds the connection.
   */
  readonly connection: object
}

export interface Database {
  prepare<Row = never>(sql: string): Statement<Row>
  exec(sql: string): void
  backupTo(target: string): Promise<void>
  close(): void
}

/** Before 3.51.3, two connections that write and checkpoint at once can corrupt a WAL database. */
export const oldestSqlite = '3.51.3'

let driver: Promise<Driver> | undefined

async function loadDriver(): Promise<Driver> {
  const version = process.versions['sqlite']
  if (version !== undefined && !isOlder(version, oldestSqlite)) {
    const builtIn = loadBuiltIn()
    if (builtIn && 'backup' in builtIn) return builtIn as Driver
  }
  return (await import('@photostructure/sqlite')) satisfies Driver
}

/** Node 22 calls its module experimental on standard error. That one warning is dropped, and no other. */
function loadBuiltIn(): object | undefined {
  const emit = process.emitWarning.bind(process)
  const emitOthers = (...words: Parameters<typeof emit>): void => {
    if (!String(words[0]).startsWith('SQLite is an experimental feature')) emit(...words)
  }
  process.emitWarning = emitOthers as typeof emit
  try {
    return process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emit
  }
}

export async function openDatabase(
  file: string,
  options: { readonly readOnly?: boolean } = {},
): Promise<Database> {
  driver ??= loadDriver()
  const sqlite = await driver
  const connection = new sqlite.DatabaseSync(file, { readOnly: options.readOnly ?? false })
  return {
    prepare<Row>(sql: string): Statement<Row> {
      const statement = connection.prepare(sql)
      return {
        connection,
        run: (...values) => Number(statement.run(...values).changes),
        get: (...values) => statement.get(...values) as Row | undefined,
        all: (...values) => statement.all(...values) as Row[],
      }
    },
    exec: (sql) => connection.exec(sql),
    async backupTo(target) {
      // One step: a backup in several starts again whenever another connection writes in between.
      await sqlite.backup(connection, target, { rate: 2 ** 31 - 1 })
    },
    close: () => connection.close(),
  }
}

export function isOlder(version: string, than: string): boolean {
  const [parts, limits] = [version, than].map((text) => text.split('.').map(Number)) as [
    number[],
    number[],
  ]
  const at = parts.findIndex((part, index) => part !== limits[index])
  return at !== -1 && (parts[at] ?? 0) < (limits[at] ?? 0)
}

/** The extended result code of SQLite, or `null` if the error is not SQLite's. */
export function sqliteCode(error: unknown): number | null {
  const found = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof found === 'number' ? found : null
}

/** SQLITE_CONSTRAINT_PRIMARYKEY or SQLITE_CONSTRAINT_UNIQUE. */
export function isUniqueViolation(error: unknown): boolean {
  const code = sqliteCode(error)
  return code === 1555 || code === 2067
}
