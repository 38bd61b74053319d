package nl.knelpunt.demo;

import static nl.knelpunt.api.vocabulary.DataCategory.BSN;
import static nl.knelpunt.api.vocabulary.DataCategory.BUSINESS_RELATIONS;
import static nl.knelpunt.api.vocabulary.DataCategory.CADASTRAL;
import static nl.knelpunt.api.vocabulary.DataCategory.COMPANY;
import static nl.knelpunt.api.vocabulary.DataCategory.CONTACT;
import static nl.knelpunt.api.vocabulary.DataCategory.FINANCIAL;
import static nl.knelpunt.api.vocabulary.DataCategory.FISCAL;
import static nl.knelpunt.api.vocabulary.DataCategory.HOUSING;
import static nl.knelpunt.api.vocabulary.DataCategory.IDENTIFICATION;
import static nl.knelpunt.api.vocabulary.DataCategory.PERMITS;
import static nl.knelpunt.api.vocabulary.DataCategory.POLICE_8_13;
import static nl.knelpunt.api.vocabulary.DataCategory.POLICE_9_10;
import static nl.knelpunt.api.vocabulary.DataCategory.SUPERVISION;
import static nl.knelpunt.api.vocabulary.DataCategory.VEHICLE;
import static nl.knelpunt.api.vocabulary.Manifestation.DRUGS;
import static nl.knelpunt.api.vocabulary.Manifestation.MONEY_LAUNDERING;
import static nl.knelpunt.demo.Cast.CASE_DIRECTOR;
import static nl.knelpunt.demo.Cast.DUINRADE;
import static nl.knelpunt.demo.Cast.HAARVEEN;
import static nl.knelpunt.demo.Cast.KROMHOORN;
import static nl.knelpunt.demo.Cast.POLICE;
import static nl.knelpunt.demo.Cast.WIERINGERSLUIS;
import static nl.knelpunt.demo.Cast.ZAANMEER;
import static nl.knelpunt.engine.dossier.Motion.Choice.ABSTAIN;
import static nl.knelpunt.engine.dossier.Motion.Choice.AGAINST;
import static nl.knelpunt.engine.dossier.Motion.Choice.FOR;
import static nl.knelpunt.engine.dossier.Motion.Kind.DESIGNATE;
import static nl.knelpunt.engine.dossier.Motion.Kind.PROLONG;

import java.util.Map;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.vocabulary.ObjectType;
import nl.knelpunt.engine.analysis.Analysis;
import nl.knelpunt.engine.dossier.Evaluation;
import nl.knelpunt.engine.dossier.Grounds;
import nl.knelpunt.engine.plugin.InterventionType;
import nl.knelpunt.engine.signal.Criteria;

/**
 * Small sea ports. Where large ports are watched closely, transport of drugs moves to small ones. Designated sixteen months
 * ago for Wieringersluis and Duinrade, evaluated, prolonged, and in its second year now.
 */
final class SeaPort {

    private static final String PORT = WIERINGERSLUIS + ".college";
    private static final String MAYOR = WIERINGERSLUIS + ".burgemeester";
    private static final String COAST = DUINRADE + ".college";
    private static final String COPS = POLICE + ".worker";

    private static final Place QUAY = new Place("Oosterkade 12", "1779AA", "Wieringersluis", "GM9001", 5.0412, 52.9391);
    private static final Place TERMINAL =
            new Place("Containerterrein Noord", "1779AB", "Wieringersluis", "GM9001", 5.0455, 52.9410);
    private static final String ADDRESS = "Oosterkade 12, Wieringersluis";

    private static final Place SHOP = new Place("Havenplein 4", "1949DE", "Duinrade", "GM9005", 4.6051, 52.5333);

    private SeaPort() {}

