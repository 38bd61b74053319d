package nl.knelpunt.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.gate.TriedException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.RefusedException;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Caller;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.engine.port.Accounts.NewAccount;
import nl.knelpunt.engine.port.Accounts.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAccountsTest {

    private static final String PASSWORD = "vier losse woorden";
    private static final String WRONG = "vijf losse woorden";
    private static final String MAINTENANCE = "0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final Region REGION = new Region(
            "noordkust",
            "RIEC Noordkust",
            Map.of("GM9901", "Wieringersluis"),
            List.of(
                    new Participant("politie", "Politie Noordkust", "police", Set.of(Organ.POLITIE), null),
                    new Participant(
                            "gemeente",
                            "Gemeente Wieringersluis",
                            "municipality",
                            Set.of(Organ.BURGEMEESTER, Organ.COLLEGE),
                            "GM9901"),
                    new Participant("pvo", "Platform Veilig Ondernemen", "business-platform", Set.of(), null)));

    private final GateInMemory gate = new GateInMemory(REGION);
    private final MovableClock clock = new MovableClock();
    private final LocalAccounts accounts = restarted(MAINTENANCE);

    private LocalAccounts restarted(String maintenance) {
        return new LocalAccounts(gate, gate, maintenance, clock, new Passwords(4));
    }

    private static Call by(Caller caller) {
        return new Call(caller, UUID.randomUUID(), "10.0.0.1");
    }

    private static NewAccount worker(String name) {
        return account(name, "politie", Organ.POLITIE, Role.WORKER);
    }

    private static NewAccount account(String name, String participant, Organ organ, Role... roles) {
        return seenAs("Anna de Tester", name, participant, organ, roles);
    }

    private static NewAccount seenAs(String displayName, String name, String participant, Organ organ, Role... roles) {
        return new NewAccount(
                name,
                displayName,
                participant,
                organ,
                Set.of(roles),
                true,
                LocalDate.of(2027, 1, 1),
                PASSWORD.toCharArray());
    }

    private Done add(NewAccount account) {
        return accounts.add(by(new Caller.Maintenance()), account);
    }

    private Optional<Session> signIn(String name, String password, String origin) {
        return accounts.signIn(name, password.toCharArray(), UUID.randomUUID(), origin);
    }

    private Optional<Session> signIn(String name, String password) {
        return signIn(name, password, "10.0.0.1");
    }

    private static GateInMemory.Entry entry(Act act, Caller caller) {
        return new GateInMemory.Entry(act, caller, true);
    }

    @Nested
    class SigningIn {

        private UUID anna;

        @BeforeEach
        void anAccount() {
            anna = add(worker("anna")).id();
            gate.log.clear();
        }

        @Test
        void nameAndPasswordGiveATokenForEightHours() {
            Session session = signIn("anna", PASSWORD).orElseThrow();

            assertEquals(anna, session.account().id());
            assertEquals(clock.instant().plus(Duration.ofHours(8)), session.expires());
            assertEquals(Optional.of(new Caller.Person(anna)), accounts.authenticate(session.token()));
        }

        @Test
        void isAnActOfThePersonThroughTheGate() {
            signIn("anna", PASSWORD);
            assertEquals(List.of(entry(Act.SIGN_IN, new Caller.Person(anna))), gate.log);
        }

        @Test
        void withAWrongPasswordIsLoggedOfNobodyAndGivesNothing() {
            assertTrue(signIn("anna", WRONG).isEmpty());
            assertEquals(List.of(entry(Act.FAIL_SIGN_IN, new Caller.Unknown())), gate.log);
        }

        @ParameterizedTest
        @ValueSource(strings = {"berta", "", "Anna; DROP TABLE account", "\u0000", "an\nna"})
        void underAnUnknownNameGetsTheSameAnswerAndLeavesTheSameTrace(String name) {
            assertTrue(signIn(name, PASSWORD).isEmpty());
            assertEquals(List.of(entry(Act.FAIL_SIGN_IN, new Caller.Unknown())), gate.log);
        }

        @Test
        void capitalsInTheNameDoNotMatter() {
            assertTrue(signIn(" Anna ", PASSWORD).isPresent());
        }

        @Test
        void withNothingIsNobody() {
            assertTrue(accounts.signIn(null, PASSWORD.toCharArray(), UUID.randomUUID(), "10.0.0.1")
                    .isEmpty());
            assertTrue(
                    accounts.signIn("anna", null, UUID.randomUUID(), "10.0.0.1").isEmpty());
        }

        @Test
        void whoMayNotHearsOfItOnlyWithTheRightPassword() {
            gate.refused.add(Act.SIGN_IN);
            assertTrue(signIn("anna", WRONG).isEmpty());
            assertThrows(RefusedException.class, () -> signIn("anna", PASSWORD));
            assertTrue(gate.accounts.sessions.isEmpty());
        }

        @ParameterizedTest
        @ValueSource(strings = {PASSWORD, WRONG})
        void clearsThePasswordAfterwards(String password) {
            char[] typed = password.toCharArray();
            accounts.signIn("anna", typed, UUID.randomUUID(), "10.0.0.1");
            assertArrayEquals(new char[typed.length], typed);
        }

        @Test
        void afterFiveFailuresWaitsEvenWithTheRightPasswordAndFromElsewhere() {
            failFiveTimes("anna");
            assertTrue(signIn("anna", PASSWORD, "10.9.9.9").isEmpty());
            clock.forward(Duration.ofSeconds(15));
            assertTrue(signIn("anna", PASSWORD, "10.9.9.9").isPresent());
        }

        @ParameterizedTest
        @ValueSource(strings = {"anna", "berta"})
        void isThrottledAlikeForSomebodyAndNobodyAndThenLeavesNoRecord(String name) {
            failFiveTimes(name);
            gate.log.clear();
            signIn(name, PASSWORD);
            assertTrue(gate.log.isEmpty());
        }

        @Test
        void fromOneOriginUnderManyNamesWaitsAsAWhole() {
            for (int i = 0; i < LocalAccounts.TRIES_PER_ORIGIN; i++) {
                signIn("name" + i, PASSWORD, "10.6.6.6");
            }
            assertTrue(signIn("anna", PASSWORD, "10.6.6.6").isEmpty());
            assertTrue(signIn("anna", PASSWORD, "10.0.0.1").isPresent());
        }

        @Test
        void rightDoesNotUseUpTheTriesOfAnOrigin() {
            for (int i = 0; i < 2 * LocalAccounts.TRIES_PER_ORIGIN; i++) {
                assertTrue(signIn("anna", PASSWORD).isPresent());
            }
        }

        private void failFiveTimes(String name) {
            for (int i = 0; i < LocalAccounts.TRIES_PER_NAME; i++) {
                assertTrue(signIn(name, WRONG).isEmpty());
            }
        }
    }

    @Nested
    class ASession {

        private final UUID anna = add(worker("anna")).id();
        private final String token = signIn("anna", PASSWORD).orElseThrow().token();

        @Test
        void isStoredAsADigestOnly() {
            assertEquals(1, gate.accounts.sessions.size());
            byte[] stored = gate.accounts.sessions.keySet().iterator().next().array();
            assertArrayEquals(Tokens.digest(token), stored);
            assertEquals(32, stored.length);
            assertTrue(token.matches("[A-Za-z0-9_-]{43}"));
        }

        @Test
        void hasATokenOfItsOwn() {
            assertNotEquals(token, signIn("anna", PASSWORD).orElseThrow().token());
        }

        @Test
        void costsARequestNoTransaction() {
            int before = gate.transactions;
            accounts.authenticate(token);
            assertEquals(before, gate.transactions);
        }

        @Test
        void outlivesARestart() {
            assertEquals(Optional.of(new Caller.Person(anna)), restarted(null).authenticate(token));
        }

        @Test
        void endsAtSignOut() {
            gate.log.clear();
            accounts.signOut(by(new Caller.Person(anna)), token);

            assertTrue(accounts.authenticate(token).isEmpty());
            assertTrue(restarted(null).authenticate(token).isEmpty());
            assertEquals(List.of(entry(Act.SIGN_OUT, new Caller.Person(anna))), gate.log);
        }

        @Test
        void endsAfterEightHoursToTheSecond() {
            clock.forward(Duration.ofHours(8).minusSeconds(1));
            assertTrue(accounts.authenticate(token).isPresent());
            assertTrue(restarted(null).authenticate(token).isPresent());
            clock.forward(Duration.ofSeconds(1));
            assertTrue(accounts.authenticate(token).isEmpty());
            assertTrue(restarted(null).authenticate(token).isEmpty());
        }

        @Test
        void isRemovedAfterItsEndAtTheNextSignIn() {
            clock.forward(Duration.ofHours(9));
            signIn("anna", PASSWORD);
            assertEquals(1, gate.accounts.sessions.size());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "0123456789012345678901234567890123456789012", "../../etc/passwd"})
        void ofAnotherTokenIsNobodys(String other) {
            assertTrue(accounts.authenticate(other).isEmpty());
        }

        @Test
        void ofNoTokenIsNobodys() {
            assertTrue(accounts.authenticate(null).isEmpty());
        }

        @Test
        void knowsItsOwnAccount() {
            assertEquals("anna", accounts.self(by(new Caller.Person(anna))).name());
        }

        @Test
        void ofNoPersonHasNoAccount() {
            assertThrows(InvalidException.class, () -> accounts.self(by(new Caller.Maintenance())));
            assertThrows(InvalidException.class, () -> accounts.self(by(new Caller.Person(UUID.randomUUID()))));
        }
    }

    @Nested
    class Maintenance {

        @Test
        void isWhoHoldsExactlyItsToken() {
            assertEquals(Optional.of(new Caller.Maintenance()), accounts.authenticate(MAINTENANCE));
            assertTrue(accounts.authenticate(MAINTENANCE + "0").isEmpty());
            assertTrue(accounts.authenticate(MAINTENANCE.substring(1)).isEmpty());
        }

        @Test
        void doesNotExistOnARunningInstallation() {
            assertTrue(restarted(null).authenticate(MAINTENANCE).isEmpty());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "short"})
        void doesNotExistWithATokenThatCanBeGuessed(String token) {
            assertTrue(restarted(token).authenticate(token).isEmpty());
        }

        @Test
        void hasNothingToSignOutOf() {
            accounts.signOut(by(new Caller.Maintenance()), MAINTENANCE);
            assertTrue(accounts.authenticate(MAINTENANCE).isPresent());
        }
    }

    @Nested
    class Adding {

        @Test
        void ofAccountsThatShareAPasswordHashesItOnceAndEachIsAnActOfItsOwn() {
            gate.log.clear();
            NewAccount anton = worker("anton");
            List<Done> added =
                    accounts.addAlike(by(new Caller.Maintenance()), List.of(anton, worker("berend"), worker("chris")));
            assertEquals(
                    3, gate.log.stream().filter(e -> e.act() == Act.ADD_ACCOUNT).count());
            assertEquals(
                    1,
                    added.stream()
                            .map(done -> gate.accounts.hashes.get(done.id()))
                            .distinct()
                            .count());
            assertTrue(signIn("chris", PASSWORD).isPresent());
            assertTrue(signIn("chris", WRONG).isEmpty());
            assertArrayEquals(new char[PASSWORD.length()], anton.password());
        }

        @Test
        void refusesAccountsThatAreSaidToShareAPasswordAndDoNot() {
            NewAccount other = new NewAccount(
                    "dirk",
                    "Dirk",
                    worker("x").participant(),
                    worker("x").organ(),
                    worker("x").roles(),
                    true,
                    worker("x").trainedUntil(),
                    (PASSWORD + "!").toCharArray());
            int before = gate.accounts.hashes.size();
            InvalidException differs = assertThrows(
                    InvalidException.class,
                    () -> accounts.addAlike(by(new Caller.Maintenance()), List.of(worker("anton"), other)));
            assertEquals("password", differs.field());
            assertEquals(before, gate.accounts.hashes.size());
            assertArrayEquals(new char[PASSWORD.length() + 1], other.password());
        }

        @Test
        void isAnActThroughTheGate() {
            Done done = add(worker("anna"));
            assertEquals(List.of(entry(Act.ADD_ACCOUNT, new Caller.Maintenance())), gate.log);
            Account anna = gate.accounts.find(done.id()).orElseThrow();
            assertTrue(anna.active());
            assertEquals(Organ.POLITIE, anna.organ());
            assertEquals(7, anna.id().version());
            assertEquals(2, anna.id().variant());
        }

        @Test
        void whenRefusedMakesNoAccount() {
            gate.refused.add(Act.ADD_ACCOUNT);
            assertThrows(RefusedException.class, () -> add(worker("anna")));
            assertTrue(gate.accounts.accounts.isEmpty());
        }

        @Test
        void whenRefusedHearsOfNoMistakes() {
            gate.refused.add(Act.ADD_ACCOUNT);
            assertThrows(RefusedException.class, () -> add(worker("NO")));
        }

        @Test
        void storesNoPassword() {
            UUID anna = add(worker("anna")).id();
            assertFalse(gate.accounts.hashes.get(anna).contains(PASSWORD));
            assertTrue(gate.accounts.hashes.get(anna).startsWith("$2b$"));
        }

        @Test
        void clearsThePasswordAlsoAtAMistake() {
            NewAccount right = worker("anna");
            NewAccount mistaken = worker("NO");
            add(right);
            assertThrows(InvalidException.class, () -> add(mistaken));
            assertArrayEquals(new char[PASSWORD.length()], right.password());
            assertArrayEquals(new char[PASSWORD.length()], mistaken.password());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "an", "Anna", "anna maria", "1anna", "anna.", "anna@politie", "ännä"})
        void aNameHasAForm(String name) {
            assertWrong("name", worker(name));
        }

        @Test
        void aNameIsGivenOnce() {
            add(worker("anna"));
            assertWrong("name", worker("anna"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "   ", "a\u0007b", "Ank\u202Eeraf", "An\u200Bna"})
        void colleaguesSeeAName(String displayName) {
            assertWrong("displayName", seenAs(displayName, "anna", "politie", Organ.POLITIE, Role.WORKER));
        }

        @ParameterizedTest
        @MethodSource("nl.knelpunt.identity.LocalAccountsTest#misplaced")
        void anAccountFitsTheRegion(String field, NewAccount account) {
            assertWrong(field, account);
        }

        @ParameterizedTest
        @MethodSource("nl.knelpunt.identity.LocalAccountsTest#placed")
        void whatFitsIsAdded(NewAccount account) {
            assertEquals("ACTIVE", add(account).state());
        }

        private void assertWrong(String field, NewAccount account) {
            int before = gate.accounts.accounts.size();
            InvalidException wrong = assertThrows(InvalidException.class, () -> add(account));
            assertEquals(field, wrong.field());
            assertFalse(wrong.toString().contains(PASSWORD));
            assertEquals(before, gate.accounts.accounts.size());
        }
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                Arguments.of("participant", account("anna", "elders", Organ.POLITIE, Role.WORKER)),
                Arguments.of("participant", account("anna", null, Organ.POLITIE, Role.WORKER)),
                Arguments.of("participant", account("anna", "pvo", Organ.COLLEGE, Role.WORKER)),
                Arguments.of("organ", account("anna", "politie", Organ.COLLEGE, Role.WORKER)),
                Arguments.of("organ", account("anna", "politie", null, Role.WORKER)),
                Arguments.of("organ", account("anna", "politie", null, Role.STEERING_MEMBER)),
                Arguments.of("organ", account("anna", "politie", Organ.POLITIE, Role.CASE_DIRECTOR)),
                Arguments.of("organ", account("anna", "politie", Organ.POLITIE, Role.CONNECTION)),
                Arguments.of("roles", account("anna", "politie", Organ.POLITIE)),
                Arguments.of("roles", account("anna", "politie", Organ.POLITIE, Role.WORKER, Role.ANALYST)),
                Arguments.of("roles", account("anna", "politie", null, Role.CONNECTION, Role.ADMIN)),
                Arguments.of("roles", account("anna", "politie", Organ.POLITIE, Role.CONNECTION, Role.WORKER)));
    }

    static Stream<NewAccount> placed() {
        return Stream.of(
                account("anna", "politie", Organ.POLITIE, Role.WORKER, Role.STEERING_MEMBER),
                account("anna.de-vries2", "gemeente", Organ.COLLEGE, Role.WORKER),
                account("cas", "gemeente", null, Role.CASE_DIRECTOR, Role.ANALYST),
                account("beheer", "gemeente", null, Role.ADMIN),
                account("zaaksysteem", "gemeente", null, Role.CONNECTION));
    }

    @Test
    void accountsAreShownThroughTheGate() {
        add(worker("anna"));
        gate.log.clear();
        assertEquals(1, accounts.list(by(new Caller.Maintenance())).size());
        assertEquals(List.of(entry(Act.SEE_ACCOUNTS, new Caller.Maintenance())), gate.log);
        gate.refused.add(Act.SEE_ACCOUNTS);
        assertThrows(RefusedException.class, () -> accounts.list(by(new Caller.Maintenance())));
    }

    @Test
    void whoReadsWhatPeopleDidSeesTheirNamesOnly() {
        UUID anna = add(worker("anna")).id();
        gate.log.clear();
        Accounts.Named named = accounts.people(by(new Caller.Maintenance())).get(0);
        assertEquals(anna, named.id());
        assertEquals(Set.of(Role.WORKER), named.roles());
        assertEquals(List.of(entry(Act.SEE_PEOPLE, new Caller.Maintenance())), gate.log);
        gate.refused.add(Act.SEE_PEOPLE);
        assertThrows(RefusedException.class, () -> accounts.people(by(new Caller.Maintenance())));
    }

    @Test
    void secrecyIsAcknowledgedOnceByThePersonThemselves() {
        UUID anna = add(worker("anna")).id();
        Call call = by(new Caller.Person(anna));
        assertTrue(accounts.self(call).owesSecrecy());
        gate.log.clear();

        assertEquals("ACKNOWLEDGED", accounts.acknowledgeSecrecy(call).state());

        assertEquals(List.of(entry(Act.ACKNOWLEDGE_SECRECY, new Caller.Person(anna))), gate.log);
        assertFalse(accounts.self(call).owesSecrecy());
        Account before = accounts.self(call);
        accounts.acknowledgeSecrecy(call);
        assertEquals(before, accounts.self(call), "the first time counts");
    }

    @Test
    void aSystemOwesNoSecrecy() {
        UUID system =
                add(account("zaaksysteem", "gemeente", null, Role.CONNECTION)).id();
        assertFalse(accounts.self(by(new Caller.Person(system))).owesSecrecy());
    }

    @Test
    void aWithdrawnAppointmentEndsItsSessionsAtOnce() {
        UUID anna = add(worker("anna")).id();
        UUID bram = add(worker("bram")).id();
        String token = signIn("anna", PASSWORD).orElseThrow().token();
        String elsewhere = signIn("anna", PASSWORD).orElseThrow().token();
        String other = signIn("bram", PASSWORD).orElseThrow().token();
        gate.log.clear();

        assertEquals(
                "WITHDRAWN",
                accounts.withdraw(by(new Caller.Maintenance()), anna).state());

        assertEquals(List.of(entry(Act.WITHDRAW_ACCOUNT, new Caller.Maintenance())), gate.log);
        for (LocalAccounts where : List.of(accounts, restarted(MAINTENANCE))) {
            assertEquals(Optional.empty(), where.authenticate(token));
            assertEquals(Optional.empty(), where.authenticate(elsewhere));
            assertEquals(Optional.of(new Caller.Person(bram)), where.authenticate(other));
        }
        assertFalse(accounts.list(by(new Caller.Maintenance())).get(0).active(), "and stays known");
        assertThrows(InvalidException.class, () -> add(worker("anna")), "its name is never given again");
    }

    @Test
    void aTrainingIsRenewedForWhoIsStillAppointed() {
        UUID anna = add(worker("anna")).id();
        gate.log.clear();
        LocalDate until = LocalDate.of(2029, 5, 1);

        accounts.qualify(by(new Caller.Maintenance()), anna, true, until);

        assertEquals(List.of(entry(Act.QUALIFY_ACCOUNT, new Caller.Maintenance())), gate.log);
        Account renewed = accounts.list(by(new Caller.Maintenance())).get(0);
        assertEquals(until, renewed.trainedUntil());
        assertTrue(renewed.screened());
        accounts.qualify(by(new Caller.Maintenance()), anna, false, null);
        assertFalse(accounts.list(by(new Caller.Maintenance())).get(0).screened());

        accounts.withdraw(by(new Caller.Maintenance()), anna);
        for (UUID nobody : List.of(anna, UUID.randomUUID())) {
            InvalidException wrong = assertThrows(
                    InvalidException.class, () -> accounts.qualify(by(new Caller.Maintenance()), nobody, true, until));
            assertEquals("account", wrong.field());
        }
    }

    @Test
    void whoIsNotThereCannotBeWithdrawn() {
        InvalidException wrong = assertThrows(
                InvalidException.class, () -> accounts.withdraw(by(new Caller.Maintenance()), UUID.randomUUID()));
        assertEquals("account", wrong.field());
        gate.refused.add(Act.WITHDRAW_ACCOUNT);
        UUID anna = add(worker("anna")).id();
        assertThrows(RefusedException.class, () -> accounts.withdraw(by(new Caller.Maintenance()), anna));
        assertTrue(accounts.list(by(new Caller.Maintenance())).get(0).active());
    }

    @Test
    void aTrialOfAnActOnAccountsLeavesEverythingAsItIs() {
        UUID anna = add(worker("anna")).id();
        String token = signIn("anna", PASSWORD).orElseThrow().token();
        List<Account> before = accounts.list(by(new Caller.Maintenance()));
        Call trial = Call.trial(new Caller.Maintenance(), UUID.randomUUID(), "10.0.0.1");

        for (Executable act : List.<Executable>of(
                () -> accounts.add(trial, worker("bram")),
                () -> accounts.withdraw(trial, anna),
                () -> accounts.qualify(trial, anna, false, null),
                () -> accounts.list(trial),
                () -> accounts.acknowledgeSecrecy(
                        Call.trial(new Caller.Person(anna), UUID.randomUUID(), "10.0.0.1")))) {
            assertThrows(TriedException.class, act);
        }

        assertEquals(before, accounts.list(by(new Caller.Maintenance())));
        assertEquals(Optional.of(new Caller.Person(anna)), accounts.authenticate(token));
    }

    @Test
    void nothingThatIsPrintedHoldsATokenOrAPassword() {
        NewAccount anna = worker("anna");
        String printed = anna.toString();
        add(anna);
        Session session = signIn("anna", PASSWORD).orElseThrow();
        printed += session + " " + accounts.authenticate(session.token()) + " " + gate.log + " " + accounts;
        assertFalse(printed.contains(PASSWORD));
        assertFalse(printed.contains(session.token()));
        assertFalse(printed.contains("$2b$"));
    }
}
