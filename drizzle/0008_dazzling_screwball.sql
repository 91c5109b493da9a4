CREATE TABLE "agreement_parties" (
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "agreement_parties_agreement_id_position_pk" PRIMARY KEY("agreement_id","position"),
	CONSTRAINT "agreement_parties_kind" CHECK ("agreement_parties"."kind" in ('region', 'state_authority', 'rescue_service', 'transport', 'housing_company', 'property_owners', 'business', 'association', 'unnamed'))
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"promise_id" text collate "C",
	"activity_id" text collate "C",
	"report_id" text collate "C" NOT NULL,
	"state" text NOT NULL,
	"value" double precision,
	"unit" text,
	"per" text,
	"covers_from" date,
	"covers_to" date,
	"gist_sv" text,
	"gist_en" text,
	CONSTRAINT "outcomes_state" CHECK ("outcomes"."state" in ('reported_met', 'reported_partly', 'reported_not_met', 'reported_done', 'reported_done_or_under_way', 'ongoing', 'announced', 'mixed', 'item_not_named', 'not_read')),
	CONSTRAINT "outcomes_unit" CHECK ("outcomes"."unit" in ('operations', 'joint_operations', 'targeted_operations', 'visible_operations', 'plainclothes_operations', 'safety_operations', 'drug_operations', 'alcohol_operations', 'youth_operations', 'network_operations', 'dog_searches', 'traffic_checks', 'traffic_operations', 'traffic_and_drug_operations', 'speed_checks', 'sobriety_checks', 'vehicle_operations', 'vehicle_inspections', 'moped_operations', 'snowmobile_checks', 'licence_inspections', 'shop_checks', 'inspections_of_places', 'patrols', 'foot_patrols', 'guard_rounds', 'presences', 'presence_hours', 'presence_evenings', 'adult_presence', 'risk_nights', 'weekends', 'operation_weeks', 'working_days', 'hours', 'visits', 'school_visits', 'mobile_office_visits', 'mobile_office_days', 'police_offices', 'open_office_days', 'safety_walks', 'night_walks', 'public_meetings', 'dialogue_meetings', 'coordination_meetings', 'parent_meetings', 'forums', 'groups', 'neighbourhood_watch_groups', 'boat_watch_groups', 'support_talks', 'owner_contacts', 'lectures', 'trainings', 'campaigns', 'newsletters', 'traffic_days', 'safety_days', 'theme_evenings', 'public_events', 'leisure_activities', 'activities', 'surveys', 'situation_pictures', 'assessments', 'wastewater_tests', 'action_plans', 'plan_revisions', 'steering_documents', 'decisions', 'follow_ups', 'pilot_projects', 'tools', 'camera_applications', 'environment_measures', 'persons', 'posts', 'contact_officers', 'area_officers', 'cases', 'drug_crimes', 'open_drug_scenes', 'vulnerable_areas', 'areas', 'streets', 'shelters', 'percent', 'kronor', 'response_hours', 'response_days', 'response_weeks')),
	CONSTRAINT "outcomes_per" CHECK ("outcomes"."per" in ('day', 'week', 'two_weeks', 'three_weeks', 'month', 'quarter', 'four_months', 'half_year', 'year', 'two_years', 'period', 'each_school', 'each_area', 'each_town', 'each_municipality', 'each_walk', 'each_case')),
	CONSTRAINT "outcomes_of_one" CHECK ("outcomes"."promise_id" is null or "outcomes"."activity_id" is null),
	CONSTRAINT "outcomes_gist" CHECK (("outcomes"."gist_sv" is null) = ("outcomes"."gist_en" is null)),
	CONSTRAINT "outcomes_value" CHECK ("outcomes"."value" is not null or ("outcomes"."unit" is null and "outcomes"."per" is null)),
	CONSTRAINT "outcomes_covers" CHECK ("outcomes"."covers_from" <= "outcomes"."covers_to")
);
--> statement-breakpoint
CREATE TABLE "report_agreements" (
	"report_id" text collate "C" NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	CONSTRAINT "report_agreements_report_id_agreement_id_pk" PRIMARY KEY("report_id","agreement_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"municipality_code" text collate "C" NOT NULL,
	"url" text NOT NULL,
	"kind" text NOT NULL,
	"publisher_kind" text NOT NULL,
	"published_on" date,
	"published_on_precision" text,
	"covers_from" date,
	"covers_to" date,
	"state" text NOT NULL,
	"gist_sv" text NOT NULL,
	"gist_en" text NOT NULL,
	"read_on" date NOT NULL,
	"copy_kind" text NOT NULL,
	"note_sv" text,
	"note_en" text,
	CONSTRAINT "reports_kind" CHECK ("reports"."kind" in ('police_page', 'municipal_page', 'file', 'news', 'other_page')),
	CONSTRAINT "reports_publisher_kind" CHECK ("reports"."publisher_kind" in ('police', 'municipality', 'news', 'other')),
	CONSTRAINT "reports_published_on_precision" CHECK ("reports"."published_on_precision" in ('day', 'month', 'year')),
	CONSTRAINT "reports_state" CHECK ("reports"."state" in ('reported_met', 'reported_partly', 'reported_not_met', 'reported_done', 'reported_done_or_under_way', 'ongoing', 'announced', 'mixed', 'item_not_named', 'not_read')),
	CONSTRAINT "reports_copy_kind" CHECK ("reports"."copy_kind" in ('stored_copy')),
	CONSTRAINT "reports_id" CHECK ("reports"."id" ~ '^[0-9]{4}-rep[1-9][0-9]*$'),
	CONSTRAINT "reports_url" CHECK ("reports"."url" ~ '^https?://'),
	CONSTRAINT "reports_published" CHECK (("reports"."published_on" is null) = ("reports"."published_on_precision" is null)),
	CONSTRAINT "reports_covers" CHECK ("reports"."covers_from" <= "reports"."covers_to"),
	CONSTRAINT "reports_note" CHECK (("reports"."note_sv" is null) = ("reports"."note_en" is null))
);
--> statement-breakpoint
ALTER TABLE "agreement_relations" DROP CONSTRAINT "agreement_relations_related_kind";--> statement-breakpoint
ALTER TABLE "agreements" DROP CONSTRAINT "agreements_kind";--> statement-breakpoint
ALTER TABLE "agreements" DROP CONSTRAINT "agreements_extent_seen";--> statement-breakpoint
ALTER TABLE "agreements" DROP CONSTRAINT "agreements_id";--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_known";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_target_unit";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_target_operator";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_target_per";--> statement-breakpoint
ALTER TABLE "activities" DROP CONSTRAINT "activities_target_value";--> statement-breakpoint
ALTER TABLE "promises" DROP CONSTRAINT "promises_target_unit";--> statement-breakpoint
ALTER TABLE "promises" DROP CONSTRAINT "promises_target_operator";--> statement-breakpoint
ALTER TABLE "promises" DROP CONSTRAINT "promises_target_per";--> statement-breakpoint
ALTER TABLE "promises" DROP CONSTRAINT "promises_target_value";--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "commitment" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_actors" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "promise_actors" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ALTER COLUMN "text" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "commitments_seen" text;--> statement-breakpoint
UPDATE "agreements" SET "commitments_seen" = CASE WHEN "extent" = 'transcribed' THEN 'whole_document' ELSE 'none_listed' END;--> statement-breakpoint
ALTER TABLE "agreements" ALTER COLUMN "commitments_seen" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "report_state" text;--> statement-breakpoint
UPDATE "agreements" SET "report_state" = 'not_researched';--> statement-breakpoint
ALTER TABLE "agreements" ALTER COLUMN "report_state" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "read_on" date;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "copy_kind" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "gist_sv" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "gist_en" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "text_unknown_reason" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "target_value_to" double precision;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "target_what" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "target_per_year" double precision;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "target_per_year_unknown_reason" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "deadline_precision" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "due_basis" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "certainty" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "source_seen" text;--> statement-breakpoint
UPDATE "activities" SET "source_seen" = 'whole_document';--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "source_seen" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "document_id" text collate "C";--> statement-breakpoint
UPDATE "activities" SET "document_id" = (SELECT min("document_id") FROM "agreement_documents" WHERE "agreement_id" = "activities"."agreement_id");--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "document_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "report_state" text;--> statement-breakpoint
UPDATE "activities" SET "report_state" = 'not_researched';--> statement-breakpoint
ALTER TABLE "activities" ALTER COLUMN "report_state" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "note_sv" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "note_en" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "gist_sv" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "gist_en" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "text_unknown_reason" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "commitment" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_value_to" double precision;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_what" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_per_year" double precision;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "target_per_year_unknown_reason" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "deadline_precision" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "due_basis" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "certainty" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "source_seen" text;--> statement-breakpoint
UPDATE "promises" SET "source_seen" = 'whole_document';--> statement-breakpoint
ALTER TABLE "promises" ALTER COLUMN "source_seen" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "document_id" text collate "C";--> statement-breakpoint
UPDATE "promises" SET "document_id" = (SELECT min("document_id") FROM "agreement_documents" WHERE "agreement_id" = "promises"."agreement_id");--> statement-breakpoint
ALTER TABLE "promises" ALTER COLUMN "document_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "report_state" text;--> statement-breakpoint
UPDATE "promises" SET "report_state" = 'not_researched';--> statement-breakpoint
ALTER TABLE "promises" ALTER COLUMN "report_state" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "note_sv" text;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "note_en" text;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_agreements" ADD CONSTRAINT "report_agreements_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_agreements" ADD CONSTRAINT "report_agreements_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_parties_by_kind" ON "agreement_parties" USING btree ("kind","agreement_id");--> statement-breakpoint
CREATE INDEX "outcomes_by_agreement" ON "outcomes" USING btree ("agreement_id","id");--> statement-breakpoint
CREATE INDEX "outcomes_by_promise" ON "outcomes" USING btree ("promise_id","id");--> statement-breakpoint
CREATE INDEX "outcomes_by_activity" ON "outcomes" USING btree ("activity_id","id");--> statement-breakpoint
CREATE INDEX "outcomes_by_report" ON "outcomes" USING btree ("report_id","id");--> statement-breakpoint
CREATE INDEX "report_agreements_by_agreement" ON "report_agreements" USING btree ("agreement_id","report_id");--> statement-breakpoint
CREATE INDEX "reports_by_municipality" ON "reports" USING btree ("municipality_code","id");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_by_document" ON "activities" USING btree ("document_id","id");--> statement-breakpoint
CREATE INDEX "activities_by_target_what" ON "activities" USING btree ("target_what","id");--> statement-breakpoint
CREATE INDEX "promises_by_document" ON "promises" USING btree ("document_id","id");--> statement-breakpoint
CREATE INDEX "promises_by_target_what" ON "promises" USING btree ("target_what","id");--> statement-breakpoint
ALTER TABLE "agreement_relations" ADD CONSTRAINT "agreement_relations_related_kind" CHECK ("agreement_relations"."related_kind" in ('citizen_promise', 'cooperation_agreement', 'action_plan', 'situational_picture', 'safety_agreement'));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_commitments_seen" CHECK ("agreements"."commitments_seen" in ('whole_document', 'whole_list', 'beginning', 'none_listed'));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_report_state" CHECK ("agreements"."report_state" in ('not_researched', 'none_found', 'found'));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_all_listed" CHECK (("agreements"."extent" <> 'transcribed' or "agreements"."commitments_seen" = 'whole_document')
        and ("agreements"."extent" <> 'catalogued' or "agreements"."commitments_seen" <> 'whole_document'));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_kind" CHECK ("agreements"."kind" in ('citizen_promise', 'cooperation_agreement', 'action_plan', 'situational_picture', 'safety_agreement'));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_extent_seen" CHECK ("agreements"."extent_seen" in ('whole_page', 'beginning', 'heading'));--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_id" CHECK ("agreements"."id" ~ '^[0-9]{4}-([0-9]{4}|undated)(-(co|ap|sp|sa))?(-[b-z])?$');--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_copy_kind" CHECK ("documents"."copy_kind" in ('stored_copy'));--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_read" CHECK ("documents"."copy_kind" is null or "documents"."read_on" is not null);--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_known" CHECK ("documents"."url" is not null or "documents"."text" is not null or "documents"."copy_kind" is not null);--> statement-breakpoint
