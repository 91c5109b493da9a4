ALTER TABLE "activity_promises" DROP CONSTRAINT "activity_promises_basis";--> statement-breakpoint
ALTER TABLE "findings" DROP CONSTRAINT "findings_kind";--> statement-breakpoint
ALTER TABLE "follow_ups" DROP CONSTRAINT "follow_ups_due";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "url_unknown_reason" text;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD COLUMN "due_times" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_ups" ALTER COLUMN "due_times" DROP DEFAULT;--> statement-breakpoint
UPDATE "documents" SET "url_unknown_reason" = 'not_recorded' WHERE "url" IS NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_url_unknown_reason" CHECK ("documents"."url_unknown_reason" in ('not_found', 'not_recorded'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_url_unknown" CHECK (("documents"."url" is null) = ("documents"."url_unknown_reason" is not null));--> statement-breakpoint
ALTER TABLE "activity_promises" ADD CONSTRAINT "activity_promises_basis" CHECK ("activity_promises"."basis" in ('stated', 'by_topic', 'whole_list'));--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_kind" CHECK ("findings"."kind" in ('finding', 'focus_area', 'method', 'general_statement'));--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_due_times" CHECK ("follow_ups"."due_times" <@ array['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'spring', 'summer', 'autumn', 'winter']);--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_due" CHECK (("follow_ups"."due_on" is null and cardinality("follow_ups"."due_times") = 0) or "follow_ups"."due_text" is not null);