/** The door of the desk room. */
export { reportTicket, type TicketReport } from './report-ticket.ts'
export { writeMessage, type MessageToWrite, type Written } from './write-message.ts'
export {
  startConversation,
  conversationsOf,
  type ConversationInList,
  type ConversationToStart,
} from './start-conversation.ts'
export {
  findConversation as conversationOf,
  messagesOf,
  markRead,
  readMarksOf,
  mayReadFile,
  type Conversation,
  type Message,
  type MessageFile,
} from './conversations.ts'
export { ticketOf, type TicketView } from './ticket-view.ts'
export { logOf as ticketLogOf, ticketName } from './ticket-store.ts'
export { admitTicket, refuseTicket, linkTicketToClient } from './gate.ts'
export { takeOver, delegateTicket, changePriority, markNotCounted } from './handle-ticket.ts'
export { changeAbout, type AboutChange } from './change-about.ts'
export { chooseContract } from './choose-contract.ts'
export { fallsUnder } from './falls-under.ts'
export { aboutOf, type AboutWish } from './ticket-about.ts'
export { promisesFor, type Promises } from './promises.ts'
export { supervisesTicket } from './reporters-of.ts'
export { pauseClock, resumeClock, pauseReasonsOf } from './pause-clock.ts'
export { resolveTicket, reopenTicket, closeTicket, cancelTicket } from './finish-ticket.ts'
export { mergeTickets } from './merge-tickets.ts'
export { staffForClient } from './who-looks-after.ts'
export {
  workOfContract,
  workOfContracts,
  workWithoutContract,
  ticketsAsWork,
  ticketNumbers,
} from './work-of-contract.ts'
export { decidedCredits, noteCreditUsed, openCreditsOf, toGive, type CreditToGive } from './credit-store.ts'
export { settledParts } from './settled-work.ts'
export {
  pricingOf,
  pricingsOf,
  periodInput,
  sharedAmong,
  withShared,
  otherTicketsOf,
  datesOf,
  monthOf,
  monthAfter,
  type Month,
  type Pricing,
  type WorkOfMonth,
} from './pricing-input.ts'
export { replyAddressOf } from './desk-mails.ts'
export { judgeWork, withdrawJudgement } from './work-judgement.ts'
export { workOfTicket, type WorkEntry } from './work-store.ts'
export { startTimer, stopTimer } from './work-timer.ts'
export { logTime, logTrip, logMaterial, changeEntry, removeEntry } from './log-work.ts'
export { ClocksView } from './clock-shapes.ts'
export { ticketStates } from './ticket-state.ts'
export type { TicketState, StateReason, TicketDeed, LogRow } from './ticket-state.ts'
export { clocksByTerms, type TicketClocks, type DeskClock } from './clocks.ts'
export { clocksInList, ticketQueue, ticketsOfClient, type QueueItem, type QueueWish } from './queue.ts'
export { ticketPage, type TicketPage } from './ticket-page.ts'
export {
  priceNow,
  packageNow,
  monthNow,
  nextCosts,
  stocksOf,
  type NextCosts,
  type PackagesNow,
  type PriceNow,
  type StockLeft,
} from './price-now.ts'
export { noticesOf, seeNotices, type Notice } from './notices.ts'
export { alertsOf, packageWatch, type PackageAlert } from './watch-packages.ts'
