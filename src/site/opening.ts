import type { Text } from '../datasets/dataset.ts'

/** How to read a release in one program. `code` gets the address of a folder of files, with a slash at its end. */
interface Opening {
  readonly program: string
  readonly how: Text
  readonly code?: { readonly language: string; readonly text: (folder: string) => string }
}

/** How to read a release in the programs that most people use. docs/exports.md shows the same, and tests run it. */
export const openings: readonly Opening[] = [
  {
    program: 'Excel',
    how: {
      sv: 'Öppna medborgarloften.xlsx, som har ett blad per datamängd, eller dubbelklicka på en fil som slutar på .excel.csv. Då visas å, ä och ö, datum, decimaler och inledande nollor rätt. Om du vill att arket ska uppdateras väljer du Data, Hämta data, Från webben och anger adressen till medborgarloften.xlsx. Bladet Kolumner visar vad varje kolumn heter i de andra filerna.',
      en: 'Open medborgarloften.en.xlsx, which has one sheet per dataset. If Excel has Swedish settings, you can also open a file that ends in .excel.csv. Å, ä and ö, dates, decimals and leading zeros are then shown correctly. For a sheet that can be refreshed, choose Data, Get Data, From Web, and enter the address of medborgarloften.en.xlsx. The sheet Columns shows what each column is called in the other files.',
    },
  },
  {
    program: 'LibreOffice',
    how: {
      sv: 'Öppna medborgarloften.xlsx. Filerna som slutar på .excel.csv är gjorda för Excel. LibreOffice visar koder i dem som ="0114", om du inte väljer att formler ska beräknas (Evaluate formulas) när du öppnar filen.',
      en: 'Open medborgarloften.en.xlsx. The files that end in .excel.csv are made for Excel. LibreOffice shows codes in them as ="0114", unless you select Evaluate formulas when you open the file.',
    },
  },
  {
    program: 'Datawrapper',
    how: {
      sv: 'Välj att länka en extern datamängd (Link external dataset) och klistra in adressen till en .csv under latest, t.ex. activities_flat.csv. Diagrammet uppdateras då med varje ny utgåva. Om diagrammet aldrig ska ändras använder du i stället adressen från utgåvans egen sida.',
      en: 'Choose Link external dataset and paste the address of a .csv file under latest, such as activities_flat.csv. The chart is then updated with each new release. If the chart must never change, use the address from the page of the release instead.',
    },
  },
  {
    program: 'R',
    how: {
      sv: 'Läs allt som text, så att inledande nollor i koder behålls, och omvandla sedan de kolumner som du räknar med.',
      en: 'Read everything as text, so that codes keep their leading zeros, and then convert the columns that you calculate with.',
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
      sv: 'Läs allt som text, så att inledande nollor i koder behålls. Parquet-filer innehåller typerna; läs dem med read_parquet.',
      en: 'Read everything as text, so that codes keep their leading zeros. Parquet files contain the types; read them with read_parquet.',
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
    how: { sv: 'Du behöver inte installera något:', en: 'You do not need to install anything:' },
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
      sv: 'DuckDB läser Parquet direkt från adressen, och bara de kolumner som frågan behöver. Lägg bara ihop mål som har samma enhet och tid: det går till exempel inte att summera trafikkontroller och möten.',
      en: 'DuckDB reads Parquet directly from its address, and only the columns that the query needs. Only add up targets with the same unit and time: traffic checks and meetings, for example, cannot be summed.',
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
