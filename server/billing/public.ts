/** The door of the billing room. */
export {
  invoiceOf,
  invoicesOf,
  linesOfInvoice,
  correctionsOf,
  type Invoice,
  type InvoiceLine,
  type BuyerSnapshot,
  type SellerSnapshot,
} from './invoice-store.ts'
export { proposeBilling } from './propose-billing.ts'
export { proposalsOf, type Proposal } from './proposal-store.ts'
export { issueProposal } from './issue-invoices.ts'
export { monthView, type MonthView } from './month-view.ts'
export { periodOf, monthBefore, type Period } from './periods.ts'
export { transferCodeText } from './documents/transfer-code.ts'
