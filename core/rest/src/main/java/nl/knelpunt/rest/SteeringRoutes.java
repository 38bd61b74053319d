package nl.knelpunt.rest;

import static nl.knelpunt.rest.Route.delete;
import static nl.knelpunt.rest.Route.get;
import static nl.knelpunt.rest.Route.patch;
import static nl.knelpunt.rest.Route.post;
import static nl.knelpunt.rest.Route.put;

import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.rest.Shapes.Changed;
import nl.knelpunt.rest.SteeringShapes.AttendanceBody;
import nl.knelpunt.rest.SteeringShapes.GroupView;
import nl.knelpunt.rest.SteeringShapes.ItemVote;
import nl.knelpunt.rest.SteeringShapes.MandateList;
import nl.knelpunt.rest.SteeringShapes.MeetingList;
import nl.knelpunt.rest.SteeringShapes.MeetingPlan;
import nl.knelpunt.rest.SteeringShapes.MeetingView;
import nl.knelpunt.rest.SteeringShapes.MinutesBody;
import nl.knelpunt.rest.SteeringShapes.MinutesFixing;
import nl.knelpunt.rest.SteeringShapes.NewCancellation;
import nl.knelpunt.rest.SteeringShapes.NewItem;
import nl.knelpunt.rest.SteeringShapes.NewMandate;
import nl.knelpunt.rest.SteeringShapes.OutsideVotes;
import nl.knelpunt.rest.SteeringShapes.PaperList;

/** The steering group: meetings, mandates, and what was decided on a table. */
final class SteeringRoutes {

    static final String PDF = "application/pdf";

    private SteeringRoutes() {}

    static void addTo(RouteTable table, SteeringResource meetings, MandateResource mandates, PaperResource papers) {
        table.add(
                "steering group",
                get("/meetings", "listMeetings", "Meetings and rounds in writing, oldest first")
                        .guarded()
                        .does(Act.LIST_MEETINGS)
                        .paged()
                        .answers(200, MeetingList.class)
                        .by(meetings::list),
                post("/meetings", "planMeeting", "Plans a meeting or a round in writing")
                        .guarded()
                        .does(Act.PLAN_MEETING)
                        .takes(MeetingPlan.class)
                        .answers(201, Changed.class)
                        .by(meetings::plan),
                get("/meetings/{meeting}", "getMeeting", "A meeting with its agenda, attendance, votes and minutes")
                        .guarded()
                        .does(Act.SEE_MEETING)
                        .answers(200, MeetingView.class)
                        .by(meetings::see),
                patch("/meetings/{meeting}", "changeMeeting", "Changes when, where and in which form it is")
                        .changes()
                        .does(Act.CHANGE_MEETING)
                        .takes(MeetingPlan.class)
                        .answers(200, Changed.class)
                        .by(meetings::change),
                post("/meetings/{meeting}/items", "putOnAgenda", "Puts an item on the agenda; the id is the item's")
                        .changes()
                        .does(Act.PUT_ON_AGENDA)
                        .takes(NewItem.class)
                        .answers(201, Changed.class)
                        .by(meetings::putOnAgenda),
                delete("/meetings/{meeting}/items/{item}", "takeOffAgenda", "Takes off what was not voted on")
                        .changes()
                        .does(Act.TAKE_OFF_AGENDA)
                        .answers(200, Changed.class)
                        .by(meetings::takeOffAgenda),
                post("/meetings/{meeting}/attendance", "recordAttendance", "Who is there for a participant")
                        .changes()
                        .does(Act.RECORD_ATTENDANCE)
                        .takes(AttendanceBody.class)
                        .answers(201, Changed.class)
                        .by(meetings::recordAttendance),
                post(
                                "/meetings/{meeting}/items/{item}/votes",
                                "voteOnItem",
                                "Your participant votes on a phase or on other business")
                        .changes()
                        .does(Act.VOTE_ITEM)
                        .takes(ItemVote.class)
                        .answers(201, Changed.class)
                        .by(meetings::vote),
                post("/meetings/{meeting}/items/{item}/conclusion", "concludeItem", "Counts the votes on such an item")
                        .changes()
                        .does(Act.CONCLUDE_ITEM)
                        .answers(200, Changed.class)
                        .by(meetings::conclude),
                post("/meetings/{meeting}/end", "endMeeting", "The meeting is over; what is open is deferred")
                        .changes()
                        .does(Act.HOLD_MEETING)
                        .answers(200, Changed.class)
                        .by(meetings::hold),
                post("/meetings/{meeting}/cancellation", "cancelMeeting", "The meeting is not held; says why")
                        .changes()
                        .does(Act.CANCEL_MEETING)
                        .takes(NewCancellation.class)
                        .answers(200, Changed.class)
                        .by(meetings::cancel),
                put("/meetings/{meeting}/minutes", "writeMinutes", "Writes the draft of the minutes")
                        .changes()
                        .does(Act.WRITE_MINUTES)
                        .takes(MinutesBody.class)
                        .answers(200, Changed.class)
                        .by(meetings::writeMinutes),
                post(
                                "/meetings/{meeting}/minutes/fixing",
                                "fixMinutes",
                                "Fixes the minutes: they don't change any more")
                        .changes()
                        .does(Act.FIX_MINUTES)
                        .takes(MinutesFixing.class)
                        .answers(200, Changed.class)
                        .by(meetings::fixMinutes),
                get("/steering-group", "getSteeringGroup", "Who decides for which participant today")
                        .guarded()
                        .does(Act.SEE_STEERING_GROUP)
                        .answers(200, GroupView.class)
                        .by(mandates::group),
                get("/mandates", "listMandates", "The register of mandates, also of those that ended, oldest first")
                        .guarded()
                        .does(Act.LIST_MANDATES)
                        .paged()
                        .answers(200, MandateList.class)
                        .by(mandates::list),
                post("/mandates", "registerMandate", "Your participant lets somebody decide for it")
                        .guarded()
                        .does(Act.REGISTER_MANDATE)
                        .takes(NewMandate.class)
                        .answers(201, Changed.class)
                        .by(mandates::register),
                post("/mandates/{mandate}/withdrawal", "withdrawMandate", "From now on nothing can be decided under it")
                        .changes()
                        .does(Act.WITHDRAW_MANDATE)
                        .answers(200, Changed.class)
                        .by(mandates::withdraw),
                get("/knelpunten/{knelpunt}/papers/{paper}", "getPaper", "A paper as it came; to save, not to show")
                        .guarded()
                        .does(Act.SEE_PAPER)
                        .answersFile(PDF)
                        .by(papers::see),
                get("/knelpunten/{knelpunt}/papers", "listPapers", "Papers from outside, oldest first")
                        .guarded()
                        .does(Act.SEE_PAPER)
                        .paged()
                        .answers(200, PaperList.class)
                        .by(papers::list),
                post("/knelpunten/{knelpunt}/papers", "addPaper", "Keeps a PDF that was signed elsewhere")
                        .changes()
                        .does(Act.ADD_PAPER)
                        .takesFile(PDF)
                        .answers(201, Changed.class)
                        .by(papers::add),
                post(
                                "/knelpunten/{knelpunt}/outside-votes",
                                "enterOutsideVotes",
                                "Enters votes that were cast outside, with their paper; a member concludes them as ever")
                        .changes()
                        .does(Act.ENTER_VOTES)
                        .takes(OutsideVotes.class)
                        .answers(200, Changed.class)
                        .by(papers::enterVotes));
    }
}
