/** The door of the accounts room. */
export {
  companyOf,
  changeCompany,
  calendarsOf,
  noteOnboarding,
  refuseBadCalendar,
  type Company,
  type CalendarRow,
  type PriorityLevel,
} from './company.ts'
export { WorkCalendarShape } from './calendar-schema.ts'
export { staffOf, staffMember, managerOnDuty, type Staff } from './staff.ts'
export {
  identityFor,
  wearHat,
  dropHat,
  openSession,
  newLink,
  takeLink,
  cleanEmail,
  type UsedLink,
} from './identity-store.ts'
export { listensOnLoopback, mailLink, usable, validEmail, signUp } from './sign-in.ts'
export { countAttempt } from './attempts.ts'
export { createCompany, slugOf } from './create-company.ts'
export { hashPassword } from './passwords.ts'
export { identifyCaller, staffCookie, panelCookie, cookieOptions } from './callers.ts'
export {
  priorityKeys,
  trades,
  levelPresets,
  calendarPresets,
  type PriorityKey,
  type Trade,
} from '#engines/presets/trades.ts'
