/** Words of the billing room: proposals and invoices. */
type InvoiceMail = { number: string; company: string; period: string; gross: string; due: string; account: string; panel: string }

export const billingPl = {
  mails: {
    invoice: ({ number, company, period, gross, due, panel }: InvoiceMail) => ({
      subject: `Faktura ${number} – ${company}`,
      body: `Dzień dobry,\n\nw załączeniu faktura ${number} za okres ${period}.\n\nDo zapłaty: ${gross}\nTermin płatności: ${due}\n\nSkąd bierze się każda pozycja, pokazuje panel: ${panel}\n\nZ wyrazami szacunku\n${company}\n`,
    }),
    correction: ({ number, company, gross, panel }: InvoiceMail) => ({
      subject: `Faktura korygująca ${number} – ${company}`,
      body: `Dzień dobry,\n\nw załączeniu faktura korygująca ${number}. Zmiana kwoty: ${gross}.\n\nSzczegóły pokazuje panel: ${panel}\n\nZ wyrazami szacunku\n${company}\n`,
    }),
  },
  units: { period: 'mies.', ticket: 'zgł.', hour: 'godz.', contact: 'kontakt', trip: 'wyjazd', kilometre: 'km', amount: 'usł.', user: 'os.', device: 'szt.' } as Record<string, string>,
  paper: {
    soldIn: 'okres',
    transferTitle: (number: string) => `Faktura ${number}`,
    appendixTitle: 'Załącznik: praca w okresie',
    groupWithin: 'Zgłoszenia',
    inside: 'w abonamencie',
    over: 'ponad abonament',
    notCounted: 'niepoliczone',
    editedLine: (reason: string) => `Zmieniono ręcznie: ${reason}`,
  },
}
