package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A knelpunt from its first signal to its end, lived by seven people, each in a browser of their own. Nothing is done but on screens; the
 * API is asked only how it stands, and to move the demo's clock.
 */
final class ConsoleStory implements AutoCloseable {

    private static final String POLICE = "politie-noord-holland";
    private static final String HARBOUR = "wieringersluis";
    private static final String SIGNAL = "Nachtelijke lossing aan kade 6";
    private static final String KNELPUNT = "Lossen bij nacht";
    private static final String SUBJECT = "Sjoerd Kademan";
    private static final List<String> MEMBERS = List.of(POLICE, "duinrade", "zaanmeer", HARBOUR);

    private final Platform platform;
    private final Hands hands;
    private final String language;
    private final int width;
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private String signal;
    private String knelpunt;

    ConsoleStory(Platform platform, Hands hands, String language, int width) {
        this.platform = platform;
        this.hands = hands;
        this.language = language;
        this.width = width;
    }

    private Seat seat(String account) {
        return seats.computeIfAbsent(account, a -> new Seat(platform, a, hands, language, width));
    }

    private Seat worker() {
        return seat(HARBOUR + ".college");
    }

    private Seat cop() {
        return seat(POLICE + ".worker");
    }

    private Seat director() {
        return seat("bureau.casusregisseur");
    }

    private Seat member(String participant) {
        return seat(participant + ".stuurgroep");
    }

    private LocalDate ago(int days) {
        return LocalDate.now().minusDays(days);
    }

    /** Whoever takes part in the story. */
    int people() {
        return seats.size();
    }

    private JsonNode now() {
        return platform.as("bureau.casusregisseur")
                .get("/v1/knelpunten/" + knelpunt)
                .is(200)
                .body();
    }

    private void becomes(Seat seat, String state) {
        seat.browser()
                .until(
                        "the knelpunt is " + state,
                        () -> now().path("state").asText().equals(state));
    }

    private void signalBecomes(Seat seat, String state) {
        seat.browser()
                .until(
                        "the signal is " + state,
                        () -> platform.as(HARBOUR + ".college")
                                .get("/v1/signals/" + signal)
                                .is(200)
                                .text("state")
                                .equals(state));
    }

    void aSignalIsReportedByForm() {
        Seat me = worker().looksRight();
        me.menu("signals").looksRight();
        me.press("signals", "newSignal").settle().looksRight();
        me.press("newsignal", "begin").settle();
        me.type("vraag-wat", "Om drie uur in de nacht laadden twee bestelbussen dozen uit een kotter.")
                .date("vraag-datum", ago(5))
                .type("vraag-plaats", "Kade 6")
                .looksRight();
        me.press("newsignal", "save").titled(me.says("signal", "complete"));
        signal = lastSegment(me);
        me.type("veld-title", SIGNAL)
                .choose("veld-organ", "COLLEGE")
                .choose("veld-task", "verordening")
                .choose("veld-observation-place-municipality", "GM9001")
                .type("veld-observation-observedBy", "Toezichthouder haven")
                .choose("veld-manifestation", "DRUGS")
                .type(
                        "veld-criteria-indications",
                        "De lossing staat niet op de laadlijst en is de derde in vier weken.")
                .type(
                        "veld-criteria-manifestation",
                        "Dit past bij invoer van verdovende middelen door een kleine haven.")
                .type("veld-criteria-necessity", "De gemeente ziet de kade, de politie het vaartuig.")
                .type("veld-criteria-jointApproach", "Toezicht en opsporing liggen bij verschillende deelnemers.")
                .type("veld-criteria-region", "De haven ligt in een gemeente van dit RIEC.")
                .choose("veld-grading-source", "B")
                .choose("veld-grading-information", "2")
                .check("veld-qualityTested")
                .check("veld-lawfullyHeld");
        me.press("signal", "addDatum")
                .choose("datum-subject", "PERSON")
                .choose("datum-category", "IDENTIFICATION")
                .type("datum-field", "naam")
                .type("datum-content", SUBJECT)
                .press("signal", "add")
                .done()
                .reads(SUBJECT)
                .reads(me.says("signal", "guardReady"))
                .looksRight();
        me.press("signal", "report").titled(SIGNAL).looksRight();
        signalBecomes(me, "REPORTED");
    }

