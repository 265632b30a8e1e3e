/**
 * The six promises of a service level, and the words in which a contract says what starts and
 * what fulfils each of them.
 *
 * - reaction: the first of taking over, a public reply of a person, start of work, arrival.
 *   Assignment, delegation, an internal note and automatic answers are none of these.
 * - arrival: somebody is on site.
 * - nextReply: a public reply to the first message of the client that nobody has answered.
 * - periodicUpdate: a public word to the client at least that often until it is resolved.
 * - workAround: the client can work again, for now.
 * - resolution: the last resolve.
 */
export const targetKinds = [
  'reaction',
  'arrival',
  'nextReply',
  'periodicUpdate',
  'workAround',
  'resolution',
] as const
export type TargetKind = (typeof targetKinds)[number]

/** What may start a target later than the report does. */
export const startKinds = ['report', 'takeOver', 'arrival', 'workAround'] as const
export type StartKind = (typeof startKinds)[number]

/** What may fulfil a target; to be resolved ends all of them. */
export const fulfilKinds = [
  'taken_over',
  'public_reply',
  'work_started',
  'arrived',
  'worked_around',
  'resolved',
] as const
export type FulfilKind = (typeof fulfilKinds)[number]

/** What fulfils a target unless the contract narrows it. */
export const usualFulfilment: Readonly<Record<TargetKind, readonly FulfilKind[]>> = {
  reaction: ['taken_over', 'public_reply', 'work_started', 'arrived'],
  arrival: ['arrived'],
  nextReply: ['public_reply'],
  periodicUpdate: ['public_reply'],
  workAround: ['worked_around'],
  resolution: ['resolved'],
}

/** A contract's own rules for one target; what is left out is as usual. */
export type TargetRules = { startsWith?: StartKind; fulfilledBy?: readonly FulfilKind[] }
