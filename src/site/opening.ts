import type { Text } from '../datasets/dataset.ts'

/** How to read a release in one program. `code` is given the address of a folder of files, with a slash at its end. */
export interface Opening {
  readonly program: string
  readonly how: Text
  readonly code?: { readonly language: string; readonly text: (folder: string) => string }
}

/** How to read a release in the programs that most people use. docs/exports.md shows the same, and tests run it. */
export const openings: readonly Opening[] = [
  {
    program: 'Excel',
    how: {
      sv: 'Öppna medborgarloften.xlsx, med ett blad per datamängd, eller en fil som slutar på .excel.csv: dubbelklicka, så står å, ä och ö, datum, decimaler och inledande nollor rätt. Så att arket hämtar nytt: Data, Hämta data, Från webben, och adressen till medborgarloften.xlsx. Bladet Kolumner säger vad varje kolumn heter i de andra filerna.',
      en: 'Open medborgarloften.en.xlsx, with a sheet for each dataset, or, with Swedish settings, a file that ends in .excel.csv: å, ä and ö, dates, decimals and leading zeros come out right. For a sheet that fetches what is new: Data, Get Data, From Web, and the address of medborgarloften.en.xlsx. The sheet Columns tells what each column is called in the other files.',
    },
  },
  {
    program: 'LibreOffice',
    how: {
      sv: 'Öppna medborgarloften.xlsx. Filerna som slutar på .excel.csv är till för Excel: LibreOffice visar koder i dem som ="0114", om du inte väljer att formler ska beräknas (Evaluate formulas) när filen öppnas.',
      en: 'Open medborgarloften.en.xlsx. The files that end in .excel.csv are for Excel: LibreOffice shows codes in them as ="0114", unless you tick Evaluate formulas when the file is opened.',
    },
  },
  {
    program: 'Datawrapper',
    how: {
      sv: 'Välj att länka en extern datamängd (Link external dataset) och klistra in adressen till en .csv under latest, t.ex. activities_flat.csv. Diagrammet följer sedan varje ny utgåva. Ska det aldrig ändras: ta adressen från utgåvans egen sida.',
      en: 'Choose Link external dataset and paste the address of a .csv under latest, such as activities_flat.csv. The chart then follows each new release. If it must never change: take the address from the page of the release.',
    },
  },
  {
    program: 'R',
    how: {
      sv: 'Läs allt som text, så att inledande nollor i koder blir kvar, och gör om de kolumner du räknar med.',
      en: 'Read all of it as text, so that codes keep their leading zeros, and convert the columns that you count with.',
    },
    code: {
      language: 'r',
      text: (folder) => `activities <- read.csv(
  "${folder}activities_flat.csv",
  colClasses = "character", encoding = "UTF-8"
)
activities$target_value <- as.numeric(activities$target_value)
print(table(activities$municipality_names))`,
    },
  },
  {
    program: 'pandas',
    how: {
      sv: 'Läs allt som text, så att inledande nollor i koder blir kvar. Parquet har typerna i sig: read_parquet.',
      en: 'Read all of it as text, so that codes keep their leading zeros. Parquet brings its types: read_parquet.',
    },
    code: {
      language: 'python',
      text: (folder) => `import pandas as pd

activities = pd.read_csv(
    "${folder}activities_flat.csv", dtype="string"
)
activities["target_value"] = pd.to_numeric(activities["target_value"])
print(activities.groupby("municipality_names").size())`,
    },
  },
  {
    program: 'Python',
    how: { sv: 'Utan att installera något:', en: 'Without installing anything:' },
    code: {
      language: 'python',
      text: (folder) => `import csv, io, urllib.request
from collections import Counter

address = "${folder}activities_flat.csv"
with urllib.request.urlopen(address) as file:
    rows = list(csv.DictReader(io.TextIOWrapper(file, "utf-8", newline="")))
print(Counter(row["municipality_names"] for row in rows))`,
    },
  },
  {
    program: 'DuckDB',
    how: {
      sv: 'Parquet läses direkt från adressen, bara de kolumner som frågan behöver. Bara mål med samma enhet och tid går att lägga ihop: trafikkontroller och möten ger ingen summa.',
      en: 'Parquet is read straight from its address, only the columns that the query needs. Only targets of the same unit and time can be added: traffic checks and meetings make no sum.',
    },
    code: {
      language: 'sql',
      text: (folder) => `SELECT municipality_names, target_unit, target_per,
  count(*) AS activities, sum(target_value) AS at_least
FROM '${folder}activities_flat.parquet'
WHERE target_operator = 'at_least'
GROUP BY ALL ORDER BY municipality_names, target_unit;`,
    },
  },
]
