-- Not generated: the words of a search are compared by trigrams.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
--> statement-breakpoint
CREATE TABLE "derived_state" (
	"revision" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"type" text collate "C" NOT NULL,
	"record_key" text collate "C" NOT NULL,
	"words" "tsvector" NOT NULL,
	"length" integer NOT NULL,
	"municipalities" text[] NOT NULL,
	CONSTRAINT "search_entries_type_record_key_pk" PRIMARY KEY("type","record_key")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text collate "C" PRIMARY KEY NOT NULL,
	"folded" text collate "C" NOT NULL,
	"stem" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "similar_texts" (
	"dataset" text collate "C" NOT NULL,
	"record_key" text collate "C" NOT NULL,
	"similar_key" text collate "C" NOT NULL,
	"similarity" integer NOT NULL,
	CONSTRAINT "similar_texts_dataset_record_key_similar_key_pk" PRIMARY KEY("dataset","record_key","similar_key"),
	CONSTRAINT "similar_texts_similarity" CHECK ("similar_texts"."similarity" between 1 and 1000),
	CONSTRAINT "similar_texts_others" CHECK ("similar_texts"."record_key" <> "similar_texts"."similar_key")
);
--> statement-breakpoint
CREATE INDEX "search_entries_by_word" ON "search_entries" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_words_by_stem" ON "search_words" USING btree ("stem");--> statement-breakpoint
CREATE INDEX "search_words_by_trigram" ON "search_words" USING gist ("folded" gist_trgm_ops);