package nl.knelpunt.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.knelpunt.engine.identity.Account;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.rest.Api.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private Api api;

    @BeforeEach
    void start() throws Exception {
        api = new Api();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    private Reply signIn(String json) throws Exception {
        return api.send(api.anonymous("/v1/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void signingInGivesATokenAndWhoItIs() throws Exception {
        api.accounts.when("signIn", a -> {
            assertEquals("j.de-tester", a[0]);
            assertArrayEquals("een lang wachtwoord".toCharArray(), (char[]) a[1]);
            assertEquals("127.0.0.1", a[3]);
            return Optional.of(new Accounts.Session("secret", Examples.NOW, Examples.worker()));
        });

        Reply reply = signIn("{\"name\":\"j.de-tester\",\"password\":\"een lang wachtwoord\"}");

        assertEquals(201, reply.status());
        assertEquals("secret", reply.json().get("token").asText());
        assertEquals("2026-03-01T09:30:00Z", reply.json().get("expires").asText());
        assertEquals("BURGEMEESTER", reply.json().at("/account/organ").asText());
        assertEquals("[\"WORKER\"]", reply.json().at("/account/roles").toString());
        assertEquals("2027-01-01", reply.json().at("/account/trainedUntil").asText());
        assertArrayEquals(
                new char["een lang wachtwoord".length()],
                api.accounts.last().argument(1, char[].class),
                "the password is cleared");
    }

    @Test
    void aWrongPasswordIsNotSignedIn() throws Exception {
        api.accounts.when("signIn", a -> Optional.empty());
        Reply reply = signIn("{\"name\":\"j\",\"password\":\"wrong-secret\"}");
        assertEquals(401, reply.status());
        assertFalse(reply.text().contains("wrong-secret"));
    }

    @Test
    void bothNameAndPasswordAreNeeded() throws Exception {
        assertEquals(List.of("name", "password"), signIn("{}").fields());
        assertEquals(
                List.of("name", "password", "pasword"),
                signIn("{\"name\":\" \",\"pasword\":\"x\"}").fields());
        assertTrue(api.accounts.asked().isEmpty());
    }

    @Test
    void signingOutEndsTheToken() throws Exception {
        api.accounts.when("signOut", a -> null);
        assertEquals(204, api.send(api.request("/v1/session").DELETE()).status());
        assertEquals(Api.TOKEN, api.accounts.last().arguments().get(1));
    }

    @Test
    void oneCanSeeWhoOneIs() throws Exception {
        api.accounts.when("self", a -> Examples.worker());
        assertEquals(
                "J. de Tester", api.get("/v1/session").json().get("displayName").asText());
    }

    @Test
    void signingInSaysWhetherSecrecyIsStillToBeAcknowledged() throws Exception {
        Account worker = Examples.worker();
        Account fresh = new Account(
                worker.id(),
                worker.name(),
                worker.displayName(),
                worker.participant(),
                worker.organ(),
                worker.roles(),
                true,
                worker.trainedUntil(),
                null,
                true);
        for (Account account : List.of(worker, fresh)) {
            api.accounts.when("signIn", a -> Optional.of(new Accounts.Session("secret", Examples.NOW, account)));
            assertEquals(
                    account == fresh,
                    signIn("{\"name\":\"j\",\"password\":\"een lang wachtwoord\"}")
                            .json()
                            .get("secrecyToAcknowledge")
                            .asBoolean());
        }
    }

    @Test
    void whatIsAcknowledgedCanBeReadInBothLanguages() throws Exception {
        api.accounts.when("self", a -> Examples.worker());
        Reply reply = api.get("/v1/session/secrecy");
        assertTrue(reply.json().at("/text/nl").asText().contains("artikel 1.11"));
        assertTrue(reply.json().at("/text/en").asText().contains("article 1.11"));
        assertEquals(Examples.NOW.toString(), reply.json().get("acknowledged").asText());

        api.accounts.when("acknowledgeSecrecy", a -> Api.done("ACKNOWLEDGED", 0));
        assertEquals(
                "ACKNOWLEDGED",
                api.post("/v1/session/secrecy", "").json().get("state").asText());
    }

    @Test
    void aTrainingIsRenewed() throws Exception {
        api.accounts.when("qualify", a -> Api.done("ACTIVE", 0));
        String address = "/v1/accounts/" + Api.ID + "/qualification";
        assertEquals(
                200,
                api.put(address, "{\"screened\":true,\"trainedUntil\":\"2029-05-01\"}")
                        .status());
        assertEquals(
                List.of(Api.ID, true, java.time.LocalDate.of(2029, 5, 1)),
                api.accounts.last().arguments().subList(1, 4));
        assertEquals(400, api.put(address, "{\"trainedUntil\":\"2029-05-01\"}").status());
    }

    @Test
    void anAppointmentIsWithdrawn() throws Exception {
        api.accounts.when("withdraw", a -> Api.done("WITHDRAWN", 0));
        Reply reply = api.post("/v1/accounts/" + Api.ID + "/withdrawal", "");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("WITHDRAWN", reply.json().get("state").asText());
        assertEquals(Api.ID, api.accounts.last().arguments().get(1));
    }

    @Test
    void accountsAreAddedAndListed() throws Exception {
        api.accounts.when("add", a -> Api.done("ACTIVE", 0)).when("list", a -> List.of(Examples.worker()));

        Reply added = api.post(
                "/v1/accounts",
                "{\"name\":\"a.nieuw\",\"displayName\":\"A. Nieuw\",\"participant\":\"politie-noord\",\"organ\":\"POLITIE\","
                        + "\"roles\":[\"WORKER\",\"STEERING_MEMBER\"],\"screened\":true,\"trainedUntil\":\"2027-01-01\","
                        + "\"password\":\"twaalf tekens!\"}");

        assertEquals(201, added.status(), added::text);
        Accounts.NewAccount account = api.accounts.last().argument(1, Accounts.NewAccount.class);
        assertEquals(Organ.POLITIE, account.organ());
        assertEquals(Set.of(Role.WORKER, Role.STEERING_MEMBER), account.roles());
        assertEquals(1, api.get("/v1/accounts").json().get("items").size());
        assertEquals(
                List.of("displayName", "participant", "roles[1]", "screened", "password"),
                api.post("/v1/accounts", "{\"name\":\"x\",\"roles\":[\"WORKER\",\"KING\"],\"screened\":\"yes\"}")
                        .fields());
    }
}
