package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;

import nl.knelpunt.rest.Shapes.BranchList;
import nl.knelpunt.rest.Shapes.DataCategoryList;
import nl.knelpunt.rest.Shapes.DatumPanelList;
import nl.knelpunt.rest.Shapes.DatumPanelScript;
import nl.knelpunt.rest.Shapes.Health;
import nl.knelpunt.rest.Shapes.HelpPageList;
import nl.knelpunt.rest.Shapes.InterventionTypeList;
import nl.knelpunt.rest.Shapes.ParticipantList;
import nl.knelpunt.rest.Shapes.RuleList;
import nl.knelpunt.rest.Shapes.SignalFormList;
import nl.knelpunt.rest.SignalShapes.GradingCatalogue;

/** Operations on the platform itself and its catalogues. */
final class PlatformRoutes {

    private PlatformRoutes() {}

    static void addTo(RouteTable table, HealthResource health, OpenApi document, CatalogueResource catalogue) {
        table.add(
                "platform",
                get("/health", "getHealth", "Whether the platform works; 503 when it does not")
                        .open()
                        .query("details", "true for how each module is, too; needs a token", Boolean.class)
                        .fails(401)
                        .fails(403)
                        .answers(200, Health.class)
                        .by(health::see),
                get("/openapi.json", "getOpenApi", "This document")
                        .open()
                        .answers(200, Object.class)
                        .by(document::see));
        table.add(
                "catalogues",
                get("/participants", "listParticipants", "The region and its participants")
                        .answers(200, ParticipantList.class)
                        .by(catalogue::participants),
                get(
                                "/intervention-types",
                                "listInterventionTypes",
                                "What participants can do, as their plugins say it now")
                        .answers(200, InterventionTypeList.class)
                        .by(catalogue::interventionTypes),
                get("/signal-forms", "listSignalForms", "Forms for signals by hand, as the plugins have them now")
                        .answers(200, SignalFormList.class)
                        .by(catalogue::signalForms),
                get(
                                "/datum-panels",
                                "listDatumPanels",
                                "What plugins say of data of their participants, as they have it now")
                        .answers(200, DatumPanelList.class)
                        .by(catalogue::datumPanels),
                get("/datum-panels/{kind}/{panel}", "getDatumPanel", "The script of a panel")
                        .fails(404)
                        .answers(200, DatumPanelScript.class)
                        .by(catalogue::datumPanel),
                get("/help-pages", "listHelpPages", "Help of the plugins for their participants' workers")
                        .answers(200, HelpPageList.class)
                        .by(catalogue::helpPages),
                get("/data-categories", "listDataCategories", "The data categories of the law")
                        .answers(200, DataCategoryList.class)
                        .by(catalogue::dataCategories),
                get("/gradings", "listGradings", "What evaluations, handling codes and criteria of a signal say")
                        .answers(200, GradingCatalogue.class)
                        .by(catalogue::gradings),
                get("/branches", "listBranches", "Sections and divisions of the SBI 2008, by which a branch is named")
                        .answers(200, BranchList.class)
                        .by(catalogue::branches),
                get("/rules", "listRules", "The rules of the guard, in the order of the law")
                        .answers(200, RuleList.class)
                        .by(catalogue::rules));
    }
}
