import type { mailPl } from './mail.pl.ts'
import type { Words } from './words.ts'

export const mailEn: Words<typeof mailPl> = {
  withoutSubject: '(no subject)',
  withoutText: '(message without text)',
  unreadable: 'This message could not be read completely. The original is kept.',
  notStored: (names) => `Attachments not stored (they are in the original message): ${names}`,
  outcomes: {
    ticket: 'new ticket',
    message: 'added to the conversation',
    note: 'internal note',
    broken: 'broken, waits at the gate',
    autoReply: 'automatic reply, changed nothing',
    automatic: 'automatic message, changed nothing',
    bounce: 'returned as undelivered',
    loop: 'our own message that came back',
    failed: 'could not be received, the original is kept',
  },
  mailboxReasons: {
    refused: 'the server refused the user name or password',
    no_folder: 'there is no such folder',
    no_answer: 'no server answers at this address and port',
    no_tls: 'no encrypted connection could be made',
    other: 'the server ended the connection',
  },
}
