/** The door of the billing room. */
export { invoiceOf, invoicesOf, linesOfInvoice, correctionsOf, type Invoice, type InvoiceLine, type BuyerSnapshot, type SellerSnapshot } from './invoice-store.ts'
export { transferCodeText } from './documents/transfer-code.ts'
