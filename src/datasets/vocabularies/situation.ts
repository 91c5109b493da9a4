import type { Vocabulary } from '../dataset.ts'

export const findingKind = {
  name: 'FindingKind',
  description: { sv: 'Typ av uppgift kring lägesbilden.', en: 'The kind of finding.' },
  values: {
    finding: {
      sv: 'Vad lägesbilden visar om orten: en iakttagelse.',
      en: 'What the situational picture shows of the place: an observation.',
    },
    focus_area: {
      sv: 'Ett område som parterna prioriterar utan att lova något särskilt.',
      en: 'An area that the parties give priority without promising anything in particular.',
    },
    method: {
      sv: 'Hur lägesbilden eller löftena har tagits fram.',
      en: 'How the situational picture or the promises were worked out.',
    },
    general_statement: {
      sv: 'En åsikt, en orsak eller en allmän beskrivning, som inte säger hur det är på orten.',
      en: 'An opinion, a reason or a general description, which does not say how things are in the place.',
    },
  },
} as const satisfies Vocabulary

export const findingBasis = {
  name: 'FindingBasis',
  description: { sv: 'Vad en uppgift i lägesbilden bygger på.', en: 'What a finding is based on.' },
  values: {
    survey: { sv: 'Undersökning bland invånarna.', en: 'A survey of residents.' },
    staff_survey: { sv: 'Undersökning bland medarbetare.', en: 'A survey of staff.' },
    dialogue: { sv: 'Samtal och kontakter med invånare.', en: 'Dialogue and contacts with residents.' },
    staff: { sv: 'Medarbetares erfarenheter.', en: 'The experience of staff.' },
    intelligence: { sv: 'Polisens underrättelsebild.', en: 'Police intelligence.' },
    crime_statistics: { sv: 'Analys av brottsutvecklingen.', en: 'Analysis of crime trends.' },
    representatives: {
      sv: 'Uppgifter till kommunens företrädare.',
      en: 'Information given to representatives of the municipality.',
    },
  },
} as const satisfies Vocabulary

export const followUpFrequency = {
  name: 'FollowUpFrequency',
  description: { sv: 'Hur ofta uppföljning lovas.', en: 'How often follow-up is promised.' },
  values: {
    continuous: { sv: 'Kontinuerligt.', en: 'Continuously.' },
    monthly: { sv: 'Varje månad.', en: 'Every month.' },
    quarterly: { sv: 'Varje kvartal.', en: 'Every quarter.' },
    twice_a_year: { sv: 'Två gånger om året.', en: 'Twice a year.' },
    yearly: { sv: 'Varje år.', en: 'Every year.' },
    once: { sv: 'En gång.', en: 'Once.' },
  },
} as const satisfies Vocabulary

export const dueTime = {
  name: 'DueTime',
  description: {
    sv: 'En tid på året då uppföljningen ska lämnas.',
    en: 'A time of the year at which a follow-up is due.',
  },
  values: {
    january: { sv: 'Januari.', en: 'January.' },
    february: { sv: 'Februari.', en: 'February.' },
    march: { sv: 'Mars.', en: 'March.' },
    april: { sv: 'April.', en: 'April.' },
    may: { sv: 'Maj.', en: 'May.' },
    june: { sv: 'Juni.', en: 'June.' },
    july: { sv: 'Juli.', en: 'July.' },
    august: { sv: 'Augusti.', en: 'August.' },
    september: { sv: 'September.', en: 'September.' },
    october: { sv: 'Oktober.', en: 'October.' },
    november: { sv: 'November.', en: 'November.' },
    december: { sv: 'December.', en: 'December.' },
    spring: { sv: 'Våren.', en: 'Spring.' },
    summer: { sv: 'Sommaren.', en: 'Summer.' },
    autumn: { sv: 'Hösten.', en: 'Autumn.' },
    winter: { sv: 'Vintern.', en: 'Winter.' },
  },
} as const satisfies Vocabulary

export const reportState = {
  name: 'ReportState',
  description: {
    sv: 'Om det finns en redovisning av uppföljningen. Att ingen har hittats betyder inte att ingen har gjorts.',
    en: 'Whether there is a report of the follow-up. If none was found, one may still have been made.',
  },
  values: {
    not_researched: { sv: 'Vi har inte letat.', en: 'We have not searched.' },
    none_found: { sv: 'Vi har letat utan att hitta någon.', en: 'We have searched but found none.' },
    found: { sv: 'En redovisning har hittats.', en: 'A report has been found.' },
  },
} as const satisfies Vocabulary

export const issueKind = {
  name: 'IssueKind',
  description: { sv: 'Typ av brist i en källa.', en: 'The kind of issue in a source.' },
  values: {
    unreadable: { sv: 'Går inte att läsa.', en: 'Cannot be read.' },
    contradiction: {
      sv: 'Källan motsäger sig själv eller en annan källa.',
      en: 'The source contradicts itself or another source.',
    },
    misprint: { sv: 'Felskrivning.', en: 'A misprint.' },
    not_stated: {
      sv: 'Något som kunde väntas finns inte i källan.',
      en: 'Something expected is missing from the source.',
    },
    ambiguous: { sv: 'Kan läsas på flera sätt.', en: 'Can be read in several ways.' },
    possible_duplicate: {
      sv: 'Kan vara samma medborgarlöfte som ett annat i datamängden.',
      en: 'May be the same agreement as another in the data set.',
    },
  },
} as const satisfies Vocabulary
