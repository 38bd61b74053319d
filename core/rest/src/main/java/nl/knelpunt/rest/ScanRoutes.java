package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.ScanShapes.AreaCollection;
import nl.knelpunt.rest.ScanShapes.ChoiceBody;
import nl.knelpunt.rest.ScanShapes.DataSetList;
import nl.knelpunt.rest.ScanShapes.Imported;
import nl.knelpunt.rest.ScanShapes.MappingBody;
import nl.knelpunt.rest.ScanShapes.MappingList;
import nl.knelpunt.rest.ScanShapes.NewAreas;
import nl.knelpunt.rest.ScanShapes.NewProposalFromScan;
import nl.knelpunt.rest.ScanShapes.OriginView;
import nl.knelpunt.rest.ScanShapes.OutcomeList;
import nl.knelpunt.rest.ScanShapes.OutcomeView;
import nl.knelpunt.rest.Shapes.Changed;

/** What is done in a scan; the scan itself is proposed and decided on as a knelpunt. */
final class ScanRoutes {

    private ScanRoutes() {}

    static void addTo(RouteTable table, ScanResource scans) {
        table.add(
                "scans",
                get("/scan-mappings", "listScanMappings", "How tables of sources are read, for all scans")
                        .guarded()
                        .does(Act.LIST_MAPPINGS)
                        .paged()
                        .answers(200, MappingList.class)
                        .by(scans::mappings),
                post("/scan-mappings", "writeScanMapping", "Writes a mapping: which column is which indicator")
                        .guarded()
                        .does(Act.WRITE_MAPPING)
                        .takes(MappingBody.class)
                        .answers(201, Changed.class)
                        .by(scans::writeMapping),
                put("/scan-mappings/{mapping}", "changeScanMapping", "Changes a mapping; what was read stays as it was")
                        .changes()
                        .does(Act.WRITE_MAPPING)
                        .takes(MappingBody.class)
                        .answers(200, Changed.class)
                        .by(scans::changeMapping),
                get("/areas", "listAreas", "Own areas of this RIEC, as GeoJSON")
                        .guarded()
                        .does(Act.LIST_AREAS)
                        .query("after", "begin after this code: the next link of the page before", String.class)
                        .query("limit", "items of one page, 1 to 100; 50 when absent", Integer.class)
                        .answers(200, AreaCollection.class)
                        .by(scans::areas),
                post("/areas", "importAreas", "Imports own areas from GeoJSON; the same codes are replaced")
                        .guarded()
                        .does(Act.IMPORT_AREAS)
                        .takes(NewAreas.class)
                        .answers(201, Imported.class)
                        .by(scans::importAreas),
                get(
                                "/scans/{scan}/data-sets",
                                "listDataSets",
                                "Tables that were read in, with source, date and version")
                        .guarded()
                        .does(Act.SEE_SCAN)
                        .paged()
                        .answers(200, DataSetList.class)
                        .by(scans::sets),
                post(
                                "/scans/{scan}/data-sets",
                                "importDataSet",
                                "Reads a table (CSV, UTF-8) by a mapping, all of it or nothing; refused when anything in it looks"
                                        + " like a person")
                        .changes()
                        .does(Act.IMPORT_DATA_SET)
                        .takesAnything()
                        .query("mapping", "id of the mapping", UUID.class)
                        .query("name", "of the series; the same name is a new version", String.class)
                        .query("source", "who published it, and where", String.class)
                        .query("date", "of which the values are", LocalDate.class)
                        .answers(201, Changed.class)
                        .by(scans::importSet),
                get("/scans/{scan}/outcomes", "listOutcomes", "Comparisons that were made, without their areas")
                        .guarded()
                        .does(Act.SEE_SCAN)
                        .paged()
                        .answers(200, OutcomeList.class)
                        .by(scans::outcomes),
                post(
                                "/scans/{scan}/outcomes",
                                "compareAreas",
                                "Compares areas or branches by the weights that you choose; never persons")
                        .changes()
                        .does(Act.RANK_AREAS)
                        .takes(ChoiceBody.class)
                        .answers(201, Changed.class)
                        .by(scans::rank),
                get(
                                "/scans/{scan}/outcomes/{outcome}",
                                "getOutcome",
                                "An outcome with inputs, weights, missing data and version beside each area")
                        .guarded()
                        .does(Act.SEE_SCAN)
                        .query("after", "begin at this place: the next link of the page before", Integer.class)
                        .query("limit", "items of one page, 1 to 100; 50 when absent", Integer.class)
                        .answers(200, OutcomeView.class)
                        .by(scans::outcome),
                post(
                                "/scans/{scan}/proposals",
                                "proposeFromScan",
                                "Proposes a knelpunt on areas or branches of an outcome; it goes on at Location")
                        .changes()
                        .does(Act.PROPOSE_FROM_SCAN)
                        .takes(NewProposalFromScan.class)
                        .answers(201, Changed.class)
                        .by(scans::propose),
                get("/knelpunten/{knelpunt}/origin", "getOrigin", "The scan or case consultation that it came from")
                        .guarded()
                        .does(Act.SEE_KNELPUNT)
                        .answers(200, OriginView.class)
                        .by(scans::origin));
    }
}
