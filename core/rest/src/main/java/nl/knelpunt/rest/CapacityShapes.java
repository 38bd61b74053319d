package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.engine.plan.Capacities;
import nl.knelpunt.engine.plan.CapacityTotal;
import nl.knelpunt.engine.plan.Pledge;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of what participants put into knelpunten. */
final class CapacityShapes {

    private CapacityShapes() {}

    record NewPledge(
            @JsonPropertyDescription("for which in particular; absent for the knelpunt as a whole")
            UUID intervention,

            @Mandatory @JsonPropertyDescription("first day of the period")
            LocalDate first,

            @Mandatory @JsonPropertyDescription("last day of it")
            LocalDate last,

            @Mandatory @JsonPropertyDescription("in the whole period")
            Integer hours,

            @Mandatory @JsonPropertyDescription("at the same time")
            Integer people) {

        Capacities.NewPledge engine() {
            return new Capacities.NewPledge(intervention, first, last, hours, people);
        }
    }

    record NewUse(
            @Mandatory @JsonPropertyDescription("on which, or up to which")
            LocalDate date,

            @Mandatory @JsonPropertyDescription("negative puts an earlier mistake right")
            Integer hours) {}

    record PledgeView(
            UUID id,
            String participant,
            UUID intervention,
            LocalDate first,
            LocalDate last,
            int hours,
            int people,
            int hoursUsed,
            List<UseView> used,
            UUID person,
            Instant at,

            @JsonPropertyDescription("when what was not used was taken back; absent while it stands")
            Instant withdrawn) {

        record UseView(LocalDate date, int hours, UUID person, Instant at) {}

        static PledgeView of(Pledge pledge) {
            return new PledgeView(
                    pledge.id(),
                    pledge.participant(),
                    pledge.intervention(),
                    pledge.first(),
                    pledge.last(),
                    pledge.hours(),
                    pledge.people(),
                    pledge.hoursUsed(),
                    pledge.used().stream()
                            .map(u -> new UseView(u.date(), u.hours(), u.person(), u.at()))
                            .toList(),
                    pledge.person(),
                    pledge.at(),
                    pledge.withdrawn());
        }
    }

    record TotalView(
            String participant,

            @JsonPropertyDescription("pledged; of what was withdrawn only what was used")
            long hours,

            long hoursUsed,
            long people) {

        static List<TotalView> all(List<CapacityTotal> totals) {
            return totals.stream()
                    .map(t -> new TotalView(t.participant(), t.hours(), t.used(), t.people()))
                    .toList();
        }
    }

    record KnelpuntCapacity(UUID knelpunt, String title, List<TotalView> totals, String href) {

        static KnelpuntCapacity of(Capacities.OfKnelpunt of) {
            return new KnelpuntCapacity(
                    of.knelpunt(), of.title(), TotalView.all(of.totals()), KnelpuntResource.href(of.knelpunt()));
        }
    }

    record CapacityList(List<KnelpuntCapacity> items, Links links) {}
}
