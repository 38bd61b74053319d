package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.OversightShapes.AdviceList;
import nl.knelpunt.rest.OversightShapes.LogPart;
import nl.knelpunt.rest.OversightShapes.LogSearch;
import nl.knelpunt.rest.OversightShapes.NewAdvice;
import nl.knelpunt.rest.OversightShapes.PolicyPatch;
import nl.knelpunt.rest.OversightShapes.PolicyView;
import nl.knelpunt.rest.Shapes.BackupView;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.Shapes.ClockMove;
import nl.knelpunt.rest.Shapes.ClockView;
import nl.knelpunt.rest.Shapes.ContentsView;
import nl.knelpunt.rest.Shapes.LogVerification;

/** Policy, advices, the log and backups; and the clock of a demo. */
final class OversightRoutes {

    private OversightRoutes() {}

    static void addTo(RouteTable table, OperationsResource operations, OversightResource oversight) {
        table.add(
                "oversight",
                get("/policy", "getPolicy", "What this RIEC decided for itself within the law, now and before")
                        .versioned()
                        .answers(200, PolicyView.class)
                        .by(oversight::policy),
                patch("/policy", "changePolicy", "Changes the policy, with the advice of the RAC that it rests on")
                        .changes()
                        .does(Act.CHANGE_POLICY)
                        .takes(PolicyPatch.class)
                        .answers(200, Changed.class)
                        .by(oversight::changePolicy),
                get("/rac-advices", "listRacAdvices", "Advices of the legality advisory committee, oldest first")
                        .guarded()
                        .does(Act.LIST_ADVICES)
                        .paged()
                        .answers(200, AdviceList.class)
                        .by(oversight::advices),
                post("/rac-advices", "registerRacAdvice", "Registers an advice of the legality advisory committee")
                        .guarded()
                        .does(Act.REGISTER_ADVICE)
                        .takes(NewAdvice.class)
                        .answers(201, Changed.class)
                        .by(oversight::register),
                post("/log/_search", "searchLog", "Reads the processing log, for a purpose of article 1.8(4) Wgs")
                        .guarded()
                        .does(Act.READ_LOG)
                        .takes(LogSearch.class)
                        .answers(200, LogPart.class)
                        .by(oversight::searchLog),
                post("/log/verification", "verifyLog", "Proves the processing log, or names the first broken record")
                        .guarded()
                        .does(Act.VERIFY_LOG)
                        .answers(200, LogVerification.class)
                        .by(operations::verifyLog),
                post("/backups", "makeBackup", "Makes a verified copy of one moment")
                        .guarded()
                        .does(Act.BACK_UP)
                        .answers(201, BackupView.class)
                        .by(operations::backUp),
                get("/backups/counts", "getBackupCounts", "What the running data hold, to compare with a backup")
                        .guarded()
                        .does(Act.BACK_UP)
                        .answers(200, ContentsView.class)
                        .by(operations::contents));
        table.add(
                "demo",
                get("/demo/clock", "getDemoClock", "The time of the demo; 404 when this is no demo")
                        .fails(404)
                        .answers(200, ClockView.class)
                        .by(operations::clock),
                post("/demo/clock", "moveDemoClock", "Moves the time of the demo forward; 404 when this is no demo")
                        .guarded()
                        .does(Act.MOVE_CLOCK)
                        .fails(404)
                        .takes(ClockMove.class)
                        .answers(200, ClockView.class)
                        .by(operations::moveClock));
    }
}
