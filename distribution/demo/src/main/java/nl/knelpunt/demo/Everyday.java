package nl.knelpunt.demo;

import static nl.knelpunt.api.vocabulary.DataCategory.BSN;
import static nl.knelpunt.api.vocabulary.DataCategory.COMPANY;
import static nl.knelpunt.api.vocabulary.DataCategory.CONTACT;
import static nl.knelpunt.api.vocabulary.DataCategory.HOUSING;
import static nl.knelpunt.api.vocabulary.DataCategory.SUPERVISION;
import static nl.knelpunt.api.vocabulary.DataCategory.VEHICLE;
import static nl.knelpunt.api.vocabulary.Manifestation.DRUGS;
import static nl.knelpunt.api.vocabulary.Manifestation.HUMAN_TRAFFICKING;
import static nl.knelpunt.api.vocabulary.Manifestation.MONEY_LAUNDERING;
import static nl.knelpunt.api.vocabulary.Manifestation.REAL_ESTATE;
import static nl.knelpunt.api.vocabulary.Manifestation.SERIOUS_ORGANISED;
import static nl.knelpunt.demo.Cast.CASE_DIRECTOR;
import static nl.knelpunt.demo.Cast.DUINRADE;
import static nl.knelpunt.demo.Cast.HAARVEEN;
import static nl.knelpunt.demo.Cast.KROMHOORN;
import static nl.knelpunt.demo.Cast.POLICE;
import static nl.knelpunt.demo.Cast.WIERINGERSLUIS;
import static nl.knelpunt.demo.Cast.ZAANMEER;

import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.engine.signal.Criteria;

/** Signals that belong to no knelpunt yet, at every stage of their life, and some that have gone. */
final class Everyday {

    private static final String COPS = POLICE + ".worker";

    private static final Place CAR_WASH =
            new Place("Kromme Industrieweg 2", "1621BA", "Kromhoorn", "GM9004", 5.0690, 52.6489);
    private static final Place HOLIDAY_PARK = new Place("Duinweg 3", "1949DD", "Duinrade", "GM9005", 4.6105, 52.5309);
    private static final Place CAR_RENTAL = new Place("Hangarweg 40", "1437AC", "Haarveen", "GM9002", 4.7866, 52.2988);
    private static final Place WAREHOUSE = new Place("Loodsstraat 8", "1506CD", "Zaanmeer", "GM9003", 4.8141, 52.4436);
    private static final Place STREET = new Place("Dorpsstraat 101", "1506AA", "Zaanmeer", "GM9003", 4.8088, 52.4390);
    private static final Place QUAY = new Place("Westerkade 3", "1779AC", "Wieringersluis", "GM9001", 5.0370, 52.9380);
    private static final Place HOTEL = new Place("Boulevard 60", "1949DA", "Duinrade", "GM9005", 4.6012, 52.5341);

    private Everyday() {}

    static void tell(Stage stage) {
        gone(stage);
        weighed(stage);
        recognised(stage);
        asked(stage);
        reported(stage);
        drafts(stage);
    }

    /** Not taken up, withdrawn, lapsed: all three destroyed. */
    private static void gone(Stage stage) {
        stage.signal("Auto's met draaiende motor bij een autowasserij")
                .observed(78, "Toezichthouder APV")
                .at(CAR_WASH)
                .shows(MONEY_LAUNDERING, why("Ronde bedragen op kassabonnen en samenkomst na sluitingstijd."))
                .about(Who.company("Autowas De Golf").with(COMPANY, "KvK-nummer", "00099931"))
                .arrives(77, KROMHOORN, "kromhoorn-carwash.json")
                .reported(75, KROMHOORN + ".college", "verordening")
                .asked(74, KROMHOORN + ".college", POLICE)
                .recognised(
                        70,
                        COPS,
                        80,
                        "Een surveillance-eenheid sprak bezoekers aan; er was geen overtreding.",
                        "PL1300-DEMO-0230")
                .weighed(
                        64,
                        "Twee avonden.",
                        "Geen eerdere maatregelen.",
                        "De waarneming van de politie bevestigt de samenkomst, geen strafbaar feit.")
                .decided(63, COPS, false, "Geen verband met georganiseerde criminaliteit gezien.")
                .decided(62, KROMHOORN + ".college", false, "Eens; wij handelen de overlast zelf af.");

        stage.signal("Leeg pand met een nieuwe voordeur")
                .observed(52, "Toezichthouder wonen")
                .saw("09:50", "Een leegstaand pand heeft een stalen voordeur en een nieuwe stroomkabel over het dak.")
                .at(STREET)
                .shows(DRUGS, why("Stalen deur en stroomkabel bij een pand dat leeg hoort te staan."))
                .drafted(51, ZAANMEER + ".college")
                .reported(50, ZAANMEER + ".college", "woningwet")
                .withdrawn(47, ZAANMEER + ".college");

        stage.message().observed(71, null).arrives(70, ZAANMEER, "zaanmeer-vervallen.json");
    }

