package nl.knelpunt.engine.component;

import static nl.knelpunt.engine.component.House.by;
import static nl.knelpunt.engine.component.House.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Observation;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.adapter.Value;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.plugin.ModuleException;
import nl.knelpunt.engine.plugin.Plugin;
import nl.knelpunt.engine.plugin.Router;
import nl.knelpunt.engine.port.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the adapter of one participant does: its sender hears of it, nothing is kept, and the others go on. */
@Timeout(60)
class HostileAdaptersTest {

    private static final String POLICE = House.POLICE.kind();
    private static final Text BROKEN = new Text("Kapot.", "Broken.");

    private final House patient = new House();
    private final House impatient = new House(Duration.ofMillis(200));
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final ExecutorService senders = Executors.newCachedThreadPool();

    @AfterEach
    void letGo() {
        testIsOver.countDown();
        senders.shutdownNow();
    }

    private void hang() {
        while (testIsOver.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private static Plugin police(House house, long generation, SignalAdapter reader) {
        Plugin plugin = House.plugin(House.POLICE, generation, List.of(), House.adapter(reader));
        house.router.unbind(house.policePlugin);
        house.router.bind(plugin);
        return plugin;
    }

    private static List<LogRecord.Result> results(House house) {
        return house.store.log().stream().map(LogRecord::result).toList();
    }

    // A call that does not end

    @Test
    void aCallThatDoesNotEndIsCutOffWithItsModule() {
        Plugin plugin = police(impatient, 10, (message, drafts) -> {
            drafts.accept(draft("m-1", "99-XX-99"));
            hang();
        });
        List<Object> before = impatient.store.content();

        ModuleException told =
                assertThrows(ModuleException.class, () -> impatient.deliver(impatient.officer, "Kademan"));

        assertTrue(told.reason().nl().contains("uitgezet"));
        assertEquals(before, impatient.store.content());
        assertEquals(List.of(LogRecord.Result.FAILED), results(impatient));
        assertFalse(impatient.router.activeKinds().contains(POLICE));
        assertTrue(impatient.router.cutOff(plugin).orElseThrow().en().contains("not ready"));
        ModuleException waits =
                assertThrows(ModuleException.class, () -> impatient.deliver(impatient.officer, "m-2 99-XX-99"));
        assertTrue(waits.reason().nl().contains("quarantaine"), "what comes next waits at its sender");
        assertEquals(before, impatient.store.content());
    }

    @Test
    void itsLeaseIsBackSoThatItCanBeTakenAway() throws Exception {
        Plugin plugin = police(impatient, 10, (message, drafts) -> hang());
        assertThrows(ModuleException.class, () -> impatient.deliver(impatient.officer, "x"));
        assertTrue(impatient.router.drain(plugin, Duration.ZERO));
    }

    @Test
    void healthSaysThatItStillRunsUntilItEnds() {
        police(impatient, 10, (message, drafts) -> hang());
        assertEquals(Optional.empty(), impatient.adapterCalls.concern());

        assertThrows(ModuleException.class, () -> impatient.deliver(impatient.officer, "x"));
        assertTrue(impatient.adapterCalls.concern().orElseThrow().en().endsWith("restarted."));
        assertEquals(Optional.empty(), impatient.adapterCalls.problem(), "the platform itself is well");

        testIsOver.countDown();
        while (impatient.adapterCalls.concern().isPresent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anotherJarOfItsKindServesAgain() throws Exception {
        police(impatient, 10, (message, drafts) -> hang());
        assertThrows(ModuleException.class, () -> impatient.deliver(impatient.officer, "x"));

        police(impatient, 11, (message, drafts) -> drafts.accept(draft("m-1", "99-XX-99")));
        assertEquals(1, impatient.deliver(impatient.officer, "x").signals().size());
    }

    @Test
    void aSenderThatBreaksOffFreesNoModuleThatHangs() {
        Plugin plugin = police(impatient, 10, (message, drafts) -> hang());
        assertThrows(
                IOException.class,
                () -> impatient.messages.deliver(
                        by(impatient.officer),
                        House.POLICE.id(),
                        new nl.knelpunt.engine.signal.Messages.Message(
                                new java.io.InputStream() {
                                    @Override
                                    public int read() throws IOException {
                                        throw new IOException("connection reset");
                                    }
                                },
                                "text/lines",
                                null,
                                null)));
        assertTrue(impatient.router.cutOff(plugin).isPresent());
    }

    @Test
    void theOthersGoOnWhileItHangs() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        police(patient, 10, (message, drafts) -> {
            inside.countDown();
            hang();
            throw new MessageException("line 1", BROKEN);
        });
        patient.router.bind(House.plugin(
                House.MUNICIPALITY,
                2,
                List.of(),
                patient.policePlugin.adapters().get(0)));
        Future<?> hanging = senders.submit(() -> patient.deliver(patient.officer, "x"));
        inside.await();

        assertEquals(
                1,
                patient.deliver(patient.mayorsWorker, "m-1 99-XX-99").signals().size());
        assertFalse(hanging.isDone());

        testIsOver.countDown();
        assertThrows(ExecutionException.class, hanging::get);
    }

    @Test
    void itsOwnKindIsToldToComeBackWhenItsPlacesAreTaken() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        police(patient, 10, (message, drafts) -> {
            inside.countDown();
            hang();
            throw new MessageException("line 1", BROKEN);
        });
        for (int i = 0; i < 2; i++) {
            senders.submit(() -> patient.deliver(patient.officer, "x"));
        }
        inside.await();

        ModuleException busy = assertThrows(ModuleException.class, () -> patient.deliver(patient.officer, "x"));
        assertTrue(busy.reason().nl().contains("te druk"));
        assertTrue(patient.router.activeKinds().contains(POLICE));
    }

    // Memory

    @Test
    void aModuleThatFillsTheMemoryIsCutOff() {
        long half = Runtime.getRuntime().maxMemory() / 2;
        byte[][] kept = {null};
        Plugin plugin = police(patient, 10, (message, drafts) -> {
            for (long took = 0; took <= half; took += 32 << 20) {
                kept[0] = new byte[32 << 20];
            }
            assertNull(new long[Integer.MAX_VALUE]);
        });
        assertThrows(MessageException.class, () -> patient.deliver(patient.officer, "x"));
        assertTrue(patient.router.cutOff(plugin).orElseThrow().en().contains("filled the memory"));
        assertEquals(List.of(LogRecord.Result.FAILED), results(patient));
    }

    @Test
    void whoRunsOutBecauseOfAnotherIsNotCutOff() {
        Plugin plugin = police(patient, 10, (message, drafts) -> {
            throw new OutOfMemoryError();
        });
        assertThrows(MessageException.class, () -> patient.deliver(patient.officer, "x"));
        assertEquals(Optional.empty(), patient.router.cutOff(plugin));
        assertTrue(patient.router.activeKinds().contains(POLICE));
    }

    // What it hands over

    static List<SignalDraft> hostile() {
        Observation plain = new Observation("x", LocalDate.of(2026, 5, 4), null, null, null);
        return List.of(
                new SignalDraft("m", new Observation("x", LocalDate.MAX, null, null, null), List.of()),
                new SignalDraft("m", new Observation("x", LocalDate.MIN, null, null, null), List.of()),
                new SignalDraft("m", at(Double.NaN, 52.4), List.of()),
                new SignalDraft("m", at(4.6, Double.POSITIVE_INFINITY), List.of()),
                new SignalDraft("m", at(180.1, 52.4), List.of()),
                new SignalDraft("m", plain, List.of(value("Kenteken", "x"))),
                new SignalDraft("m", plain, List.of(value("kenteken\nINFO All is well", "x"))),
                new SignalDraft("m", plain, List.of(value("x".repeat(65), "x"))),
                new SignalDraft("m", plain, List.of(value("kenteken", "x".repeat(4_001)))));
    }

    private static Observation at(double longitude, double latitude) {
        return new Observation("x", null, null, new Place(null, null, null, null, longitude, latitude), null);
    }

    private static Subject value(String field, String content) {
        return new Subject(SubjectKind.PERSON, List.of(new Value(DataCategory.VEHICLE, field, content)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aDraftThatCanNotBeOneIsRefusedWithItsMessage(SignalDraft draft) {
        police(patient, 10, (message, drafts) -> {
            drafts.accept(draft("good", "99-XX-99"));
            drafts.accept(draft);
        });
        List<Object> before = patient.store.content();
        assertThrows(MessageException.class, () -> patient.deliver(patient.officer, "x"));
        assertEquals(before, patient.store.content());
        assertEquals(List.of(LogRecord.Result.FAILED), results(patient));
    }

    static List<MessageException> unfitForTheLog() {
        return List.of(
                new MessageException("line 1\nERROR The store is gone", BROKEN),
                new MessageException("x".repeat(100_000), BROKEN),
                new MessageException("line 1", new Text("Kapot.\u2028Alles", "Broken.")),
                new MessageException("line 1", new Text("Kapot.", "x".repeat(100_000))));
    }

    @ParameterizedTest
    @MethodSource("unfitForTheLog")
    void anErrorThatCanNotBeShownIsNot(MessageException said) {
        police(patient, 10, (message, drafts) -> {
            throw said;
        });
        MessageException told = assertThrows(MessageException.class, () -> patient.deliver(patient.officer, "x"));
        assertEquals("message", told.where());
        assertTrue(told.reason().nl().startsWith("De module kon dit bericht niet lezen"));
    }

    @Test
    void whatTheAdapterThrewDoesNotLeaveItsBooth() {
        class Heavy extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
        MessageException said = new MessageException("line 1", BROKEN);
        said.initCause(new Heavy());
        police(patient, 10, (message, drafts) -> {
            throw said;
        });
        MessageException told = assertThrows(MessageException.class, () -> patient.deliver(patient.officer, "x"));
        assertEquals("line 1", told.where());
        assertSame(BROKEN, told.reason());
        assertNull(told.getCause());
    }

    // The log

    @Test
    void aMessageThatCanNotBeReadIsAnActThatFailed() {
        assertThrows(MessageException.class, () -> patient.deliver(patient.officer, "one two many"));
        List<LogRecord> log = patient.store.log();
        assertEquals(1, log.size());
        LogRecord record = log.get(0);
        assertEquals("DELIVER_MESSAGE", record.act());
        assertEquals(LogRecord.Result.FAILED, record.result());
        assertEquals(patient.officer.id().toString(), record.actor());
        assertEquals(House.POLICE.id(), record.participant());
        assertEquals(List.of(), record.data());
        assertNull(record.subject());
    }

    @Test
    void whenTheFailureCanNotBeLoggedTheSenderStillHearsWhatWasWrong() {
        patient.store.fillTheLog();
        assertThrows(MessageException.class, () -> patient.deliver(patient.officer, "one two many"));
    }

    // What the bureau may set

    @Test
    void aLimitThatIsNoneIsSaidAndNoAdapterIsCalledMeanwhile() throws Exception {
        patient.adapterCalls.change(settings("soon", "8"));
        assertTrue(patient.adapterCalls.problem().orElseThrow().nl().contains(AdapterCalls.PID));
        assertThrows(UnavailableException.class, () -> patient.deliver(patient.officer, "m-1 99-XX-99"));

        for (String[] wrong : new String[][] {{"0", "8"}, {"3601", "8"}, {"60", "0"}, {"60", "101"}, {"60", ""}}) {
            patient.adapterCalls.change(settings(wrong[0], wrong[1]));
            assertTrue(patient.adapterCalls.problem().isPresent(), () -> String.join(" ", wrong));
        }

        patient.adapterCalls.change(settings(" 3600", "100 "));
        assertEquals(Optional.empty(), patient.adapterCalls.problem());
        assertEquals(
                1, patient.deliver(patient.officer, "m-1 99-XX-99").signals().size());
    }

    private static AdapterCalls.Settings settings(String seconds, String atOnce) {
        return new AdapterCalls.Settings() {
            @Override
            public String seconds() {
                return seconds;
            }

            @Override
            public String atOnce() {
                return atOnce;
            }

            @Override
            public Class<? extends java.lang.annotation.Annotation> annotationType() {
                return AdapterCalls.Settings.class;
            }
        };
    }

    // The router

    @Test
    void aModuleThatIsCutOffGivesNoLeaseAndHasNoTypes() {
        Router router = impatient.router;
        router.cutOff(impatient.policePlugin, BROKEN);
        assertEquals(Optional.empty(), router.lease(POLICE));
        assertFalse(router.activeKinds().contains(POLICE));
        assertTrue(router.active().stream().noneMatch(p -> p.kind().equals(POLICE)));
        assertSame(BROKEN, router.cutOff(impatient.policePlugin).orElseThrow());
        assertEquals(Optional.empty(), router.cutOff(impatient.municipalPlugin));
        assertEquals(Set.of(House.MUNICIPALITY.kind()), router.activeKinds());
    }
}
