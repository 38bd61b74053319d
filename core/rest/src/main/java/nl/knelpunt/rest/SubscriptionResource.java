package nl.knelpunt.rest;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.knelpunt.engine.event.Subscriptions;
import nl.knelpunt.engine.event.Subscriptions.NewSubscription;
import nl.knelpunt.rest.EventShapes.NewSubscriptionBody;
import nl.knelpunt.rest.EventShapes.SubscriptionList;
import nl.knelpunt.rest.EventShapes.SubscriptionMade;
import nl.knelpunt.rest.EventShapes.SubscriptionView;

/** Systems that want to be called. */
final class SubscriptionResource {

    private static final String SUBSCRIPTIONS = RouteTable.BASE + "/subscriptions";

    private final UseCases use;

    SubscriptionResource(UseCases use) {
        this.use = use;
    }

    Answer register(Exchange exchange) throws IOException {
        NewSubscriptionBody body = exchange.body(NewSubscriptionBody.class);
        Subscriptions.Registered registered = use.subscriptions()
                .register(
                        exchange.call(),
                        new NewSubscription(
                                body.account(),
                                body.url(),
                                Set.copyOf(Objects.requireNonNullElse(body.types(), List.of()))));
        return Answer.created(SubscriptionMade.of(registered, SUBSCRIPTIONS)).with("Location", SUBSCRIPTIONS);
    }

    Answer list(Exchange exchange) {
        return Answer.of(new SubscriptionList(use.subscriptions().list(exchange.call()).stream()
                .map(SubscriptionView::of)
                .toList()));
    }

    Answer remove(Exchange exchange) {
        return Answer.of(Shapes.Changed.of(
                use.subscriptions().remove(exchange.call(), exchange.id("subscription")), SUBSCRIPTIONS));
    }
}
