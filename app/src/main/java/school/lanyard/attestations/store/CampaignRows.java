// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.store;

import static school.lanyard.database.schema.Tables.ATTESTATION_CAMPAIGN;
import static school.lanyard.database.schema.Tables.ATTESTATION_CAMPAIGN_END;
import static school.lanyard.database.schema.Tables.ATTESTATION_REMINDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import school.lanyard.attestations.Campaign;

/// The campaigns of one school, and whom each reminded.
public final class CampaignRows {

    private final DSLContext sql;
    private final String school;

    public CampaignRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(Campaign campaign) {
        sql.insertInto(ATTESTATION_CAMPAIGN)
                .set(ATTESTATION_CAMPAIGN.ID, campaign.id())
                .set(ATTESTATION_CAMPAIGN.SCHOOL, school)
                .set(ATTESTATION_CAMPAIGN.AGREEMENT, campaign.agreement())
                .set(ATTESTATION_CAMPAIGN.DUE_ON, campaign.dueOn())
                .set(ATTESTATION_CAMPAIGN.REMIND_DAYS, campaign.remindDays())
                .set(ATTESTATION_CAMPAIGN.STARTED_BY, campaign.startedBy())
                .set(ATTESTATION_CAMPAIGN.STARTED_AT, campaign.startedAt())
                .execute();
    }

    /// Those that run, the newest first.
    public List<Campaign> running() {
        return sql.select(
                        ATTESTATION_CAMPAIGN.ID,
                        ATTESTATION_CAMPAIGN.AGREEMENT,
                        ATTESTATION_CAMPAIGN.DUE_ON,
                        ATTESTATION_CAMPAIGN.REMIND_DAYS,
                        ATTESTATION_CAMPAIGN.STARTED_BY,
                        ATTESTATION_CAMPAIGN.STARTED_AT)
                .from(ATTESTATION_CAMPAIGN)
                .where(ATTESTATION_CAMPAIGN.SCHOOL.eq(school))
                .andNotExists(
                        DSL.selectOne()
                                .from(ATTESTATION_CAMPAIGN_END)
                                .where(
                                        ATTESTATION_CAMPAIGN_END.CAMPAIGN.eq(
                                                ATTESTATION_CAMPAIGN.ID)))
                .orderBy(ATTESTATION_CAMPAIGN.STARTED_AT.desc(), ATTESTATION_CAMPAIGN.ID)
                .fetch(Records.mapping(Campaign::new));
    }

    public void end(String campaign, String by, Instant at) {
        sql.insertInto(ATTESTATION_CAMPAIGN_END)
                .set(ATTESTATION_CAMPAIGN_END.CAMPAIGN, campaign)
                .set(ATTESTATION_CAMPAIGN_END.SCHOOL, school)
                .set(ATTESTATION_CAMPAIGN_END.ENDED_BY, by)
                .set(ATTESTATION_CAMPAIGN_END.ENDED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /// When each person was last reminded by a campaign.
    public Map<String, LocalDate> reminded(String campaign) {
        return sql.select(ATTESTATION_REMINDER.PERSON, DSL.max(ATTESTATION_REMINDER.REMINDED_ON))
                .from(ATTESTATION_REMINDER)
                .where(ATTESTATION_REMINDER.SCHOOL.eq(school))
                .and(ATTESTATION_REMINDER.CAMPAIGN.eq(campaign))
                .groupBy(ATTESTATION_REMINDER.PERSON)
                .fetchMap(ATTESTATION_REMINDER.PERSON, DSL.max(ATTESTATION_REMINDER.REMINDED_ON));
    }

    public void remind(String campaign, String person, LocalDate on) {
        sql.insertInto(ATTESTATION_REMINDER)
                .set(ATTESTATION_REMINDER.ID, UUID.randomUUID().toString())
                .set(ATTESTATION_REMINDER.CAMPAIGN, campaign)
                .set(ATTESTATION_REMINDER.SCHOOL, school)
                .set(ATTESTATION_REMINDER.PERSON, person)
                .set(ATTESTATION_REMINDER.REMINDED_ON, on)
                .execute();
    }
}
