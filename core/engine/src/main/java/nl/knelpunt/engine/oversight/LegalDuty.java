package nl.knelpunt.engine.oversight;

import static nl.knelpunt.engine.identity.Role.ADMIN;
import static nl.knelpunt.engine.identity.Role.COORDINATING_FG;
import static nl.knelpunt.engine.identity.Role.PRIVACY_OFFICER;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.identity.Role;

/**
 * What the law asks of a RIEC at set times, whatever happens in its dossiers: the calendar that the bureau works from. Where the
 * law gives no period, it is the working method's.
 */
public enum LegalDuty {
    AUDIT(
            "Wgs 1.10; Bgs 1.18",
            "Laat een onafhankelijke privacy-audit doen; zend een afschrift aan AP, RAC en coördinerende FG.",
            "Have an independent privacy audit done; send a copy to the authority, RAC and coordinating DPO.",
            LocalDate.of(2027, 3, 1),
            Period.ofYears(4),
            true,
            COORDINATING_FG,
            PRIVACY_OFFICER),
    /** Due only when an audit found something. */
    AUDIT_RECHECK(
            "Bgs 1.18",
            "Laat opnieuw toetsen wat bij de audit niet voldeed.",
            "Have checked again what failed in the audit.",
            null,
            Period.ofYears(1),
            false,
            COORDINATING_FG,
            PRIVACY_OFFICER),
    ANNUAL_REPORT(
            "Wgs 1.12",
            "Stel het jaarverslag vast en publiceer het op internet.",
            "Fix the annual report and publish it on the internet.",
            LocalDate.of(2026, 7, 1),
            Period.ofYears(1),
            true,
            PRIVACY_OFFICER),
    PUBLISH_AREA(
            "Bgs 2.13",
            "Controleer of het werkgebied op de website klopt.",
            "Check that the working area on the website is right.",
            LocalDate.of(2025, 3, 1),
            Period.ofYears(1),
            false,
            ADMIN,
            PRIVACY_OFFICER),
    PUBLISH_CONTACT_POINT(
            "Bgs 1.1(3)",
            "Controleer of het contactpunt op de website klopt.",
            "Check that the contact point on the website is right.",
            LocalDate.of(2025, 3, 1),
            Period.ofYears(1),
            false,
            ADMIN,
            PRIVACY_OFFICER),
    PROCESSING_REGISTER(
            "AVG 30",
            "Werk het register van verwerkingsactiviteiten bij.",
            "Update the register of processing activities.",
            LocalDate.of(2025, 3, 1),
            Period.ofYears(1),
            false,
            PRIVACY_OFFICER),
    DPIA_REVIEW(
            "AVG 35(11)",
            "Bezie of de gegevensbeschermingseffectbeoordeling nog klopt.",
            "Review whether the data protection impact assessment still holds.",
            LocalDate.of(2025, 3, 1),
            Period.ofYears(1),
            false,
            PRIVACY_OFFICER,
            COORDINATING_FG);

    private final String article;
    private final Text what;
    private final LocalDate first;
    private final Period every;
    private final boolean onSetDays;
    private final Set<Role> roles;

    LegalDuty(String article, String nl, String en, LocalDate first, Period every, boolean onSetDays, Role... roles) {
        this.article = article;
        this.what = new Text(nl, en);
        this.first = first;
        this.every = every;
        this.onSetDays = onSetDays;
        this.roles = Set.of(roles);
    }

    public String article() {
        return article;
    }

    public Text what() {
        return what;
    }

    public Period every() {
        return every;
    }

    /** Who looks after it. */
    public Set<Role> roles() {
        return roles;
    }

    /**
     * Last day on which it is to be done next.
     *
     * @param last time that it was done; null when it never was
     * @param audit last audit; null when there was none
     * @return null when it is not to be done
     */
    public LocalDate next(DutyDone last, DutyDone audit) {
        if (this == AUDIT_RECHECK) {
            boolean owed = audit != null
                    && audit.failures()
                    && (last == null || last.on().isBefore(audit.on()));
            return owed ? audit.on().plus(every) : null;
        }
        if (last == null) {
            return first;
        }
        if (!onSetDays) {
            return last.on().plus(every);
        }
        // Done early is done for the day that was coming, so the one after that is next.
        return last.forDay().plus(every);
    }
}
