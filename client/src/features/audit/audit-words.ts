import type { AuditAction, AuditEntry } from '@expertconnect/contract/audit/shapes'
import { paths } from '../../lib/paths.ts'

/** What was done, around the name of whom or what it was done to. */
const words: Readonly<Record<AuditAction, readonly [before: string, after: string]>> = {
  expert_invited: ['invited', ''],
  expert_changed: ['changed the profile of', ''],
  expert_listed: ['listed', ''],
  expert_hidden: ['hid', ''],
  category_made: ['added the category', ''],
  category_changed: ['changed the category', ''],
  category_removed: ['removed the category', ''],
  booking_cancelled: ['cancelled the session', ''],
  signed_in: ['signed in as', ''],
  sign_in_refused: ['was refused as', ''],
  passkey_added: ['added a passkey to', ''],
  passkey_removed: ['removed a passkey from', ''],
  session_ended: ['signed out a browser of', ''],
  signed_out_everywhere: ['signed out everywhere as', ''],
  address_changed: ['changed their address to', ''],
  audit_exported: ['downloaded the log:', ''],
  admin_made: ['made', 'an administrator'],
  admin_removed: ['took the role of administrator from', ''],
  application_approved: ['approved the application of', ''],
  application_declined: ['declined the application of', ''],
  block_made: ['blocked the person who booked the session', ''],
  block_removed: ['unblocked the person who booked the session', ''],
  booking_reported: ['reported the session', ''],
  report_settled: ['settled the report of the session', ''],
  report_dismissed: ['dismissed the report of the session', ''],
  review_hidden: ['hid:', ''],
  review_shown: ['showed again:', ''],
  review_kept: ['kept the reported review:', ''],
  dispute_decided: ['decided who was there in the session', ''],
}

const notPeople: Readonly<Record<string, string>> = {
  command: 'The command npm run admin',
  stranger: 'Somebody',
  ADMIN_EMAIL: 'The variable ADMIN_EMAIL',
}

export interface AuditWords {
  readonly who: string
  readonly before: string
  readonly after: string
  /** Where more of it is seen; nothing where it is gone. */
  readonly to: string | null
}

/** One entry in words: `admin@example.com hid Ana`. */
export function auditWords({ by, action, subject }: AuditEntry): AuditWords {
  const [before, after] = words[action]
  return { who: notPeople[by] ?? by, before, after, to: pathOf(action, subject) }
}

function pathOf(action: AuditAction, { id, name }: AuditEntry['subject']): string | null {
  switch (action) {
    case 'expert_invited':
    case 'expert_changed':
    case 'expert_listed':
    case 'expert_hidden':
      return paths.adminExperts(name)
    case 'booking_cancelled':
    case 'block_made':
    case 'block_removed':
    case 'booking_reported':
    case 'report_settled':
    case 'report_dismissed':
    case 'dispute_decided':
      return paths.adminBooking(id)
    case 'admin_made':
    case 'admin_removed':
      return `${paths.adminPeople}?query=${encodeURIComponent(name)}`
    case 'application_approved':
      return `${paths.adminApplications}?show=approved`
    case 'application_declined':
      return `${paths.adminApplications}?show=declined`
    case 'category_made':
    case 'category_changed':
      return paths.adminCategories
    case 'signed_in':
    case 'passkey_added':
    case 'passkey_removed':
    case 'session_ended':
    case 'signed_out_everywhere':
    case 'address_changed':
    case 'sign_in_refused':
    case 'audit_exported':
    case 'category_removed':
      return null
    case 'review_hidden':
      return `${paths.adminReviews}?show=hidden`
    case 'review_shown':
    case 'review_kept':
      return `${paths.adminReviews}?show=all`
  }
}
