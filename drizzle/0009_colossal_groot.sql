CREATE TABLE "municipality_years" (
	"municipality_code" text collate "C" NOT NULL,
	"year" integer NOT NULL,
	"state" text NOT NULL,
	"read_on" date,
	"copy_kind" text,
	CONSTRAINT "municipality_years_municipality_code_year_pk" PRIMARY KEY("municipality_code","year"),
	CONSTRAINT "municipality_years_state" CHECK ("municipality_years"."state" in ('known', 'series_incomplete', 'none_found', 'not_researched')),
	CONSTRAINT "municipality_years_copy_kind" CHECK ("municipality_years"."copy_kind" in ('stored_copy'))
);
--> statement-breakpoint
ALTER TABLE "agreement_relations" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "municipality_years" ADD CONSTRAINT "municipality_years_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "municipality_years_by_year" ON "municipality_years" USING btree ("year","state");