import PostalMime, { type Email } from 'postal-mime'
import { replyLine } from './reply-line.ts'

/** What a report says of a mail that could not be delivered. */
export interface Bounce {
  /** As the report names that mail: what stands in the mail that came back, then what its server noted. At most two. */
  readonly messageIds: readonly string[]
  /** Why, in one short line without addresses. */
  readonly reply: string
}

/** A report about a mail of ours has some thousands, and each costs. */
const maxLines = 10_000
/** Of a mail with one recipient a report has two groups of fields: its own, and those of the recipient. */
const maxGroups = 20
const limits = { maxNestingDepth: 8, maxHeadersSize: 128 * 1024, forceRfc822Attachments: true }

/** For mails of wide addresses there are types of their own (RFC 6533). */
const statusTypes = ['message/delivery-status', 'message/global-delivery-status']
const returnedTypes = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
]

/**
 * Reads a delivery status notification (RFC 3464). Null of all else: of other mails, of what cannot be read, and of reports
 * that a mail is late, was passed on or arrived. To whom the mail went is left aside: by forwarding that may be another
 * address than ours. Never rejects, whatever the bytes are.
 */
export async function readBounce(bytes: Uint8Array): Promise<Bounce | null> {
  const report = await parse(bytes)
  if (!report || !isDeliveryReport(report)) return null
  const status = partOf(report, statusTypes)
  if (!status) return null
  const groups = await Promise.all(groupsOf(status).map(fieldsOf))
  const failed = groups.find((fields) => /^failed\b/i.test(fields('action')))
  if (!failed) return null
  const noted = groups[0]?.('x-original-message-id') ?? ''
  const messageIds = [await returnedId(report), idIn(noted)].filter((id) => id !== null)
  return { messageIds: [...new Set(messageIds)], reply: replyOf(failed) }
}

async function parse(bytes: Uint8Array): Promise<Email | null> {
  if (linesIn(bytes) > maxLines) return null
  try {
    return await PostalMime.parse(bytes, limits)
  } catch {
    // Deeper, or with more headers, than any report is.
    return null
  }
}

function linesIn(bytes: Uint8Array): number {
  return bytes.reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 0)
}

function isDeliveryReport(report: Email): boolean {
  const type = valueIn(report, 'content-type')
  return (
    /^multipart\/report\s*;/i.test(type) && /;\s*report-type\s*=\s*"?delivery-status\b/i.test(type)
  )
}

/** The first part that is one of these. */
function partOf({ attachments }: Email, types: readonly string[]): Uint8Array | null {
  const content = attachments.find(({ mimeType }) => types.includes(mimeType))?.content
  if (content === undefined) return null
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
}

/** Groups of fields stand between empty lines (RFC 3464, 2.1). */
function groupsOf(status: Uint8Array): string[] {
  const groups = Buffer.from(status)
    .toString()
    .split(/\n[ \t\r]*\n/)
  return groups.filter((group) => group.trim() !== '').slice(0, maxGroups)
}

/** They have the form of headers. */
async function fieldsOf(group: string): Promise<(name: string) => string> {
  const email = await parse(Buffer.from(`${group.trim()}\n\n`))
  return (name) => (email ? valueIn(email, name) : '')
}

async function returnedId(report: Email): Promise<string | null> {
  const returned = partOf(report, returnedTypes)
  const email = returned && (await parse(headOf(returned)))
  return email && idIn(valueIn(email, 'message-id'))
}

/** What comes before the first empty line. */
function headOf(mail: Uint8Array): Uint8Array {
  const text = Buffer.from(mail).toString('latin1').trimStart()
  const end = text.search(/\n\r?\n/)
  return Buffer.from(end === -1 ? text : text.slice(0, end + 1), 'latin1')
}

function valueIn({ headers }: Email, name: string): string {
  return headers.find(({ key }) => key === name)?.value.trim() ?? ''
}

function idIn(value: string): string | null {
  return /<[^<>\s]{1,250}>/.exec(value)?.[0] ?? null
}

/** What the server said that refused it, without the name of its protocol; where that is missing, the bare status. */
function replyOf(fields: (name: string) => string): string {
  const said = fields('diagnostic-code').replace(/^[\w.-]+\s*;\s*/, '')
  return replyLine(said) || replyLine(fields('status')) || 'came back as undeliverable'
}
