package nl.knelpunt.rest;

import java.util.UUID;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.event.Events;
import nl.knelpunt.engine.gate.Page;
import nl.knelpunt.rest.EventShapes.EventList;

/** What happens: page by page, or told as it comes. */
final class EventResource {

    private static final String EVENTS = RouteTable.BASE + "/events";

    private final UseCases use;
    private final EventStreams streams;

    EventResource(UseCases use, EventStreams streams) {
        this.use = use;
        this.streams = streams;
    }

    Answer follow(Exchange exchange) {
        boolean asStream = exchange.request().getMethod().equals("GET") && exchange.accepts(EventStreams.EVENT_STREAM);
        return asStream ? stream(exchange) : list(exchange);
    }

    private Answer list(Exchange exchange) {
        if (exchange.flag("newest")) {
            return Answer.of(new EventList(
                    use.events().newest(exchange.call(), exchange.limit()), exchange.links(EVENTS, null)));
        }
        Page<CloudEvent> page = use.events().list(exchange.call(), exchange.after(), exchange.limit());
        return Answer.of(new EventList(page.items(), exchange.links(EVENTS, page.next())));
    }

    private Answer stream(Exchange exchange) {
        UUID after = exchange.lastEventId() == null ? exchange.after() : exchange.lastEventId();
        EventStreams.Place place = streams.take(exchange.caller());
        try {
            Events.Follower follower = use.events().follow(exchange.call(), after);
            return Answer.of(streams.stream(place, follower, exchange.token(), exchange.caller()));
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }
}