    void anotherParticipantRecognisesIt() {
        Seat director = director().looksRight();
        director.menu("signals").pressWords(SIGNAL).titled(SIGNAL);
        director.press("signal", "ask").choose("vraag-aan", POLICE).looksRight();
        director.press("signal", "askIt").done();
        signalBecomes(director, "ASKED");

        Seat cop = cop();
        cop.menu("signals").pressWords(SIGNAL).titled(SIGNAL);
        cop.press("signal", "recognise")
                .check("herkend-0")
                .type("eigen-wat", "Een surveillance-eenheid zag dezelfde kotter lossen.")
                .date("eigen-date", ago(3))
                .type("eigen-place", "Kade 6")
                .choose("eigen-task", "politiewet-3")
                .type("eigen-reference", "PL1100-2026-1")
                .looksRight();
        cop.press("signal", "sendAnswer").done();
        signalBecomes(cop, "RECOGNISED");
    }

    void theBureauPreparesTheWeighingAndTheParticipantsDecide() {
        Seat director = director().open("/signalen/" + signal);
        director.press("signal", "prepare")
                .type("weging-purpose", "Past bij artikel 2.17 Wgs.")
                .type("weging-type", "Feitelijke waarneming.")
                .type("weging-extent", "Eén lossing, de derde in vier weken.")
                .type("weging-weight", "Ernstig; nog geen maatregelen.")
                .type("weging-connection", "Twee deelnemers zagen hetzelfde vaartuig.")
                .looksRight();
        director.press("signal", "prepareIt").done();
        signalBecomes(director, "WEIGHED");
        for (Seat each : List.of(cop(), worker())) {
            each.open("/signalen/" + signal)
                    .press("signal", "decide")
                    .check("voldaan-0")
                    .type("waarom-besluit", "Aan alle vijf is voldaan.")
                    .press("signal", "decideIt")
                    .done();
        }
        signalBecomes(worker(), "TAKEN_UP");
        worker().looksRight();
    }

    void theCaseDirectorWritesAProposal() {
        Seat me = director().open("/signalen/" + signal);
        me.press("signal", "propose").type("voorstel-titel", KNELPUNT).looksRight();
        me.press("newproposal", "make").titled(me.says("draftproposal", "title"));
        knelpunt = me.browser().driver().getCurrentUrl().replaceAll(".*/knelpunten/([0-9a-f-]{36})/.*", "$1");
        me.type("veld-description", "Aan kade 6 wordt bij nacht gelost buiten het zicht van het toezicht.")
                .type("veld-scope-in", "Kade 6 en wie daar lost")
                .type("veld-scope-out", "De jachthaven en bewoners")
                .type("veld-scope-area", "52.9310 5.0310\n52.9310 5.0360\n52.9330 5.0360\n52.9330 5.0310")
                .type("veld-displacement", "Naar de jachthaven; de gemeente kijkt daar mee.")
                .type("veld-grounds-necessity", "Samen zien wij pas het geheel.")
                .type("veld-grounds-proportionality", "Eén kade en wie daar lost.")
                .type("veld-grounds-subsidiarity", "Waarschuwen had geen effect.")
                .type("veld-grounds-deficit", "Er is geen toezicht in de nacht.")
                .type("veld-grounds-seriousness", "Drie lossingen in vier weken.");
        involve(me, HARBOUR, "verordening", "Toezicht op de kade");
        involve(me, POLICE, "politiewet-3", "Opsporing op het water");
        me.check("fase-1")
                .type("fase-1-reden", "Wie er bij betrokken zijn.")
                .check("fase-2")
                .type("fase-2-reden", "Wat de politie over hen weet.");
        me.press("draftproposal", "addGoal")
                .type("doel-tekst", "Er wordt niet meer bij nacht gelost.")
                .type("meting-0-name", "lossingen bij nacht")
                .type("meting-0-baseline", "3")
                .type("meting-0-target", "0")
                .type("meting-0-unit", "per maand")
                .type("meting-0-method", "De havenmeester telt.")
                .looksRight();
        me.press("draftproposal", "keep").done();
        me.reads(me.says("draftproposal", "guardReady")).looksRight();
        me.press("draftproposal", "submit").titled(KNELPUNT).looksRight();
        becomes(me, "SUBMITTED");
    }

