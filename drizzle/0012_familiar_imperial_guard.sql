ALTER TABLE "documents" DROP CONSTRAINT "documents_copy_kind";--> statement-breakpoint
ALTER TABLE "municipality_years" DROP CONSTRAINT "municipality_years_copy_kind";--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_copy_kind";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "copy_url" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "copied_on" date;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_archived_copy" CHECK (("documents"."copy_url" is not null and "documents"."copied_on" is not null) = ("documents"."copy_kind" is not distinct from 'archived_copy'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_copied" CHECK (("documents"."copy_url" is null) = ("documents"."copied_on" is null));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_copy_kind" CHECK ("documents"."copy_kind" in ('stored_copy', 'archived_copy'));--> statement-breakpoint
ALTER TABLE "municipality_years" ADD CONSTRAINT "municipality_years_copy_kind" CHECK ("municipality_years"."copy_kind" in ('stored_copy', 'archived_copy'));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_copy_kind" CHECK ("reports"."copy_kind" in ('stored_copy', 'archived_copy'));