UPDATE "activities" SET "deadline_precision" = CASE WHEN "deadline_on" IS NOT NULL THEN 'day' END, "target_per_year_unknown_reason" = CASE WHEN "target_value" IS NOT NULL THEN 'per_not_stated' END;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_text_unknown_reason" CHECK ("activities"."text_unknown_reason" in ('not_held'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_what" CHECK ("activities"."target_what" in ('operations', 'joint_operations', 'targeted_operations', 'visible_operations', 'plainclothes_operations', 'safety_operations', 'drug_operations', 'alcohol_operations', 'youth_operations', 'network_operations', 'dog_searches', 'traffic_checks', 'traffic_operations', 'traffic_and_drug_operations', 'speed_checks', 'sobriety_checks', 'vehicle_operations', 'vehicle_inspections', 'moped_operations', 'snowmobile_checks', 'licence_inspections', 'shop_checks', 'inspections_of_places', 'patrols', 'foot_patrols', 'guard_rounds', 'presences', 'presence_hours', 'presence_evenings', 'adult_presence', 'risk_nights', 'weekends', 'operation_weeks', 'working_days', 'hours', 'visits', 'school_visits', 'mobile_office_visits', 'mobile_office_days', 'police_offices', 'open_office_days', 'safety_walks', 'night_walks', 'public_meetings', 'dialogue_meetings', 'coordination_meetings', 'parent_meetings', 'forums', 'groups', 'neighbourhood_watch_groups', 'boat_watch_groups', 'support_talks', 'owner_contacts', 'lectures', 'trainings', 'campaigns', 'newsletters', 'traffic_days', 'safety_days', 'theme_evenings', 'public_events', 'leisure_activities', 'activities', 'surveys', 'situation_pictures', 'assessments', 'wastewater_tests', 'action_plans', 'plan_revisions', 'steering_documents', 'decisions', 'follow_ups', 'pilot_projects', 'tools', 'camera_applications', 'environment_measures', 'persons', 'posts', 'contact_officers', 'area_officers', 'cases', 'drug_crimes', 'open_drug_scenes', 'vulnerable_areas', 'areas', 'streets', 'shelters', 'percent', 'kronor', 'response_hours', 'response_days', 'response_weeks'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_per_year_unknown_reason" CHECK ("activities"."target_per_year_unknown_reason" in ('per_not_stated', 'per_occasion', 'period_unknown', 'not_a_count'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_deadline_precision" CHECK ("activities"."deadline_precision" in ('day', 'month', 'year'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_due_basis" CHECK ("activities"."due_basis" in ('stated', 'period_end'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_certainty" CHECK ("activities"."certainty" in ('high', 'medium', 'low'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_source_seen" CHECK ("activities"."source_seen" in ('whole_document', 'whole_list', 'beginning'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_report_state" CHECK ("activities"."report_state" in ('not_researched', 'none_found', 'found'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_gist" CHECK (("activities"."gist_sv" is null) = ("activities"."gist_en" is null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_text" CHECK (("activities"."text" is null) = ("activities"."text_unknown_reason" is not null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_known" CHECK ("activities"."text" is not null or "activities"."gist_sv" is not null);--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_value_to" CHECK (("activities"."target_operator" is not distinct from 'between') = ("activities"."target_value_to" is not null) and ("activities"."target_value_to" is null or "activities"."target_value_to" > "activities"."target_value"));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_counts" CHECK (("activities"."target_value" is null) = ("activities"."target_unit" is null and "activities"."target_what" is null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_per_year" CHECK (("activities"."target_value" is null) = ("activities"."target_per_year" is null and "activities"."target_per_year_unknown_reason" is null)
        and ("activities"."target_per_year" is null or "activities"."target_per_year_unknown_reason" is null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_deadline" CHECK (("activities"."deadline_on" is null) = ("activities"."deadline_precision" is null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_due" CHECK (("activities"."due_on" is null) = ("activities"."due_basis" is null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_note" CHECK (("activities"."note_sv" is null) = ("activities"."note_en" is null));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_operator" CHECK ("activities"."target_operator" in ('at_least', 'exactly', 'at_most', 'about', 'between'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_per" CHECK ("activities"."target_per" in ('day', 'week', 'two_weeks', 'three_weeks', 'month', 'quarter', 'four_months', 'half_year', 'year', 'two_years', 'period', 'each_school', 'each_area', 'each_town', 'each_municipality', 'each_walk', 'each_case'));--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_target_value" CHECK ("activities"."target_value" >= 0);--> statement-breakpoint
UPDATE "promises" SET "deadline_precision" = CASE WHEN "deadline_on" IS NOT NULL THEN 'day' END, "target_per_year_unknown_reason" = CASE WHEN "target_value" IS NOT NULL THEN 'per_not_stated' END;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_text_unknown_reason" CHECK ("promises"."text_unknown_reason" in ('not_held'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_commitment" CHECK ("promises"."commitment" in ('action', 'outcome'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_what" CHECK ("promises"."target_what" in ('operations', 'joint_operations', 'targeted_operations', 'visible_operations', 'plainclothes_operations', 'safety_operations', 'drug_operations', 'alcohol_operations', 'youth_operations', 'network_operations', 'dog_searches', 'traffic_checks', 'traffic_operations', 'traffic_and_drug_operations', 'speed_checks', 'sobriety_checks', 'vehicle_operations', 'vehicle_inspections', 'moped_operations', 'snowmobile_checks', 'licence_inspections', 'shop_checks', 'inspections_of_places', 'patrols', 'foot_patrols', 'guard_rounds', 'presences', 'presence_hours', 'presence_evenings', 'adult_presence', 'risk_nights', 'weekends', 'operation_weeks', 'working_days', 'hours', 'visits', 'school_visits', 'mobile_office_visits', 'mobile_office_days', 'police_offices', 'open_office_days', 'safety_walks', 'night_walks', 'public_meetings', 'dialogue_meetings', 'coordination_meetings', 'parent_meetings', 'forums', 'groups', 'neighbourhood_watch_groups', 'boat_watch_groups', 'support_talks', 'owner_contacts', 'lectures', 'trainings', 'campaigns', 'newsletters', 'traffic_days', 'safety_days', 'theme_evenings', 'public_events', 'leisure_activities', 'activities', 'surveys', 'situation_pictures', 'assessments', 'wastewater_tests', 'action_plans', 'plan_revisions', 'steering_documents', 'decisions', 'follow_ups', 'pilot_projects', 'tools', 'camera_applications', 'environment_measures', 'persons', 'posts', 'contact_officers', 'area_officers', 'cases', 'drug_crimes', 'open_drug_scenes', 'vulnerable_areas', 'areas', 'streets', 'shelters', 'percent', 'kronor', 'response_hours', 'response_days', 'response_weeks'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_per_year_unknown_reason" CHECK ("promises"."target_per_year_unknown_reason" in ('per_not_stated', 'per_occasion', 'period_unknown', 'not_a_count'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_deadline_precision" CHECK ("promises"."deadline_precision" in ('day', 'month', 'year'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_due_basis" CHECK ("promises"."due_basis" in ('stated', 'period_end'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_certainty" CHECK ("promises"."certainty" in ('high', 'medium', 'low'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_source_seen" CHECK ("promises"."source_seen" in ('whole_document', 'whole_list', 'beginning'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_report_state" CHECK ("promises"."report_state" in ('not_researched', 'none_found', 'found'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_gist" CHECK (("promises"."gist_sv" is null) = ("promises"."gist_en" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_text" CHECK (("promises"."text" is null) = ("promises"."text_unknown_reason" is not null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_known" CHECK ("promises"."text" is not null or "promises"."gist_sv" is not null);--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_value_to" CHECK (("promises"."target_operator" is not distinct from 'between') = ("promises"."target_value_to" is not null) and ("promises"."target_value_to" is null or "promises"."target_value_to" > "promises"."target_value"));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_counts" CHECK (("promises"."target_value" is null) = ("promises"."target_unit" is null and "promises"."target_what" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_per_year" CHECK (("promises"."target_value" is null) = ("promises"."target_per_year" is null and "promises"."target_per_year_unknown_reason" is null)
        and ("promises"."target_per_year" is null or "promises"."target_per_year_unknown_reason" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_deadline" CHECK (("promises"."deadline_on" is null) = ("promises"."deadline_precision" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_due" CHECK (("promises"."due_on" is null) = ("promises"."due_basis" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_note" CHECK (("promises"."note_sv" is null) = ("promises"."note_en" is null));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_operator" CHECK ("promises"."target_operator" in ('at_least', 'exactly', 'at_most', 'about', 'between'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_per" CHECK ("promises"."target_per" in ('day', 'week', 'two_weeks', 'three_weeks', 'month', 'quarter', 'four_months', 'half_year', 'year', 'two_years', 'period', 'each_school', 'each_area', 'each_town', 'each_municipality', 'each_walk', 'each_case'));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_target_value" CHECK ("promises"."target_value" >= 0);