    private static void involve(Seat me, String participant, String task, String contribution) {
        me.press("draftproposal", "addParticipant").choose("wie-doet-mee", participant);
        if (!Boolean.TRUE.equals(me.browser()
                .driver()
                .executeScript("return document.getElementById('taak-' + arguments[0]).checked", task))) {
            me.check("taak-" + task);
        }
        me.type("bijdrage", contribution).press("draftproposal", "keep").done();
    }

    void theSteeringGroupDesignates() {
        decide("DESIGNATE", "De afbakening is scherp.");
        becomes(member(HARBOUR), "DESIGNATED");
    }

    /** Four of six participants vote; the last of them concludes. */
    private void decide(String motion, String reason) {
        for (String participant : MEMBERS) {
            Seat me = member(participant);
            me.menu("steering").pressWords(KNELPUNT).titled(KNELPUNT);
            me.check("stem-0").type("stem-reden", reason);
            if (participant.equals(MEMBERS.get(0))) {
                me.looksRight();
            }
            me.press("proposal", "cast");
            me.browser()
                    .until(
                            "the vote of " + participant + " stands",
                            () -> votes(motion).contains(participant));
            me.settle();
        }
        Seat chair = member(HARBOUR);
        chair.press("proposal", "conclude").looksRight();
        chair.press("proposal", "conclude").done();
        chair.looksRight();
    }

    private List<String> votes(String motion) {
        for (JsonNode m : now().path("motions")) {
            if (m.path("kind").asText().equals(motion) && !m.has("adopted")) {
                return m.path("votes").findValuesAsText("participant");
            }
        }
        return List.of();
    }

    void aPhaseOpensAndDataAreShared() {
        Seat member = member(POLICE).open("/knelpunten/" + knelpunt).looksRight();
        member.press("knelpunt", "openPhase", "n", 2)
                .type("noodzaak", "Zonder politiegegevens is niet te zien wie lost.")
                .looksRight();
        member.press("knelpunt", "open").done();
        Seat cop = cop().open("/knelpunten/" + knelpunt);
        cop.press("knelpunt", "share")
                .chooseWords("subject", SUBJECT)
                .choose("category", "POLICE_8_13")
                .type("field", "politiegegeven")
                .type("content", "Aangesproken op de kade")
                .choose("task", "politiewet-3")
                .type("basis", "Artikel 2.22 Wgs")
                .choose("wpg", "ARTICLE_8")
                .type("agreement", "Officier van justitie, dit jaar")
                .check("lawfullyHeld")
                .looksRight();
        cop.press("knelpunt", "supply").done();
        cop.reads("Aangesproken op de kade").looksRight();
        worker().open("/knelpunten/" + knelpunt)
                .reads("Aangesproken op de kade")
                .looksRight();
    }

    void aPlanIsWrittenAndAnInterventionCarriedOut() {
        Seat director = director().open("/knelpunten/" + knelpunt);
        director.press("planning", "writePlan")
                .type("plan-doel", "Rust op de kade")
                .type("plan-basis", "Eén signaal en twee gegevens")
                .check("plan-getoetst")
                .looksRight();
        director.press("planning", "save").done();
        director.press("planning", "propose")
                .choose("int-wie", POLICE)
                .choose("int-soort", "pol-zichtbaar-toezicht")
                .type("int-wat", "Toezicht op wisselende tijden")
                .looksRight();
        director.press("planning", "proposeIt").done();
        director.looksRight();

        Seat cop = cop().open("/knelpunten/" + knelpunt);
        String name = language.equals("nl") ? "Zichtbaar toezicht in een gebied" : "Visible patrols in an area";
        cop.pressWords(name).titled(name).looksRight();
        cop.press("intervention", "agree").press("intervention", "agree").done();
        cop.press("intervention", "isMet").press("intervention", "isMet").done();
        cop.press("intervention", "start").press("intervention", "start").done();
        cop.press("intervention", "carryOut")
                .type("uitgevoerd-wat", "Tien diensten gedraaid.")
                .type("uitgevoerd-effect", "Geen lossing meer gezien.")
                .looksRight();
        cop.press("intervention", "reportIt").done();
        cop.reads("Tien diensten gedraaid.").looksRight();
    }

