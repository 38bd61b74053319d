package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.DatumShapes.CorrectionBody;
import nl.knelpunt.rest.DatumShapes.DatumList;
import nl.knelpunt.rest.DatumShapes.DatumView;
import nl.knelpunt.rest.DatumShapes.NewAnalysis;
import nl.knelpunt.rest.DatumShapes.NewError;
import nl.knelpunt.rest.DatumShapes.NewHold;
import nl.knelpunt.rest.DatumShapes.NewReuse;
import nl.knelpunt.rest.DatumShapes.NewReveal;
import nl.knelpunt.rest.DatumShapes.NewVeto;
import nl.knelpunt.rest.DatumShapes.OwnDatumList;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.SharingShapes.NewRejection;
import nl.knelpunt.rest.SignalShapes.GradingBody;

/** Single data of a dossier. */
final class DatumRoutes {

    private DatumRoutes() {}

    static void addTo(RouteTable table, DatumResource data) {
        String one = "/knelpunten/{knelpunt}/data/{datum}";
        table.add(
                "data",
                post(one + "/reveal", "revealBsn", "The BSN unmasked, this once; why is kept with it")
                        .guarded()
                        .does(Act.REVEAL_BSN)
                        .fails(409)
                        .takes(NewReveal.class)
                        .answers(200, DatumView.class)
                        .by(data::reveal),
                post(one + "/veto", "blockDatum", "Its supplier blocks it for weighty reasons, for good")
                        .changes()
                        .does(Act.BLOCK_DATUM)
                        .takes(NewVeto.class)
                        .answers(201, Changed.class)
                        .by(data::block),
                post(one + "/errors", "reportDatumError", "It is wrong: frozen until its supplier mends it")
                        .changes()
                        .does(Act.REPORT_ERROR)
                        .takes(NewError.class)
                        .answers(201, Changed.class)
                        .by(data::reportError),
                post(one + "/errors/rejection", "rejectDatumError", "Its supplier found it right: not frozen any more")
                        .changes()
                        .does(Act.REJECT_ERROR)
                        .takes(NewRejection.class)
                        .answers(201, Changed.class)
                        .by(data::rejectError),
                get(
                                "/own-data",
                                "listOwnData",
                                "What your participant supplied in knelpunten, also where it is not involved any more")
                        .guarded()
                        .does(Act.SEE_OWN_DATA)
                        .query("wrong", "true for only what was reported as wrong", Boolean.class)
                        .paged()
                        .answers(200, OwnDatumList.class)
                        .by(data::own),
                put(one, "correctDatum", "Its supplier corrects it, and all its copies")
                        .changes()
                        .does(Act.CORRECT_DATUM)
                        .takes(CorrectionBody.class)
                        .answers(200, Changed.class)
                        .by(data::correct),
                put(
                                one + "/grading",
                                "gradeDatum",
                                "Its supplier evaluates it anew, or changes what may be done with it")
                        .changes()
                        .does(Act.GRADE_DATUM)
                        .takes(GradingBody.class)
                        .answers(200, Changed.class)
                        .by(data::grade),
                delete(one, "destroyDatum", "Its supplier has it destroyed, with all its copies")
                        .changes()
                        .does(Act.DESTROY_DATUM)
                        .answers(200, Changed.class)
                        .by(data::destroy),
                post(one + "/hold", "holdDatum", "Puts off its destruction, on a ground of article 1.8(7) Wgs")
                        .changes()
                        .does(Act.HOLD_DATUM)
                        .takes(NewHold.class)
                        .answers(201, Changed.class)
                        .by(data::hold),
                delete(one + "/hold", "liftHold", "Lets it be destroyed in its time again")
                        .changes()
                        .does(Act.LIFT_HOLD)
                        .answers(200, Changed.class)
                        .by(data::liftHold),
                post(
                                "/knelpunten/{knelpunt}/data/_reuse",
                                "reuseDatum",
                                "Takes a datum over from another dossier; the id is the new datum's")
                        .changes()
                        .does(Act.REUSE_DATUM)
                        .takes(NewReuse.class)
                        .answers(201, Changed.class)
                        .by(data::reuse),
                post(
                                "/knelpunten/{knelpunt}/analysis",
                                "analyseData",
                                "The selected data as an analyst may look at them now; nothing is ranked or scored")
                        .guarded()
                        .does(Act.ANALYSE)
                        .fails(409)
                        .paged()
                        .takes(NewAnalysis.class)
                        .answers(200, DatumList.class)
                        .by(data::analyse));
    }
}
