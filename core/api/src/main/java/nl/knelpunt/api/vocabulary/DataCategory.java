package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/**
 * The data categories of Wgs 2.22 and Bgs 2.15. Which participant may supply which category in which phase is not said
 * here but in the guard's phase matrix.
 */
public enum DataCategory {
    /** Personalia, titles, aliases, earlier addresses; who belongs to the direct circle. Phase 1, by every participant. */
    IDENTIFICATION("identificerende gegevens", "identifying data"),
    /** Address, telephone, e-mail. Phase 1, by every participant. */
    CONTACT("contactgegevens", "contact data"),
    /** Shown in part only (G15). Phase 1, by every participant. */
    BSN("burgerservicenummer", "citizen service number"),
    /** Position of an alien in residence law; never an image of the face or fingerprints (Vw 107(4)). Phase 1, by the IND only. */
    RESIDENCE_STATUS("verblijfsstatus", "residence status"),
    /** Renting or owning, household, state of a dwelling, number and kind of registrations. Phase 1, by every participant. */
    HOUSING("woonsituatie", "housing situation"),
    /** Licence plate, owners, history, value, import and export. Phase 1, by every participant. */
    VEHICLE("voertuiggegevens", "vehicle data"),
    /** Financial position and property. Phase 1, not by the rijksbelastingdienst. */
    FINANCIAL("financiële gegevens", "financial data"),
    /** Parcels, buildings, purchase, price, mortgage, use. Phase 1, by every participant. */
    CADASTRAL("kadastrale gegevens", "cadastral data"),
    /** What the trade register knows. Phase 1, by every participant. */
    COMPANY("bedrijfsgegevens", "company data"),
    /** Wage, benefit, savings, unlawful income. Phase 1, not by the rijksbelastingdienst. */
    INCOME("inkomensgegevens", "income data"),
    /** Nature of a relation. Phase 1, by every participant. */
    BUSINESS_RELATIONS("zakelijke relaties", "business relations"),
    /** Phase 1, by municipality, province, UWV and NVWA only. */
    PERMITS(
            "vergunning- en subsidieaanvragen, besluiten en procedures",
            "permits, subsidies, decisions and proceedings"),
    /** Intentions, decisions and proceedings. Phase 1, by every participant. */
    SUPERVISION(
            "toezicht, handhaving en bestuurlijke maatregelen", "supervision, enforcement and administrative measures"),
    /** Assessments, returns, fines, debts, audits. Phase 2, by the rijksbelastingdienst and municipalities only (Wgs 2.23(6)(b)). */
    FISCAL("fiscale gegevens", "fiscal data"),
    /** Phase 2, by Wpg 20(3). */
    POLICE_8_13("politiegegevens artikel 8 en 13 Wpg", "police data, articles 8 and 13 Wpg"),
    /** Phase 2, by the public prosecution only (Wjsg 8b, 39fa, 51ca). */
    JUDICIAL(
            "justitiële, strafvorderlijke en tenuitvoerleggingsgegevens",
            "judicial, prosecution and enforcement-of-sentence data"),
    /** Phase 2, only beside data of a criminal nature on trafficking, illegal prostitution or exploitation; never orientation (Wgs 2.21(1)). */
    SEXUAL_BEHAVIOUR("seksueel gedrag", "sexual behaviour"),
    /** Phase 3, never in a scan (Wgs 2.23(6)(c)). */
    POLICE_9_10(
            "politiegegevens artikel 9 en 10, eerste lid, onder a en c, Wpg",
            "police data, articles 9 and 10(1)(a) and (c) Wpg"),
    /** Bgs 1.9: only for identification, and only where that can't be avoided. An adapter never fills it. */
    NATIONALITY("nationaliteit", "nationality"),
    /** AVG 9(1) without an exception for a RIEC. An adapter never fills it; it exists so that it can be refused. */
    SPECIAL("bijzondere persoonsgegevens", "special categories of personal data");

    private final Text label;

    DataCategory(String nl, String en) {
        this.label = new Text(nl, en);
    }

    /** What people read, in the words of the law where it has them. */
    public Text label() {
        return label;
    }
}
