CREATE TABLE "promise_actors" (
	"promise_id" text collate "C" NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"basis" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "promise_actors_promise_id_actor_id_pk" PRIMARY KEY("promise_id","actor_id"),
	CONSTRAINT "promise_actors_basis" CHECK ("promise_actors"."basis" in ('stated', 'lead_in', 'heading'))
);
--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_operator" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_value" double precision;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_unit" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_per" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "deadline_on" date;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_group" text;--> statement-breakpoint
ALTER TABLE "promise_actors" ADD CONSTRAINT "promise_actors_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_actors" ADD CONSTRAINT "promise_actors_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promise_actors_by_actor" ON "promise_actors" USING btree ("actor_id","promise_id");--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_operator" CHECK ("promises"."target_operator" in ('at_least', 'exactly', 'at_most'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_per" CHECK ("promises"."target_per" in ('day', 'week', 'month', 'year', 'period'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_value" CHECK ("promises"."target_value" > 0);--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target" CHECK (("promises"."target_operator" is null) = ("promises"."target_value" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_unit" CHECK (("promises"."target_value" is null) = ("promises"."target_unit" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_time" CHECK ("promises"."target_per" is null or "promises"."target_value" is not null);