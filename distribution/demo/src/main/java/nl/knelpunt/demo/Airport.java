package nl.knelpunt.demo;

import static nl.knelpunt.api.vocabulary.DataCategory.BSN;
import static nl.knelpunt.api.vocabulary.DataCategory.BUSINESS_RELATIONS;
import static nl.knelpunt.api.vocabulary.DataCategory.CADASTRAL;
import static nl.knelpunt.api.vocabulary.DataCategory.COMPANY;
import static nl.knelpunt.api.vocabulary.DataCategory.CONTACT;
import static nl.knelpunt.api.vocabulary.DataCategory.FINANCIAL;
import static nl.knelpunt.api.vocabulary.DataCategory.HOUSING;
import static nl.knelpunt.api.vocabulary.DataCategory.IDENTIFICATION;
import static nl.knelpunt.api.vocabulary.DataCategory.PERMITS;
import static nl.knelpunt.api.vocabulary.DataCategory.SUPERVISION;
import static nl.knelpunt.api.vocabulary.DataCategory.VEHICLE;
import static nl.knelpunt.api.vocabulary.Manifestation.MONEY_LAUNDERING;
import static nl.knelpunt.api.vocabulary.Manifestation.SERIOUS_ORGANISED;
import static nl.knelpunt.demo.Cast.CASE_DIRECTOR;
import static nl.knelpunt.demo.Cast.DUINRADE;
import static nl.knelpunt.demo.Cast.HAARVEEN;
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
 * A safe airport. Permits, parking, freight and passengers are watched by different bodies, and what falls between them is
 * used. Designated four months ago; data of phase 1 are shared and the plan is being carried out.
 */
final class Airport {

    private static final String TOWN = HAARVEEN + ".college";
    private static final String MAYOR = HAARVEEN + ".burgemeester";
    private static final String COPS = POLICE + ".worker";

    private static final Place CAR_PARK =
            new Place("Vrachtlaan 7, P7", "1437AB", "Haarveen", "GM9002", 4.7801, 52.3012);
    private static final Place UNITS = new Place("Hangarweg 18", "1437AC", "Haarveen", "GM9002", 4.7850, 52.2995);
    private static final Place HALL = new Place("Vertrekhal 1", "1437AA", "Haarveen", "GM9002", 4.7822, 52.3030);

    private Airport() {}

