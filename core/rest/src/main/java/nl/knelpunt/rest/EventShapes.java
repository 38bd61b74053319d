package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.event.CloudEvent;
import nl.knelpunt.engine.event.Subscription;
import nl.knelpunt.engine.event.Subscriptions;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of events and of who wants to be called. */
final class EventShapes {

    private EventShapes() {}

    record EventList(
            @JsonPropertyDescription("CloudEvents 1.0 by the Dutch profile, without data; oldest first")
            List<CloudEvent> items,

            Links links) {}

    record NewSubscriptionBody(
            @Mandatory @JsonPropertyDescription("a connection account: what it may hear, the subscriber hears")
            UUID account,

            @Mandatory @JsonPropertyDescription("https, or http on this machine")
            String url,

            @JsonPropertyDescription("names of events such as nl.knelpunt.signal.reported; absent for all")
            List<String> types) {

        @Override
        public String toString() {
            return "NewSubscriptionBody";
        }
    }

    record SubscriptionMade(
            UUID id,
            String state,

            @JsonPropertyDescription("with which deliveries are signed (Standard Webhooks); shown once")
            String secret,

            String href) {

        static SubscriptionMade of(Subscriptions.Registered registered, String href) {
            return new SubscriptionMade(
                    registered.done().id(), registered.done().state(), registered.secret(), href);
        }

        @Override
        public String toString() {
            return "SubscriptionMade[" + id + "]";
        }
    }

    record SubscriptionView(
            UUID id,
            UUID account,
            String participant,
            String url,
            List<String> types,
            Instant registered,

            @JsonPropertyDescription("a day long nothing could be delivered; it is tried on each hour")
            boolean failing,

            @JsonPropertyDescription("events were forgotten before they could be delivered: it has to begin anew")
            boolean missed,

            @JsonPropertyDescription("what is wrong since the last delivery; absent when nothing is")
            TroubleView trouble) {

        record TroubleView(
                @JsonPropertyDescription("the first try in vain")
                Instant since,

                int tries,

                @JsonPropertyDescription("in short, such as HTTP 500")
                String reason) {}

        static SubscriptionView of(Subscriptions.Listed listed) {
            Subscription subscription = listed.subscription();
            Subscription.Trouble trouble = subscription.trouble();
            return new SubscriptionView(
                    subscription.id(),
                    subscription.account(),
                    subscription.participant(),
                    subscription.url(),
                    subscription.types().stream().sorted().toList(),
                    subscription.registered(),
                    listed.failing(),
                    subscription.missed(),
                    trouble == null ? null : new TroubleView(trouble.since(), trouble.tries(), trouble.reason()));
        }
    }

    record SubscriptionList(List<SubscriptionView> items) {}
}
