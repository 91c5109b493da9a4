-- What was loaded before is taken as agreed until the next load, which sets it.
ALTER TABLE "agreements" ADD COLUMN "stage" text DEFAULT 'agreed' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ALTER COLUMN "stage" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_stage" CHECK ("agreements"."stage" in ('agreed', 'announced'));