    static void tell(Stage stage) {
        Who carrier = Who.company("Noordkim Visserij en Transport B.V.")
                .with(COMPANY, "KvK-nummer", "00099901")
                .with(CONTACT, "bezoekadres", "Oosterkade 12, Wieringersluis");
        Who skipper = Who.person("Dirk Havenstra")
                .with(BSN, "bsn", "999990019")
                .with(IDENTIFICATION, "geboortedatum", "3 mei 1979");
        Who cutter = Who.thing(VEHICLE, "vaartuig", "Kotter WS 99 Noordkim");
        Who container = Who.thing(SUPERVISION, "containernummer", "TEST 000001 0");
        Who planner = Who.person("Olaf Kademan").with(BSN, "bsn", "999990020").with(CONTACT, "telefoon", "06 00000001");
        Who shop = Who.company("Vishandel De Lege Mand").with(COMPANY, "KvK-nummer", "00099902");
        Who tenant = Who.person("Rolf Duinzoon").with(BSN, "bsn", "999990032");
        Who van = Who.thing(VEHICLE, "kenteken", "99-XX-01").with(VEHICLE, "merk en bouwjaar", "Bestelbus, 2019");

        SignalStory unloading = stage.signal("Lossen buiten de aangemelde tijden")
                .observed(546, "Toezichthouder haven")
                .at(QUAY)
                .shows(
                        DRUGS,
                        why(
                                "De lossing staat niet op de laadlijst en gebeurde drie keer, steeds tussen twee en vier uur"
                                        + " in de nacht. De kotter meldde bij terugkomst geen vangst."))
                .about(carrier, skipper, cutter)
                .arrives(545, WIERINGERSLUIS, "haven-lossen.json")
                .reported(543, PORT, "verordening")
                .asked(542, PORT, POLICE)
                .recognised(
                        539,
                        COPS,
                        551,
                        "Een surveillance-eenheid zag dezelfde kotter om drie uur in de nacht lossen in twee"
                                + " bestelbussen zonder opschrift.",
                        "PL1100-DEMO-0113")
                .weighed(
                        531,
                        "Drie waarnemingen in vier weken op dezelfde kade.",
                        "Een waarschuwing van de havenmeester had geen effect.",
                        "Havenmeester en politie zagen onafhankelijk van elkaar hetzelfde vaartuig.")
                .decided(530, PORT, true, "Aan de vijf criteria is voldaan; onze controles alleen zijn niet genoeg.")
                .decided(529, COPS, true, "Past bij wat wij langs de kust zien; samen optrekken is nodig.");

        SignalStory seizure = stage.signal("Cocaïne in een koelcontainer")
                .observed(541, "Politie, team haven")
                .at(TERMINAL)
                .shows(
                        DRUGS,
                        why("In een koelcontainer met visafval lag 180 kilogram cocaïne achter de wandpanelen. De"
                                + " verzegeling was vervangen."))
                .about(container, planner)
                .arrives(540, POLICE, "haven-koelcontainer.xml")
                .reported(538, COPS, "politiewet-3")
                .asked(537, COPS, WIERINGERSLUIS)
                .recognised(
                        535,
                        MAYOR,
                        560,
                        "Bij de behandeling van een aanvraag voor nachtverlichting gaf hetzelfde bedrijf het vak van deze"
                                + " container op als eigen opslag.",
                        "WS-2-00451")
                .weighed(
                        528,
                        "Eén vondst van 180 kilogram.",
                        "De partij is in beslag genomen; het terrein is daarna niet aangepast.",
                        "Politie en burgemeester kennen dezelfde opslagplek.")
                .decided(527, COPS, true, "Ernstig feit; de omstandigheden op het terrein maken herhaling eenvoudig.")
                .decided(527, MAYOR, true, "Wij kunnen met vergunning en inrichting helpen, maar niet alleen.");

        SignalStory fence = stage.signal("Hekwerk van het containerterrein vijf keer geopend")
                .observed(539, "Toezichthouder haven")
                .saw(
                        "07:15",
                        "Het hek aan de waterkant is op vijf plaatsen doorgeknipt en met binddraad gesloten. Op de"
                                + " camera's is te zien dat personen met donkere kleding en rugtassen drie keer naar"
                                + " dezelfde rij containers lopen. Er is geen diefstal gemeld.")
                .at(TERMINAL)
                .shows(
                        DRUGS,
                        why("Vijf openingen in zes weken, steeds bij de rij met koelcontainers, zonder aangifte."))
                .drafted(537, PORT)
                .reported(536, PORT, "verordening")
                .asked(536, PORT, POLICE, DUINRADE)
                .recognised(
                        533,
                        COPS,
                        548,
                        "Drie personen zonder toegangspas zijn op het terrein aangesproken en weggestuurd.",
                        "PL1100-DEMO-0119")
                .notRecognised(532, COAST)
                .weighed(
                        526,
                        "Vijf openingen in zes weken.",
                        "Het hek is steeds hersteld; bewaking loopt tot middernacht.",
                        "Waarneming van de politie van personen op hetzelfde terrein.")
                .decided(525, PORT, true, "Criteria a tot en met e zijn toegelicht en kloppen.")
                .decided(524, COPS, true, "Akkoord.");

        SignalStory cash = stage.signal("Winkel aan de haven zonder klanten met hoge contante omzet")
                .observed(533, "Toezichthouder economie")
                .saw(
                        "15:40",
                        "Bij drie controles was de winkel open zonder voorraad en zonder klanten. De opgegeven omzet voor"
                                + " de terrasvergunning is 640.000 euro per jaar, waarvan negen tiende contant.")
                .at(SHOP)
                .shows(
                        MONEY_LAUNDERING,
                        why("De opgegeven omzet past niet bij een winkel zonder voorraad; de huur is voor een jaar"
                                + " contant vooruit betaald."))
                .about(shop, tenant)
                .drafted(531, COAST)
                .reported(530, COAST, "gemeentewet")
                .asked(529, CASE_DIRECTOR, WIERINGERSLUIS)
                .recognised(
                        526,
                        PORT,
                        570,
                        "Dezelfde huurder vroeg hier een standplaats aan en kon de herkomst van het startgeld niet met"
                                + " stukken laten zien.",
                        "WS-2-00398")
                .weighed(
                        521,
                        "Eén winkel, drie controles.",
                        "Nog geen maatregel genomen.",
                        "Twee gemeenten kennen dezelfde huurder.")
                .decided(520, COAST, true, "Wij zien een verband met de haven en willen dat samen uitzoeken.")
                .decided(519, PORT, true, "Akkoord; dezelfde persoon komt in twee havens voor.");

        Grounds grounds = new Grounds(
                "Geen van de deelnemers kan kade, terrein, vaartuigen en bedrijven tegelijk overzien. Zonder gezamenlijk"
                        + " beeld blijft elke controle een momentopname.",
                "Het gaat om twee havens en om personen en bedrijven over wie een signaal is ontvangen. Andere gebruikers"
                        + " van de haven blijven buiten beeld.",
                "Waarschuwingen, herstel van hekwerk en losse controles zijn geprobeerd en hadden geen blijvend effect.",
                "Er is te weinig gezamenlijk inzicht, en toezicht in de nacht ontbreekt in beide havens.",
                "Partijen van meer dan honderd kilogram; lokale ondernemers worden benaderd om mee te werken.");
        KnelpuntStory port = stage.knelpunt("Veilige kleine zeehavens")
                .is(
                        ObjectType.AREA,
                        "De zeehavens van Wieringersluis en Duinrade met de kades, het containerterrein en de panden aan"
                                + " het water.")
                .within(
                        "Kades, containerterrein, ligplaatsen en bedrijfspanden aan de haven; de rederijen, vervoerders en"
                                + " huurders over wie een signaal is ontvangen.",
                        "De jachthavens, de woonwijken rond de haven, recreanten en alle ondernemers zonder signaal.",
                        new KnelpuntStory.Square(5.030, 52.932, 5.052, 52.945),
                        new KnelpuntStory.Square(4.6030, 52.5315, 4.6075, 52.5345))
                .shows(DRUGS, MONEY_LAUNDERING)
                .because(grounds)
                .bundles(unloading, seizure, fence, cash)
                .involves(WIERINGERSLUIS, "Toezicht op de haven, vergunningen, maatregelen van de burgemeester")
                .involves(DUINRADE, "Toezicht op de haven en de winkels aan het Havenplein")
                .involves(POLICE, "Toezicht op het water, opsporing, duiding van de vondsten")
                .foresees(1, "Wie de kades, loodsen en voertuigen gebruikt en voor wie.")
                .foresees(2, "Waar het geld vandaan komt en wat de politie al weet van het laden bij nacht.")
                .aims(
                        "De kades zijn bij nacht niet meer bruikbaar om ongezien te laden.",
                        "Waargenomen ladingen bij nacht",
                        12.0,
                        3,
                        "per maand",
                        "Meldingen van de havendienst, maandelijks geteld")
                .aims(
                        "Loodsen aan de haven hebben een bekende huurder.",
                        "Loodsen zonder bekende huurder",
                        null,
                        0,
                        "loodsen",
                        "Bezoek door de gemeente, elk halfjaar")
                .expects("Naar de haven van Zaanmeer; de havenmeester daar meldt wat opvalt.")
                .proposed(508)
                .votes(497, DESIGNATE, WIERINGERSLUIS, FOR, "De haven vraagt om een gezamenlijke aanpak.")
                .votes(496, DESIGNATE, POLICE, FOR, "De afbakening is scherp en de ernst is duidelijk.")
                .votes(495, DESIGNATE, DUINRADE, FOR, "Onze haven is kleiner maar heeft hetzelfde probleem.")
                .votes(494, DESIGNATE, ZAANMEER, FOR, "Goed onderbouwd.")
                .votes(494, DESIGNATE, KROMHOORN, ABSTAIN, "Wij hebben geen haven; wij volgen de andere leden.")
                .designated(487, WIERINGERSLUIS);

        port.shares(
                        480,
                        PORT,
                        "verordening",
                        carrier,
                        PERMITS,
                        "ligplaatsvergunning",
                        "Verleend, verloopt over drie jaar")
                .shares(
                        480,
                        PORT,
                        "verordening",
                        carrier,
                        SUPERVISION,
                        "controle haven",
                        "Twee overtredingen meldplicht")
                .shares(478, PORT, "gemeentewet", carrier, CADASTRAL, "eigenaar loods", "Kadepand Holding B.V.")
                .bringsIn(
                        476,
                        PORT,
                        "wet-brp",
                        Who.person("Tineke Havenstra")
                                .inCircleOf(skipper, "Mede-eigenaar van de kotter")
                                .with(HOUSING, "woonsituatie", "Koopwoning, drie bewoners ingeschreven"))
                .shares(470, COPS, "politiewet-3", skipper, CONTACT, "verblijfplaats", "Ligplaats 9, Oosterkade")
                .shares(
                        470,
                        COPS,
                        "politiewet-3",
                        planner,
                        BUSINESS_RELATIONS,
                        "zakelijke relatie",
                        "Plant ritten voor Noordkim")
                .bringsIn(469, COPS, "politiewet-3", van)
                .bringsIn(
                        468,
                        PORT,
                        "gemeentewet",
                        Who.company("Kadepand Holding B.V.")
                                .inCircleOf(carrier, "Verhuurt de loods aan de rederij")
                                .with(COMPANY, "KvK-nummer", "00099903")
                                .with(CONTACT, "vestigingsadres", ADDRESS))
                .shares(468, PORT, "verordening", carrier, CONTACT, "vestigingsadres", ADDRESS)
                .shares(
                        467,
                        COPS,
                        "politiewet-3",
                        planner,
                        BUSINESS_RELATIONS,
                        "werkt voor",
                        "Noordkim Visserij en Transport B.V.")
                .shares(467, COPS, "politiewet-3", skipper, CONTACT, "telefoon", "06 00000001")
                .shares(467, COPS, "politiewet-3", tenant, VEHICLE, "kenteken", "99-XX-01")
                .shares(466, COAST, "gemeentewet", shop, BUSINESS_RELATIONS, "huurder", "Rolf Duinzoon")
                .shares(466, COAST, "gemeentewet", tenant, CONTACT, "postadres", ADDRESS)
                .shares(466, PORT, "verordening", carrier, SUPERVISION, "locatie", "52.9391, 5.0412")
                .shares(466, PORT, "verordening", cutter, SUPERVISION, "locatie", "52.9378, 5.0388")
                .shares(466, PORT, "verordening", container, SUPERVISION, "locatie", "52.9414, 5.0462")
                .shares(466, PORT, "verordening", van, SUPERVISION, "locatie", "52.9402, 5.0436")
                .shares(466, COAST, "gemeentewet", shop, SUPERVISION, "locatie", "52.5331, 4.6047")
                .shares(465, COAST, "gemeentewet", shop, PERMITS, "terrasvergunning", "Aanvraag ingetrokken")
                .shares(465, COAST, "gemeentewet", tenant, HOUSING, "woonsituatie", "Ingeschreven op een briefadres")
                .shares(462, COAST, "gemeentewet", shop, FINANCIAL, "huur", "Twaalf maanden contant vooruit betaald")
                .doubted(461, PORT, "Ligplaats 9, Oosterkade", "Die ligplaats is sinds maart van een ander.")
                .corrected(459, COPS, skipper, "verblijfplaats", "Ligplaats 11, Oosterkade")
                .revealed(458, PORT, skipper, "In de BRP staan twee personen met deze naam en geboortedatum.");

        for (int daysAgo : new int[] {455, 402, 347, 291, 188, 96}) {
            port.shares(
                    daysAgo,
                    PORT,
                    "verordening",
                    cutter,
                    SUPERVISION,
                    "havenregister",
                    "Aangemeerd op " + stage.day(daysAgo) + " zonder laadlijst");
        }
        for (int daysAgo : new int[] {449, 268}) {
            port.shares(
                    daysAgo,
                    PORT,
                    "verordening",
                    carrier,
                    SUPERVISION,
                    "controle loods",
                    "Op " + stage.day(daysAgo) + " niemand aangetroffen, loods vol koelkisten");
        }
        for (int daysAgo : new int[] {440, 236, 121}) {
            port.shares(
                    daysAgo,
                    COAST,
                    "gemeentewet",
                    shop,
                    SUPERVISION,
                    "controle winkel",
                    "Op " + stage.day(daysAgo) + " open, zonder voorraad");
        }
        port.usesBarriers(446, "cocaine-via-zeehaven", "1")
                .analysed(
                        452,
                        447,
                        "Hoe komen zij aan kade, loods en vervoer, en waar zijn zij te raken?",
                        new Analysis.Sections(
                                "Partijen van meer dan honderd kilogram, en ondernemers die worden benaderd om mee te werken.",
                                "Twee havens, één kade en één rij containers. Drie lossingen en vijf openingen in het hek.",
                                "In de nacht is er geen toezicht, en wie een loods huurt is niet bekend.",
                                "Lossen gebeurt tussen twee en vier uur; daarna staat er vervoer klaar bij het terrein.",
                                "De verhuur van loodsen, het hek aan de waterkant en de vergunning voor de kade.",
                                "Zet in op zichtbaar toezicht in de nacht, op de verhuur en op weerbare ondernemers."));

        port.plan(
                445,
                "Binnen een jaar is lossen in de nacht zichtbaar, is het containerterrein dicht en weten ondernemers waar"
                        + " zij terechtkunnen.",
                "Vier signalen, tien gegevens van fase 1 en de analyse van het bureau.",
                Map.of(
                        InterventionType.Category.REPRESSION,
                        "Er loopt nog geen opsporingsonderzoek; dat volgt als fase 2 daar aanleiding toe geeft.",
                        InterventionType.Category.PERSPECTIVE,
                        "Er zijn geen jongeren in beeld die worden benaderd."));
        port.pledged(436, COPS, 400, 4, 96).pledged(435, PORT, 160, 2, 40);
        port.handsOver(
                434,
                "Platform Veilig Ondernemen",
                "Gemeente, politie en havenbedrijf maken de haven in de nacht veiliger.",
                "Nodig de havenbedrijven uit voor een avond over benadering en melden, en deel onze folder uit.");
        KnelpuntStory.Measure patrols = port.plans(
                440,
                COPS,
                "pol-zichtbaar-toezicht",
                "Nachtelijk toezicht op kade en water, drie keer per week op wisselende tijden.",
                stage.day(200),
                "vervoer");
        KnelpuntStory.Measure cameras = port.plans(
                439,
                MAYOR,
                "gem-cameratoezicht",
                "Tijdelijke camera's op de openbare kade.",
                stage.day(330),
                "uithalen");
        KnelpuntStory.Measure inspection = port.plans(
                438,
                PORT,
                "gem-integrale-controle",
                "Controle van de panden aan de haven, ieder binnen het eigen toezicht.",
                stage.day(300),
                "opslag");
        KnelpuntStory.Measure talks = port.plans(
                437,
                COPS,
                "pol-meldingsbereidheid",
                "Voorlichting voor havenbedrijven over benadering en melden.",
                stage.day(280),
                "informatie");

        // Too early: the participants have not decided on phase 2.
        stage.refused(
                420,
                () -> port.share(
                        COPS,
                        "politiewet-3",
                        skipper,
                        POLICE_8_13,
                        "politiegegeven",
                        "Drie keer aangesproken op de kade in de nacht"));
        port.opens(
                        2,
                        385,
                        POLICE,
                        "De analyse van fase 1 laat niet zien wie de lossingen regelt. Daarvoor zijn gegevens van de"
                                + " dagelijkse politietaak en de gemeentelijke belastingen nodig.")
                .shares(
                        380,
                        COPS,
                        "politiewet-3",
                        skipper,
                        POLICE_8_13,
                        "politiegegeven",
                        "Drie keer aangesproken op de kade in de nacht")
                .shares(
                        380,
                        COPS,
                        "politiewet-3",
                        planner,
                        POLICE_8_13,
                        "politiegegeven",
                        "Genoemd in een proces-verbaal over de koelcontainer")
                .shares(372, PORT, "gemeentewet", carrier, FISCAL, "WOZ-waarde loods", "310.000 euro")
                .shares(371, COAST, "gemeentewet", shop, FISCAL, "precariobelasting", "Twee aanslagen niet betaald")
                .blocked(350, COAST, "Twee aanslagen niet betaald", "Er loopt een bezwaar bij de gemeente.")
                .shares(346, COAST, "gemeentewet", shop, SUPERVISION, "hercontrole", "Nog steeds zonder voorraad");
        cameras.carriedOut(
                335,
                "Vier camera's geplaatst voor zes maanden.",
                "Lossen zonder aanmelding nam af van drie naar één keer per maand.");
        inspection.carriedOut(
                298,
                "Elf panden bezocht, in vier panden een overtreding vastgesteld.",
                "Eén huurder vertrok; twee eigenaren pasten hun contracten aan.");
        talks.carriedOut(
                275,
                "Drie avonden, 46 bedrijven.",
                "Het aantal meldingen bij het havenloket steeg van twee naar negen per kwartaal.");
        patrols.carriedOut(
                205,
                "Honderdtwintig diensten gedraaid.",
                "Zes personen zonder toegangspas aangesproken; geen nieuwe opening in het hek.");

        Grounds renewed = new Grounds(
                "De kade is rustiger, maar wie de lossingen regelt is nog niet in beeld. Dat vraagt gegevens van meer"
                        + " dan één deelnemer.",
                "De groep betrokkenen is kleiner dan bij de aanwijzing; over twee bedrijven wordt niets meer gedeeld.",
                "Gewoon toezicht houdt het resultaat vast, maar lost de rest niet op.",
                "Toezicht in de nacht staat nog niet in de gewone planning van de deelnemers.",
                "Eén vondst in het eerste jaar na de aanwijzing, tegen vier in het jaar ervoor.");
        port.evaluated(
                        150,
                        false,
                        "Het aantal lossingen zonder aanmelding is gedaald en het terrein is dicht. Het doel om te weten"
                                + " wie de lossingen regelt is niet gehaald.",
                        Evaluation.Recommendation.PROLONG,
                        renewed)
                .votes(140, PROLONG, WIERINGERSLUIS, FOR, "Het resultaat is er, maar nog niet vast.")
                .votes(139, PROLONG, DUINRADE, FOR, "Graag nog een jaar.")
                .votes(138, PROLONG, POLICE, FOR, "Het onderzoek naar de organisatie loopt.")
                .votes(138, PROLONG, HAARVEEN, AGAINST, "Gewoon toezicht moet dit nu kunnen dragen.")
                .prolonged(130, WIERINGERSLUIS)
                .advises(
                        75,
                        WIERINGERSLUIS,
                        "Advies over de vergunning van een loods aan de kade",
                        "De loods hoort bij een bedrijf dat in twee signalen voorkomt. Het advies is de vergunning opnieuw te toetsen.",
                        "00099901",
                        41,
                        "De vergunning is opnieuw getoetst; de huurder heeft een nieuwe aanvraag gedaan.");

        port.opens(
                        3,
                        96,
                        WIERINGERSLUIS,
                        "Voor het beeld van de organisatie zijn de gegevens van het lopende onderzoek nodig, alleen over"
                                + " de twee personen uit de signalen.")
                .shares(
                        90,
                        COPS,
                        "politiewet-3",
                        planner,
                        POLICE_9_10,
                        "onderzoeksgegeven",
                        "Huurde twee bestelbussen op naam van een ander")
                .shares(
                        88,
                        PORT,
                        "verordening",
                        carrier,
                        SUPERVISION,
                        "controle haven",
                        "Geen overtredingen in de laatste zes controles");
        KnelpuntStory.Measure closing = port.plans(
                84,
                MAYOR,
                "gem-sluiten-drugspand",
                "Sluiting van de loods waar de partij lag, na zienswijze van de eigenaar.",
                stage.day(20),
                "opslag");
        closing.carriedOut(
                31,
                "Besluit genomen; loods gesloten voor drie maanden.",
                "De loods is leeg en krijgt een andere huurder.");
        port.plans(
                80,
                PORT,
                "gem-bibob-omgevingsvergunning",
                "Toets van nieuwe aanvragen voor panden aan de kade.",
                stage.day(1).plusDays(60),
                "opbrengst");
        port.plans(
                78,
                COPS,
                "pol-wijkagent-gesprek",
                "Gesprekken met jongeren die zijn gevraagd om op het terrein te komen, met hulp naar werk.",
                stage.day(12));
    }

    private static Criteria why(String indications) {
        return new Criteria(
                indications,
                "De waarneming past bij de in- en doorvoer van verdovende middelen via kleine havens of bij het besteden"
                        + " van de opbrengst.",
                "Gemeente en politie zien elk een deel: vergunning en terrein, of vaartuig en persoon.",
                "Toezicht op de haven, de openbare orde en de opsporing liggen bij verschillende deelnemers.",
                "De haven ligt in een gemeente van dit RIEC.");
    }
}
