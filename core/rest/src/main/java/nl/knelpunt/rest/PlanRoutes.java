package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.CapacityShapes.CapacityList;
import nl.knelpunt.rest.CapacityShapes.NewPledge;
import nl.knelpunt.rest.CapacityShapes.NewUse;
import nl.knelpunt.rest.PlanShapes.InterventionBody;
import nl.knelpunt.rest.PlanShapes.InterventionView;
import nl.knelpunt.rest.PlanShapes.NewAgreement;
import nl.knelpunt.rest.PlanShapes.NewExecution;
import nl.knelpunt.rest.PlanShapes.NewOutcome;
import nl.knelpunt.rest.PlanShapes.NewReason;
import nl.knelpunt.rest.PlanShapes.PlanBody;
import nl.knelpunt.rest.PlanShapes.PlanView;
import nl.knelpunt.rest.PlanShapes.ProgressBody;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.TaskSheetShapes.NewTaskSheet;
import nl.knelpunt.rest.TaskSheetShapes.TaskSheetList;
import nl.knelpunt.rest.TaskSheetShapes.TaskSheetView;

/** The plan of a knelpunt: what is done, by whom, with what. */
final class PlanRoutes {

    private PlanRoutes() {}

    static void addTo(RouteTable table, PlanResource plans, TaskSheetResource sheets) {
        table.add(
                "plans",
                get(
                                "/knelpunten/{knelpunt}/plan",
                                "getPlan",
                                "The whole plan: goal, mix, interventions with their planning, capacity, task sheets")
                        .guarded()
                        .does(Act.SEE_PLAN)
                        .versioned()
                        .answers(200, PlanView.class)
                        .by(plans::see),
                put("/knelpunten/{knelpunt}/plan", "writePlan", "Writes the action plan; its interventions stay")
                        .changes()
                        .does(Act.WRITE_PLAN)
                        .takes(PlanBody.class)
                        .answers(200, Changed.class)
                        .by(plans::write),
                post(
                                "/knelpunten/{knelpunt}/interventions",
                                "proposeIntervention",
                                "Proposes an intervention to who would carry it out")
                        .changes()
                        .does(Act.PLAN_INTERVENTION)
                        .takes(InterventionBody.class)
                        .answers(201, Changed.class)
                        .by(plans::propose),
                get("/interventions/{intervention}", "getIntervention", "An intervention as it is today")
                        .guarded()
                        .does(Act.SEE_INTERVENTION)
                        .answers(200, InterventionView.class)
                        .by(plans::seeIntervention),
                patch(
                                "/interventions/{intervention}",
                                "amendIntervention",
                                "Proposes it differently; it is to be agreed to anew")
                        .changes()
                        .does(Act.AMEND_INTERVENTION)
                        .takes(InterventionBody.class)
                        .answers(200, Changed.class)
                        .by(plans::amend),
                post(
                                "/interventions/{intervention}/withdrawal",
                                "withdrawIntervention",
                                "The case director takes the proposal back")
                        .changes()
                        .does(Act.WITHDRAW_INTERVENTION)
                        .takes(NewReason.class)
                        .answers(200, Changed.class)
                        .by(plans::withdraw),
                post(
                                "/interventions/{intervention}/agreement",
                                "agreeIntervention",
                                "Your participant agrees to carry it out")
                        .changes()
                        .does(Act.AGREE_INTERVENTION)
                        .takes(NewAgreement.class)
                        .answers(200, Changed.class)
                        .by(plans::agree),
                put(
                                "/interventions/{intervention}/progress",
                                "keepUpIntervention",
                                "Your planning, who looks after it, and which conditions are met")
                        .changes()
                        .does(Act.KEEP_UP_INTERVENTION)
                        .takes(ProgressBody.class)
                        .answers(200, Changed.class)
                        .by(plans::keepUp),
                post("/interventions/{intervention}/start", "startIntervention", "It is under way")
                        .changes()
                        .does(Act.START_INTERVENTION)
                        .answers(200, Changed.class)
                        .by(plans::start),
                post(
                                "/interventions/{intervention}/execution",
                                "carryOutIntervention",
                                "Reports that it was carried out")
                        .changes()
                        .does(Act.CARRY_OUT_INTERVENTION)
                        .takes(NewExecution.class)
                        .answers(200, Changed.class)
                        .by(plans::carryOut),
                post(
                                "/interventions/{intervention}/stop",
                                "stopIntervention",
                                "Your participant does not agree to it, or stops it")
                        .changes()
                        .does(Act.STOP_INTERVENTION)
                        .takes(NewReason.class)
                        .answers(200, Changed.class)
                        .by(plans::stop),
                post(
                                "/interventions/{intervention}/outcomes",
                                "reportOutcome",
                                "A result, or an effect that was seen, intended or not")
                        .changes()
                        .does(Act.REPORT_RESULT, Act.OBSERVE_EFFECT)
                        .takes(NewOutcome.class)
                        .answers(201, Changed.class)
                        .by(plans::report),
                post("/knelpunten/{knelpunt}/capacity", "pledgeCapacity", "Your participant pledges hours and people")
                        .changes()
                        .does(Act.PLEDGE_CAPACITY)
                        .takes(NewPledge.class)
                        .answers(201, Changed.class)
                        .by(plans::pledge),
                post("/knelpunten/{knelpunt}/capacity/{pledge}/uses", "useCapacity", "Hours that were used of a pledge")
                        .changes()
                        .does(Act.USE_CAPACITY)
                        .takes(NewUse.class)
                        .answers(201, Changed.class)
                        .by(plans::useCapacity),
                delete("/knelpunten/{knelpunt}/capacity/{pledge}", "withdrawCapacity", "Takes back what was not used")
                        .changes()
                        .does(Act.WITHDRAW_CAPACITY)
                        .answers(200, Changed.class)
                        .by(plans::withdrawCapacity),
                get("/capacity", "listCapacity", "What participants put in, knelpunt by knelpunt")
                        .guarded()
                        .does(Act.SEE_CAPACITY)
                        .paged()
                        .answers(200, CapacityList.class)
                        .by(plans::capacity),
                get("/knelpunten/{knelpunt}/task-sheets", "listTaskSheets", "Task sheets that were released")
                        .guarded()
                        .does(Act.LIST_TASK_SHEETS)
                        .paged()
                        .answers(200, TaskSheetList.class)
                        .by(sheets::list),
                post(
                                "/knelpunten/{knelpunt}/task-sheets",
                                "releaseTaskSheet",
                                "Releases a task for a party without data exchange, to be handed over by a person")
                        .changes()
                        .does(Act.RELEASE_TASK_SHEET)
                        .takes(NewTaskSheet.class)
                        .answers(201, Changed.class)
                        .by(sheets::release),
                get(
                                "/knelpunten/{knelpunt}/task-sheets/{sheet}",
                                "getTaskSheet",
                                "A task sheet: JSON, or to hand over as a page (Accept: text/html) or PDF (application/pdf)")
                        .guarded()
                        .does(Act.SEE_TASK_SHEET)
                        .answers(200, TaskSheetView.class)
                        .by(sheets::see));
    }
}
