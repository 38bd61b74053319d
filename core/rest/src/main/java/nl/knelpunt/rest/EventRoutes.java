package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.EventShapes.EventList;
import nl.knelpunt.rest.EventShapes.NewSubscriptionBody;
import nl.knelpunt.rest.EventShapes.SubscriptionList;
import nl.knelpunt.rest.EventShapes.SubscriptionMade;
import nl.knelpunt.rest.Shapes.Changed;

/** What happened, and the systems that are told. */
final class EventRoutes {

    private EventRoutes() {}

    static void addTo(RouteTable table, EventResource events, SubscriptionResource subscriptions) {
        table.add(
                "events",
                get(
                                "/events",
                                "followEvents",
                                "What happened that you may know of; as server-sent events, what happens from now on")
                        .guarded()
                        .does(Act.FOLLOW_EVENTS)
                        .query("newest", "true: the latest, newest first, on one page", Boolean.class)
                        .paged()
                        .streams()
                        .fails(410)
                        .answers(200, EventList.class)
                        .by(events::follow),
                get("/subscriptions", "listSubscriptions", "Systems that are called when something happens")
                        .guarded()
                        .does(Act.SEE_SUBSCRIPTIONS)
                        .answers(200, SubscriptionList.class)
                        .by(subscriptions::list),
                post("/subscriptions", "addSubscription", "Has a participant's system called when something happens")
                        .guarded()
                        .does(Act.SUBSCRIBE)
                        .takes(NewSubscriptionBody.class)
                        .answers(201, SubscriptionMade.class)
                        .by(subscriptions::register),
                delete("/subscriptions/{subscription}", "removeSubscription", "Calls a system no more")
                        .guarded()
                        .does(Act.UNSUBSCRIBE)
                        .answers(200, Changed.class)
                        .by(subscriptions::remove));
    }
}