    static void tell(Stage stage) {
        Who courier = Who.company("Vlugvracht Koeriers B.V.")
                .with(COMPANY, "KvK-nummer", "00099911")
                .with(CONTACT, "bezoekadres", "Vrachtlaan 5, Haarveen");
        Who van = Who.thing(VEHICLE, "kenteken", "99-XX-11");
        Who lessor = Who.company("Hangar Units Beheer B.V.").with(COMPANY, "KvK-nummer", "00099912");
        Who director = Who.person("Evert Vrachtman")
                .with(BSN, "bsn", "999990044")
                .with(IDENTIFICATION, "geboortedatum", "17 oktober 1984");
        Who traveller = Who.person("Jelle Landingh").with(BSN, "bsn", "999990056");
        Who rental = Who.company("Startbaan Autoverhuur").with(COMPANY, "KvK-nummer", "00099913");

        SignalStory transfer = stage.signal("Overladen van vracht buiten de weegbrug om")
                .observed(196, "Toezichthouder parkeren")
                .at(CAR_PARK)
                .shows(
                        SERIOUS_ORGANISED,
                        why("Vier keer in twee maanden gingen dozen in de nacht van bus naar bus zonder weging; de"
                                + " kentekens wisselden per keer."))
                .about(courier, van)
                .arrives(195, HAARVEEN, "luchthaven-overladen.json")
                .reported(193, TOWN, "verordening")
                .asked(192, TOWN, POLICE)
                .recognised(
                        188,
                        COPS,
                        201,
                        "Bij een verkeerscontrole op de Vrachtlaan reed een bus van hetzelfde bedrijf met een vrachtbrief"
                                + " zonder geadresseerde.",
                        "PL1200-DEMO-0407")
                .weighed(
                        181,
                        "Vier waarnemingen, drie voertuigen.",
                        "Parkeerverbod op P7 ingesteld; het overladen ging verder op P9.",
                        "Waarneming van gemeente en politie over hetzelfde bedrijf.")
                .decided(179, TOWN, true, "Met een parkeerverbod alleen lossen wij dit niet op.")
                .decided(178, COPS, true, "Voldoet aan de criteria.");

        SignalStory cash = stage.signal("Contant geld in handbagage, vier keer in één maand")
                .observed(190, "Politie, team luchthaven")
                .at(HALL)
                .shows(
                        MONEY_LAUNDERING,
                        why("Vier bedragen van samen 186.000 euro in beslag genomen. De verklaringen over de herkomst"
                                + " noemen alle vier hetzelfde verhuurbedrijf van units."))
                .about(traveller)
                .arrives(189, POLICE, "luchthaven-geld.xml")
                .reported(187, COPS, "politiewet-3")
                .asked(186, COPS, HAARVEEN)
                .recognised(
                        183,
                        MAYOR,
                        205,
                        "Het verhuurbedrijf dat wordt genoemd leverde voor zijn exploitatievergunning geen huurderslijst"
                                + " in.",
                        "HV-OOV-0088")
                .weighed(
                        176,
                        "Vier inbeslagnemingen.",
                        "Het geld is in beslag genomen.",
                        "Het verhuurbedrijf komt voor bij politie en gemeente.")
                .decided(175, COPS, true, "Akkoord.")
                .decided(174, MAYOR, true, "Dit raakt onze vergunningen; samen verder.");

        SignalStory units = stage.signal("Bedrijfsunits met wisselende huurders")
                .observed(185, "Inspecteur bouw- en woningtoezicht")
                .saw(
                        "10:30",
                        "In acht van twaalf units aan de Hangarweg staat geen bedrijf ingeschreven. In unit 6 zijn een"
                                + " verborgen ruimte en een eigen stroomaansluiting aangelegd.")
                .at(UNITS)
                .shows(
                        MONEY_LAUNDERING,
                        why("Acht units zonder ingeschreven huurder, huur contant betaald, een verborgen ruimte zonder"
                                + " vergunning."))
                .about(lessor, director)
                .drafted(183, TOWN)
                .reported(182, TOWN, "omgevingsrecht")
                .asked(181, CASE_DIRECTOR, POLICE, ZAANMEER)
                .recognised(
                        177,
                        COPS,
                        210,
                        "Twee gestolen voertuigen zijn teruggevonden in een unit van dezelfde verhuurder.",
                        "PL1200-DEMO-0399")
                .recognised(
                        176,
                        ZAANMEER + ".college",
                        240,
                        "Dezelfde verhuurder heeft hier een gebouw met units; ook daar ontbreekt een huurderslijst.",
                        "ZM-2210")
                .weighed(
                        170,
                        "Twaalf units, acht zonder ingeschreven huurder.",
                        "Een last onder dwangsom liep af zonder herstel.",
                        "Drie deelnemers kennen dezelfde verhuurder.")
                .decided(169, TOWN, true, "Voldoet.")
                .decided(168, COPS, true, "Voldoet.")
                .decided(168, ZAANMEER + ".college", false, "Voor ons gaat het om één gebouw; dat kunnen wij zelf.");

        KnelpuntStory airport = stage.knelpunt("Een veilige luchthaven")
                .is(
                        ObjectType.AREA,
                        "Het luchtvaartterrein van Haarveen met de parkeerterreinen, het vrachtgebouw en de bedrijfsunits"
                                + " eromheen.")
                .within(
                        "Luchtvaartterrein, Vrachtlaan en Hangarweg; vervoerders, verhuurders en hun bestuurders over wie"
                                + " een signaal is ontvangen.",
                        "Reizigers zonder signaal, personeel van de luchthaven, het dorp en de kassen ten zuiden van de"
                                + " N-weg.",
                        new KnelpuntStory.Square(4.772, 52.294, 4.794, 52.307))
                .shows(MONEY_LAUNDERING, SERIOUS_ORGANISED)
                .because(new Grounds(
                        "Vergunningen, parkeren en vracht vallen onder verschillende diensten. Alleen samen is te zien"
                                + " hoe units, bussen en geld bij elkaar horen.",
                        "Het gaat om een klein gebied en om vier bedrijven met hun bestuurders.",
                        "Een parkeerverbod en een last onder dwangsom hadden geen blijvend effect.",
                        "Het toezicht is versnipperd; niemand heeft het hele beeld.",
                        "Een verborgen ruimte, vier inbeslagnemingen en drie keer wisselende voertuigen."))
                .bundles(transfer, cash, units)
                .involves(HAARVEEN, "Vergunningen, toezicht, maatregelen van de burgemeester")
                .involves(POLICE, "Opsporing en toezicht op het luchtvaartterrein")
                .foresees(1, "Wie de units, bussen en vergunningen heeft.")
                .foresees(2, "Of omzet en aangiften bij elkaar passen.")
                .aims(
                        "Op het luchtvaartterrein rijdt en verhuurt niemand zonder vergunning.",
                        "Vervoerders zonder vergunning bij een controle",
                        9.0,
                        1,
                        "per controle",
                        "Gezamenlijke controle, elk kwartaal")
                .expects("Naar het busstation van het dorp; de handhaving neemt dat mee in haar ronde.")
                .proposed(145)
                .votes(134, DESIGNATE, HAARVEEN, FOR, "Wij vragen hier al langer om.")
                .votes(133, DESIGNATE, POLICE, FOR, "Duidelijk afgebakend.")
                .votes(132, DESIGNATE, ZAANMEER, AGAINST, "Eerst zelf de vergunningen op orde brengen.")
                .votes(132, DESIGNATE, DUINRADE, FOR, "Goede onderbouwing van de noodzaak.")
                .votes(131, DESIGNATE, KROMHOORN, FOR, "Akkoord.")
                .designated(122, HAARVEEN);

        airport.shares(
                        117,
                        TOWN,
                        "verordening",
                        courier,
                        SUPERVISION,
                        "controle parkeren",
                        "Negen overtredingen in zes maanden")
                .shares(
                        117,
                        TOWN,
                        "omgevingsrecht",
                        lessor,
                        PERMITS,
                        "omgevingsvergunning",
                        "Aanvraag onvolledig, buiten behandeling")
                .shares(116, TOWN, "gemeentewet", lessor, CADASTRAL, "eigenaar Hangarweg 18", "Grondbezit Zuid B.V.")
                .shares(
                        114,
                        MAYOR,
                        "openbare-orde",
                        lessor,
                        PERMITS,
                        "exploitatievergunning",
                        "Verleend onder voorwaarde van een huurderslijst")
                .shares(
                        112,
                        COPS,
                        "politiewet-3",
                        director,
                        BUSINESS_RELATIONS,
                        "zakelijke relatie",
                        "Bestuurder van drie bedrijven op één adres")
                .shares(
                        112,
                        COPS,
                        "politiewet-3",
                        courier,
                        VEHICLE,
                        "voertuigen",
                        "Elf bestelbussen, zeven korter dan een maand op naam")
                .bringsIn(
                        110,
                        COPS,
                        "politiewet-3",
                        rental.inCircleOf(courier, "Verhuurt de bussen waarmee wordt overgeladen"))
                .shares(
                        108,
                        TOWN,
                        "wet-brp",
                        director,
                        HOUSING,
                        "woonsituatie",
                        "Ingeschreven op het adres van een unit")
                .bringsIn(
                        106,
                        TOWN,
                        "gemeentewet",
                        Who.person("Guus Vrachtman")
                                .inCircleOf(director, "Gevolmachtigde van Hangar Units Beheer")
                                .with(CONTACT, "telefoon", "06 00000012"))
                .shares(104, TOWN, "gemeentewet", lessor, FINANCIAL, "huurstroom", "Acht units contant betaald");

        // Zaanmeer is not involved in this knelpunt and may not look into it.
        stage.refused(100, () -> stage.use.knelpunten().data(stage.by(ZAANMEER + ".college"), airport.id(), null, 50));

        airport.plan(
                93,
                "Over een jaar heeft elke unit een bekende huurder, gaat vracht langs de weegbrug en is toezicht"
                        + " afgestemd.",
                "Drie signalen en de gegevens van fase 1.");
        KnelpuntStory.Measure inspection = airport.plans(
                90,
                TOWN,
                "gem-integrale-controle",
                "Twee controledagen in de units aan de Hangarweg, ieder binnen het eigen toezicht.",
                stage.day(40));
        KnelpuntStory.Measure patrol = airport.plans(
                90,
                COPS,
                "pol-zichtbaar-toezicht",
                "Toezicht op P7 en P9 in de nacht.",
                stage.day(1).plusDays(45));
        airport.plans(
                89,
                TOWN,
                "gem-last-onder-dwangsom",
                "Last om de verborgen ruimte te verwijderen en een huurderslijst bij te houden.",
                stage.day(1).plusDays(20));
        airport.plans(
                88,
                MAYOR,
                "gem-exploitatievergunning",
                "Voorwaarde van een actuele huurderslijst opnemen en handhaven.",
                stage.day(8));
        airport.plans(
                88,
                COPS,
                "pol-inbeslagneming",
                "Voertuigen waarmee is overgeladen.",
                stage.day(1).plusDays(90));
        inspection.carriedOut(
                45,
                "Twaalf units gecontroleerd; vijf huurders alsnog ingeschreven, in twee units een overtreding.",
                "De verhuurder houdt nu een lijst bij.");
        patrol.carriedOut(14, "Twintig nachten toezicht.", "Geen overladen meer gezien op P7; op P9 nog één keer.");
    }

    private static Criteria why(String indications) {
        return new Criteria(
                indications,
                "De waarneming past bij het verplaatsen van goederen of geld buiten het zicht van toezicht.",
                "Wie vergunt, wie toezicht houdt en wie opspoort ziet elk een ander deel.",
                "Gemeente en politie hebben elk eigen bevoegdheden op het luchtvaartterrein.",
                "Het luchtvaartterrein ligt in Haarveen.");
    }
}
