package nl.knelpunt.rest;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import nl.knelpunt.engine.gate.Done;
import nl.knelpunt.engine.identity.Secrecy;
import nl.knelpunt.engine.port.Accounts;
import nl.knelpunt.rest.Shapes.AccountList;
import nl.knelpunt.rest.Shapes.AccountView;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.NamedPerson;
import nl.knelpunt.rest.Shapes.NewAccount;
import nl.knelpunt.rest.Shapes.NewSession;
import nl.knelpunt.rest.Shapes.PeopleList;
import nl.knelpunt.rest.Shapes.Qualification;
import nl.knelpunt.rest.Shapes.SecrecyView;
import nl.knelpunt.rest.Shapes.SessionView;

/** Signing in and out, and accounts. */
final class SessionResource {

    private static final String SESSION = RouteTable.BASE + "/session";
    private static final String ACCOUNTS = RouteTable.BASE + "/accounts";

    private final UseCases use;

    SessionResource(UseCases use) {
        this.use = use;
    }

    Answer signIn(Exchange exchange) throws IOException {
        NewSession body = exchange.body(NewSession.class);
        char[] password = body.password().toCharArray();
        Accounts.Session session;
        try {
            session = use.accounts()
                    .signIn(body.name(), password, exchange.trace(), exchange.origin())
                    .orElseThrow(ProblemException::wrongNameOrPassword);
        } finally {
            Arrays.fill(password, '\0');
        }
        return Answer.created(SessionView.of(session)).with("Location", SESSION);
    }

    Answer see(Exchange exchange) {
        return Answer.of(AccountView.of(use.accounts().self(exchange.call())));
    }

    Answer signOut(Exchange exchange) {
        use.accounts().signOut(exchange.call(), exchange.token());
        return Answer.nothing();
    }

    Answer secrecy(Exchange exchange) {
        return Answer.of(new SecrecyView(
                BilingualText.of(Secrecy.TEXT),
                use.accounts().self(exchange.call()).secrecyAcknowledged()));
    }

    Answer acknowledgeSecrecy(Exchange exchange) {
        return Answer.of(Shapes.Changed.of(use.accounts().acknowledgeSecrecy(exchange.call()), SESSION));
    }

    Answer withdraw(Exchange exchange) {
        Done done = use.accounts().withdraw(exchange.call(), exchange.id("account"));
        return Answer.of(Shapes.Changed.of(done, ACCOUNTS));
    }

    Answer qualify(Exchange exchange) throws IOException {
        Qualification body = exchange.body(Qualification.class);
        Done done =
                use.accounts().qualify(exchange.call(), exchange.id("account"), body.screened(), body.trainedUntil());
        return Answer.of(Shapes.Changed.of(done, ACCOUNTS));
    }

    Answer people(Exchange exchange) {
        return Answer.of(new PeopleList(use.accounts().people(exchange.call()).stream()
                .map(NamedPerson::of)
                .toList()));
    }

    Answer accounts(Exchange exchange) {
        return Answer.of(new AccountList(use.accounts().list(exchange.call()).stream()
                .map(AccountView::of)
                .toList()));
    }

    Answer add(Exchange exchange) throws IOException {
        NewAccount body = exchange.body(NewAccount.class);
        Done done = use.accounts()
                .add(
                        exchange.call(),
                        new Accounts.NewAccount(
                                body.name(),
                                body.displayName(),
                                body.participant(),
                                body.organ(),
                                Set.copyOf(body.roles()),
                                body.screened(),
                                body.trainedUntil(),
                                body.password().toCharArray()));
        return Answer.created(done, ACCOUNTS);
    }
}
