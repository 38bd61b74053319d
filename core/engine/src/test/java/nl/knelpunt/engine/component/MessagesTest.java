package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.call;
import static nl.knelpunt.engine.component.House.draft;
import static nl.knelpunt.engine.component.House.message;
import static nl.knelpunt.engine.component.House.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Datum;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.KeyUsedException;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.signal.Messages;
import nl.knelpunt.engine.signal.ShownSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message in a participant's own format becomes drafts in that participant's own area. */
class MessagesTest {

    private final House house = new House();

    @Test
    void becomesADraftWithWhatTheAdapterCouldRead() throws Exception {
        Messages.Delivered delivered = house.deliver(house.officer, "m-1 99-XX-99\nm-2 88-YY-88");
        assertEquals(2, delivered.signals().size());
        assertEquals(0, delivered.repeated());

        ShownSignal shown =
                house.signals.see(by(house.officer), delivered.signals().get(0).id());
        assertEquals(SignalState.DRAFT, shown.signal().state());
        assertEquals(House.POLICE.id(), shown.signal().reporter());
        assertEquals("Nachtelijk laden", shown.signal().content().observation().what());
        Datum datum = shown.data().get(0).datum();
        assertEquals("99-XX-99", datum.content());
        assertEquals(House.POLICE.id(), datum.supplier());
        assertEquals(house.now, datum.firstProcessed());
        assertEquals(World.TODAY.plusYears(5), datum.destroyBy());
    }

    @Test
    void nobodyButTheReportersWorkersKnowsOfADraft() throws Exception {
        UUID draft =
                house.deliver(house.officer, "m-1 99-XX-99").signals().get(0).id();
        for (var other : List.of(house.mayorsWorker, house.director)) {
            assertEquals(List.of("G41"), refused(() -> house.signals.see(by(other), draft)));
            assertEquals(List.of(), house.signals.list(by(other), null, 100).items());
        }
        assertEquals(1, house.signals.list(by(house.officer), null, 100).items().size());
    }

    @Test
    void theSameMessageAgainIsStillOneSignal() throws Exception {
        List<Done> first = house.deliver(house.officer, "m-1 99-XX-99").signals();
        List<Object> before = house.store.content();
        Messages.Delivered again = house.deliver(house.officer, "m-1 99-XX-99");
        assertEquals(first, again.signals());
        assertEquals(1, again.repeated());
        assertEquals(before, house.store.content());
    }

    @Test
    void anotherMessageUnderTheSameNumberIsRefusedInsteadOfLost() throws Exception {
        house.deliver(house.officer, "m-1 99-XX-99");
        List<Object> before = house.store.content();
        for (String other : List.of("m-1 88-YY-88", "m-2 77-ZZ-77\nm-2 66-ZZ-66")) {
            assertEquals(
                    "messageId",
                    assertThrows(InvalidException.class, () -> house.deliver(house.officer, other))
                            .field());
            assertEquals(before, house.store.content());
        }
        assertEquals(
                1, house.deliver(house.officer, "m-2 55-ZZ-55\nm-1 99-XX-99").repeated(), "a file that grew");
    }

    @Test
    void oneIdempotencyKeyIsForOneMessage() throws Exception {
        Call keyed = new Call(by(house.officer).caller(), UUID.randomUUID(), "loopback", "key-1", null);
        List<Done> first = house.messages
                .deliver(keyed, House.POLICE.id(), message("- 99-XX-99"))
                .signals();
        Messages.Delivered again = house.messages.deliver(keyed, House.POLICE.id(), message("- 99-XX-99"));
        assertEquals(first, again.signals());
        assertEquals(1, again.repeated());
        List<Object> before = house.store.content();
        assertThrows(
                KeyUsedException.class, () -> house.messages.deliver(keyed, House.POLICE.id(), message("- 88-YY-88")));
        assertEquals(before, house.store.content());
    }

    @Test
    void aMessageWithoutAnIdIsKnownByItsBytes() throws Exception {
        Messages.Delivered first = house.deliver(house.officer, "- 99-XX-99\n- 99-XX-99");
        assertEquals(0, first.repeated(), "two signals that look alike");
        assertEquals(2, house.deliver(house.officer, "- 99-XX-99\n- 99-XX-99").repeated());
        assertEquals(0, house.deliver(house.officer, "- 99-XX-99\n- 99-XX-98").repeated());
    }

