package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.vocabulary.Activity;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.CompletenessShapes.CompletenessView;
import nl.knelpunt.rest.DatumShapes.DatumList;
import nl.knelpunt.rest.DatumShapes.NewDatumBody;
import nl.knelpunt.rest.KnelpuntShapes.KnelpuntList;
import nl.knelpunt.rest.KnelpuntShapes.KnelpuntView;
import nl.knelpunt.rest.KnelpuntShapes.NewClosing;
import nl.knelpunt.rest.KnelpuntShapes.NewEvaluation;
import nl.knelpunt.rest.KnelpuntShapes.NewPhase;
import nl.knelpunt.rest.KnelpuntShapes.NewReturn;
import nl.knelpunt.rest.KnelpuntShapes.NewVote;
import nl.knelpunt.rest.KnelpuntShapes.ProposalBody;
import nl.knelpunt.rest.Shapes.Changed;

/** Knelpunten, case consultations and scans. */
final class KnelpuntRoutes {

    private KnelpuntRoutes() {}

    static void addTo(RouteTable table, KnelpuntResource knelpunten) {
        table.add(
                "knelpunten",
                get("/knelpunten", "listKnelpunten", "Knelpunten that you may see, oldest first")
                        .guarded()
                        .does(Act.LIST_KNELPUNTEN)
                        .paged()
                        .answers(200, KnelpuntList.class)
                        .by(knelpunten.list(Activity.KNELPUNT, "/knelpunten")),
                post("/knelpunten", "proposeKnelpunt", "Proposes a knelpunt")
                        .guarded()
                        .does(Act.PROPOSE)
                        .takes(ProposalBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten.propose(Activity.KNELPUNT)),
                get(
                                "/case-consultations",
                                "listCaseConsultations",
                                "Case consultations that you may see, oldest first; href says where each is")
                        .guarded()
                        .does(Act.LIST_KNELPUNTEN)
                        .paged()
                        .answers(200, KnelpuntList.class)
                        .by(knelpunten.list(Activity.CASE_CONSULTATION, "/case-consultations")),
                post(
                                "/case-consultations",
                                "proposeCaseConsultation",
                                "Proposes a case consultation; it goes on at Location, as a knelpunt does")
                        .guarded()
                        .does(Act.PROPOSE)
                        .takes(ProposalBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten.propose(Activity.CASE_CONSULTATION)),
                get("/scans", "listScans", "Scans that you may see, oldest first; href says where each is")
                        .guarded()
                        .does(Act.LIST_KNELPUNTEN)
                        .paged()
                        .answers(200, KnelpuntList.class)
                        .by(knelpunten.list(Activity.SCAN, "/scans")),
                post(
                                "/scans",
                                "proposeScan",
                                "Proposes an area scan or thematic scan; it goes on at Location, as a knelpunt does")
                        .guarded()
                        .does(Act.PROPOSE)
                        .takes(ProposalBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten.propose(Activity.SCAN)),
                get("/knelpunten/{knelpunt}", "getKnelpunt", "A knelpunt as it is today, without data")
                        .guarded()
                        .does(Act.SEE_KNELPUNT)
                        .answers(200, KnelpuntView.class)
                        .by(knelpunten::see),
                patch("/knelpunten/{knelpunt}", "amendKnelpunt", "Changes a proposal")
                        .changes()
                        .does(Act.AMEND_PROPOSAL)
                        .takes(ProposalBody.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::amend),
                get(
                                "/knelpunten/{knelpunt}/completeness",
                                "getCompleteness",
                                "What a proposal has and lacks, and how its signals lie to its area")
                        .guarded()
                        .does(Act.SEE_KNELPUNT)
                        .answers(200, CompletenessView.class)
                        .by(knelpunten::completeness),
                post(
                                "/knelpunten/{knelpunt}/submission",
                                "submitProposal",
                                "Makes a complete proposal ready for the agenda of the steering group")
                        .changes()
                        .does(Act.SUBMIT_PROPOSAL)
                        .answers(200, Changed.class)
                        .by(knelpunten::submit),
                post(
                                "/knelpunten/{knelpunt}/return",
                                "sendProposalBack",
                                "The steering group sends a proposal back to be mended")
                        .changes()
                        .does(Act.SEND_BACK)
                        .takes(NewReturn.class)
                        .answers(200, Changed.class)
                        .by(knelpunten::sendBack),
                post("/knelpunten/{knelpunt}/votes", "castVote", "Your participant votes; a later vote replaces it")
                        .changes()
                        .does(Act.VOTE_DESIGNATION, Act.VOTE_PROLONGATION, Act.VOTE_CLOSURE, Act.VOTE_INVOLVEMENT)
                        .takes(NewVote.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::vote),
                post("/knelpunten/{knelpunt}/designation", "designateKnelpunt", "Concludes the vote on designation")
                        .changes()
                        .does(Act.DESIGNATE)
                        .answers(200, Changed.class)
                        .by(knelpunten::designate),
                post(
                                "/knelpunten/{knelpunt}/phases",
                                "openPhase",
                                "Opens phase 2 or 3, or opens it for more participants")
                        .changes()
                        .does(Act.OPEN_PHASE)
                        .takes(NewPhase.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::openPhase),
                post(
                                "/knelpunten/{knelpunt}/phases/closure",
                                "closePhase",
                                "Closes phase 2 or 3: its data are shown to nobody any more")
                        .changes()
                        .does(Act.CLOSE_PHASE)
                        .takes(NewClosing.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::closePhase),
                get("/knelpunten/{knelpunt}/data", "listKnelpuntData", "Data that you may see now")
                        .guarded()
                        .does(Act.SEE_DATA)
                        .query("supplier", "only of this participant", String.class)
                        .query("category", "only of this category", DataCategory.class)
                        .query("phase", "only of this phase, 1 to 3; 0 for what came with a signal", Integer.class)
                        .query("subject", "only about this subject", UUID.class)
                        .query(
                                "wrong",
                                "true for only what was reported as wrong, false for only the rest",
                                Boolean.class)
                        .query("destroyBy", "only what may exist until this day at the latest", LocalDate.class)
                        .paged()
                        .answers(200, DatumList.class)
                        .by(knelpunten::data),
                post("/knelpunten/{knelpunt}/data", "shareDatum", "Supplies a datum; the id is the datum's")
                        .changes()
                        .does(Act.SHARE_DATUM)
                        .takes(NewDatumBody.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::share),
                post("/knelpunten/{knelpunt}/evaluations", "evaluateKnelpunt", "Records the yearly evaluation")
                        .changes()
                        .does(Act.EVALUATE_KNELPUNT)
                        .takes(NewEvaluation.class)
                        .answers(201, Changed.class)
                        .by(knelpunten::evaluate),
                post("/knelpunten/{knelpunt}/prolongation", "prolongKnelpunt", "Concludes the vote on prolongation")
                        .changes()
                        .does(Act.PROLONG)
                        .answers(200, Changed.class)
                        .by(knelpunten::prolong),
                post("/knelpunten/{knelpunt}/closure", "closeKnelpunt", "Concludes the vote on closure")
                        .changes()
                        .does(Act.CLOSE)
                        .answers(200, Changed.class)
                        .by(knelpunten::close));
    }
}
