/** Words of the accounts room: signing in, the company, its people, the sandbox. */
type LinkMail = { company: string; link: string; minutes: number; name: string }

export const accountsPl = {
  mails: {
    confirm_email: ({ company, link }: LinkMail) => ({
      subject: `Potwierdź adres e-mail – ${company}`,
      body: `Dzień dobry,\n\nkonto firmy ${company} jest gotowe. Prosimy potwierdzić ten adres e-mail:\n\n${link}\n\nOdsyłacz działa trzy dni. Jeżeli to nie Państwo zakładali konto, prosimy zignorować tę wiadomość.\n`,
    }),
    sign_in: ({ company, link, minutes }: LinkMail) => ({
      subject: `Wejście do ${company}`,
      body: `Dzień dobry,\n\noto odsyłacz do wejścia bez hasła:\n\n${link}\n\nDziała ${minutes} minut i tylko raz. Jeżeli to nie Państwo o niego prosili, prosimy zignorować tę wiadomość.\n`,
    }),
    invitation: ({ company, link, name }: LinkMail) => ({
      subject: `Zaproszenie do ${company}`,
      body: `Dzień dobry${name ? `, ${name}` : ''},\n\nfirma ${company} zaprasza do wspólnej pracy w Opiekunie. Prosimy przyjąć zaproszenie i ustawić hasło:\n\n${link}\n\nOdsyłacz działa siedem dni i tylko raz.\n`,
    }),
    reset_password: ({ link, minutes }: LinkMail) => ({
      subject: 'Nowe hasło',
      body: `Dzień dobry,\n\ntu można ustawić nowe hasło:\n\n${link}\n\nOdsyłacz działa ${minutes} minut i tylko raz.\n`,
    }),
    confirm_report: ({ company, link }: LinkMail) => ({
      subject: `Potwierdź zgłoszenie – ${company}`,
      body: `Dzień dobry,\n\nz tego adresu wysłano zgłoszenie w formularzu firmy ${company}. Prosimy potwierdzić, że to Państwo:\n\n${link}\n\nZgłoszenie czeka w poczekalni; jego treść jest zachowana.\n`,
    }),
  },
  roles: { owner: 'właściciel', manager: 'kierownik', accountManager: 'opiekun', technician: 'serwisant', billing: 'rozliczenia' },
  trades: {
    it: 'Opieka informatyczna', hvac: 'Klimatyzacja i chłodnictwo', print: 'Drukarki i kopiarki', alarms: 'Alarmy i kamery', lifts: 'Dźwigi', generic: 'Serwis ogólny',
  },
  priorities: { critical: 'krytyczny', high: 'wysoki', normal: 'zwykły', low: 'niski' },
}
