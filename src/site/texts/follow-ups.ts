import { formats } from '../formats.ts'
import type { In } from '../language.ts'

const sv = {
  heading: 'Vad som lovades om uppföljning',
  frequency: {
    CONTINUOUS: 'Fortlöpande.',
    MONTHLY: 'Varje månad.',
    QUARTERLY: 'Varje kvartal.',
    TWICE_A_YEAR: 'Två gånger om året.',
    YEARLY: 'Varje år.',
    ONCE: 'En gång.',
  },
  due: (day: string) => `Senast ${formats.sv.day(day)}.`,
  dueText: (words: string) => `När: ”${words}”.`,
  report: {
    NOT_RESEARCHED: 'Vi har inte letat efter någon redovisning.',
    NONE_FOUND: 'Vi har letat utan att hitta någon redovisning.',
    FOUND: 'Redovisning finns.',
  },
  promised: {
    YES: 'Källan lovar en uppföljning.',
    NO: 'Källan säger inget om uppföljning.',
    UNCLEAR: 'Om en uppföljning lovas framgår inte av det vi har läst.',
  },
  notTranscribed: 'Orden står i källan.',
  reports: 'Vad som har redovisats',
  reported: (state: string) => `Enligt redovisningen: ${state}.`,
  published: (day: string) => `Publicerad ${day}.`,
}

/** The texts about follow-up. */
export const followUpTexts: In<typeof sv> = {
  sv,
  en: {
    heading: 'What was promised of follow-up',
    frequency: {
      CONTINUOUS: 'Continuously.',
      MONTHLY: 'Every month.',
      QUARTERLY: 'Every quarter.',
      TWICE_A_YEAR: 'Twice a year.',
      YEARLY: 'Every year.',
      ONCE: 'Once.',
    },
    due: (day) => `By ${formats.en.day(day)}.`,
    dueText: (words) => `When: “${words}”.`,
    report: {
      NOT_RESEARCHED: 'We have not searched for a report.',
      NONE_FOUND: 'We searched and found no report.',
      FOUND: 'There is a report.',
    },
    promised: {
      YES: 'The source promises a follow-up.',
      NO: 'The source says nothing of a follow-up.',
      UNCLEAR: 'Whether a follow-up is promised is not clear from what we have read.',
    },
    notTranscribed: 'The words are in the source.',
    reports: 'What has been reported',
    reported: (state) => `According to the report: ${state}.`,
    published: (day) => `Published on ${day}.`,
  },
}
