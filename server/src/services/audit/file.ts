import type { AuditEntry, AuditExportQuery } from '@expertconnect/contract/audit/shapes'

const columns = ['at', 'action', 'by', 'subject', 'detail', 'device', 'network', 'id'] as const

/** Entries as a part of a file. `first`: with what stands at its beginning. */
export function textOf(
  entries: readonly AuditEntry[],
  format: AuditExportQuery['format'],
  first: boolean,
): string {
  if (format === 'jsonl') return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
  const rows = entries.map((entry) =>
    columns.map((column) => (column === 'subject' ? entry.subject.name : (entry[column] ?? ''))),
  )
  return [...(first ? [columns] : []), ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('')
}

/**
 * RFC 4180. What a program of tables would take for a formula gets an apostrophe in front: names and reasons are typed by
 * strangers, and are opened by an administrator.
 */
function cell(value: string): string {
  const plain = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
