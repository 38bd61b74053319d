package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.Shapes.AccountList;
import nl.knelpunt.rest.Shapes.AccountView;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.Shapes.NewAccount;
import nl.knelpunt.rest.Shapes.NewSession;
import nl.knelpunt.rest.Shapes.PeopleList;
import nl.knelpunt.rest.Shapes.Qualification;
import nl.knelpunt.rest.Shapes.SecrecyView;
import nl.knelpunt.rest.Shapes.SessionView;

/** Signing in, and the accounts of those who may. */
final class SessionRoutes {

    private SessionRoutes() {}

    static void addTo(RouteTable table, SessionResource session) {
        table.add(
                "session",
                post("/session", "signIn", "Signs in: a token for eight hours")
                        .open()
                        .fails(401)
                        .fails(403)
                        .takes(NewSession.class)
                        .answers(201, SessionView.class)
                        .by(session::signIn),
                get("/session", "getSession", "Who you are")
                        .answers(200, AccountView.class)
                        .by(session::see),
                delete("/session", "signOut", "Ends the token")
                        .answers(204, null)
                        .by(session::signOut),
                get("/session/secrecy", "getSecrecy", "What you acknowledge, and whether you have")
                        .answers(200, SecrecyView.class)
                        .by(session::secrecy),
                post(
                                "/session/secrecy",
                                "acknowledgeSecrecy",
                                "You acknowledge the duty of secrecy of article 1.11 Wgs; once is enough")
                        .guarded()
                        .does(Act.ACKNOWLEDGE_SECRECY)
                        .answers(200, Changed.class)
                        .by(session::acknowledgeSecrecy));
        table.add(
                "accounts",
                get("/accounts", "listAccounts", "All accounts")
                        .guarded()
                        .does(Act.SEE_ACCOUNTS)
                        .answers(200, AccountList.class)
                        .by(session::accounts),
                get(
                                "/people",
                                "listPeople",
                                "Names of people and systems, by which the log and plans of modules are read")
                        .guarded()
                        .does(Act.SEE_PEOPLE)
                        .answers(200, PeopleList.class)
                        .by(session::people),
                post("/accounts", "addAccount", "Authorises a person or a participant's system")
                        .guarded()
                        .does(Act.ADD_ACCOUNT)
                        .fails(409)
                        .takes(NewAccount.class)
                        .answers(201, Changed.class)
                        .by(session::add),
                put(
                                "/accounts/{account}/qualification",
                                "qualifyAccount",
                                "Renews what there is proof of: screening and training")
                        .guarded()
                        .does(Act.QUALIFY_ACCOUNT)
                        .takes(Qualification.class)
                        .answers(200, Changed.class)
                        .by(session::qualify),
                post("/accounts/{account}/withdrawal", "withdrawAccount", "Ends an appointment, at once and for good")
                        .guarded()
                        .does(Act.WITHDRAW_ACCOUNT)
                        .answers(200, Changed.class)
                        .by(session::withdraw));
    }
}
