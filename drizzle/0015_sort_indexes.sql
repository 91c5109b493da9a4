CREATE INDEX "agreements_by_period_start_asc" ON "agreements" USING btree ("period_start" asc nulls last,"id" asc);--> statement-breakpoint
CREATE INDEX "agreements_by_period_start_desc" ON "agreements" USING btree ("period_start" desc nulls last,"id" desc);--> statement-breakpoint
CREATE INDEX "agreements_by_period_end_asc" ON "agreements" USING btree ("period_end" asc nulls last,"id" asc);--> statement-breakpoint
CREATE INDEX "agreements_by_period_end_desc" ON "agreements" USING btree ("period_end" desc nulls last,"id" desc);--> statement-breakpoint
CREATE INDEX "agreements_by_signed_on_asc" ON "agreements" USING btree ("signed_on" asc nulls last,"id" asc);--> statement-breakpoint
CREATE INDEX "agreements_by_signed_on_desc" ON "agreements" USING btree ("signed_on" desc nulls last,"id" desc);--> statement-breakpoint
CREATE INDEX "activities_by_deadline_asc" ON "activities" USING btree ("deadline_on" asc nulls last,"id" asc);--> statement-breakpoint
CREATE INDEX "activities_by_deadline_desc" ON "activities" USING btree ("deadline_on" desc nulls last,"id" desc);--> statement-breakpoint
CREATE INDEX "promises_by_deadline_asc" ON "promises" USING btree ("deadline_on" asc nulls last,"id" asc);--> statement-breakpoint
CREATE INDEX "promises_by_deadline_desc" ON "promises" USING btree ("deadline_on" desc nulls last,"id" desc);