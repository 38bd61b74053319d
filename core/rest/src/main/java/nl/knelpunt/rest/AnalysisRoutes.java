package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.AnalysisShapes.AnalysisList;
import nl.knelpunt.rest.AnalysisShapes.AnalysisPatch;
import nl.knelpunt.rest.AnalysisShapes.AnalysisView;
import nl.knelpunt.rest.AnalysisShapes.NewQuestion;
import nl.knelpunt.rest.AnalysisShapes.NewTest;
import nl.knelpunt.rest.BarrierShapes.BarrierModelBody;
import nl.knelpunt.rest.BarrierShapes.BarrierModelList;
import nl.knelpunt.rest.BarrierShapes.MatrixList;
import nl.knelpunt.rest.BarrierShapes.NewUse;
import nl.knelpunt.rest.SelectionShapes.ExportList;
import nl.knelpunt.rest.SelectionShapes.MapView;
import nl.knelpunt.rest.SelectionShapes.NetworkView;
import nl.knelpunt.rest.SelectionShapes.NewExport;
import nl.knelpunt.rest.SelectionShapes.NewSelectionBody;
import nl.knelpunt.rest.SelectionShapes.OverBody;
import nl.knelpunt.rest.SelectionShapes.SelectionList;
import nl.knelpunt.rest.SelectionShapes.TimelineView;
import nl.knelpunt.rest.Shapes.Changed;

/** What analysts make: written analyses, selections and what is seen over them, barrier models and their gaps. */
final class AnalysisRoutes {

    private AnalysisRoutes() {}

