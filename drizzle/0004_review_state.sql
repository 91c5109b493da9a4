ALTER TABLE "agreements" DROP CONSTRAINT "agreements_catalogued";--> statement-breakpoint
ALTER TABLE "agreements" DROP CONSTRAINT "agreements_transcribed";--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "review_state" text;--> statement-breakpoint
-- What was transcribed before there were drafts is reviewed: nothing else was loaded.
UPDATE "agreements" SET "review_state" = 'reviewed' WHERE "extent" = 'transcribed';--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_review_state" CHECK ("agreements"."review_state" in ('reviewed', 'draft'));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_reviewed" CHECK (("agreements"."review_state" is not distinct from 'reviewed') = ("agreements"."reviewed_by" is not null));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_reviewed_on" CHECK (("agreements"."reviewed_by" is null) = ("agreements"."reviewed_on" is null));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_catalogued" CHECK ("agreements"."extent" <> 'catalogued' or ("agreements"."title" is null and "agreements"."period_text" is null
        and "agreements"."signed_on_text" is null and "agreements"."review_state" is null
        and "agreements"."summary_sv" is not null and "agreements"."summary_en" is not null and "agreements"."extent_seen" is not null));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_transcribed" CHECK ("agreements"."extent" <> 'transcribed' or ("agreements"."review_state" is not null
        and ("agreements"."title" is not null or "agreements"."review_state" = 'draft') and "agreements"."stated_promises" is null
        and "agreements"."stated_activities" is null and "agreements"."stated_measurable_targets" is null
        and "agreements"."summary_sv" is null and "agreements"."summary_en" is null and "agreements"."extent_seen" is null));