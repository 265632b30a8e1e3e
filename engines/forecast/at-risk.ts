/**
 * Who is going to miss what, and which re-assignment saves most.
 *
 * - Each person works on one ticket at a time, the nearest deadline first, in the hours of
 *   the own calendar. A ticket is at risk when the work that comes before it and its own do
 *   not fit into that person's working time until its deadline.
 * - A reaction needs only the person: what counts is the work that comes before it.
 * - What nobody has is at risk as soon as its deadline lies within the horizon.
 * - "In the next four hours" means four hours of the ticket's own open time.
 * - A re-assignment is judged by both people's whole queues: deadlines saved, then minutes of
 *   lateness saved. One that only moves the loss from one ticket to another is not proposed.
 */
import { must } from '../base/must.ts'

export type Person = {
  id: string
  /** Working minutes of this person from now until an instant. */
  minutesUntil: (instant: string) => number
}

export type OpenTarget = {
  ticketId: string
  /** Fulfilled by being there (a reaction, an answer) or by finished work. */
  kind: 'answer' | 'work'
  target: string
  dueAt: string
  /** Open minutes of the ticket's own clock until the deadline; below zero after it. */
  leftMinutes: number
  /** Work that is still to do for it. */
  effortMinutes: number
  personId?: string
}

export type Risk = Pick<OpenTarget, 'ticketId' | 'target' | 'dueAt' | 'leftMinutes' | 'effortMinutes'> & {
  personId?: string
  /** Work of the same person that comes before it. */
  aheadMinutes: number
  /** The person's working minutes until the deadline. */
  availableMinutes: number
  /** By how many working minutes it will be late. */
  lateMinutes: number
  move?: Move
}

export type Move = {
  toId: string
  /** Deadlines of both people that are kept by it and would be missed without it. */
  savedTargets: number
  savedMinutes: number
  /** How late this ticket would still be. */
  lateMinutesAfter: number
}

type Queue = readonly OpenTarget[]

export function atRisk(input: {
  targets: readonly OpenTarget[]
  people: readonly Person[]
  horizonMinutes: number
}): Risk[] {
  const { people, horizonMinutes } = input
  must(horizonMinutes > 0, 'the horizon lies ahead')
  const targets = input.targets.toSorted(byDeadline)
  const known = new Set(people.map(({ id }) => id))
  const queues = new Map(people.map((person) => [person.id, queueOf(targets, person.id)]))
  const within = targets.filter((one) => isAhead(one) && one.leftMinutes <= horizonMinutes)
  const risks = people.flatMap((person) => risksOf(person, queues.get(person.id)!, horizonMinutes))
  const nobodys = within.filter(({ personId }) => personId === undefined || !known.has(personId))
  return [...risks, ...nobodys.map(unowned)]
    .map((risk) => withMove(risk, { targets, people, queues }))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt) || b.lateMinutes - a.lateMinutes)
}

/** Working minutes that a person's open tickets ask for. */
export const loadOf = (targets: Queue, personId: string): number =>
  targets
    .filter((one) => one.personId === personId && one.kind === 'work')
    .reduce((sum, one) => sum + one.effortMinutes, 0)

const byDeadline = (a: OpenTarget, b: OpenTarget): number => Date.parse(a.dueAt) - Date.parse(b.dueAt)
const queueOf = (targets: Queue, personId: string): Queue =>
  targets.filter((one) => one.personId === personId)

function risksOf(person: Person, queue: Queue, horizonMinutes: number): Risk[] {
  return missedIn(person, queue).filter((risk) => risk.leftMinutes <= horizonMinutes)
}

/** What is overdue already cannot be saved any more; its work still comes before the rest. */
const isAhead = ({ leftMinutes }: Pick<OpenTarget, 'leftMinutes'>): boolean => leftMinutes > 0
const missedIn = (person: Person, queue: Queue): Risk[] =>
  placesIn(person, queue).filter((place) => isAhead(place) && place.lateMinutes > 0)

/** Every deadline of a queue with what comes before it. */
function placesIn(person: Person, queue: Queue): Risk[] {
  let ahead = 0
  return queue.map((one) => {
    const availableMinutes = person.minutesUntil(one.dueAt)
    const own = one.kind === 'work' ? one.effortMinutes : 0
    const place = { ...facts(one), personId: person.id, aheadMinutes: ahead, availableMinutes }
    ahead += own
    return { ...place, lateMinutes: Math.max(0, place.aheadMinutes + own - availableMinutes) }
  })
}

function unowned(one: OpenTarget): Risk {
  return { ...facts(one), aheadMinutes: 0, availableMinutes: 0, lateMinutes: one.effortMinutes }
}

const facts = ({ ticketId, target, dueAt, leftMinutes, effortMinutes }: OpenTarget) => ({
  ticketId,
  target,
  dueAt,
  leftMinutes,
  effortMinutes,
})

type Known = { targets: Queue; people: readonly Person[]; queues: ReadonlyMap<string, Queue> }

/** The move that saves most deadlines, then most minutes; of equals the one to whom it costs least. */
function withMove(risk: Risk, known: Known): Risk {
  const moved = known.targets.filter(({ ticketId }) => ticketId === risk.ticketId)
  const giver = known.people.find(({ id }) => id === risk.personId)
  const freed = giver
    ? relief(giver, known.queues.get(giver.id)!, risk.ticketId)
    : { targets: 1, minutes: risk.lateMinutes }
  const moves = known.people
    .filter(({ id }) => id !== risk.personId)
    .flatMap((person) => moveTo(person, moved, { risk, freed, queue: known.queues.get(person.id)! }) ?? [])
  const best = moves.toSorted(
    (a, b) =>
      b.savedTargets - a.savedTargets || b.savedMinutes - a.savedMinutes || (a.toId < b.toId ? -1 : 1),
  )[0]
  return best ? { ...risk, move: best } : risk
}

type Loss = { targets: number; minutes: number }

function lossOf(person: Person, queue: Queue): Loss {
  const late = missedIn(person, queue)
  return { targets: late.length, minutes: late.reduce((sum, one) => sum + one.lateMinutes, 0) }
}

function relief(person: Person, queue: Queue, ticketId: string): Loss {
  const [before, after] = [
    lossOf(person, queue),
    lossOf(
      person,
      queue.filter((one) => one.ticketId !== ticketId),
    ),
  ]
  return { targets: before.targets - after.targets, minutes: before.minutes - after.minutes }
}

function moveTo(
  person: Person,
  moved: Queue,
  { risk, freed, queue }: { risk: Risk; freed: Loss; queue: Queue },
): Move | undefined {
  const before = lossOf(person, queue)
  const joined = [...queue, ...moved].sort(byDeadline)
  const after = lossOf(person, joined)
  const savedTargets = freed.targets - (after.targets - before.targets)
  const savedMinutes = freed.minutes - (after.minutes - before.minutes)
  if (savedTargets < 0 || savedMinutes <= 0) return undefined
  const place = placesIn(person, joined).find(
    (one) => one.ticketId === risk.ticketId && one.target === risk.target,
  )
  return { toId: person.id, savedTargets, savedMinutes, lateMinutesAfter: place?.lateMinutes ?? 0 }
}
