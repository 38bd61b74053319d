package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.RetentionShapes.CertificateView;
import nl.knelpunt.rest.RetentionShapes.DestructionListList;
import nl.knelpunt.rest.RetentionShapes.DestructionListView;
import nl.knelpunt.rest.RetentionShapes.DestructionReview;
import nl.knelpunt.rest.RetentionShapes.DryRunView;
import nl.knelpunt.rest.RetentionShapes.KeptDatum;
import nl.knelpunt.rest.RetentionShapes.NewDestructionList;
import nl.knelpunt.rest.RetentionShapes.RunList;
import nl.knelpunt.rest.Shapes.Changed;

/** Retention and destruction. */
final class RetentionRoutes {

    private RetentionRoutes() {}

    static void addTo(RouteTable table, RetentionResource retention) {
        table.add(
                "retention",
                get(
                                "/retention/dry-run",
                                "dryRunRetention",
                                "What would be destroyed on a day, and why; destroys nothing")
                        .guarded()
                        .does(Act.SEE_RETENTION)
                        .query("on", "a day from today on; today when absent", String.class)
                        .answers(200, DryRunView.class)
                        .by(retention::dryRun),
                get("/retention/runs", "listRetentionRuns", "What was destroyed by time, the last run first")
                        .guarded()
                        .does(Act.SEE_RETENTION)
                        .paged()
                        .answers(200, RunList.class)
                        .by(retention::runs),
                post(
                                "/knelpunten/{knelpunt}/destruction-lists",
                                "makeDestructionList",
                                "Lists what is no longer necessary, to be destroyed before its five years are over")
                        .guarded()
                        .does(Act.MAKE_DESTRUCTION_LIST)
                        .takes(NewDestructionList.class)
                        .answers(201, Changed.class)
                        .by(retention::make),
                get("/destruction-lists", "listDestructionLists", "Destruction lists, oldest first")
                        .guarded()
                        .does(Act.LIST_DESTRUCTION_LISTS)
                        .paged()
                        .answers(200, DestructionListList.class)
                        .by(retention::list),
                get("/destruction-lists/{list}", "getDestructionList", "A list, with the data that it names")
                        .guarded()
                        .does(Act.SEE_DESTRUCTION_LIST)
                        .paged()
                        .answers(200, DestructionListView.class)
                        .by(retention::see),
                put("/destruction-lists/{list}", "amendDestructionList", "Changes a list that is not submitted yet")
                        .changes()
                        .does(Act.AMEND_DESTRUCTION_LIST)
                        .takes(NewDestructionList.class)
                        .answers(200, Changed.class)
                        .by(retention::amend),
                post(
                                "/destruction-lists/{list}/submission",
                                "submitDestructionList",
                                "Has it reviewed by somebody else")
                        .changes()
                        .does(Act.SUBMIT_DESTRUCTION_LIST)
                        .answers(200, Changed.class)
                        .by(retention::submit),
                post(
                                "/destruction-lists/{list}/review",
                                "reviewDestructionList",
                                "Approves it or sends it back; by another person than its maker")
                        .changes()
                        .does(Act.REVIEW_DESTRUCTION_LIST)
                        .takes(DestructionReview.class)
                        .answers(200, Changed.class)
                        .by(retention::review),
                post(
                                "/destruction-lists/{list}/kept",
                                "keepListedDatum",
                                "Holds a listed datum against destruction, on a ground of the law")
                        .changes()
                        .does(Act.KEEP_LISTED)
                        .takes(KeptDatum.class)
                        .answers(200, Changed.class)
                        .by(retention::keep),
                get(
                                "/destruction-lists/{list}/certificate",
                                "getDestructionCertificate",
                                "The certificate of a list that was executed; a page for who accepts text/html")
                        .guarded()
                        .does(Act.SEE_DESTRUCTION_LIST)
                        .answers(200, CertificateView.class)
                        .by(retention::certificate));
    }
}
