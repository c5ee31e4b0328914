import type { AuditKind } from '@expertconnect/contract/audit/shapes'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { call } from '../../server/api/client.ts'
import { mine } from '../../server/api/keys.ts'
import { from, pagedAnew } from '../../server/api/paged.ts'

export type ShownKind = AuditKind | 'all'

/** The log, newest first. */
export function auditQuery(kind: ShownKind) {
  return infiniteQueryOptions({
    ...pagedAnew,
    queryKey: [...mine.admin, 'audit', kind],
    queryFn: ({ signal, pageParam }) =>
      call('listAudit', { query: { ...of(kind), ...from(pageParam) } }, { signal }),
  })
}

/** The whole log as the text of a file, asked for part by part. */
export async function readAuditFile(kind: ShownKind, format: 'csv' | 'jsonl'): Promise<string> {
  let text = ''
  let cursor = ''
  do {
    const part = await call('exportAudit', { query: { format, ...of(kind), ...from(cursor) } })
    text += part.text
    cursor = part.nextCursor ?? ''
  } while (cursor !== '')
  return text
}

function of(kind: ShownKind) {
  return kind === 'all' ? {} : { kind }
}
