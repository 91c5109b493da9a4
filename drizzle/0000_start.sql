CREATE TABLE "agreement_documents" (
	"agreement_id" text collate "C" NOT NULL,
	"document_id" text collate "C" NOT NULL,
	CONSTRAINT "agreement_documents_agreement_id_document_id_pk" PRIMARY KEY("agreement_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "agreement_municipalities" (
	"agreement_id" text collate "C" NOT NULL,
	"municipality_code" text collate "C" NOT NULL,
	CONSTRAINT "agreement_municipalities_agreement_id_municipality_code_pk" PRIMARY KEY("agreement_id","municipality_code")
);
--> statement-breakpoint
CREATE TABLE "agreement_relations" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"relation" text NOT NULL,
	"related_kind" text NOT NULL,
	"related_agreement_id" text collate "C",
	"related_period_start" integer,
	"related_period_end" integer,
	"text" text NOT NULL,
	CONSTRAINT "agreement_relations_relation" CHECK ("agreement_relations"."relation" in ('extends', 'renews', 'follows', 'stands_under')),
	CONSTRAINT "agreement_relations_related_kind" CHECK ("agreement_relations"."related_kind" in ('citizen_promise', 'cooperation_agreement')),
	CONSTRAINT "agreement_relations_related" CHECK ("agreement_relations"."related_agreement_id" <> "agreement_relations"."agreement_id"),
	CONSTRAINT "agreement_relations_period" CHECK ("agreement_relations"."related_period_start" <= "agreement_relations"."related_period_end")
);
--> statement-breakpoint
CREATE TABLE "agreement_topics" (
	"agreement_id" text collate "C" NOT NULL,
	"topic_id" text collate "C" NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "agreement_topics_agreement_id_topic_id_pk" PRIMARY KEY("agreement_id","topic_id"),
	CONSTRAINT "agreement_topics_basis" CHECK ("agreement_topics"."basis" in ('transcription', 'catalogue'))
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"extent" text NOT NULL,
	"kind" text NOT NULL,
	"title" text,
	"police_area_id" text collate "C",
	"place" text,
	"period_start" date,
	"period_start_precision" text,
	"period_end" date,
	"period_end_precision" text,
	"period_text" text,
	"period_unknown_reason" text,
	"signed_on" date,
	"signed_on_text" text,
	"signed_on_unknown_reason" text,
	"follow_up_promised" text NOT NULL,
	"extent_seen" text,
	"stated_promises" integer,
	"stated_activities" integer,
	"stated_measurable_targets" integer,
	"summary_sv" text,
	"summary_en" text,
	"note_sv" text,
	"note_en" text,
	"reviewed_by" text,
	"reviewed_on" date,
	CONSTRAINT "agreements_id" CHECK ("agreements"."id" ~ '^[0-9]{4}-([0-9]{4}|undated)(-[b-z])?$'),
	CONSTRAINT "agreements_extent" CHECK ("agreements"."extent" in ('transcribed', 'catalogued')),
	CONSTRAINT "agreements_kind" CHECK ("agreements"."kind" in ('citizen_promise', 'cooperation_agreement')),
	CONSTRAINT "agreements_period_start_precision" CHECK ("agreements"."period_start_precision" in ('day', 'month', 'year')),
	CONSTRAINT "agreements_period_end_precision" CHECK ("agreements"."period_end_precision" in ('day', 'month', 'year')),
	CONSTRAINT "agreements_period_unknown_reason" CHECK ("agreements"."period_unknown_reason" in ('not_stated', 'unreadable', 'open_ended')),
	CONSTRAINT "agreements_signed_on_unknown_reason" CHECK ("agreements"."signed_on_unknown_reason" in ('not_stated', 'unreadable', 'open_ended')),
	CONSTRAINT "agreements_follow_up_promised" CHECK ("agreements"."follow_up_promised" in ('yes', 'no', 'unclear')),
	CONSTRAINT "agreements_extent_seen" CHECK ("agreements"."extent_seen" in ('whole_page', 'beginning')),
	CONSTRAINT "agreements_period" CHECK ("agreements"."period_start" <= "agreements"."period_end"),
	CONSTRAINT "agreements_period_start" CHECK (("agreements"."period_start" is null) = ("agreements"."period_start_precision" is null)),
	CONSTRAINT "agreements_period_end" CHECK (("agreements"."period_end" is null) = ("agreements"."period_end_precision" is null)),
	CONSTRAINT "agreements_period_unknown" CHECK (("agreements"."period_start" is null or "agreements"."period_end" is null) = ("agreements"."period_unknown_reason" is not null)),
	CONSTRAINT "agreements_signed_on_unknown" CHECK (("agreements"."signed_on" is null) = ("agreements"."signed_on_unknown_reason" is not null)),
	CONSTRAINT "agreements_catalogued" CHECK ("agreements"."extent" <> 'catalogued' or ("agreements"."title" is null and "agreements"."period_text" is null
        and "agreements"."signed_on_text" is null and "agreements"."reviewed_by" is null and "agreements"."reviewed_on" is null
        and "agreements"."summary_sv" is not null and "agreements"."summary_en" is not null and "agreements"."extent_seen" is not null)),
	CONSTRAINT "agreements_transcribed" CHECK ("agreements"."extent" <> 'transcribed' or ("agreements"."title" is not null and "agreements"."reviewed_by" is not null
        and "agreements"."reviewed_on" is not null and "agreements"."stated_promises" is null
        and "agreements"."stated_activities" is null and "agreements"."stated_measurable_targets" is null
        and "agreements"."summary_sv" is null and "agreements"."summary_en" is null and "agreements"."extent_seen" is null)),
	CONSTRAINT "agreements_note" CHECK (("agreements"."note_sv" is null) = ("agreements"."note_en" is null)),
	CONSTRAINT "agreements_stated" CHECK ("agreements"."stated_promises" >= 0 and "agreements"."stated_activities" >= 0 and "agreements"."stated_measurable_targets" >= 0)
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"url" text,
	"publisher_kind" text,
	"retrieved_on" date,
	"media_type" text,
	"sha256" text,
	"text" text,
	CONSTRAINT "documents_id" CHECK ("documents"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "documents_url" CHECK ("documents"."url" ~ '^https?://'),
	CONSTRAINT "documents_publisher_kind" CHECK ("documents"."publisher_kind" in ('police', 'municipality', 'news', 'other')),
	CONSTRAINT "documents_media_type" CHECK (("documents"."text" is null) = ("documents"."media_type" is null)),
	CONSTRAINT "documents_archived" CHECK (("documents"."text" is null) = ("documents"."sha256" is null)),
	CONSTRAINT "documents_known" CHECK ("documents"."url" is not null or "documents"."text" is not null),
	CONSTRAINT "documents_sha256" CHECK (encode(sha256(convert_to("documents"."text", 'UTF8')), 'hex') = "documents"."sha256")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"label_sv" text NOT NULL,
	"label_en" text NOT NULL,
	"definition_sv" text NOT NULL,
	"definition_en" text NOT NULL,
	"keywords_sv" text[] NOT NULL,
	"broader_id" text collate "C",
	"source" text NOT NULL,
	CONSTRAINT "topics_id" CHECK ("topics"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "topics_broader" CHECK ("topics"."broader_id" <> "topics"."id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"revision" integer NOT NULL,
	"dataset" text collate "C" NOT NULL,
	"row_key" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "changes_revision_dataset_row_key_pk" PRIMARY KEY("revision","dataset","row_key"),
	CONSTRAINT "changes_kind" CHECK ("changes"."kind" in ('added', 'changed', 'removed')),
	CONSTRAINT "changes_before" CHECK (("changes"."before" is null) = ("changes"."kind" = 'added')),
	CONSTRAINT "changes_after" CHECK (("changes"."after" is null) = ("changes"."kind" = 'removed'))
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"number" integer PRIMARY KEY NOT NULL,
	"content_sha256" text NOT NULL,
	"date" date NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_number" CHECK ("revisions"."number" >= 1),
	CONSTRAINT "revisions_content_sha256" CHECK ("revisions"."content_sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "tombstones" (
	"dataset" text collate "C" NOT NULL,
	"record_id" text collate "C" NOT NULL,
	"withdrawn_on" date NOT NULL,
	"reason_sv" text NOT NULL,
	"reason_en" text NOT NULL,
	CONSTRAINT "tombstones_dataset_record_id_pk" PRIMARY KEY("dataset","record_id")
);
--> statement-breakpoint
CREATE TABLE "counties" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"name_sv" text NOT NULL,
	"name_en" text NOT NULL,
	"iso_code" text NOT NULL,
	"nuts3" text NOT NULL,
	"wikidata" text NOT NULL,
	"police_region_id" text collate "C" NOT NULL,
	CONSTRAINT "counties_code" CHECK ("counties"."code" ~ '^[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "municipalities" (
	"code" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"official_name" text NOT NULL,
	"formal_name" text NOT NULL,
	"county_code" text collate "C" NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"centroid_latitude" double precision NOT NULL,
	"centroid_longitude" double precision NOT NULL,
	"population" integer NOT NULL,
	"population_year" integer NOT NULL,
	"organisation_number" text NOT NULL,
	"wikidata" text NOT NULL,
	"website" text NOT NULL,
	"research_state" text NOT NULL,
	CONSTRAINT "municipalities_code" CHECK ("municipalities"."code" ~ '^[0-9]{4}$'),
	CONSTRAINT "municipalities_code_in_county" CHECK (left("municipalities"."code", 2) = "municipalities"."county_code"),
	CONSTRAINT "municipalities_latitude" CHECK ("municipalities"."latitude" between 55 and 70),
	CONSTRAINT "municipalities_longitude" CHECK ("municipalities"."longitude" between 10 and 25),
	CONSTRAINT "municipalities_research_state" CHECK ("municipalities"."research_state" in ('transcribed', 'catalogued', 'none_found', 'not_researched'))
);
--> statement-breakpoint
CREATE TABLE "police_area_municipalities" (
	"police_area_id" text collate "C" NOT NULL,
	"municipality_code" text collate "C" NOT NULL,
	"coverage" text NOT NULL,
	"valid_from" text,
	"valid_to" text,
	"verified" boolean NOT NULL,
	"source" text,
	CONSTRAINT "police_area_municipalities_police_area_id_municipality_code_pk" PRIMARY KEY("police_area_id","municipality_code"),
	CONSTRAINT "police_area_municipalities_coverage" CHECK ("police_area_municipalities"."coverage" in ('whole', 'part')),
	CONSTRAINT "police_area_municipalities_valid_from" CHECK ("police_area_municipalities"."valid_from" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "police_area_municipalities_valid_to" CHECK ("police_area_municipalities"."valid_to" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "police_area_municipalities_verified" CHECK ("police_area_municipalities"."verified" = ("police_area_municipalities"."source" is not null))
);
--> statement-breakpoint
CREATE TABLE "police_areas" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"official_name" text NOT NULL,
	"police_district_id" text collate "C" NOT NULL,
	"police_region_id" text collate "C" NOT NULL,
	"aliases" text[] NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"verified" boolean NOT NULL,
	"source" text,
	"note_sv" text,
	"note_en" text,
	CONSTRAINT "police_areas_id" CHECK ("police_areas"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "police_areas_verified" CHECK ("police_areas"."verified" = ("police_areas"."source" is not null)),
	CONSTRAINT "police_areas_validity" CHECK ("police_areas"."valid_from" <= "police_areas"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "police_districts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"official_name" text NOT NULL,
	"police_region_id" text collate "C" NOT NULL,
	"valid_from" text,
	"source" text NOT NULL,
	CONSTRAINT "police_districts_id" CHECK ("police_districts"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "police_districts_valid_from" CHECK ("police_districts"."valid_from" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "police_regions" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"official_name" text NOT NULL,
	"main_city" text NOT NULL,
	"valid_from" date NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "police_regions_id" CHECK ("police_regions"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"heading" text,
	"commitment" text NOT NULL,
	"target_operator" text,
	"target_value" double precision,
	"target_unit" text,
	"target_per" text,
	"deadline_on" date,
	"target_group" text,
	CONSTRAINT "activities_commitment" CHECK ("activities"."commitment" in ('action', 'outcome')),
	CONSTRAINT "activities_target_operator" CHECK ("activities"."target_operator" in ('at_least', 'exactly', 'at_most')),
	CONSTRAINT "activities_target_per" CHECK ("activities"."target_per" in ('day', 'week', 'month', 'year', 'period')),
	CONSTRAINT "activities_target_value" CHECK ("activities"."target_value" > 0),
	CONSTRAINT "activities_target" CHECK (("activities"."target_operator" is null) = ("activities"."target_value" is null)),
	CONSTRAINT "activities_target_unit" CHECK (("activities"."target_value" is null) = ("activities"."target_unit" is null)),
	CONSTRAINT "activities_target_time" CHECK ("activities"."target_per" is null or "activities"."target_value" is not null)
);
--> statement-breakpoint
CREATE TABLE "activity_actors" (
	"activity_id" text collate "C" NOT NULL,
	"actor_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"basis" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "activity_actors_activity_id_actor_id_pk" PRIMARY KEY("activity_id","actor_id"),
	CONSTRAINT "activity_actors_basis" CHECK ("activity_actors"."basis" in ('stated', 'lead_in', 'heading'))
);
--> statement-breakpoint
CREATE TABLE "activity_promises" (
	"activity_id" text collate "C" NOT NULL,
	"promise_id" text collate "C" NOT NULL,
	"basis" text NOT NULL,
	CONSTRAINT "activity_promises_activity_id_promise_id_pk" PRIMARY KEY("activity_id","promise_id"),
	CONSTRAINT "activity_promises_basis" CHECK ("activity_promises"."basis" in ('stated', 'by_topic'))
);
--> statement-breakpoint
CREATE TABLE "activity_topics" (
	"activity_id" text collate "C" NOT NULL,
	"topic_id" text collate "C" NOT NULL,
	CONSTRAINT "activity_topics_activity_id_topic_id_pk" PRIMARY KEY("activity_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "actors" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"label_sv" text NOT NULL,
	"label_en" text NOT NULL,
	"description_sv" text NOT NULL,
	"description_en" text NOT NULL,
	CONSTRAINT "actors_id" CHECK ("actors"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "promise_topics" (
	"promise_id" text collate "C" NOT NULL,
	"topic_id" text collate "C" NOT NULL,
	CONSTRAINT "promise_topics_promise_id_topic_id_pk" PRIMARY KEY("promise_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"heading" text
);
--> statement-breakpoint
CREATE TABLE "signatories" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "signatories_id" CHECK ("signatories"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"signatory_id" text collate "C" NOT NULL,
	"role" text NOT NULL,
	"role_as_printed" text NOT NULL,
	"acting" boolean NOT NULL,
	"organisation_kind" text NOT NULL,
	"organisation_as_printed" text,
	"municipality_code" text collate "C",
	"police_area_id" text collate "C",
	"capacity" text NOT NULL,
	"signed_on" date,
	"place" text,
	CONSTRAINT "signatures_role" CHECK ("signatures"."role" in ('municipal_board_chair', 'municipal_chief_executive', 'municipal_head_of_security', 'local_police_area_chief', 'municipal_police_officer')),
	CONSTRAINT "signatures_organisation_kind" CHECK ("signatures"."organisation_kind" in ('police', 'municipality', 'other')),
	CONSTRAINT "signatures_capacity" CHECK ("signatures"."capacity" in ('signed', 'presented')),
	CONSTRAINT "signatures_municipality" CHECK (("signatures"."organisation_kind" = 'municipality') = ("signatures"."municipality_code" is not null)),
	CONSTRAINT "signatures_police_area" CHECK ("signatures"."police_area_id" is null or "signatures"."organisation_kind" = 'police'),
	CONSTRAINT "signatures_signed_on" CHECK ("signatures"."signed_on" is null or "signatures"."capacity" = 'signed')
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"basis" text[] NOT NULL,
	"basis_text" text,
	CONSTRAINT "findings_kind" CHECK ("findings"."kind" in ('finding', 'focus_area')),
	CONSTRAINT "findings_basis" CHECK ("findings"."basis" <@ array['survey', 'staff_survey', 'dialogue', 'staff', 'intelligence', 'crime_statistics', 'representatives']),
	CONSTRAINT "findings_basis_text" CHECK ((cardinality("findings"."basis") = 0) = ("findings"."basis_text" is null))
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"frequency" text,
	"due_on" date,
	"due_text" text,
	"channel" text,
	"body" text,
	"report_state" text NOT NULL,
	"report_url" text,
	CONSTRAINT "follow_ups_frequency" CHECK ("follow_ups"."frequency" in ('continuous', 'monthly', 'quarterly', 'twice_a_year', 'yearly', 'once')),
	CONSTRAINT "follow_ups_report_state" CHECK ("follow_ups"."report_state" in ('not_researched', 'none_found', 'found')),
	CONSTRAINT "follow_ups_due" CHECK ("follow_ups"."due_on" is null or "follow_ups"."due_text" is not null),
	CONSTRAINT "follow_ups_report" CHECK (("follow_ups"."report_state" = 'found') = ("follow_ups"."report_url" is not null))
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"record_id" text collate "C",
	"text" text,
	"explanation_sv" text NOT NULL,
	"explanation_en" text NOT NULL,
	CONSTRAINT "issues_kind" CHECK ("issues"."kind" in ('unreadable', 'contradiction', 'misprint', 'not_stated', 'ambiguous', 'possible_duplicate'))
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"record_id" text collate "C" NOT NULL,
	"column_name" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	"agreement_id" text collate "C" NOT NULL,
	"document_id" text collate "C" NOT NULL,
	"start_offset" integer NOT NULL,
	"end_offset" integer NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "quotes_record_id_column_name_position_pk" PRIMARY KEY("record_id","column_name","position"),
	CONSTRAINT "quotes_offsets" CHECK ("quotes"."start_offset" >= 0 and "quotes"."start_offset" < "quotes"."end_offset"),
	CONSTRAINT "quotes_length" CHECK (char_length("quotes"."words") = "quotes"."end_offset" - "quotes"."start_offset")
);
--> statement-breakpoint
ALTER TABLE "agreement_documents" ADD CONSTRAINT "agreement_documents_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_documents" ADD CONSTRAINT "agreement_documents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_municipalities" ADD CONSTRAINT "agreement_municipalities_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_municipalities" ADD CONSTRAINT "agreement_municipalities_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_relations" ADD CONSTRAINT "agreement_relations_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_relations" ADD CONSTRAINT "agreement_relations_related_agreement_id_agreements_id_fk" FOREIGN KEY ("related_agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_topics" ADD CONSTRAINT "agreement_topics_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_topics" ADD CONSTRAINT "agreement_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_police_area_id_police_areas_id_fk" FOREIGN KEY ("police_area_id") REFERENCES "public"."police_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_broader_id_topics_id_fk" FOREIGN KEY ("broader_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_revision_revisions_number_fk" FOREIGN KEY ("revision") REFERENCES "public"."revisions"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counties" ADD CONSTRAINT "counties_police_region_id_police_regions_id_fk" FOREIGN KEY ("police_region_id") REFERENCES "public"."police_regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_county_code_counties_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."counties"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_area_municipalities" ADD CONSTRAINT "police_area_municipalities_police_area_id_police_areas_id_fk" FOREIGN KEY ("police_area_id") REFERENCES "public"."police_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_area_municipalities" ADD CONSTRAINT "police_area_municipalities_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_areas" ADD CONSTRAINT "police_areas_police_district_id_police_districts_id_fk" FOREIGN KEY ("police_district_id") REFERENCES "public"."police_districts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_areas" ADD CONSTRAINT "police_areas_police_region_id_police_regions_id_fk" FOREIGN KEY ("police_region_id") REFERENCES "public"."police_regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "police_districts" ADD CONSTRAINT "police_districts_police_region_id_police_regions_id_fk" FOREIGN KEY ("police_region_id") REFERENCES "public"."police_regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_actors" ADD CONSTRAINT "activity_actors_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_actors" ADD CONSTRAINT "activity_actors_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_promises" ADD CONSTRAINT "activity_promises_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_promises" ADD CONSTRAINT "activity_promises_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_topics" ADD CONSTRAINT "activity_topics_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_topics" ADD CONSTRAINT "activity_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_topics" ADD CONSTRAINT "promise_topics_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_topics" ADD CONSTRAINT "promise_topics_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_signatory_id_signatories_id_fk" FOREIGN KEY ("signatory_id") REFERENCES "public"."signatories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_municipality_code_municipalities_code_fk" FOREIGN KEY ("municipality_code") REFERENCES "public"."municipalities"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_police_area_id_police_areas_id_fk" FOREIGN KEY ("police_area_id") REFERENCES "public"."police_areas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_agreement_id_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_documents_by_document" ON "agreement_documents" USING btree ("document_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_municipalities_by_municipality" ON "agreement_municipalities" USING btree ("municipality_code","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_relations_by_agreement" ON "agreement_relations" USING btree ("agreement_id","position","id");--> statement-breakpoint
CREATE INDEX "agreement_relations_by_related" ON "agreement_relations" USING btree ("related_agreement_id","id");--> statement-breakpoint
CREATE INDEX "agreement_topics_by_topic" ON "agreement_topics" USING btree ("topic_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreements_by_police_area" ON "agreements" USING btree ("police_area_id","id");--> statement-breakpoint
CREATE INDEX "agreements_by_extent" ON "agreements" USING btree ("extent","id");--> statement-breakpoint
CREATE INDEX "topics_by_broader" ON "topics" USING btree ("broader_id","id");--> statement-breakpoint
CREATE INDEX "changes_by_row" ON "changes" USING btree ("dataset","row_key","revision");--> statement-breakpoint
CREATE INDEX "counties_by_region" ON "counties" USING btree ("police_region_id","code");--> statement-breakpoint
CREATE INDEX "municipalities_by_county" ON "municipalities" USING btree ("county_code","code");--> statement-breakpoint
CREATE INDEX "police_area_municipalities_by_municipality" ON "police_area_municipalities" USING btree ("municipality_code","police_area_id");--> statement-breakpoint
CREATE INDEX "police_areas_by_district" ON "police_areas" USING btree ("police_district_id","id");--> statement-breakpoint
CREATE INDEX "police_areas_by_region" ON "police_areas" USING btree ("police_region_id","id");--> statement-breakpoint
CREATE INDEX "police_districts_by_region" ON "police_districts" USING btree ("police_region_id","id");--> statement-breakpoint
CREATE INDEX "activities_by_agreement" ON "activities" USING btree ("agreement_id","position","id");--> statement-breakpoint
CREATE INDEX "activity_actors_by_actor" ON "activity_actors" USING btree ("actor_id","activity_id");--> statement-breakpoint
CREATE INDEX "activity_promises_by_promise" ON "activity_promises" USING btree ("promise_id","activity_id");--> statement-breakpoint
CREATE INDEX "activity_topics_by_topic" ON "activity_topics" USING btree ("topic_id","activity_id");--> statement-breakpoint
CREATE INDEX "promise_topics_by_topic" ON "promise_topics" USING btree ("topic_id","promise_id");--> statement-breakpoint
CREATE INDEX "promises_by_agreement" ON "promises" USING btree ("agreement_id","position","id");--> statement-breakpoint
CREATE INDEX "signatures_by_agreement" ON "signatures" USING btree ("agreement_id","position","id");--> statement-breakpoint
CREATE INDEX "signatures_by_signatory" ON "signatures" USING btree ("signatory_id","id");--> statement-breakpoint
CREATE INDEX "signatures_by_municipality" ON "signatures" USING btree ("municipality_code","id");--> statement-breakpoint
CREATE INDEX "signatures_by_police_area" ON "signatures" USING btree ("police_area_id","id");--> statement-breakpoint
CREATE INDEX "findings_by_agreement" ON "findings" USING btree ("agreement_id","position","id");--> statement-breakpoint
CREATE INDEX "follow_ups_by_agreement" ON "follow_ups" USING btree ("agreement_id","position","id");--> statement-breakpoint
CREATE INDEX "issues_by_agreement" ON "issues" USING btree ("agreement_id","position","id");--> statement-breakpoint
CREATE INDEX "issues_by_record" ON "issues" USING btree ("record_id","id");--> statement-breakpoint
CREATE INDEX "quotes_by_agreement" ON "quotes" USING btree ("agreement_id");--> statement-breakpoint
CREATE INDEX "quotes_by_document" ON "quotes" USING btree ("document_id","start_offset");