    @Test
    void twiceTheSameSignalInOneMessageIsOneSignal() throws Exception {
        Messages.Delivered delivered = house.deliver(house.officer, "m-1 99-XX-99\nm-1 99-XX-99");
        assertEquals(delivered.signals().get(0), delivered.signals().get(1));
        assertEquals(1, delivered.repeated());
        assertEquals(1, house.signals.list(by(house.officer), null, 100).items().size());
    }

    @Test
    void aRepeatAfterTheDraftIsGoneDoesNotBringItBack() throws Exception {
        UUID draft =
                house.deliver(house.officer, "m-1 99-XX-99").signals().get(0).id();
        house.signals.discard(by(house.officer), draft);
        Messages.Delivered again = house.deliver(house.officer, "m-1 99-XX-99");
        assertEquals(List.of(new Done(draft, Done.DESTROYED, 0)), again.signals());
        assertEquals(1, again.repeated());
        assertEquals(List.of(), house.store.dataOf(draft));
    }

    @Test
    void theSameIdOfAnotherParticipantIsAnotherSignal() throws Exception {
        house.router.bind(House.plugin(
                House.MUNICIPALITY, 2, List.of(), house.policePlugin.adapters().get(0)));
        UUID ofPolice =
                house.deliver(house.officer, "m-1 99-XX-99").signals().get(0).id();
        UUID ofMunicipality = house.deliver(house.mayorsWorker, "m-1 99-XX-99")
                .signals()
                .get(0)
                .id();
        assertNotEquals(ofPolice, ofMunicipality);
    }

    // Broken messages

    @Test
    void aMessageThatBreaksHalfwayLeavesNothing() {
        List<Object> before = house.store.content();
        MessageException broken = assertThrows(
                MessageException.class, () -> house.deliver(house.officer, "m-1 99-XX-99\nm-2 one two many"));
        assertEquals("line 2", broken.where());
        assertEquals(before, house.store.content());
    }

    @Test
    void anAdapterThatFailsSaysNothingOfTheMessage() {
        withAdapter((message, drafts) -> {
            drafts.accept(draft("m-1", "99-XX-99"));
            throw new IllegalStateException("Kademan, 999990019");
        });
        List<Object> before = house.store.content();
        MessageException failed = assertThrows(MessageException.class, () -> house.deliver(house.officer, "Kademan"));
        assertFalse(failed.toString().contains("Kademan"));
        assertFalse(String.valueOf(failed.getCause()).contains("Kademan"));
        assertEquals(before, house.store.content());
    }

    @Test
    void anAdapterThatLacksAClassBreaksItsMessageOnly() {
        withAdapter((message, drafts) -> {
            throw new NoClassDefFoundError("nl/elders/Klasse");
        });
        assertThrows(MessageException.class, () -> house.deliver(house.officer, "x"));
    }

    @Test
    void whatTheSenderBreaksOffIsNotStored() {
        withAdapter((message, drafts) -> {
            drafts.accept(draft("m-1", "99-XX-99"));
            try {
                message.readAllBytes();
            } catch (IOException e) {
                // As if nothing were wrong.
                drafts.accept(draft("m-2", "99-XX-99"));
            }
        });
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        List<Object> before = house.store.content();
        IOException reset = assertThrows(
                IOException.class,
                () -> house.messages.deliver(
                        by(house.officer), House.POLICE.id(), new Messages.Message(broken, "text/lines", null, null)));
        assertEquals("connection reset", reset.getMessage());
        assertEquals(before, house.store.content());
    }

    @Test
    void aMessageWithoutASignalIsNoMessage() {
        assertThrows(MessageException.class, () -> house.deliver(house.officer, ""));
    }

    @Test
    void oneMessageHoldsNoMoreThanTheMostDrafts() {
        int[] accepted = {0};
        withAdapter((message, drafts) -> {
            for (int i = 0; i <= Messages.MOST_DRAFTS; i++) {
                drafts.accept(draft("m-" + i, "99-XX-99"));
                accepted[0]++;
            }
        });
        List<Object> before = house.store.content();
        MessageException tooMany = assertThrows(MessageException.class, () -> house.deliver(house.officer, "x"));
        assertEquals("signal " + (Messages.MOST_DRAFTS + 1), tooMany.where());
        assertEquals(Messages.MOST_DRAFTS, accepted[0]);
        assertEquals(before, house.store.content());
    }

