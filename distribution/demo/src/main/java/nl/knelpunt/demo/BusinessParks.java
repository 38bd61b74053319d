package nl.knelpunt.demo;

import static nl.knelpunt.api.vocabulary.DataCategory.BSN;
import static nl.knelpunt.api.vocabulary.DataCategory.CADASTRAL;
import static nl.knelpunt.api.vocabulary.DataCategory.COMPANY;
import static nl.knelpunt.api.vocabulary.DataCategory.CONTACT;
import static nl.knelpunt.api.vocabulary.DataCategory.PERMITS;
import static nl.knelpunt.api.vocabulary.DataCategory.SUPERVISION;
import static nl.knelpunt.api.vocabulary.DataCategory.VEHICLE;
import static nl.knelpunt.api.vocabulary.Manifestation.DRUGS;
import static nl.knelpunt.api.vocabulary.Manifestation.MONEY_LAUNDERING;
import static nl.knelpunt.api.vocabulary.Manifestation.REAL_ESTATE;
import static nl.knelpunt.demo.Cast.CASE_DIRECTOR;
import static nl.knelpunt.demo.Cast.KROMHOORN;
import static nl.knelpunt.demo.Cast.POLICE;
import static nl.knelpunt.demo.Cast.ZAANMEER;
import static nl.knelpunt.engine.dossier.Motion.Choice.AGAINST;
import static nl.knelpunt.engine.dossier.Motion.Choice.FOR;
import static nl.knelpunt.engine.dossier.Motion.Kind.DESIGNATE;

import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.signal.Criteria;

/**
 * Business parks in an urban region. All parks of two towns were visited in a scan, and the signals come from the visits. The proposal
 * lies on the table of the steering group, which has not voted to the end.
 */
final class BusinessParks {

    private static final String ZAAN = ZAANMEER + ".college";
    private static final String KROM = KROMHOORN + ".college";
    private static final String COPS = POLICE + ".worker";

    private static final Place STORAGE = new Place("Opslagweg 21", "1506CC", "Zaanmeer", "GM9003", 4.8102, 52.4411);
    private static final Place GARAGE = new Place("Loodsstraat 30", "1506CD", "Zaanmeer", "GM9003", 4.8130, 52.4428);
    private static final Place UNIT =
            new Place("Kromme Industrieweg 14", "1621BB", "Kromhoorn", "GM9004", 5.0711, 52.6502);
    private static final Place BARN = new Place("Polderloods 3", "1621BC", "Kromhoorn", "GM9004", 5.0755, 52.6530);

    private BusinessParks() {}

