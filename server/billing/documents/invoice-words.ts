/** The labels of a printed invoice in both languages. The sentences of an explanation come with the data. */
export type InvoiceWords = {
  titles: Record<InvoiceKind, string>
  issued: string
  sold: string
  seller: string
  buyer: string
  recipient: string
  contract: string
  period: string
  ksefNumber: string
  position: string
  name: string
  quantity: string
  unit: string
  unitPrice: string
  discount: string
  net: string
  vat: string
  rate: string
  gross: string
  total: string
  toPay: string
  toReturn: string
  whence: string
  payBy: string
  account: string
  transferTitle: string
  bankReadsCode: string
  checkInKsef: string
  notReported: string
  offline: string
  certificate: string
  splitPayment: string
  corrects: string
  correctedFrom: string
  reason: string
  before: string
  after: string
  difference: string
  buyerBefore: string
  appendix: string
  appendixFollows: string
  columns: {
    ref: string
    date: string
    subject: string
    person: string
    amount: string
    bin: string
    price: string
  }
  page: string
  ofPages: string
}

export type InvoiceKind = 'invoice' | 'correction' | 'advance' | 'settlement' | 'proforma'

const pl: InvoiceWords = {
  titles: {
    invoice: 'Faktura',
    correction: 'Faktura korygująca',
    advance: 'Faktura zaliczkowa',
    settlement: 'Faktura rozliczeniowa',
    proforma: 'Pro forma',
  },
  issued: 'wystawiona',
  sold: 'sprzedaż',
  seller: 'Sprzedawca',
  buyer: 'Nabywca',
  recipient: 'Odbiorca',
  contract: 'Umowa',
  period: 'Okres',
  ksefNumber: 'Numer KSeF',
  position: 'Lp.',
  name: 'Nazwa',
  quantity: 'Ilość',
  unit: 'J.m.',
  unitPrice: 'Cena netto',
  discount: 'Rabat',
  net: 'Netto',
  vat: 'VAT',
  rate: 'Stawka',
  gross: 'Brutto',
  total: 'Razem',
  toPay: 'Do zapłaty',
  toReturn: 'Do zwrotu',
  whence: 'Skąd ta kwota',
  payBy: 'Przelew do',
  account: 'rachunek',
  transferTitle: 'tytuł:',
  bankReadsCode: 'kod odczyta aplikacja banku',
  checkInKsef: 'Sprawdź w KSeF',
  notReported: 'nie zgłoszono do KSeF',
  offline: 'OFFLINE',
  certificate: 'CERTYFIKAT',
  splitPayment: 'mechanizm podzielonej płatności',
  corrects: 'Faktura korygująca do',
  correctedFrom: 'z dnia',
  reason: 'Przyczyna korekty',
  before: 'Przed korektą',
  after: 'Po korekcie',
  difference: 'Różnica',
  buyerBefore: 'Nabywca przed korektą',
  appendix: 'Załącznik: praca w okresie',
  appendixFollows: 'dalej załącznik: praca w okresie',
  columns: {
    ref: 'Numer',
    date: 'Data',
    subject: 'Czego dotyczyło',
    person: 'Kto',
    amount: 'Ilość',
    bin: 'Rozliczenie',
    price: 'Netto',
  },
  page: 'strona',
  ofPages: 'z',
}

const en: InvoiceWords = {
  titles: {
    invoice: 'Invoice',
    correction: 'Correction invoice',
    advance: 'Advance invoice',
    settlement: 'Settlement invoice',
    proforma: 'Pro forma',
  },
  issued: 'issued',
  sold: 'supplied',
  seller: 'Seller',
  buyer: 'Buyer',
  recipient: 'Recipient',
  contract: 'Contract',
  period: 'Period',
  ksefNumber: 'KSeF number',
  position: 'No.',
  name: 'Description',
  quantity: 'Quantity',
  unit: 'Unit',
  unitPrice: 'Net price',
  discount: 'Discount',
  net: 'Net',
  vat: 'VAT',
  rate: 'Rate',
  gross: 'Gross',
  total: 'Total',
  toPay: 'Amount due',
  toReturn: 'To be returned',
  whence: 'How we got there',
  payBy: 'Transfer by',
  account: 'account',
  transferTitle: 'title:',
  bankReadsCode: 'your bank’s app reads the code',
  checkInKsef: 'Check in KSeF',
  notReported: 'not reported to KSeF',
  offline: 'OFFLINE',
  certificate: 'CERTYFIKAT',
  splitPayment: 'split payment (mechanizm podzielonej płatności)',
  corrects: 'Correction of invoice',
  correctedFrom: 'of',
  reason: 'Reason',
  before: 'Before the correction',
  after: 'After the correction',
  difference: 'Difference',
  buyerBefore: 'Buyer before the correction',
  appendix: 'Appendix: work in the period',
  appendixFollows: 'appendix follows: work in the period',
  columns: {
    ref: 'Number',
    date: 'Date',
    subject: 'Subject',
    person: 'Who',
    amount: 'Quantity',
    bin: 'Billed as',
    price: 'Net',
  },
  page: 'page',
  ofPages: 'of',
}

export const invoiceWords: Record<'pl' | 'en', InvoiceWords> = { pl, en }
