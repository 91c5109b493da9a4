CREATE TABLE "confirmations" (
	"municipality_code" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"agreement_id" text collate "C",
	"confirmed_on" date NOT NULL,
	"confirmed_by" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "confirmations_municipality_code_number_pk" PRIMARY KEY("municipality_code","number"),
	CONSTRAINT "confirmations_confirmed_by" CHECK ("confirmations"."confirmed_by" in ('municipality', 'police'))
);
--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "confirmations_by_agreement" ON "confirmations" USING btree ("agreement_id");