CREATE TABLE "release_checks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "release_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"trigger" text NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" text,
	"is_given_up" boolean DEFAULT false NOT NULL,
	"revision" integer,
	"release" text,
	"message" text,
	CONSTRAINT "release_checks_trigger" CHECK ("release_checks"."trigger" in ('start', 'schedule', 'command')),
	CONSTRAINT "release_checks_outcome" CHECK ("release_checks"."outcome" in ('released', 'unchanged', 'refused', 'failed')),
	CONSTRAINT "release_checks_end" CHECK (("release_checks"."ended_at" is null) = ("release_checks"."outcome" is null)),
	CONSTRAINT "release_checks_order" CHECK ("release_checks"."ended_at" >= "release_checks"."began_at")
);
--> statement-breakpoint
CREATE INDEX "release_checks_by_beginning" ON "release_checks" USING btree ("began_at");--> statement-breakpoint
CREATE INDEX "release_checks_by_end" ON "release_checks" USING btree ("ended_at");