    static void tell(Stage stage) {
        scan(stage);
        Who unitTenant =
                Who.person("Wessel Loodsman").with(BSN, "bsn", "999990068").with(CONTACT, "telefoon", "06 00000021");
        Who furniture = Who.company("Meubelopslag De Kromme").with(COMPANY, "KvK-nummer", "00099921");
        Who storage = Who.company("Boxenverhuur Zaanmeer V.O.F.").with(COMPANY, "KvK-nummer", "00099922");
        Who manager = Who.person("Rik Opslager").with(BSN, "bsn", "999990081");
        Who garage = Who.company("Garage Snelwissel")
                .with(COMPANY, "KvK-nummer", "00099923")
                .with(PERMITS, "melding milieu", "Geen melding ontvangen");
        Who mechanic = Who.person("Teun Sleutelaar").with(BSN, "bsn", "999990093");
        Who lorry = Who.thing(VEHICLE, "kenteken", "99-XX-21");

        SignalStory cans = stage.signal("Jerrycans en afgeplakte ramen in een opslagunit")
                .observed(103, "Toezichthouder milieu")
                .at(UNIT)
                .shows(
                        DRUGS,
                        why(
                                "Zestig jerrycans zonder etiket, een chemische lucht en afgeplakte ramen in een unit die als"
                                        + " meubelopslag staat ingeschreven."))
                .about(unitTenant, furniture)
                .arrives(102, KROMHOORN, "terrein-jerrycans.json")
                .reported(100, KROM, "omgevingsrecht")
                .asked(99, KROM, POLICE)
                .recognised(
                        95,
                        COPS,
                        112,
                        "De huurder is met een bestelbus vol lege vaten staande gehouden.",
                        "PL1300-DEMO-0212")
                .weighed(
                        84,
                        "Eén unit, zestig jerrycans.",
                        "De unit is verzegeld; het terrein telt veertig vergelijkbare units.",
                        "Gemeente en politie kennen dezelfde huurder.")
                .decided(82, KROM, true, "Voldoet aan de criteria.")
                .decided(81, COPS, true, "Voldoet.");

        SignalStory production = stage.signal("Productieplaats in een loods op een bedrijventerrein")
                .observed(98, "Politie, team ondermijning")
                .at(BARN)
                .shows(
                        DRUGS,
                        why(
                                "In de loods stonden ketels, chemicaliën en een luchtafvoer onder de vloer. De loods was via een"
                                        + " tussenpersoon gehuurd."))
                .about(lorry)
                .arrives(97, POLICE, "terrein-productie.xml")
                .reported(95, COPS, "politiewet-3")
                .asked(94, COPS, KROMHOORN, ZAANMEER)
                .recognised(
                        90,
                        KROMHOORN + ".burgemeester",
                        120,
                        "Omwonenden hebben bij een inloopavond de plaats en tijden van transporten genoemd; een toezichthouder"
                                + " zag daarna twee transporten.",
                        "KH-OOV-0142")
                .notRecognised(89, ZAAN)
                .weighed(
                        80,
                        "Eén productieplaats.",
                        "Ontmanteld door de politie; de burgemeester sloot de loods.",
                        "Zelfde terrein als het signaal over de jerrycans.")
                .decided(79, COPS, true, "Ernstig en zeer gevaarlijk voor de omgeving.")
                .decided(78, KROMHOORN + ".burgemeester", true, "Sluiten alleen verplaatst het probleem.");

        SignalStory boxes = stage.signal("Opslagboxen zonder huurovereenkomst")
                .observed(92, "Toezichthouder bouw")
                .at(STORAGE)
                .shows(
                        MONEY_LAUNDERING,
                        why("Acht boxen zonder huurovereenkomst, contante betaling en in twee boxen een handelsvoorraad"
                                + " zonder eigenaar."))
                .about(storage, manager)
                .arrives(91, ZAANMEER, "zaanmeer-opslagbox.json")
                .reported(88, ZAAN, "omgevingsrecht")
                .asked(87, CASE_DIRECTOR, POLICE, KROMHOORN)
                .recognised(
                        84,
                        COPS,
                        130,
                        "In een box van deze verhuurder is gereedschap uit een bedrijfsinbraak teruggevonden.",
                        "PL1300-DEMO-0198")
                .recognised(
                        82,
                        KROM,
                        140,
                        "Dezelfde verhuurder biedt hier boxen aan zonder naam op te vragen.",
                        "KH-2-00761")
                .weighed(
                        72,
                        "Acht boxen op één terrein.",
                        "Gesprek met de beheerder, zonder gevolg.",
                        "Drie deelnemers kennen dezelfde verhuurder.")
                .decided(71, ZAAN, true, "Voldoet.")
                .decided(70, COPS, true, "Voldoet.")
                .decided(69, KROM, true, "Voldoet, wij doen mee.");

        SignalStory workshop = stage.signal("Garage zonder klanten met veel voertuigen op naam")
                .observed(75, "Inspecteur milieu")
                .saw(
                        "13:25",
                        "In de garage stonden geen voertuigen en geen gereedschap. Op naam van het bedrijf staan"
                                + " 84 voertuigen, waarvan 60 korter dan twee maanden.")
                .at(GARAGE)
                .shows(
                        REAL_ESTATE,
                        why("Het pand is in twee jaar drie keer verkocht, elke keer voor de helft meer. Er is geen"
                                + " bedrijfsactiviteit gezien bij vier bezoeken."))
                .about(garage, mechanic.inCircleOf(garage, "Bestuurder van het bedrijf"))
                .drafted(73, ZAAN)
                .reported(71, ZAAN, "omgevingsrecht")
                .asked(70, ZAAN, POLICE)
                .recognised(
                        66,
                        COPS,
                        85,
                        "Voertuigen op naam van dit bedrijf zijn gebruikt bij twee transporten vanaf een productieplaats.",
                        "PL1300-DEMO-0225")
                .weighed(
                        58,
                        "Vierentachtig voertuigen, drie verkopen van het pand.",
                        "Waarschuwing voor het ontbreken van de milieumelding.",
                        "Verband met het signaal over de productieplaats.")
                .decided(57, ZAAN, true, "Voldoet.")
                .decided(56, COPS, true, "Voldoet.");

        stage.knelpunt("Een brede aanpak op bedrijventerreinen")
                .is(
                        ObjectType.AREA,
                        "De bedrijventerreinen Opslagweg-Loodsstraat in Zaanmeer en Kromme Industrieweg in Kromhoorn, die bij"
                                + " het bezoek aan alle terreinen het meest kwetsbaar waren.")
                .within(
                        "De twee terreinen; verhuurders, huurders en bedrijven over wie een signaal is ontvangen.",
                        "De andere negen terreinen van de regio, winkels, woonwijken en bedrijven zonder signaal.",
                        new KnelpuntStory.Square(4.805, 52.438, 4.818, 52.447),
                        new KnelpuntStory.Square(5.0660, 52.6470, 5.0780, 52.6545))
                .shows(DRUGS, MONEY_LAUNDERING, REAL_ESTATE)
                .because(new Grounds(
                        "Huurders en verhuurders zijn op beide terreinen actief. Gemeenten zien het pand, de politie ziet de"
                                + " voertuigen; het verband is alleen samen te zien.",
                        "Twee van de elf terreinen, en alleen bedrijven over wie een signaal is ontvangen.",
                        "Verzegelen, sluiten en waarschuwen verplaatste de activiteiten naar een volgende unit.",
                        "Er is te weinig zicht op wie de units huurt en te weinig toezicht buiten kantooruren.",
                        "Een productieplaats tussen bedrijven met honderdtwintig werknemers; ontploffingsgevaar."))
                .bundles(cans, production, boxes, workshop)
                .involves(ZAANMEER, "Bouw- en milieutoezicht, overleg met de ondernemersvereniging")
                .involves(KROMHOORN, "Milieutoezicht, sluiting van panden")
                .involves(POLICE, "Opsporing, gegevens over voertuigen, toezicht in de nacht")
                .foresees(1, "Wie huurt en verhuurt, en welke bedrijven bij elkaar horen.")
                .foresees(2, "Of de huur wordt betaald met geld dat nergens is aangegeven.")
                .aims(
                        "Van elke unit is bekend wie haar gebruikt.",
                        "Units zonder bekende gebruiker",
                        31.0,
                        5,
                        "units",
                        "Telling door het bouwtoezicht, elk kwartaal")
                .expects("Naar terreinen buiten de regio; de buurgemeenten krijgen dezelfde folder voor verhuurders.")
                .proposed(24)
                .onAgenda(
                        15,
                        12,
                        "Stadhuis Zaanmeer, zaal 2",
                        ZAANMEER,
                        "Het gaat om de twee terreinen die bij de bezoeken het meest kwetsbaar waren.")
                .votes(11, DESIGNATE, KROMHOORN, FOR, "Na de productieplaats kunnen wij niet wachten.")
                .votes(8, DESIGNATE, ZAANMEER, FOR, "De bezoeken aan alle terreinen laten zien waar het nodig is.")
                .votes(4, DESIGNATE, Cast.HAARVEEN, AGAINST, "Graag eerst de winst van het keurmerk afwachten.");
    }