    private static void weighed(Stage stage) {
        stage.signal("Acht bedden per chalet op een vakantiepark")
                .observed(58, "Toezichthouder wonen")
                .at(HOLIDAY_PARK)
                .shows(
                        HUMAN_TRAFFICKING,
                        why(
                                "Acht bedden per chalet, geen nachtregister en dagelijks vervoer door één uitzendbedrijf, dat"
                                        + " identiteitsbewijzen van bewoners in een kluis bewaart."))
                .about(
                        Who.company("Uitzendbureau Vroege Dienst").with(COMPANY, "KvK-nummer", "00099932"),
                        Who.person("Frans Parkman")
                                .with(BSN, "bsn", "999990111")
                                .with(HOUSING, "woonsituatie", "Beheerderswoning op het park"))
                .arrives(57, DUINRADE, "duinrade-vakantiepark.json")
                .reported(55, DUINRADE + ".college", "huisvestingswet")
                .asked(54, DUINRADE + ".college", POLICE, HAARVEEN)
                .recognised(
                        49,
                        HAARVEEN + ".college",
                        66,
                        "Hetzelfde uitzendbedrijf huisvest hier dertig mensen in een voormalig kantoor.",
                        "HV-2-00512")
                .recognised(
                        48, COPS, 60, "Twee bewoners zijn op verzoek naar een opvangplek gebracht.", "PL1300-DEMO-0241")
                .weighed(
                        33,
                        "Vier chalets en een kantoorpand, samen ongeveer zestig bewoners.",
                        "Last onder dwangsom voor het nachtregister.",
                        "Drie deelnemers kennen hetzelfde uitzendbedrijf.")
                .decided(30, DUINRADE + ".college", true, "Ernstig en meer dan één gemeente.");

        stage.signal("Autoverhuur zonder geschreven ritten")
                .observed(46, "Toezichthouder APV")
                .at(CAR_RENTAL)
                .shows(
                        MONEY_LAUNDERING,
                        why("Geen ritten in een half jaar, wel elke avond open en een huur die contant wordt betaald."))
                .about(Who.company("Rijklaar Verhuur").with(COMPANY, "KvK-nummer", "00099933"))
                .arrives(45, HAARVEEN, "haarveen-autoverhuur.json")
                .reported(43, HAARVEEN + ".college", "verordening")
                .asked(42, HAARVEEN + ".college", POLICE)
                .recognised(
                        37,
                        COPS,
                        50,
                        "Drie voertuigen van dit bedrijf zijn gebruikt door personen die zijn aangehouden voor"
                                + " vuurwapenbezit.",
                        "PL1200-DEMO-0420")
                .weighed(
                        19,
                        "Twintig voertuigen.",
                        "Geen eerdere maatregelen.",
                        "De voertuigen komen voor bij de politie.");
    }

    private static void recognised(Stage stage) {
        stage.signal("Verdovende middelen in een opslagloods")
                .observed(40, "Politie, basisteam Zaanmeer")
                .at(WAREHOUSE)
                .shows(
                        DRUGS,
                        BusinessParks.whyOnAPark(
                                "Tweeënveertig kilogram in een loods die op naam van een ander is gehuurd."))
                .about(
                        Who.person("Sietse Loodsveld").with(BSN, "bsn", "999990123"),
                        Who.thing(VEHICLE, "kenteken", "99-XX-31"))
                .arrives(39, POLICE, "politie-loods.xml")
                .reported(37, COPS, "politiewet-3")
                .asked(36, COPS, ZAANMEER)
                .recognised(
                        29,
                        ZAANMEER + ".burgemeester",
                        44,
                        "Voor deze loods is een vergunning voor kamerverhuur aangevraagd en weer ingetrokken.",
                        "ZM-OOV-0077");

        stage.signal("Reeks verkopen van één hotel aan de boulevard")
                .observed(35, "Vergunningverlener horeca")
                .saw(
                        "11:00",
                        "Voor het hotel kwamen in tien maanden vier aanvragen van vier nieuwe exploitanten. Bij elke aanvraag"
                                + " is dezelfde lening van een buiten de regio gevestigd bedrijf opgegeven.")
                .at(HOTEL)
                .shows(REAL_ESTATE, why("Vier exploitanten in tien maanden met steeds dezelfde lening."))
                .about(Who.company("Strandzicht Exploitatie B.V.").with(COMPANY, "KvK-nummer", "00099934"))
                .drafted(33, DUINRADE + ".burgemeester")
                .reported(32, DUINRADE + ".burgemeester", "alcoholwet")
                .asked(31, CASE_DIRECTOR, WIERINGERSLUIS, POLICE)
                .recognised(
                        26,
                        WIERINGERSLUIS + ".burgemeester",
                        90,
                        "Dezelfde lening stond in een aanvraag voor een café aan de haven.",
                        "WS-2-00502");
    }

