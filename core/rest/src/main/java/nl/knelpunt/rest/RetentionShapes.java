package nl.knelpunt.rest;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.engine.dossier.Marks;
import nl.knelpunt.engine.lifecycle.DestructionState;
import nl.knelpunt.engine.retention.Certificate;
import nl.knelpunt.engine.retention.DestructionList;
import nl.knelpunt.engine.retention.DestructionLists;
import nl.knelpunt.engine.retention.Retention;
import nl.knelpunt.engine.retention.RetentionRun;
import nl.knelpunt.rest.Shapes.BilingualText;
import nl.knelpunt.rest.Shapes.Links;

/** The JSON of what is destroyed. */
final class RetentionShapes {

    private RetentionShapes() {}

    record NewDestructionList(
            @JsonPropertyDescription("ids of data; absent for everything, once the knelpunt is closed or rejected")
            List<UUID> data,

            @Mandatory @JsonPropertyDescription("why they are no longer necessary; no personal data")
            String reason) {

        List<UUID> listed() {
            return data == null ? List.of() : data;
        }
    }

    record DestructionReview(
            @Mandatory Boolean approved,

            @JsonPropertyDescription("of sending it back") String reason) {}

    record KeptDatum(
            @Mandatory UUID datum,

            @JsonPropertyDescription("the only two that the law knows")
            Marks.Hold.Ground ground,

            @JsonPropertyDescription("which rule or which claim")
            String reason,

            @JsonPropertyDescription("last day; absent for as long as a hold may last")
            LocalDate until) {}

    record ReviewView(UUID person, Instant at, boolean approved, String reason) {}

    record KeptView(UUID datum, Marks.Hold.Ground ground, LocalDate until, UUID person, Instant at) {}

    record ListedView(
            UUID datum,
            String category,
            String supplier,
            LocalDate destroyBy,

            @JsonPropertyDescription("of a hold that keeps it; absent when nothing does")
            Marks.Hold.Ground ground,

            @JsonPropertyDescription("last day of that hold")
            LocalDate heldUntil) {

        static ListedView of(DestructionLists.Item item) {
            return new ListedView(
                    item.datum(),
                    item.category(),
                    item.supplier(),
                    item.destroyBy(),
                    item.hold() == null ? null : item.hold().ground(),
                    item.hold() == null ? null : item.hold().until());
        }
    }

    record DestructionListView(
            UUID id,
            UUID dossier,
            Activity activity,
            DestructionState state,
            BilingualText stateLabel,
            long version,

            @JsonPropertyDescription("whether everything goes: data, signals and texts")
            boolean whole,

            String reason,

            @JsonPropertyDescription("last day: after it the list is executed whether it was approved or not")
            LocalDate due,

            Instant made,
            UUID maker,
            ReviewView review,
            List<KeptView> kept,

            @JsonPropertyDescription("numbers by kind of what was destroyed so far")
            Map<String, Integer> destroyed,

            Instant executed,

            @JsonPropertyDescription("data that are still there; only with one list, in pages")
            List<ListedView> data,

            String href,
            Links links) {

        static DestructionListView of(DestructionList list, List<ListedView> data, Links links) {
            DestructionList.Review review = list.review();
            return new DestructionListView(
                    list.id(),
                    list.dossier(),
                    list.activity(),
                    list.state(),
                    BilingualText.of(list.state().label()),
                    list.version(),
                    list.whole(),
                    list.reason(),
                    list.due(),
                    list.made(),
                    list.maker(),
                    review == null
                            ? null
                            : new ReviewView(review.person(), review.at(), review.approved(), review.reason()),
                    list.kept().stream()
                            .map(k -> new KeptView(k.datum(), k.ground(), k.until(), k.person(), k.at()))
                            .toList(),
                    list.destroyed(),
                    list.executed(),
                    data,
                    RetentionResource.href(list.id()),
                    links);
        }
    }

    record DestructionListList(List<DestructionListView> items, Links links) {}

    record GoingView(
            UUID dossier,
            Retention.Why why,

            @JsonPropertyDescription("the destruction list; absent when the five years are over")
            UUID list,

            int total,
            Map<String, Integer> categories,

            @JsonPropertyDescription("the first 100 ids") List<UUID> data) {}

    record HeldView(UUID dossier, UUID datum, Marks.Hold.Ground ground, LocalDate until) {}

    record DryRunView(
            LocalDate on,

            @JsonPropertyDescription("data that would be destroyed")
            int total,

            List<GoingView> going,

            @JsonPropertyDescription("the first 100 that stay past their last day, because they are held")
            List<HeldView> held,

            @JsonPropertyDescription("drafts that would lapse; which, is for their reporters to know")
            int drafts) {

        static DryRunView of(Retention.DryRun run) {
            return new DryRunView(
                    run.on(),
                    run.total(),
                    run.going().stream()
                            .map(g ->
                                    new GoingView(g.dossier(), g.why(), g.list(), g.total(), g.categories(), g.data()))
                            .toList(),
                    run.held().stream()
                            .map(h -> new HeldView(h.dossier(), h.datum(), h.ground(), h.until()))
                            .toList(),
                    run.drafts());
        }
    }

    record RunView(
            UUID id,
            Instant at,
            LocalDate day,

            @JsonPropertyDescription("the run of that night; else something fell due in between")
            boolean nightly,

            @JsonPropertyDescription("data that the dry run before it said would go, by dossier")
            Map<UUID, Integer> planned,

            int total,

            @JsonPropertyDescription("data that went, by dossier and category")
            Map<UUID, Map<String, Integer>> destroyed,

            @JsonPropertyDescription("destruction lists that were executed")
            List<UUID> lists,

            @JsonPropertyDescription("data that stay past their last day, because they are held")
            int held,

            int backupsRemoved) {

        static RunView of(RetentionRun run) {
            return new RunView(
                    run.id(),
                    run.at(),
                    run.day(),
                    run.nightly(),
                    run.planned(),
                    run.total(),
                    run.destroyed(),
                    run.lists(),
                    run.held(),
                    run.backupsRemoved());
        }
    }

    record RunList(List<RunView> items, Links links) {}

    record CertificateView(
            @JsonPropertyDescription("id of the destruction list")
            UUID list,

            @JsonPropertyDescription("reference of the dossier")
            UUID dossier,

            Activity activity,
            boolean whole,

            @JsonPropertyDescription("numbers by kind") Map<String, Integer> destroyed,

            @JsonPropertyDescription("data that stay for now, on a ground of the law")
            int kept,

            Instant made,
            UUID maker,

            @JsonPropertyDescription("absent when the last day had passed before anybody approved it")
            UUID reviewer,

            Instant executed,

            @JsonPropertyDescription("SHA-256 over all of the above, hex")
            String digest) {

        static CertificateView of(Certificate certificate) {
            return new CertificateView(
                    certificate.list(),
                    certificate.dossier(),
                    certificate.activity(),
                    certificate.whole(),
                    certificate.destroyed(),
                    certificate.kept(),
                    certificate.made(),
                    certificate.maker(),
                    certificate.reviewer(),
                    certificate.executed(),
                    certificate.digest());
        }
    }
}