    /** The visits began as a scan of all parks: of places only, not of people. */
    private static void scan(Stage stage) {
        KnelpuntStory parks = stage.knelpunt("Thematische scan bedrijventerreinen")
                .scans(
                        "Bedrijventerreinen buiten de bebouwde kom",
                        "Units worden doorverhuurd zonder dat iemand weet wie erin zit; twee keer werd chemisch afval gevonden.")
                .is(ObjectType.AREA, "De elf bedrijventerreinen van Zaanmeer en Kromhoorn.")
                .within(
                        "De terreinen, hun panden en wat er aan vergunningen en toezicht is.",
                        "Bedrijven, eigenaren en huurders als personen; winkels en woonwijken.",
                        new KnelpuntStory.Square(4.790, 52.430, 4.830, 52.450),
                        new KnelpuntStory.Square(5.060, 52.640, 5.080, 52.660))
                .shows(DRUGS, REAL_ESTATE)
                .because(new Grounds(
                        "Geen deelnemer heeft een beeld van alle terreinen.",
                        "Alleen gegevens over panden en terreinen, niet over personen.",
                        "Losse controles lieten steeds één pand zien.",
                        "Niemand weet welke terreinen het meest kwetsbaar zijn.",
                        "Elf terreinen, twee vondsten van afval in een jaar."))
                .involves(ZAANMEER, "Bouw- en milieutoezicht")
                .involves(KROMHOORN, "Milieutoezicht")
                .involves(POLICE, "Toezicht in de nacht")
                .foresees(1, "Wat er aan panden, vergunningen en toezicht is.")
                .aims(
                        "Bekend is welke terreinen het meest kwetsbaar zijn.",
                        "Terreinen die zijn bezocht",
                        0.0,
                        11,
                        "terreinen",
                        "Verslag van elk bezoek door het bouwtoezicht")
                .expects("Een scan verplaatst niets; wat zij laat zien, komt in een voorstel.")
                .proposed(190)
                .votes(181, DESIGNATE, ZAANMEER, FOR, "Wij willen weten waar het nodig is.")
                .votes(181, DESIGNATE, KROMHOORN, FOR, "Graag, en alleen over panden.")
                .votes(180, DESIGNATE, POLICE, FOR, "Akkoord.")
                .votes(180, DESIGNATE, Cast.HAARVEEN, FOR, "Wij volgen graag de uitkomst.")
                .designated(179, ZAANMEER)
                .bringsIn(
                        160,
                        ZAAN,
                        "omgevingsrecht",
                        Who.thing(SUPERVISION, "terrein", "Opslagweg-Loodsstraat")
                                .with(SUPERVISION, "bezoek", "38 panden, 14 zonder bekende gebruiker")
                                .with(CADASTRAL, "eigendom", "Negen eigenaren"))
                .bringsIn(
                        152,
                        KROM,
                        "omgevingsrecht",
                        Who.thing(SUPERVISION, "terrein", "Kromme Industrieweg")
                                .with(SUPERVISION, "bezoek", "40 units, 11 zonder bekende gebruiker"));
        Bureau.compareParks(stage, parks::id);
    }

    private static Criteria why(String indications) {
        return new Criteria(
                indications,
                "De waarneming past bij productie of opslag van verdovende middelen, of bij het besteden van de opbrengst"
                        + " in panden en bedrijven.",
                "Het pand, de huurder en de voertuigen zijn bij verschillende diensten bekend.",
                "Milieutoezicht, openbare orde en opsporing zijn samen nodig.",
                "De bedrijventerreinen liggen in gemeenten van dit RIEC.");
    }

    /** For signals of the same parks that came after the proposal. */
    static Criteria whyOnAPark(String indications) {
        return why(indications);
    }

    static Who aPallet() {
        return Who.thing(SUPERVISION, "partij", "Pallet met 200 onverzegelde vaten");
    }
}
