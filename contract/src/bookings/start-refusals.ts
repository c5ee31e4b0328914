import type { ProblemCode } from '../problems.ts'

/** Why a session cannot start at a time: somebody has it, or a rule of the expert stands against it. */
export const startRefusals = [
  'slot_taken',
  'outside_hours',
  'busy_elsewhere',
  'inside_notice',
  'beyond_horizon',
  'off_grid',
  'in_the_past',
  'length_not_offered',
  'paused',
] as const satisfies readonly ProblemCode[]
export type StartRefusal = (typeof startRefusals)[number]
