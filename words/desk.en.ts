import type { Words } from './words.ts'
import type { deskPl } from './desk.pl.ts'

type Gate = { reason: string; isKnown: boolean; supervisors: string; phone: string }

const gateSentences: Record<string, (gate: Gate) => string> = {
  unknown_sender: () =>
    'This address is not yet among the people who may report to us. The account manager will check who is writing and answer.',
  address_of_two_clients: () =>
    'People of two companies may write from this address. The account manager will choose which one it concerns.',
  sender_not_confirmed: () =>
    'We have sent a link for confirmation to the address of the reporter. Once it is confirmed we will start at once.',
  reporter_not_named: ({ isKnown, supervisors }) =>
    `You are not on the list of people who may report, so before we start we need a confirmation. ${isKnown && supervisors ? `We have asked ${supervisors} for it.` : 'We have asked an authorised person for it.'}`,
}

export const deskEn: Words<typeof deskPl> = {
  states: {
    held: 'at the gate',
    received: 'received',
    inWork: 'in work',
    waiting: 'on hold',
    resolved: 'resolved',
    closed: 'closed',
    cancelled: 'cancelled',
    merged: 'merged',
    refused: 'refused',
  },
  reasons: {
    atGate: 'at the gate',
    firstReply: 'first reply',
    awaitsUs: 'waits for us',
    inWork: 'in work',
    waiting: 'on hold',
    toClose: 'to be closed',
    done: 'done',
  },
  pauseReasons: {
    waitingForClient: 'waits for the client',
    noAccess: 'no access',
    partsOrdered: 'waits for a part',
    thirdParty: 'waits for another company',
  },
  gateReasons: {
    unknown_sender: 'unknown sender',
    address_of_two_clients: 'address of two clients',
    sender_not_confirmed: 'sender not confirmed',
    reporter_not_named: 'reporter not named',
  },
  marks: {
    no_client: 'no client',
    no_contract: 'no contract',
    several_contracts: 'several contracts match',
    reporter_not_named: 'reporter not named',
  },
  sources: { form: 'form', panel: 'panel', email: 'e-mail', manual: 'phone', api: 'API' },
  notCounted: { ourFault: 'our fault', warranty: 'warranty' },
  places: { remote: 'remote', onSite: 'on site' },
  log: {
    reported: 'Reported.',
    held: 'The report waits at the gate.',
    admitted: ({ by }) => `${by}: admitted.`,
    confirmed: ({ by }) => `${by}: confirmed as their own report.`,
    refused: ({ by, reason }) => `${by}: refused. ${reason}`,
    linked: ({ by, client }) => `${by}: linked to the client ${client}.`,
    taken_over: ({ by }) => `${by}: taken over.`,
    delegated: ({ by, to }) => `${by}: delegated to ${to}.`,
    public_reply: ({ by }) => `${by}: reply.`,
    client_message: ({ by }) => `${by}: message.`,
    work_started: ({ by }) => `${by}: work begun.`,
    work_removed: ({ by }) => `${by}: work entry removed.`,
    priority_changed: ({ by, to }) => `${by}: priority ${to}.`,
    category_changed: ({ by, to }) => `${by}: category ${to}.`,
    contract_chosen: ({ by, number }) => `${by}: contract ${number}.`,
    paused: ({ by, reason }) => `${by}: clock paused, ${reason}.`,
    resumed: ({ minutes }) => `The clock went on after ${minutes} min.`,
    resolved: ({ by }) => `${by}: resolved.`,
    reopened: ({ by }) => `${by}: reopened.`,
    closed: ({ by }) => (by ? `${by}: closed.` : 'Closed, as nothing was objected.'),
    cancelled: ({ by, reason }) => `${by}: cancelled. ${reason}`,
    merged: ({ into }) => `Merged into ${into}.`,
    absorbed: ({ from }) => `${from} was merged into this one.`,
    not_counted: ({ by, because }) => `${by}: does not count for the package, ${because}.`,
    counted_again: ({ by }) => `${by}: counts for the package.`,
  },
  notices: {
    ticket_reported: ({ name, subject }) => `New ticket ${name}: ${subject}`,
    ticket_at_gate: ({ name, subject }) => `${name} waits at the gate: ${subject}`,
    ticket_delegated: ({ name, subject }) => `${name} was delegated to you: ${subject}`,
    ticket_reopened: ({ name, subject }) => `The client came back to ${name}: ${subject}`,
    client_wrote: ({ name, subject }) =>
      name ? `Message in ${name}: ${subject}` : `New message: ${subject}`,
    clock_warning: ({ name, subject }) => `${name} is close to its deadline: ${subject}`,
    clock_breach: ({ name, subject }) => `${name} is overdue: ${subject}`,
  },
  mails: {
    hello: 'Hello,',
    footer: ({ company, phone, link }) => [company, phone, link].filter(Boolean).join(' · '),
    received: ({ name, subject }, { priority, reactBy, resolveBy, why, who, link }) => ({
      subject: `[${name}] We have received your request: ${subject}`,
      lines: [
        `we have received your request ${name}. ${who} is looking after it.`,
        [
          `Priority: ${priority}`,
          reactBy && `We will respond by: ${reactBy}`,
          resolveBy && `We will finish by: ${resolveBy}`,
          why && `Why these times: ${why}`,
        ]
          .filter(Boolean)
          .join('\n'),
        [link && `Live progress and conversation: ${link}`, 'You can also simply reply to this message.']
          .filter(Boolean)
          .join('\n'),
      ],
    }),
    atGate: ({ name, subject }, gate) => ({
      subject:
        gate.reason === 'reporter_not_named'
          ? `[${name}] We need the approval of an authorised person`
          : `[${name}] We have your message: ${subject}`,
      lines: [
        `we have received your message "${subject}". ${gateSentences[gate.reason]!(gate)}`,
        'Nothing is lost. We will promise you a time in a separate message.',
        gate.phone ? `If people or property are in danger, please call ${gate.phone}.` : '',
      ],
    }),
    confirmReport: ({ name, subject }, { company, link }) => ({
      subject: `[${name}] Please confirm your report: ${subject}`,
      lines: [
        `somebody gave this address in the form of ${company} and reported: "${subject}". Please confirm that it was you:`,
        link,
        'The report waits; its text is kept. If it was not you, please ignore this message.',
      ],
    }),
    askSupervisor: ({ name, subject }, { reporter, link }) => ({
      subject: `[${name}] Accept this request: ${subject}?`,
      lines: [
        `new request from a person who is not on the list: ${reporter}, subject: "${subject}". Accept it?`,
        link,
      ],
    }),
    refused: ({ name, subject }, { reason }) => ({
      subject: `[${name}] We did not accept the request: ${subject}`,
      lines: [
        `the request "${subject}" was not accepted.`,
        reason,
        'Its text is kept. If you have questions, please reply.',
      ],
    }),
    reply: ({ name, subject }) => ({ subject: `[${name}] ${subject}` }),
    waiting: ({ name }, { sentence, since, reason, left }) => ({
      subject: `[${name}] We are waiting for your reply`,
      lines: [
        `to continue, we need: ${sentence}`,
        `Since ${since} the clock of this request has been paused (reason: ${reason}).${left ? ` When you answer it continues with ${left} left.` : ''}`,
        'Just answer this message.',
      ],
    }),
    resolved: ({ name, subject }, { text, promised, finished, kept, link, closesOn }) => ({
      subject: `[${name}] Done: ${subject}`,
      lines: [
        `we have finished work on request ${name}.`,
        [
          `What we did: ${text}`,
          promised && `Time: ${kept ? 'kept' : 'missed'} (promised ${promised}, finished ${finished})`,
        ]
          .filter(Boolean)
          .join('\n'),
        [
          link && `Progress: ${link}`,
          'If something still does not work, just answer this message: the request will be reopened.',
          closesOn && `If we hear nothing by ${closesOn}, we will treat the matter as closed.`,
        ]
          .filter(Boolean)
          .join('\n'),
      ],
    }),
    message: ({ subject }) => ({ subject }),
    assigned: ({ name, subject }, { client, priority, reactBy, link }) => ({
      subject: `[${name}] New ticket: ${subject}`,
      lines: [
        [`Client: ${client || 'unknown'}`, `Priority: ${priority}`, reactBy && `Respond by: ${reactBy}`]
          .filter(Boolean)
          .join('\n'),
        link,
      ],
    }),
    delegated: ({ name, subject }, { by, note, link }) => ({
      subject: `[${name}] Delegated to you: ${subject}`,
      lines: [`${by} delegates the ticket ${name} to you.${note ? ` Note: ${note}` : ''}`, link],
    }),
    warning: ({ name, subject }, { target, dueAt, left, link }) => ({
      subject: `[${name}] ${target === 'reaction' ? 'Respond' : 'Resolve'} by ${dueAt}: ${subject}`,
      lines: [`${left} of the ${target} time left. Due: ${dueAt}.`, link],
    }),
    breach: ({ name, subject }, { target, dueAt, isLate, link }) => ({
      subject: `[${name}] Overdue: ${subject}`,
      lines: [
        `The ${target} was due ${dueAt}.`,
        isLate ? 'This message is late: the program was off at that time.' : '',
        link,
      ],
    }),
  },
}