    @Test
    void aMessageThatIsTooLongIsReadNoFurther() {
        withAdapter((message, drafts) -> drafts.accept(draft("m-1", "99-XX-99")));
        Endless endless = new Endless();
        List<Object> before = house.store.content();
        MessageException tooLong = assertThrows(
                MessageException.class,
                () -> house.messages.deliver(
                        by(house.officer), House.POLICE.id(), new Messages.Message(endless, "text/lines", null, null)));
        assertEquals("message", tooLong.where());
        assertTrue(endless.given >= Messages.MOST_BYTES && endless.given < Messages.MOST_BYTES + (1 << 20));
        assertFalse(endless.closed, "the body is the caller's");
        assertEquals(before, house.store.content());
    }

    private static final class Endless extends InputStream {

        private long given;
        private boolean closed;

        @Override
        public int read() {
            given++;
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            given += length;
            return length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aValueThatIsTooLongIsRefusedByItsPlace() {
        withAdapter((message, drafts) -> {
            drafts.accept(draft("m-1", "99-XX-99"));
            drafts.accept(draft("m-2", "x".repeat(4_001)));
        });
        MessageException tooLong = assertThrows(MessageException.class, () -> house.deliver(house.officer, "x"));
        assertEquals("signal 2, kenteken", tooLong.where());
    }

    @Test
    void theAdapterMayLeavePartOfTheMessageUnread() throws Exception {
        withAdapter((message, drafts) -> {
            message.read();
            drafts.accept(draft(null, "99-XX-99"));
        });
        house.deliver(house.officer, "a long message");
        assertEquals(1, house.deliver(house.officer, "a long message").repeated());
        assertEquals(0, house.deliver(house.officer, "a long massage").repeated(), "differs after the first byte only");
    }

    // Who, and by which module

    @Test
    void theParticipantsOwnSystemDelivers() throws Exception {
        Messages.Delivered delivered = house.messages.deliver(
                call(new Caller.Connection(House.POLICE.id())), House.POLICE.id(), message("m-1 99-XX-99"));
        assertEquals(1, delivered.signals().size());
        LogRecord record = house.store.log().get(0);
        assertEquals("connection:" + House.POLICE.id(), record.actor());
    }

    @Test
    void whoMayNotDeliverIsRefusedBeforeAnythingIsRead() {
        Set<String> read = new java.util.HashSet<>();
        withAdapter((message, drafts) -> read.add("read"));
        for (Executable attempt : List.<Executable>of(
                () -> house.messages.deliver(by(house.mayorsWorker), House.POLICE.id(), message("x")),
                () -> house.messages.deliver(by(house.director), House.POLICE.id(), message("x")),
                () -> house.messages.deliver(by(house.officer), "nowhere", message("x")),
                () -> house.messages.deliver(call(new Caller.Connection("nowhere")), House.POLICE.id(), message("x")),
                () -> house.messages.deliver(call(new Caller.Platform()), House.POLICE.id(), message("x")),
                () -> house.messages.deliver(call(new Caller.Unknown()), House.POLICE.id(), message("x")))) {
            assertEquals(List.of("G41"), refused(attempt::run));
        }
        assertEquals(
                List.of("G01"),
                refused(() -> house.messages.deliver(
                        call(new Caller.Connection(World.PARTY.id())), World.PARTY.id(), message("x"))));
        assertEquals(Set.of(), read);
    }

    @FunctionalInterface
    private interface Executable {

        void run() throws Exception;
    }

    @Test
    void withoutAModuleTheMessageIsRefused() {
        house.router.unbind(house.policePlugin);
        assertEquals(List.of("G51"), refused(() -> house.deliver(house.officer, "m-1 99-XX-99")));
    }

    @Test
    void aModuleThatGoesWhileItReadsLeavesNothing() {
        withAdapter((message, drafts) -> {
            drafts.accept(draft("m-1", "99-XX-99"));
            house.router.unbind(house.policePlugin);
            house.router.unbind(swapped);
        });
        List<Object> before = house.store.content();
        assertEquals(List.of("G51"), refused(() -> house.deliver(house.officer, "x")));
        assertEquals(before, house.store.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void whatNoModuleReadsIsSaidWithWhatItDoesRead(String mediaType) {
        InvalidException unknown = assertThrows(
                InvalidException.class,
                () -> house.messages.deliver(
                        by(house.officer),
                        House.POLICE.id(),
                        new Messages.Message(message("x").body(), mediaType, null, null)));
        assertEquals("format", unknown.field());
        assertTrue(unknown.reason().nl().contains(House.FORMAT));
    }

    @Test
    void theAdapterIsChosenByMediaTypeEndingOrName() throws Exception {
        int id = 0;
        for (Messages.Message message : List.of(
                new Messages.Message(message("m-1 a").body(), "text/lines", null, null),
                new Messages.Message(message("m-2 a").body(), null, "lines", null),
                new Messages.Message(message("m-3 a").body(), "application/octet-stream", null, "lines"))) {
            id += house.messages
                    .deliver(by(house.officer), House.POLICE.id(), message)
                    .signals()
                    .size();
        }
        assertEquals(3, id);
    }

    @Test
    void whereMoreThanOneFormatFitsTheSenderChooses() throws Exception {
        Plugin.Adapter other = new Plugin.Adapter(
                "other",
                List.of("text/lines"),
                List.of(),
                house.policePlugin.adapters().get(0).reader());
        house.router.bind(House.plugin(
                House.POLICE, 2, List.of(), house.policePlugin.adapters().get(0), other));
        InvalidException ambiguous =
                assertThrows(InvalidException.class, () -> house.deliver(house.officer, "m-1 99-XX-99"));
        assertEquals("format", ambiguous.field());
        assertEquals(
                1,
                house.messages
                        .deliver(
                                by(house.officer),
                                House.POLICE.id(),
                                new Messages.Message(message("m-1 a").body(), "text/lines", null, "other"))
                        .signals()
                        .size());
    }

    @Test
    void theLeaseIsBackWhateverHappened() throws Exception {
        List<SignalAdapter> ends = new ArrayList<>();
        ends.add((message, drafts) -> drafts.accept(draft("m-1", "99-XX-99")));
        ends.add((message, drafts) -> {
            throw new MessageException("line 1", new Text("Kapot.", "Broken."));
        });
        ends.add((message, drafts) -> {
            throw new IllegalStateException();
        });
        for (SignalAdapter end : ends) {
            withAdapter(end);
            try {
                house.deliver(house.officer, "x");
            } catch (MessageException e) {
                assertFalse(e.where().isBlank());
            }
            assertTrue(house.router.drain(swapped, Duration.ZERO));
        }
    }

    // The log

    @Test
    void everyDataSubjectHasItsRecord() throws Exception {
        Messages.Delivered delivered = house.deliver(house.officer, "m-1 99-XX-99\nm-2 88-YY-88");
        List<LogRecord> log = house.store.log();
        Set<UUID> pseudonyms = delivered.signals().stream()
                .flatMap(d -> house.store.subjectsOf(d.id()).stream())
                .map(s -> s.pseudonym())
                .collect(Collectors.toSet());
        assertEquals(2, pseudonyms.size());
        assertEquals(pseudonyms, log.stream().map(LogRecord::subject).collect(Collectors.toSet()));
        assertEquals(2, log.size());
        for (LogRecord record : log) {
            assertEquals("DELIVER_MESSAGE", record.act());
            assertEquals(LogRecord.Result.PERMITTED, record.result());
            assertEquals(1, record.data().size());
        }
    }

    @Test
    void aRepeatTouchesNobodysData() throws Exception {
        house.deliver(house.officer, "m-1 99-XX-99");
        int before = house.store.log().size();
        house.deliver(house.officer, "m-1 99-XX-99");
        List<LogRecord> added =
                house.store.log().subList(before, house.store.log().size());
        assertEquals(1, added.size());
        assertEquals(null, added.get(0).subject());
        assertEquals(List.of(), added.get(0).data());
    }

    @Test
    void aWorkerCompletesAndReportsWhatTheAdapterRead() throws Exception {
        UUID draft =
                house.deliver(house.officer, "m-1 99-XX-99").signals().get(0).id();
        RefusedException bare =
                assertThrows(RefusedException.class, () -> house.signals.report(by(house.officer), draft));
        assertTrue(bare.findings().size() > 5);
        house.signals.complete(by(house.officer), draft, read -> World.content(Organ.POLITIE));
        assertEquals("REPORTED", house.signals.report(by(house.officer), draft).state());
        Datum datum = house.store.dataOf(draft).get(0);
        assertEquals(Organ.POLITIE, datum.organ());
        assertEquals("Wgs 2.23(1)", datum.source().basis());
        assertTrue(datum.source().lawfullyHeld());
        assertEquals(World.agreed(nl.knelpunt.api.vocabulary.WpgClass.ARTICLE_8), datum.police());
    }

    private Plugin swapped;
    private long generation = 10;

    private void withAdapter(SignalAdapter reader) {
        swapped = House.plugin(House.POLICE, generation++, List.of(), House.adapter(reader));
        house.router.bind(swapped);
    }
}