    static void addTo(
            RouteTable table, AnalysisResource analyses, SelectionResource selections, BarrierResource barriers) {
        String knelpunt = "/knelpunten/{knelpunt}";
        String one = "/analyses/{analysis}";
        table.add(
                "analyses",
                get(knelpunt + "/analyses", "listAnalyses", "Analyses of a knelpunt that you may see, oldest first")
                        .guarded()
                        .does(Act.LIST_ANALYSES)
                        .paged()
                        .answers(200, AnalysisList.class)
                        .by(analyses::list),
                post(knelpunt + "/analyses", "beginAnalysis", "Begins an analysis, with the text of the last final one")
                        .changes()
                        .does(Act.BEGIN_ANALYSIS)
                        .answers(201, Changed.class)
                        .by(analyses::begin),
                post(knelpunt + "/analyses/_ask", "askAnalysis", "Asks the analysts for an analysis")
                        .changes()
                        .does(Act.ASK_ANALYSIS)
                        .takes(NewQuestion.class)
                        .answers(201, Changed.class)
                        .by(analyses::ask),
                get(one, "getAnalysis", "An analysis, its references filled with what you may see")
                        .guarded()
                        .does(Act.SEE_ANALYSIS)
                        .answers(200, AnalysisView.class)
                        .by(analyses::get),
                patch(one, "writeAnalysis", "Changes the text of a draft")
                        .changes()
                        .does(Act.WRITE_ANALYSIS)
                        .takes(AnalysisPatch.class)
                        .answers(200, Changed.class)
                        .by(analyses::write),
                delete(one, "discardAnalysis", "Throws a draft away")
                        .changes()
                        .does(Act.DISCARD_ANALYSIS)
                        .answers(200, Changed.class)
                        .by(analyses::discard),
                post(one + "/submission", "submitAnalysis", "Offers it for the test of its quality")
                        .changes()
                        .does(Act.SUBMIT_ANALYSIS)
                        .answers(200, Changed.class)
                        .by(analyses::submit),
                post(one + "/test", "testAnalysis", "Tests its quality: final, or back to its writer")
                        .changes()
                        .does(Act.TEST_ANALYSIS)
                        .takes(NewTest.class)
                        .answers(200, Changed.class)
                        .by(analyses::test));
        String selection = knelpunt + "/selections/{selection}";
        table.add(
                "selections",
                get(knelpunt + "/selections", "listSelections", "Your selections and shared ones, oldest first")
                        .guarded()
                        .does(Act.LIST_SELECTIONS)
                        .paged()
                        .answers(200, SelectionList.class)
                        .by(selections::list),
                post(knelpunt + "/selections", "keepSelection", "Keeps a selection; the id is the selection's")
                        .changes()
                        .does(Act.KEEP_SELECTION)
                        .takes(NewSelectionBody.class)
                        .answers(201, Changed.class)
                        .by(selections::keep),
                put(selection, "changeSelection", "Its owner changes it")
                        .changes()
                        .does(Act.CHANGE_SELECTION)
                        .takes(NewSelectionBody.class)
                        .answers(200, Changed.class)
                        .by(selections::replace),
                delete(selection, "removeSelection", "Its owner removes it")
                        .changes()
                        .does(Act.REMOVE_SELECTION)
                        .answers(200, Changed.class)
                        .by(selections::remove),
                post(
                                knelpunt + "/network",
                                "seeNetwork",
                                "How subjects hang together over a selection; nothing is ranked or scored")
                        .guarded()
                        .does(Act.ANALYSE)
                        .fails(409)
                        .takes(OverBody.class)
                        .answers(200, NetworkView.class)
                        .by(selections::network),
                post(knelpunt + "/timeline", "seeTimeline", "Dated facts over a selection")
                        .guarded()
                        .does(Act.ANALYSE)
                        .fails(409)
                        .takes(OverBody.class)
                        .answers(200, TimelineView.class)
                        .by(selections::timeline),
                post(knelpunt + "/map", "seeMap", "Places over a selection, as GeoJSON")
                        .guarded()
                        .does(Act.ANALYSE)
                        .fails(409)
                        .takes(OverBody.class)
                        .answers(200, MapView.class)
                        .by(selections::map),
                get(knelpunt + "/exports", "listExports", "What was taken out of the platform, and what for")
                        .guarded()
                        .does(Act.LIST_EXPORTS)
                        .paged()
                        .answers(200, ExportList.class)
                        .by(selections::exports),
                post(knelpunt + "/exports", "exportSelection", "Takes a selection out, for a purpose that is kept")
                        .guarded()
                        .does(Act.EXPORT_SELECTION)
                        .fails(409)
                        .takes(NewExport.class)
                        .answersFile("application/geo+json", "application/graphml+xml", "text/csv")
                        .by(selections::export));
        table.add(
                "barrier-models",
                get("/barrier-models", "listBarrierModels", "Barrier models, of each the newest version")
                        .answers(200, BarrierModelList.class)
                        .by(barriers::list),
                get("/barrier-models/{model}", "listBarrierModelVersions", "Every version of a model, newest first")
                        .answers(200, BarrierModelList.class)
                        .by(barriers::versions),
                post("/barrier-models", "takeBarrierModel", "Takes in a barrier model, or a version of one")
                        .guarded()
                        .does(Act.TAKE_BARRIER_MODEL)
                        .takes(BarrierModelBody.class)
                        .answers(201, Changed.class)
                        .by(barriers::take),
                get(
                                knelpunt + "/barriers",
                                "seeBarriers",
                                "Participants against the steps of the models in use: who does what, and where nobody does")
                        .guarded()
                        .does(Act.SEE_BARRIERS)
                        .answers(200, MatrixList.class)
                        .by(barriers::matrices),
                put(knelpunt + "/barriers/{model}", "useBarrierModel", "The knelpunt uses this model from now on")
                        .changes()
                        .does(Act.USE_BARRIER_MODEL)
                        .takes(NewUse.class)
                        .answers(200, Changed.class)
                        .by(barriers::use),
                delete(knelpunt + "/barriers/{model}", "dropBarrierModel", "The knelpunt uses it no more")
                        .changes()
                        .does(Act.DROP_BARRIER_MODEL)
                        .answers(200, Changed.class)
                        .by(barriers::drop));
    }
}
