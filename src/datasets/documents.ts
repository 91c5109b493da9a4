import type { Dataset } from './dataset.ts'
import { copyKind, publisherKind, urlUnknown } from './vocabularies/agreements.ts'

export const documents = {
  name: 'documents',
  type: 'Document',
  title: { sv: 'Källor', en: 'Documents' },
  description: {
    sv: 'De sidor och texter som uppgifterna är hämtade från. För transkriberade källor är texten arkiverad; för katalogiserade finns bara en länk.',
    en: 'The pages and texts that the facts come from. The text of transcribed sources is archived; catalogued sources have only a link.',
  },
  leastRows: 1000,
  key: ['id'],
  label: { sv: 'url', en: 'url' },
  columns: {
    id: {
      type: 'text',
      title: { sv: 'Id', en: 'Id' },
      description: {
        sv: 'Källans id, t.ex. 0685-2020-d1.',
        en: 'The id of the document, such as 0685-2020-d1.',
      },
    },
    url: {
      type: 'text',
      title: { sv: 'Webbadress', en: 'Address' },
      description: {
        sv: 'Sidan där källan fanns. En adress kan ha haft flera versioner genom åren.',
        en: 'The page where the source was published. The same address may have had several versions over the years.',
      },
      absent: { sv: 'Se url_unknown_reason.', en: 'See url_unknown_reason.' },
    },
    urlUnknownReason: {
      type: 'enum',
      values: urlUnknown,
      title: { sv: 'Varför adressen saknas', en: 'Why the address is missing' },
      description: { sv: 'Varför webbadressen saknas.', en: 'Why the address is missing.' },
      absent: { sv: 'Adressen är känd.', en: 'The address is known.' },
    },
    publisherKind: {
      type: 'enum',
      values: publisherKind,
      title: { sv: 'Utgivare', en: 'Publisher' },
      description: { sv: 'Typ av utgivare.', en: 'The kind of publisher.' },
      absent: {
        sv: 'Uppgiften är inte känd, eller antecknades inte när källan samlades in.',
        en: 'It is not known, or was not recorded when the source was collected.',
      },
    },
    retrievedOn: {
      type: 'date',
      title: { sv: 'Hämtad', en: 'Retrieved on' },
      description: { sv: 'Dagen då källan hämtades.', en: 'The day on which the source was retrieved.' },
      absent: {
        sv: 'Uppgiften är inte känd, eller antecknades inte när källan samlades in.',
        en: 'It is not known, or was not recorded when the source was collected.',
      },
    },
    readOn: {
      type: 'date',
      title: { sv: 'Läst', en: 'Read on' },
      description: {
        sv: 'Dagen då vi läste källan. Där bara ett par dagar är kända, den sista av dem.',
        en: 'The day on which we read the source; where only a span of days is known, its last.',
      },
      absent: { sv: 'Inte antecknat.', en: 'Not recorded.' },
    },
    copyKind: {
      type: 'enum',
      values: copyKind,
      title: { sv: 'Läst som', en: 'Read as' },
      description: {
        sv: 'Om sidan själv eller en kopia lästes.',
        en: 'Whether the page itself or a copy was read.',
      },
      absent: { sv: 'Inte antecknat.', en: 'Not recorded.' },
    },
    copyUrl: {
      type: 'text',
      title: { sv: 'Kopians adress', en: 'Address of the copy' },
      description: {
        sv: 'Kopian i ett webbarkiv som lästes, eftersom sidan själv inte längre fanns.',
        en: 'The copy in a web archive that was read, since the page itself was gone.',
      },
      absent: { sv: 'Ingen kopia i ett webbarkiv lästes.', en: 'No copy in a web archive was read.' },
    },
    copiedOn: {
      type: 'date',
      title: { sv: 'Kopian tagen', en: 'Copied on' },
      description: {
        sv: 'Dagen då webbarkivet sparade kopian.',
        en: 'The day on which the web archive took the copy.',
      },
      absent: { sv: 'Ingen kopia i ett webbarkiv lästes.', en: 'No copy in a web archive was read.' },
    },
    mediaType: {
      type: 'text',
      title: { sv: 'Medietyp', en: 'Media type' },
      description: { sv: 'Den arkiverade textens medietyp.', en: 'The media type of the archived text.' },
      absent: {
        sv: 'Källan är bara känd genom sin länk; texten är inte arkiverad.',
        en: 'The source is known only by its link; its text is not archived.',
      },
    },
    sha256: {
      type: 'text',
      title: { sv: 'Kontrollsumma', en: 'Checksum' },
      description: {
        sv: 'SHA-256 för texten i UTF-8, som den lämnas här, hexadecimalt.',
        en: 'SHA-256 of the text in UTF-8, as it is given here, in hexadecimal.',
      },
      absent: {
        sv: 'Källan är bara känd genom sin länk; texten är inte arkiverad.',
        en: 'The source is known only by its link; its text is not archived.',
      },
    },
    text: {
      type: 'text',
      title: { sv: 'Text', en: 'Text' },
      description: {
        sv: 'Den arkiverade texten, oförändrad; för varje bokstav i ett namn som är undantaget står █. Citatens lägen anges i den.',
        en: 'The archived text, unchanged; for each letter of a name that is withheld it has █. The offsets of quotes refer to it.',
      },
      absent: {
        sv: 'Källan är bara känd genom sin länk; texten är inte arkiverad.',
        en: 'The source is known only by its link; its text is not archived.',
      },
    },
  },
} as const satisfies Dataset
