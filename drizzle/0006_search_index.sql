-- What search is derived from is written anew by the next load.
DELETE FROM "derived_state";--> statement-breakpoint
DELETE FROM "search_entries";--> statement-breakpoint
DELETE FROM "search_words";--> statement-breakpoint
DROP INDEX "search_entries_by_word";--> statement-breakpoint
DROP INDEX "search_words_by_stem";--> statement-breakpoint
DROP INDEX "search_words_by_trigram";--> statement-breakpoint
ALTER TABLE "search_entries" DROP CONSTRAINT "search_entries_type_record_key_pk";--> statement-breakpoint
ALTER TABLE "search_entries" ADD COLUMN "number" integer PRIMARY KEY NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "records" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "is_name" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "occurrences" text NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "search_entries_in_order" ON "search_entries" USING btree ("type","length","record_key");--> statement-breakpoint
ALTER TABLE "search_entries" DROP COLUMN "words";--> statement-breakpoint
ALTER TABLE "search_words" DROP COLUMN "folded";--> statement-breakpoint
ALTER TABLE "search_words" DROP COLUMN "stem";