    private static void asked(Stage stage) {
        stage.signal("Vuurwapens in een vaartuig")
                .observed(24, "Politie, team water")
                .at(QUAY)
                .shows(
                        SERIOUS_ORGANISED,
                        why("Drie vuurwapens in een verborgen ruimte van een vaartuig zonder eigenaar aan boord."))
                .about(Who.thing(VEHICLE, "vaartuig", "Motorboot zonder naam, 9 meter"))
                .arrives(23, POLICE, "politie-wapens.xml")
                .reported(22, COPS, "politiewet-3")
                .asked(21, COPS, WIERINGERSLUIS, DUINRADE);

        stage.signal("Contante aankoop van drie panden in één straat")
                .observed(22, "Medewerker vastgoed")
                .saw(
                        "14:10",
                        "Drie panden in dezelfde straat zijn binnen twee maanden zonder hypotheek gekocht door bedrijven met"
                                + " één bestuurder. In geen van de panden is daarna gewoond of gewerkt.")
                .at(STREET)
                .shows(
                        REAL_ESTATE,
                        why(
                                "Drie aankopen zonder hypotheek door bedrijven met dezelfde bestuurder; panden blijven leeg."))
                .about(Who.person("Casper Steenhouder")
                        .with(BSN, "bsn", "999990135")
                        .with(CONTACT, "woonplaats", "Zaanmeer"))
                .drafted(20, ZAANMEER + ".college")
                .reported(19, ZAANMEER + ".college", "gemeentewet")
                .asked(18, ZAANMEER + ".college", POLICE, KROMHOORN);
    }

    private static void reported(Stage stage) {
        stage.signal("Onverzegelde vaten op een vrachtwagen")
                .observed(15, "Toezichthouder milieu")
                .saw(
                        "06:55",
                        "Een vrachtwagen met tweehonderd onverzegelde vaten stond twee nachten op het terrein. De chauffeur had"
                                + " geen begeleidingsformulier.")
                .at(CAR_WASH)
                .shows(
                        DRUGS,
                        BusinessParks.whyOnAPark(
                                "Tweehonderd onverzegelde vaten zonder begeleidingsformulier, twee nachten achter elkaar."))
                .about(BusinessParks.aPallet())
                .drafted(13, KROMHOORN + ".college")
                .reported(12, KROMHOORN + ".college", "omgevingsrecht");

        stage.signal("Nachtelijke ritten met een waterscooter naar een ligplaats")
                .observed(10, "Toezichthouder haven")
                .saw(
                        "03:20",
                        "Een waterscooter zonder verlichting voer vier keer heen en weer tussen zee en ligplaats 3. Op de steiger"
                                + " zijn tassen overgegeven aan een wachtende auto.")
                .at(QUAY)
                .shows(
                        DRUGS,
                        why("Vier vaarten in één nacht zonder verlichting en overdracht van tassen op de steiger."))
                .about(Who.thing(SUPERVISION, "ligplaats", "Westerkade, ligplaats 3"))
                .drafted(7, WIERINGERSLUIS + ".college")
                .reported(6, WIERINGERSLUIS + ".college", "verordening");
    }

    /** Seen by their own participant only: three that an adapter made, two begun by hand. */
    private static void drafts(Stage stage) {
        stage.message().observed(9, null).arrives(8, ZAANMEER, "zaanmeer-winkelpand.json");
        stage.message().observed(5, null).arrives(4, WIERINGERSLUIS, "wieringersluis-container.json");
        stage.message().observed(3, null).arrives(2, POLICE, "politie-contant.xml");
        stage.signal("Kentekens die steeds terugkomen bij een loods")
                .observed(6, "Boa openbare ruimte")
                .saw("16:35", "Drie voertuigen met wisselende kentekenplaten reden binnen een uur dezelfde loods in.")
                .drafted(5, KROMHOORN + ".college");
        stage.signal("Verhuur van een woning aan wisselende bewoners")
                .observed(4, "Toezichthouder wonen")
                .saw("10:10", "In acht weken zijn op dit adres eenentwintig personen in- en uitgeschreven.")
                .at(HOTEL)
                .drafted(3, DUINRADE + ".college");
    }

    private static Criteria why(String indications) {
        return new Criteria(
                indications,
                "De waarneming is een feit dat bij deze verschijningsvorm hoort.",
                "Eén deelnemer ziet niet het geheel; gegevens van een ander zijn nodig om dit te duiden.",
                "De bevoegdheden liggen bij meer dan één deelnemer.",
                "De plaats van de waarneming ligt in het werkgebied van dit RIEC.");
    }
}
