/** The door of the collection room. */
export { balanceOf, balancesOf, openAmountOf, creditOf, type Balance } from './invoice-balance.ts'
export { enterPayment, allocateCredit, withdrawPayment, type PaymentEntry } from './enter-payment.ts'
export { watchInvoices } from './payment-reminder.ts'
export { effectiveDueOn, daysOverdue } from './due-dates.ts'
export { collectionBoard, openInvoices, type OpenInvoice } from './collection-view.ts'
export { paymentPartsOf, type PaymentPart } from './payment-store.ts'
