import type { Block } from '../../../src/domain/blocks/block.ts'
import type { Report } from '../../../src/domain/blocks/report.ts'
import { ada, fresh, now, quarterAt } from '../fixtures.ts'

export function aBlock(fields: Partial<Block> = {}): Block {
  const id = fresh('block')
  return {
    id,
    kind: 'address',
    key: `address of ${id}`,
    expertId: ada,
    value: `${fresh('mallory')}@example.org`,
    bookingId: fresh('booking'),
    startsAt: quarterAt(0),
    name: 'Mallory',
    madeAt: now,
    by: 'ada@example.com',
    ...fields,
  }
}

export function aReport(fields: Partial<Report> = {}): Report {
  return {
    id: fresh('report'),
    bookingId: fresh('booking'),
    state: 'open',
    reason: 'They sell something',
    reportedAt: now,
    by: 'ada@example.com',
    ...fields,
  }
}
