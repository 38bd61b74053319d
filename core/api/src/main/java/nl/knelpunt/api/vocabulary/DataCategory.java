package nl.knelpunt.api.vocabulary;

import nl.knelpunt.api.Text;

/**
 * The data categories of Wgs 2.22 and Bgs 2.15. Which participant may supply which category in which phase is not said
 * here but in the guard's phase matrix.
 */
public enum DataCategory {
    IDENTIFICATION("identificerende gegevens", "identifying data"),
    CONTACT("contactgegevens", "contact data"),
    BSN("burgerservicenummer", "citizen service number"),
    RESIDENCE_STATUS("verblijfsstatus", "residence status"),
    HOUSING("woonsituatie", "housing situation"),
    VEHICLE("voertuiggegevens", "vehicle data"),
    FINANCIAL("financiële gegevens", "financial data"),
    CADASTRAL("kadastrale gegevens", "cadastral data"),
    COMPANY("bedrijfsgegevens", "company data"),
    INCOME("inkomensgegevens", "income data"),
    BUSINESS_RELATIONS("zakelijke relaties", "business relations"),
    PERMITS(
            "vergunning- en subsidieaanvragen, besluiten en procedures",
            "permits, subsidies, decisions and proceedings"),
    SUPERVISION(
            "toezicht, handhaving en bestuurlijke maatregelen", "supervision, enforcement and administrative measures"),
    FISCAL("fiscale gegevens", "fiscal data"),
    POLICE_8_13("politiegegevens artikel 8 en 13 Wpg", "police data, articles 8 and 13 Wpg"),
    JUDICIAL(
            "justitiële, strafvorderlijke en tenuitvoerleggingsgegevens",
            "judicial, prosecution and enforcement-of-sentence data"),
    SEXUAL_BEHAVIOUR("seksueel gedrag", "sexual behaviour"),
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

    public Text label() {
        return label;
    }
}
