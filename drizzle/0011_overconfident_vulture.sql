ALTER TABLE "agreements" ADD COLUMN "findings_seen" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ALTER COLUMN "findings_seen" DROP DEFAULT;--> statement-breakpoint
UPDATE "agreements" SET "findings_seen" = 'all' WHERE "extent" = 'transcribed';--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_findings_seen" CHECK ("agreements"."findings_seen" in ('all', 'some', 'none'));