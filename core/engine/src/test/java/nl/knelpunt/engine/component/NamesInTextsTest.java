package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.dossier.ActionPlan;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.dossier.NewDatum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.steering.Meeting;
import nl.knelpunt.engine.steering.Meetings;
import nl.knelpunt.engine.text.Confirmation;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.Reference;
import org.junit.jupiter.api.Test;

/** Texts of a knelpunt name persons only by reference, and lose them when the datum is destroyed. */
class NamesInTextsTest {

    private static final String NAME = "Joris Havik";

    private final House house = new House();
    private final UUID knelpunt = house.designated();
    private final Datum name = name(NAME);

    private Datum name(String content) {
        NewDatum datum = Copy.with(
                House.datum(
                        null,
                        new NewDatum.NewSubject(SubjectKind.PERSON, firstSubject(), "rijdt met hem mee"),
                        DataCategory.IDENTIFICATION,
                        content,
                        1),
                "field",
                "naam");
        UUID id = house.knelpunten.share(by(house.officer), knelpunt, datum).id();
        return house.store.transact(t -> t.data().find(id).orElseThrow());
    }

    private UUID firstSubject() {
        return house.store.transact(t -> t.data().subjectsOf(knelpunt).get(0).id());
    }

    private void goal(Call call, String text) {
        house.plans.write(call, knelpunt, new ActionPlan(text, true, "signalen"));
    }

    private InvalidException refused(String text) {
        return assertThrows(InvalidException.class, () -> goal(by(house.director), text));
    }

    /** A text as an account reads it now, in Dutch. */
    private String read(Account account, String text) {
        return house.gate.read(
                by(account),
                Act.SEE_KNELPUNT,
                knelpunt,
                (t, facts, judge) ->
                        Referred.reading(t, facts, judge).fill(text).in(Locale.forLanguageTag("nl")));
    }

    @Test
    void aNameOfTheDossierIsRefusedInATextWithTheReferenceToWriteInstead() {
        InvalidException refused = refused("Met joris  havik praten, of met JORIS HAVIK.");
        assertEquals("goal", refused.field());
        assertTrue(refused.reason().nl().contains(Reference.toDatum(name.id()).toString()));
        assertFalse(
                refused.getMessage().toLowerCase(Locale.ROOT).contains("havik"), "what was written is not repeated");
        goal(by(house.director), "Met " + Reference.toDatum(name.id()) + " praten.");
    }

    /** A meeting speaks of several dossiers, before readers who may not see all of them. */
    @Test
    void minutesNameNobodyAndAreReadAsTheReaderMayRead() {
        String reference = Reference.toDatum(name.id()).toString();
        UUID meeting = house.meeting();
        InvalidException unknown = assertThrows(
                InvalidException.class,
                () -> house.meetings.writeMinutes(by(house.director), meeting, "Over " + reference + "."));
        assertEquals("text", unknown.field(), "this knelpunt is not on the agenda");
        Meetings.NewItem item = new Meetings.NewItem(Meeting.ItemKind.PHASE, knelpunt, "fase 2", "over " + NAME);
        assertEquals(
                "explanation",
                assertThrows(
                                InvalidException.class,
                                () -> house.meetings.putOnAgenda(by(house.director), meeting, item))
                        .field());
        house.meetings.putOnAgenda(by(house.director), meeting, Copy.with(item, "explanation", "over " + reference));
        house.meetingBegins(meeting);
        house.meetings.hold(by(house.director), meeting);
        assertEquals(
                "text",
                assertThrows(
                                InvalidException.class,
                                () -> house.meetings.writeMinutes(by(house.director), meeting, NAME + " is gezien."))
                        .field());
        house.meetings.writeMinutes(by(house.director), meeting, reference + " is gezien.");
        assertEquals(NAME + " is gezien.", minutes(house.director, meeting));
        assertEquals("een betrokkene is gezien.", minutes(house.neighbouringMayor, meeting));
        house.data.destroy(by(house.officer), knelpunt, name.id());
        assertEquals("vernietigd gegeven is gezien.", minutes(house.director, meeting));
    }

    private String minutes(Account account, UUID meeting) {
        return house.meetings
                .see(by(account), meeting)
                .readable()
                .get("minutes.text")
                .in(Locale.forLanguageTag("nl"));
    }

    @Test
    void whoConfirmsThatItIsSomethingElseGoesOnAndIsNotAskedAgain() {
        name("Haven");
        refused("De Haven is leeg.");
        goal(by(house.director), "De haven is leeg.");
        Call call = by(house.director).confirming(List.of(new Confirmation("goal", Kind.NAME, "Haven")));
        goal(call, "De Haven is leeg.");
        goal(by(house.director), "De Haven is leeg.");
    }

    @Test
    void aReferenceIsToSomethingOfThisDossierThatItsWriterMaySee() {
        UUID elsewhere = house.designatedOn(house.draft());
        UUID other =
                house.store.transact(t -> t.data().ofDossier(elsewhere).get(0).id());
        String ofAnother = refused("Zie " + Reference.toDatum(other)).reason().nl();
        UUID nothing = UUID.fromString("01990000-0000-7000-8000-00000000000a");
        String ofNothing = refused("Zie " + Reference.toDatum(nothing)).reason().nl();
        assertEquals(ofAnother.replace(other.toString(), "-"), ofNothing.replace(nothing.toString(), "-"));
        refused("Zie " + Reference.toSubject(nothing));
        refused("Zie {datum:" + nothing.toString().substring(1) + "}");

        house.data.block(by(house.officer), knelpunt, name.id(), "lopend onderzoek");
        String blocked = refused("Zie " + Reference.toDatum(name.id())).reason().nl();
        assertEquals(
                ofNothing.replace(nothing.toString(), "-"),
                blocked.replace(name.id().toString(), "-"));
    }

    @Test
    void everyReaderReadsWhatItMaySeeAndAfterDestructionNobodyReadsIt() {
        String text = Reference.toSubject(name.subject()) + " kent " + Reference.toDatum(name.id()) + ".";
        goal(by(house.director), text);
        assertEquals(NAME + " kent " + NAME + ".", read(house.analyst, text));
        assertEquals("een betrokkene kent een betrokkene.", read(house.policeMember, text));

        house.data.block(by(house.officer), knelpunt, name.id(), "lopend onderzoek");
        assertEquals("een betrokkene kent een betrokkene.", read(house.analyst, text));
        assertEquals(NAME + " kent " + NAME + ".", read(house.officer, text));

        house.data.destroy(by(house.officer), knelpunt, name.id());
        assertEquals("vernietigd gegeven kent vernietigd gegeven.", read(house.analyst, text));
    }

    @Test
    void whatIsShownInATextIsInTheLogOfItsReading() {
        read(house.analyst, "Zie " + Reference.toDatum(name.id()));
        assertTrue(house.store.log().stream()
                .filter(r -> r.act().equals(Act.SEE_KNELPUNT.name()))
                .flatMap(r -> r.data().stream())
                .collect(Collectors.toSet())
                .contains(name.id()));
    }

    @Test
    void aReferenceToADatumOfASignalGoesOnToTheDatumThatCameOfIt() {
        Datum copy = house.store.transact(t -> t.data().ofDossier(knelpunt).get(0));
        Datum origin = house.store.transact(
                t -> t.data().find(copy.marks().reusedFrom()).orElseThrow());
        String text = "{subject:" + origin.subject() + "}: " + Reference.toDatum(origin.id());
        goal(by(house.director), text);
        assertEquals("een betrokkene: " + copy.content(), read(house.analyst, text));
    }
}