    /** Ten months pass: the term of a year is at its end. */
    void theYearPasses() {
        timeGoesOn(Map.of("forward", "P10M"));
    }

    private void timeGoesOn(Map<String, String> how) {
        Instant before = Instant.parse(clock());
        platform.as("bureau.admin").post("/v1/demo/clock", how).is(200);
        Duration passed = Duration.between(before, Instant.parse(clock()));
        seats.values().forEach(s -> s.later(passed));
    }

    private String clock() {
        return platform.as("bureau.admin").get("/v1/demo/clock").is(200).text("now");
    }

    void itIsEvaluated(String recommendation) {
        Seat me = director().open("/knelpunten/" + knelpunt).looksRight();
        me.press("closing", "evaluate").titled(me.says("evaluate", "title"));
        boolean closes = recommendation.equals("CLOSE");
        me.check(closes ? "ev-doel-0-0" : "ev-doel-0-1")
                .type("ev-meting-0-0", closes ? "0" : "1")
                .type("ev-uitleg-0", "Geteld door de havenmeester.")
                .type("ev-findings", "De kade is rustiger.")
                .type("ev-dataQuality", "Tellingen van elke nacht.")
                .check(closes ? "ev-advies-1" : "ev-advies-0")
                .looksRight();
        me.press("evaluate", "record")
                .titled(KNELPUNT)
                .reads("De kade is rustiger.")
                .looksRight();
    }

    void theSteeringGroupProlongs() {
        putOnTheAgenda("PROLONGATION");
        decide("PROLONG", "Het is er nog, al is het minder.");
        assertEquals(2, now().path("terms").size());
        member(HARBOUR).open("/knelpunten/" + knelpunt).looksRight();
    }

    void theSteeringGroupCloses() {
        Seat me = director().open("/knelpunten/" + knelpunt);
        me.press("closing", "inform")
                .type("inf-hoe", "Door de gemeente, per brief.")
                .looksRight();
        me.press("closing", "record").done();
        me.press("closing", "closingReport")
                .type("afsluit-samenvatting", "Er wordt niet meer gelost.")
                .press("closing", "addLesson")
                .check("les-0-werkte-0")
                .type("les-0-tekst", "Toezicht op wisselende tijden verraste.")
                .looksRight();
        me.press("closing", "save").done();
        putOnTheAgenda("CLOSURE");
        decide("CLOSE", "Het doel is bereikt.");
        becomes(me, "CLOSED");
        member(HARBOUR).open("/knelpunten/" + knelpunt).looksRight();
    }

    private void putOnTheAgenda(String kind) {
        Seat me = director();
        me.menu("steering").looksRight();
        me.press("steering", "plan")
                .type("verg-plaats", "Stadhuis Wieringersluis")
                .looksRight();
        me.press("steering", "plan").done();
        me.press("meeting", "putOn")
                .choose("punt-soort", kind)
                .choose("punt-over", knelpunt)
                .looksRight();
        me.press("meeting", "putOn").done();
        me.reads(KNELPUNT).looksRight();
        String begins = platform.as("bureau.casusregisseur")
                .get("/v1/meetings/" + lastSegment(me))
                .is(200)
                .text("starts");
        timeGoesOn(Map.of("to", begins));
    }

    private static String lastSegment(Seat seat) {
        return seat.browser().driver().getCurrentUrl().replaceAll(".*/", "");
    }

    @Override
    public void close() {
        seats.values().forEach(Seat::close);
    }
}
